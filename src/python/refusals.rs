//! What a program uses of the library and cannot have: told before it runs, with the place and what to do instead.

use super::code::{CompiledModule, LibraryUse, UseKind};
use super::compile::Diagnostic;
use super::library::{self, absent, missing, refused};
use super::suggest;
use super::vm::imports::module_names;

/// The refusals for a compiled program, in the order of its source.
pub fn refusals(module: &CompiledModule) -> Vec<Diagnostic> {
    let source = &module.source;
    let refused = module.uses.iter().filter_map(|wanted| {
        let (message, hint) = refusal(wanted)?;
        Some(Diagnostic::refusal(source, wanted.span, message, hint))
    });
    let mut found: Vec<Diagnostic> = refused.collect();
    // Of a module that is not there, no name is.
    found.dedup_by(|second, first| second.line == first.line && second.message == first.message);
    found
}

/// Message and hint.
fn refusal(wanted: &LibraryUse) -> Option<(String, Option<String>)> {
    let LibraryUse { module, name, kind, .. } = wanted;
    match name {
        None => missing_module(module),
        Some(name) if library::find(module).is_some_and(|_| !library::is_internal(module)) => match kind {
            UseKind::Import => missing_name(module, name),
            UseKind::Attribute => refused_name(module, name),
        },
        Some(_) => None,
    }
}

fn missing_module(module: &str) -> Option<(String, Option<String>)> {
    let parents = module.match_indices('.').map(|(at, _)| &module[..at]).chain([module]);
    let missing = parents.into_iter().find(|part| library::find(part).is_none() || library::is_internal(part))?;
    if let Some((parent, child)) = missing.rsplit_once('.')
        && let Some(refusal) = refused_name(parent, child)
    {
        return Some(refusal);
    }
    let (message, hint) = absent::refusal(missing);
    Some((message, Some(hint.to_owned())))
}

fn missing_name(module: &str, name: &str) -> Option<(String, Option<String>)> {
    if let Some(refusal) = refused_name(module, name) {
        return Some(refusal);
    }
    let names = module_names(module);
    if names.contains(name) || library::DEPRECATED.contains(&(module, name)) || library::find(&format!("{module}.{name}")).is_some()
    {
        return None;
    }
    let public = names.iter().map(|name| &**name).filter(|other| name.starts_with('_') || !other.starts_with('_'));
    let hint = suggest::closest(name, public).map(|close| format!("Did you mean '{close}'?"));
    Some((format!("cannot import name '{name}' from '{module}'"), hint))
}

/// A name that Python has and the machine has not.
fn refused_name(module: &str, name: &str) -> Option<(String, Option<String>)> {
    if let Some(reason) = refused::reason(module, name) {
        return Some((format!("{module}.{name} is not supported"), Some(refused::sentence(reason))));
    }
    let lacks = missing::is_missing(module, name) && !module_names(module).contains(name);
    lacks.then(|| (format!("{module}.{name} is not supported"), None))
}

#[cfg(test)]
mod tests {
    use crate::python::Program;

    /// Checks the refusals of a program: `line:column message | hint` each.
    fn check(source: &str, expected: &[&str]) {
        let found = Program::compile("main.py", source).err().unwrap_or_default();
        let line = |fault: &crate::python::Diagnostic| {
            let hint = fault.hint.as_deref().unwrap_or("-");
            format!("{}:{} {} | {hint}", fault.line, fault.column, fault.message)
        };
        assert_eq!(found.iter().map(line).collect::<Vec<_>>(), expected, "{source}");
    }

    #[test]
    fn modules_that_are_not_here_are_refused_with_advice() {
        let network = "There is no network; simulated requests are in `httpx`, `aiohttp` and `requests`.";
        check("import socket\n", &[&format!("1:8 the module 'socket' is not supported | {network}")]);
        check(
            "def f():\n    from urllib.request import urlopen\n",
            &[&format!("2:10 the module 'urllib' is not supported | {network}")],
        );
        check(
            "import time, numpy as np\n",
            &["1:14 the module 'numpy' is not supported | Use plain Python: lists, dicts and the standard library."],
        );
        let unknown = "A program is one file here, and nothing can be installed. docs/python.md lists the modules.";
        check("import helpers\n", &[&format!("1:8 no module named 'helpers' | {unknown}")]);
        check("import _loops\n", &[&format!("1:8 no module named '_loops' | {unknown}")]);
    }

    #[test]
    fn names_that_are_not_there_are_refused() {
        check("from asyncio import sleep, slep\n", &["1:28 cannot import name 'slep' from 'asyncio' | Did you mean 'sleep'?"]);
        check("from time import xyz\n", &["1:18 cannot import name 'xyz' from 'time' | -"]);
    }

    #[test]
    fn names_that_need_a_real_machine_are_refused_wherever_they_are_seen() {
        let hint = "The machine has no sockets; wait for a simulated request (httpx, aiohttp) or for asyncio.sleep().";
        let expected = |place: &str| format!("{place} asyncio.open_connection is not supported | {hint}");
        check("import asyncio\nasync def f():\n    await asyncio.open_connection('a', 1)\n", &[&expected("3:11")]);
        check("import asyncio as aio\naio.open_connection\n", &[&expected("2:1")]);
        check("from asyncio import open_connection\n", &[&expected("1:21")]);
    }

    #[test]
    fn names_that_modules_here_lack_are_told_from_misspelt_ones() {
        check("import os\nos.listdir('.')\n", &["2:1 os.listdir is not supported | -"]);
        check("import os.path\nprint(os.path.exists('a'))\n", &["2:7 os.path.exists is not supported | -"]);
        check("from sys import settrace\n", &["1:17 sys.settrace is not supported | -"]);
        check("import os\nos.lisdir('.')\n", &[]);
    }

    #[test]
    fn a_name_that_may_be_something_else_is_left_alone() {
        check("import asyncio\nasyncio = object()\nprint(asyncio.open_connection)\n", &[]);
        check("import asyncio\ndef f(asyncio):\n    return asyncio.open_connection\n", &[]);
    }

    #[test]
    fn what_a_program_can_do_without_is_left_to_the_run() {
        check("try:\n    import uvloop\nexcept ImportError:\n    uvloop = None\n", &[]);
        check("try:\n    from numpy import array\nexcept (ValueError, ModuleNotFoundError):\n    pass\n", &[]);
        check("from contextlib import suppress\nwith suppress(ImportError):\n    import uvloop\n", &[]);
        check("from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import numpy\n", &[]);
        check(
            "try:\n    import uvloop\nexcept ValueError:\n    pass\n",
            &["2:12 the module 'uvloop' is not supported | The simulated event loop is asyncio's own."],
        );
    }
}
