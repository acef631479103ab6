use super::dis::disassemble;
use super::*;

fn check(source: &str, expected: &str) {
    let module = compile_module("main.py", source, true).expect("the test's source compiles");
    let shown = disassemble(&module.code);
    let lines = |text: &str| text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(lines(&shown), lines(expected), "\n{shown}");
}

fn check_error(source: &str, expected: &str) {
    let errors = compile_module("main.py", source, true).expect_err("the test's source is wrong");
    assert_eq!(format!("{}:{} {}", errors[0].line, errors[0].column, errors[0].message), expected, "{source}");
}

#[test]
fn a_busy_wait_is_marked() {
    check(
        "while clock() < end: pass",
        "<module> Module
         0 BusyWait { end: 7 }
         1 LoadGlobal(0)
         2 Call(0)
         3 LoadGlobal(1)
         4 Compare(Lt)
         5 PopJumpIfFalse(7)
         6 Jump(1)
         7 Const None
         8 Return",
    );
}

#[test]
fn what_may_not_be_where_it_is() {
    check_error("def f():\n    await x\n", "2:5 'await' outside async function");
    check_error("return 1\n", "1:1 'return' outside function");
    check_error("break\n", "1:1 'break' outside loop");
    check_error("def f(a, a): pass\n", "1:10 duplicate parameter 'a' in function definition");
    check_error("nonlocal x\n", "1:1 nonlocal declaration not allowed at module level");
}
