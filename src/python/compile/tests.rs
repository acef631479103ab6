use super::dis::disassemble;
use super::*;
use crate::python::bytecode::BodyConst;

fn check(source: &str, expected: &str) {
    let module = compile_module("main.py", source, true).expect("the test's source compiles");
    let shown = disassemble(&module.body);
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
         6 Jump(0)
         7 Const None
         8 Return",
    );
}

#[test]
fn the_middle_of_a_chained_comparison_is_evaluated_once() {
    check(
        "a < b < c",
        "<module> Module
         0 LoadGlobal(0)
         1 LoadGlobal(1)
         2 Dup
         3 Rot3
         4 Compare(Lt)
         5 JumpIfFalseOrPop(9)
         6 LoadGlobal(2)
         7 Compare(Lt)
         8 Jump(11)
         9 Swap
         10 Pop
         11 Pop
         12 Const None
         13 Return",
    );
}

#[test]
fn every_way_into_finally_has_its_copy() {
    check(
        "def f():\n    for i in x:\n        try:\n            return g()\n        finally:\n            done()\n",
        "<module> Module
         0 MakeFunction <code f>
         1 StoreGlobal(3)
         2 Const None
         3 Return
         f Function
         0 LoadGlobal(0)
         1 GetIter
         2 ForIter(19)
         3 StoreLocal i
         4 LoadGlobal(1)
         5 Call(0)
         6 LoadGlobal(2)
         7 Call(0)
         8 Pop
         9 Swap
         10 Pop
         11 Return
         12 PushHandled
         13 LoadGlobal(2)
         14 Call(0)
         15 Pop
         16 Swap
         17 PopHandled
         18 Reraise
         19 Const None
         20 Return
         4..6 -> 12 depth 1
         13..16 -> 16 depth 2",
    );
}

#[test]
fn the_name_of_an_exception_is_forgotten() {
    check(
        "try:\n    f()\nexcept E as e:\n    g(e)\n",
        "<module> Module
         0 LoadGlobal(0)
         1 Call(0)
         2 Pop
         3 Jump(25)
         4 PushHandled
         5 LoadGlobal(1)
         6 ExceptMatches
         7 PopJumpIfFalse(22)
         8 StoreGlobal(2)
         9 LoadGlobal(3)
         10 LoadGlobal(2)
         11 Call(1)
         12 Pop
         13 PopHandled
         14 Const None
         15 StoreGlobal(2)
         16 DeleteGlobal(2)
         17 Jump(25)
         18 Const None
         19 StoreGlobal(2)
         20 DeleteGlobal(2)
         21 Jump(22)
         22 Swap
         23 PopHandled
         24 Reraise
         25 Const None
         26 Return
         0..3 -> 4 depth 0
         9..13 -> 18 depth 1
         5..13 -> 22 depth 1
         18..22 -> 22 depth 1",
    );
}

#[test]
fn async_with_awaits_both_ends() {
    check(
        "async def f():\n    async with a: b\n",
        "<module> Module
         0 MakeFunction <code f>
         1 StoreGlobal(2)
         2 Const None
         3 Return
         f Coroutine
         0 LoadGlobal(0)
         1 Dup
         2 LoadSpecial(AsyncExit)
         3 Swap
         4 LoadSpecial(AsyncEnter)
         5 Call(0)
         6 GetAwaitable(AsyncEnter)
         7 Const None
         8 YieldFrom
         9 Pop
         10 LoadGlobal(1)
         11 Pop
         12 Const None
         13 Const None
         14 Const None
         15 Call(3)
         16 GetAwaitable(AsyncExit)
         17 Const None
         18 YieldFrom
         19 Pop
         20 Jump(33)
         21 PushHandled
         22 WithExcept
         23 GetAwaitable(AsyncExit)
         24 Const None
         25 YieldFrom
         26 PopJumpIfTrue(30)
         27 Swap
         28 PopHandled
         29 Reraise
         30 Pop
         31 PopHandled
         32 Pop
         33 Const None
         34 Return
         9..12 -> 21 depth 1
         22..27 -> 27 depth 2",
    );
}

