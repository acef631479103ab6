//! Loopscope prints what CPython 3.14 prints, line by line, at the same virtual times.
//!
//! The programs are in `conformance/*/*.py`, one file a topic; what CPython does with them is in a `.jsonl` of the same name, recorded by
//! `oracle/`. A topic is one program or a table of them: a line `#: name` begins a program that goes on to the next such line. The
//! scenarios that ship with the page are topics, too; their records are in `library/`.
//!
//! `LOOPSCOPE_CONFORMANCE=asyncio/locks` takes only the programs whose name contains that.

mod report;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use report::{Case, Record, compare_all, read_records};

/// Where topics are, and where their records are.
const ROOTS: [(&str, &str); 2] = [("tests/conformance", "tests/conformance"), ("src/scenario/library", "tests/library")];

fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A file of programs.
struct Topic {
    path: PathBuf,
    /// As records call it: without the folder of all topics.
    name: String,
    records: PathBuf,
}

/// The programs that are known to differ, one a line. The list may only shrink: a program that passes has to leave it.
fn known_failures() -> BTreeSet<String> {
    let text = fs::read_to_string(project().join("tests/conformance/known_failures.txt")).unwrap_or_default();
    text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//")).map(str::to_owned).collect()
}

fn children(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    paths
}

fn topics() -> Vec<Topic> {
    let of_root = |(root, records): (&str, &str)| {
        let folders = children(&project().join(root)).into_iter().filter(|path| path.is_dir());
        let files = folders.flat_map(|folder| children(&folder)).filter(|path| path.extension().is_some_and(|end| end == "py"));
        let topic = |path: PathBuf| {
            let inner = path.strip_prefix(project().join(root)).unwrap_or(&path);
            let name = inner.to_string_lossy().replace('\\', "/");
            Topic { records: project().join(records).join(inner).with_extension("jsonl"), name, path }
        };
        files.map(topic).collect::<Vec<_>>()
    };
    ROOTS.into_iter().flat_map(of_root).collect()
}

impl Topic {
    /// Its programs, by the names that records give them.
    fn programs(&self) -> BTreeMap<String, String> {
        let text = fs::read_to_string(&self.path).unwrap_or_else(|error| panic!("{}: {error}", self.name));
        let marked = format!("\n{text}");
        let parts: Vec<&str> = marked.split("\n#: ").skip(1).collect();
        if parts.is_empty() {
            return BTreeMap::from([(self.name.clone(), text)]);
        }
        let mut found = BTreeMap::new();
        for part in parts {
            let (name, program) = part.split_once('\n').unwrap_or((part, ""));
            let replaced = found.insert(format!("{}#{name}", self.name), format!("{program}\n"));
            assert!(replaced.is_none(), "{} has two programs called {name:?}", self.name);
        }
        found
    }

    fn recorded(&self) -> Vec<Record> {
        if self.records.exists() { read_records(&self.records) } else { Vec::new() }
    }

    /// Writes a program to a file of its own that is called as the topic, as it was when it was recorded.
    fn write(&self, name: &str, text: &str) -> PathBuf {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("conformance").join(name.replace(['/', '#', ' '], "_"));
        let program = folder.join(self.path.file_name().expect("a topic has a name"));
        fs::create_dir_all(&folder).and_then(|()| fs::write(&program, text)).unwrap_or_else(|error| panic!("{name}: {error}"));
        program
    }
}

fn cases() -> Vec<Case> {
    let wanted = std::env::var("LOOPSCOPE_CONFORMANCE").unwrap_or_default();
    let mut cases = Vec::new();
    for topic in topics() {
        let mut texts = topic.programs();
        for record in topic.recorded().into_iter().filter(|record| record.file.contains(&wanted)) {
            // A record without a program is found by the other test.
            let Some(text) = texts.remove(&record.file) else { continue };
            cases.push(Case { program: topic.write(&record.file, &text), record });
        }
    }
    cases
}

#[test]
fn every_program_has_a_record() {
    for topic in topics() {
        let programs: BTreeSet<String> = topic.programs().into_keys().collect();
        let records: BTreeSet<String> = topic.recorded().into_iter().map(|record| record.file).collect();
        assert_eq!(programs, records, "programs and records differ: run tests/oracle/record.mjs");
    }
}

#[test]
fn prints_what_cpython_prints() {
    let cases = cases();
    let differences = compare_all(&cases);
    let known = known_failures();
    let failing: BTreeSet<String> = differences.iter().map(|difference| difference.file.clone()).collect();
    let passing: Vec<&String> =
        cases.iter().map(|case| &case.record.file).filter(|&file| known.contains(file) && !failing.contains(file)).collect();
    let unexpected: Vec<String> = differences.iter().filter(|d| !known.contains(&d.file)).map(|d| d.to_string()).collect();

    println!("{} of {} programs agree with CPython", cases.len() - differences.len(), cases.len());
    for difference in &differences {
        println!("{difference}");
    }
    assert!(unexpected.is_empty(), "{} programs differ from CPython:\n{}", unexpected.len(), unexpected.join("\n"));
    assert!(passing.is_empty(), "these pass now; take them out of known_failures.txt: {passing:?}");
}
