//! No program brings Loopscope down: what is too large, too deep or too strange ends with an error of Python's.

use std::process::{Command, Stdio};

/// Runs a program that catches what `expression` raises, and says what that was.
fn check(expression: &str, expected: &str) {
    let program = format!(
        "def nest(value, wrap, times):\n    for _ in range(times):\n        value = wrap(value)\n    return value\n\n\n\
         class Itself:\n    def __repr__(self):\n        return repr(self)\n\n\n\
         try:\n    {expression}\n    print('no error')\nexcept BaseException as error:\n    print(type(error).__name__)\n"
    );
    let name = format!(
        "loopscope-limits-{}-{:x}.py",
        std::process::id(),
        expression.bytes().fold(7u64, |hash, byte| hash.wrapping_mul(31).wrapping_add(u64::from(byte)))
    );
    let file = std::env::temp_dir().join(name);
    std::fs::write(&file, program).expect("the temporary folder can be written to");
    let output =
        Command::new(env!("CARGO_BIN_EXE_loopscope")).arg("run").arg(&file).stdin(Stdio::null()).output().expect("it runs");
    let _ = std::fs::remove_file(&file);
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert_eq!(out.trim(), expected, "{expression}: {err}");
}

#[test]
fn what_is_too_large_is_a_memory_error() {
    for expression in [
        "[0] * 10**10",
        "'x' * 10**12",
        "bytes(10**12)",
        "1 << 10**12",
        "10 ** 10**9",
        "list(range(10**12))",
        "[*range(10**12)]",
        "max(*range(10**12))",
        "'a'.ljust(10**12)",
    ] {
        check(expression, "MemoryError");
    }
    // However a list is made to double.
    for double in ["x.extend(x)", "x.__iadd__(x)", "x.__setitem__(slice(0, 0), x)"] {
        check(&format!("(x := [0] * 30_000_000, {double})"), "MemoryError");
    }
    check("str(10**5000)", "ValueError");
    check("range(10**30)", "OverflowError");
}

#[test]
fn what_is_nested_too_deep_is_a_recursion_error() {
    for expression in [
        "repr(nest([], lambda a: [a], 20000))",
        "nest([], lambda a: [a], 20000) == nest([], lambda a: [a], 20000)",
        "hash(nest((), lambda a: (a,), 20000))",
        "isinstance(1, nest((str,), lambda a: (a,), 20000))",
        "repr(Itself())",
    ] {
        check(expression, "RecursionError");
    }
    check("nest(None, lambda a: [a], 40000) and None", "no error");
}

#[test]
fn numbers_at_the_end_of_their_range_are_as_good_as_others() {
    for expression in ["-9223372036854775808 // -1", "[1][-1:10**30]", "range(-9223372036854775808, 9223372036854775807)[5]"] {
        check(expression, "no error");
    }
    check("[1].pop(-9223372036854775808)", "IndexError");
}

#[test]
fn the_library_gives_up_what_takes_too_long() {
    check("import re; re.match('(a+)+$', 'a' * 40 + 'b')", "RuntimeError");
    check("import re; re.compile('(' * 5000)", "PatternError");
    check("import math; math.factorial(10**9)", "MemoryError");
    check("import math; math.gcd((1 << 20000000) + 1, 7 << 10000000)", "MemoryError");
    check("import math; math.isqrt(1 << 60000000)", "MemoryError");
    check("(1 << 60000000) // ((1 << 30000000) + 1)", "MemoryError");
    check("pow(3, 1 << 1000000, (1 << 1000000) + 1)", "MemoryError");
    check("import math; math.comb(10**9, 10**8)", "MemoryError");
    check("import json; json.loads('[' * 100000)", "RecursionError");
    check("import json; json.dumps(nest([], lambda a: [a], 20000))", "RecursionError");
}
