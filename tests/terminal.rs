//! The terminal program from outside: what it prints and how it exits.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A file with that text, in a folder of its own.
fn program(name: &str, source: &[u8]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("terminal");
    fs::create_dir_all(&folder).expect("a folder for programs");
    let path = folder.join(name);
    fs::write(&path, source).expect("the program can be written");
    path
}

/// The exit status, stdout and stderr.
fn loopscope(arguments: &[&str]) -> (i32, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_loopscope")).args(arguments).output().expect("it can be run");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("it prints UTF-8");
    (output.status.code().expect("it exits by itself"), text(output.stdout), text(output.stderr))
}

/// Runs a program and checks exit status, stdout and stderr.
fn check_run(name: &str, source: &str, options: &[&str], expected: (i32, &str, &str)) {
    let path = program(name, source.as_bytes());
    let mut arguments = vec!["run", path.to_str().expect("a plain path")];
    arguments.extend(options);
    let (status, out, err) = loopscope(&arguments);
    assert_eq!((status, out.as_str(), err.as_str()), expected);
}

#[test]
fn a_program_prints_and_exits_as_in_python() {
    check_run("prints.py", "print('one')\nprint('two', end='')\n", &[], (0, "one\ntwo", ""));
    check_run("exits.py", "raise SystemExit(3)\n", &[], (3, "", ""));
    let path = program("fails.py", b"print('one')\n1 / 0\n");
    let (status, out, err) = loopscope(&["run", path.to_str().expect("a plain path")]);
    assert_eq!((status, out.as_str()), (1, "one\n"));
    assert!(err.starts_with("Traceback (most recent call last):\n  File \"fails.py\", line 2, in <module>\n"), "{err}");
    assert!(err.ends_with("\nZeroDivisionError: division by zero\n"), "{err}");
}

#[test]
fn a_run_is_a_line_of_json() {
    let source = "import time\nprint('a', end='')\ntime.sleep(1.5)\nprint('b')\n1 / 0\n";
    let expected = concat!(
        r#"{"out":[[1.5,"ab"]],"err":[],"end":1.5,"error":"ZeroDivisionError: division by zero","traceback":["#,
        r#""Traceback (most recent call last):","  File \"json.py\", line 5, in <module>","    1 / 0","    ~~^~~","#,
        r#""ZeroDivisionError: division by zero"]}"#,
        "\n"
    );
    check_run("json.py", source, &["--format", "json", "--instruction-cost", "0"], (1, expected, ""));
}

#[test]
fn lanes_are_drawn() {
    let path = program("lanes.py", b"import time\ntime.sleep(2)\n");
    let (status, out, _) = loopscope(&["run", path.to_str().expect("a plain path"), "--gantt"]);
    assert_eq!(status, 0);
    assert!(out.contains("total 2"), "{out}");
}

#[test]
fn what_keeps_a_program_from_running_is_listed() {
    let path = program("faulty.py", b"x = 1\ny = = 2\n");
    let path = path.to_str().expect("a plain path");
    let (status, out, err) = loopscope(&["check", path]);
    assert_eq!((status, err.as_str()), (1, ""));
    assert_eq!(out, format!("{path}:2:5: SyntaxError: invalid syntax\n"));
    let (status, out, err) = loopscope(&["run", path]);
    assert_eq!((status, out.as_str()), (1, ""));
    assert!(err.contains("SyntaxError: invalid syntax"), "{err}");
    let good = program("good.py", b"x = 1\n");
    assert_eq!(loopscope(&["check", good.to_str().expect("a plain path")]), (0, String::new(), String::new()));
}

#[test]
fn bytes_that_are_no_text_are_read_anyway() {
    let path = program("latin.py", b"print(1)  # caf\xe9\n");
    assert_eq!(loopscope(&["run", path.to_str().expect("a plain path")]), (0, "1\n".to_string(), String::new()));
}

#[test]
fn mistakes_on_the_command_line_exit_with_2() {
    let (status, out, err) = loopscope(&["run", "a.py", "--fast"]);
    assert_eq!((status, out.as_str()), (2, ""));
    assert!(err.starts_with("loopscope: unknown option: --fast\nusage: "), "{err}");
    let (status, _, err) = loopscope(&["run", "there-is-no-such-file.py"]);
    assert_eq!(status, 2);
    assert!(err.starts_with("loopscope: cannot read there-is-no-such-file.py: "), "{err}");
}
