//! Measures the interpreter in a browser: beside Pyodide in the same browser, and beside the `python3` on the PATH. `LOOPSCOPE_DIST` is the
//! folder that `cargo xtask bench --page` puts together.

#[path = "../../../../benches/compared/case.rs"]
mod case;
#[path = "../../../../benches/cases/python.rs"]
mod python;
#[path = "../../../../benches/compared/reference.rs"]
mod reference;
#[path = "../../../../benches/cases/tasks.rs"]
mod tasks;

use browser_tests::{Page, run};
use case::{Case, timed};
use reference::{python_version, run_reference};

/// Runs of CPython, of which the shortest counts.
const RUNS: usize = 5;

fn main() {
    let version = python_version();
    println!("reference: {}", version.as_deref().unwrap_or("there is no python3 on the PATH"));
    run("", async |page| {
        page.until("the page to be ready", async || page.evaluate("return window.measure !== undefined").await == true).await;
        for case in python::CASES {
            measure(page, case, true, version.is_some()).await;
        }
        // Pyodide's asyncio runs on the browser's event loop: it cannot run a program to its end.
        for case in tasks::CASES {
            measure(page, case, false, version.is_some()).await;
        }
    });
}

async fn measure(page: &Page, case: &Case, on_pyodide: bool, on_python: bool) {
    let program = timed(case.text);
    let quoted = serde_json::to_string(&program).expect("a text can be JSON");
    page.evaluate(&format!("window.measure({quoted}, {on_pyodide})")).await;
    page.until("the times", async || !page.evaluate("return window.measured").await.is_null()).await;
    let measured = page.evaluate("return window.measured").await;
    let seconds = measured["loopscope"].as_f64().expect("a time is a number");
    let unit = case.unit;
    print!("{}: {:.0} {unit}/s in the page", case.name, case.items as f64 / seconds);
    if let Some(pyodide) = measured["pyodide"].as_f64() {
        print!("; {:.2} times Pyodide's speed", pyodide / seconds);
    }
    if on_python {
        let reference = (0..RUNS).map(|_| run_reference(&program)).min().expect("there are runs");
        print!("; {:.2} times that of CPython outside it", reference.as_secs_f64() / seconds);
    }
    println!();
}