#[test]
fn zero_argument_super_finds_class_and_instance() {
    check(
        "class A(B):\n    def f(self):\n        super().f()\n",
        "<module> Module
         0 MakeFunction <code A>
         1 Const \"A\"
         2 LoadGlobal(1)
         3 BuildTuple(1)
         4 Const None
         5 BuildClass
         6 StoreGlobal(2)
         7 Const None
         8 Return
         A Class
         0 LoadName __name__
         1 StoreName __module__
         2 Const \"A\"
         3 StoreName __qualname__
         4 PushCell __class__
         5 BuildTuple(1)
         6 MakeFunction <code f>
         7 StoreName f
         8 PushCell __class__
         9 Return
         A.f Function
         0 LoadGlobal(0)
         1 LoadCell __class__
         2 LoadLocal self
         3 Call(2)
         4 LoadMethod f
         5 CallMethod(0)
         6 Pop
         7 Const None
         8 Return",
    );
}

#[test]
fn a_pattern_binds_when_all_of_it_matched() {
    check(
        "match p:\n    case [x, 1]: pass\n",
        "<module> Module
         0 LoadGlobal(0)
         1 MatchSequence
         2 PopJumpIfFalse(16)
         3 GetLen
         4 Const 2
         5 Compare(Eq)
         6 PopJumpIfFalse(16)
         7 UnpackSequence(2)
         8 StoreLocal .1
         9 Const 1
         10 Compare(Eq)
         11 PopJumpIfFalse(17)
         12 LoadLocal .1
         13 StoreGlobal(1)
         14 DeleteLocal .1
         15 Jump(17)
         16 Pop
         17 Const None
         18 Return",
    );
}

#[test]
fn what_may_not_be_where_it_is() {
    check_error("def f():\n    await x\n", "2:5 'await' outside async function");
    check_error("await x\n", "1:1 'await' outside function");
    check_error("return 1\n", "1:1 'return' outside function");
    check_error("break\n", "1:1 'break' outside loop");
    check_error("if x:\n    continue\n", "2:5 'continue' not properly in loop");
    check_error("def f(a, a): pass\n", "1:10 duplicate argument 'a' in function definition");
    check_error("nonlocal x\n", "1:1 nonlocal declaration not allowed at module level");
    check_error("def f():\n    nonlocal x\n", "2:5 no binding for nonlocal 'x' found");
    check_error("def f():\n    x = 1\n    global x\n", "3:5 name 'x' is assigned to before global declaration");
    check_error(
        "def f():\n    try:\n        a\n    except* E:\n        return\n",
        "5:9 'break', 'continue' and 'return' cannot appear in an except* block",
    );
    check_error("match x:\n    case _ | 1: pass\n", "2:10 wildcard makes remaining patterns unreachable");
}

