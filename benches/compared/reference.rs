//! CPython, as the measure: the `python3` that is on the PATH.

use std::process::Command;
use std::time::Duration;

/// Runs a program that prints how many seconds its work took.
pub fn run_reference(program: &str) -> Duration {
    let output = Command::new("python3").args(["-c", program]).output().expect("python3 could be started before");
    let text = String::from_utf8_lossy(&output.stdout);
    let seconds = text.lines().last().and_then(|line| line.parse().ok());
    Duration::from_secs_f64(seconds.expect("the program prints its time at the end"))
}

/// Such as "Python 3.13.0".
pub fn python_version() -> Option<String> {
    let output = Command::new("python3").arg("--version").output().ok().filter(|output| output.status.success())?;
    Some(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}