#[test]
fn syntax_errors_read_as_in_cpython() {
    check_error("if x\n    pass\n", "1:5 expected ':'");
    check_error("x = (1,\n", "1:5 '(' was never closed");
    check_error("print('a'\nprint('b')\n", "1:6 '(' was never closed");
    check_error("x = (1]\n", "1:7 closing parenthesis ']' does not match opening parenthesis '('");
    check_error("x = )\n", "1:5 unmatched ')'");
    check_error("x = 'abc\n", "1:5 unterminated string literal (detected at line 1)");
    check_error("x = 'it's'\n", "1:10 unterminated string literal (detected at line 1)");
    check_error("if x:\npass\n", "2:1 expected an indented block after 'if' statement on line 1");
    check_error("x = 1\n  y = 2\n", "2:1 unexpected indent");
    check_error("f(a b)\n", "1:3 invalid syntax. Perhaps you forgot a comma?");
    check_error("f() = 1\n", "1:1 cannot assign to function call here. Maybe you meant '==' instead of '='?");
    check_error("None = 1\n", "1:1 cannot assign to None");
    check_error("if x = 3: pass\n", "1:4 invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
    check_error("print 'x'\n", "1:1 Missing parentheses in call to 'print'. Did you mean print(...)?");
    check_error("a = 1 if 2\n", "1:5 expected 'else' after 'if' expression");
}

#[test]
fn what_the_machine_cannot_run_is_refused() {
    check_error("from . import x\n", "1:1 relative imports are not supported");
    check_error("x = '\\ud800'\n", "1:5 lone surrogates are not supported");
    check_error("t'{x}'\n", "1:1 template strings are not supported");
}

#[test]
fn builtins_that_are_not_there_are_refused_unless_the_program_has_its_own() {
    check_error("f = open('a')\n", "1:5 open is not supported");
    check_error("def f():\n    return memoryview(b'')\n", "2:12 memoryview is not supported");
    check_error("breakpoint()\n", "1:1 breakpoint is not supported");
    assert!(compile_module("main.py", "def open(name): return name\ndef f(help): return open(help)\n", true).is_ok());
}

#[test]
fn deep_and_long_programs_are_refused_not_overflowed() {
    check_error(&format!("x = 1\n{}\n", "(".repeat(5000)), "2:1 too many nested parentheses");
    check_error(&format!("x = {}1\n", "-".repeat(5000)), "1:1 the expression is too complex");
    check_error(&format!("x = {}1\n", "not ".repeat(5000)), "1:1 the expression is too complex");
    check_error(&format!("x = {}1\n", "lambda a, b: ".repeat(5000)), "1:1 the expression is too complex");
    check_error(&format!("x = a{}\n", "+a".repeat(10_000)), "1:1 the expression is too complex");
    check_error(&format!("x{}\n", ".a".repeat(10_000)), "1:1 the expression is too complex");
    check_error(&format!("x{}\n", "()".repeat(10_000)), "1:1 the expression is too complex");
    check_error(&format!("x = {}3\n", "1 if 2 else ".repeat(5000)), "1:1 the expression is too complex");
    check_error(&"x = 1\n".repeat(70_000), "1:1 the program is too long: 70000 lines, the limit is 65535");
    check_error(&"x".repeat(10_000_000), "1:1 the program is too long: 10000 KB, the limit is 1000 KB");
    let finally: String = (0..30).map(|depth| format!("{0}try: x\n{0}finally:\n", " ".repeat(depth))).collect();
    check_error(&format!("{finally}{}y\n", " ".repeat(30)), "23:12 `finally` is nested too deeply");
    let indented: String = (0..150).map(|depth| format!("{}if x:\n", " ".repeat(depth))).collect();
    check_error(&format!("{indented}{}y\n", " ".repeat(150)), "102:1 too many levels of indentation");
}

#[test]
fn what_is_long_or_quite_deep_compiles() {
    let elifs = format!("if x: pass\n{}", "elif y: pass\n".repeat(5000));
    let list = format!("x = [{}]\n", "f(1), (2, 3), -4, ".repeat(2000));
    let sum = format!("x = a{}\n", " + a".repeat(490));
    let brackets = format!("x = {}1{}\n", "(".repeat(98), ")".repeat(98));
    let comprehensions = format!("x = {}1{}\n", "[".repeat(98), " for x in y]".repeat(98));
    let ifs: String = (0..98).map(|depth| format!("{}if x:\n", " ".repeat(depth))).collect();
    let ifs = format!("{ifs}{}y\n", " ".repeat(98));
    for source in [elifs, list, sum, brackets, comprehensions, ifs] {
        assert!(compile_module("main.py", &source, true).is_ok());
    }
}

fn check_qualnames(source: &str, expected: &[&str]) {
    let module = compile_module("main.py", source, true).expect("the test's source compiles");
    let mut found = Vec::new();
    let mut todo = vec![module.body];
    while let Some(code) = todo.pop() {
        found.push(code.qualname.to_string());
        todo.extend(code.consts.into_iter().filter_map(|constant| match constant {
            BodyConst::Body(inner) => Some(*inner),
            BodyConst::Literal(_) => None,
        }));
    }
    found.sort();
    assert_eq!(found, expected);
}

#[test]
fn qualified_names_are_those_of_cpython() {
    check_qualnames(
        "def f():\n    return [lambda: x for x in y]\n",
        &["<module>", "f", "f.<locals>.<lambda>", "f.<locals>.<listcomp>"],
    );
    check_qualnames("class A:\n    def f(self):\n        def g(): pass\n", &["<module>", "A", "A.f", "A.f.<locals>.g"]);
    check_qualnames("def f():\n    global g\n    def g(): pass\n", &["<module>", "f", "g"]);
    check_qualnames("class A[T]:\n    def f(self): pass\n", &["<generic parameters>", "<module>", "A", "A.f"]);
}
