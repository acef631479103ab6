//! Finds Chromium and its driver for the browser tests, and installs them where that takes no questions.

use crate::process::{Result, find_on_path, output, run};
use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The programs of the browser tests.
pub struct Browser {
    pub chromium: PathBuf,
    pub driver: PathBuf,
}

/// Finds the browser; installs it from Debian's or Ubuntu's packages where this user may.
pub fn ensure_browser() -> Result<Browser> {
    if let Some(browser) = find() {
        return Ok(browser);
    }
    if Path::new("/etc/debian_version").exists() && find_on_path("apt-get").is_some() {
        eprintln!("xtask: installing the packages chromium and chromium-driver");
        apt(&["update"])?;
        apt(&["install", "-y", "--no-install-recommends", "chromium", "chromium-driver"])?;
    }
    find().ok_or_else(|| {
        "Chromium and its driver, for the browser tests, were not found. They are looked for on PATH and in the variables CHROMIUM and \
         CHROMEDRIVER, and must be of one version. \
         Debian, Ubuntu: apt install chromium chromium-driver. Fedora: dnf install chromium chromedriver. Arch: pacman -S chromium. \
         macOS: brew install --cask chromium chromedriver. Windows: winget install Google.Chrome Chromium.ChromeDriver"
            .into()
    })
}

fn find() -> Option<Browser> {
    let chromium = named_by("CHROMIUM").or_else(|| {
        ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"].into_iter().find_map(find_on_path)
    })?;
    let driver = named_by("CHROMEDRIVER").or_else(|| find_on_path("chromedriver"))?;
    Some(Browser { chromium, driver })
}

fn named_by(variable: &str) -> Option<PathBuf> {
    env::var_os(variable).map(PathBuf::from).filter(|path| path.is_file())
}

/// Runs apt-get as root: directly, or by sudo if it asks for no password.
fn apt(arguments: &[&str]) -> Result {
    let is_root = output(Command::new("id").arg("-u")).is_some_and(|id| id == "0");
    let mut command = if is_root {
        Command::new("apt-get")
    } else if output(Command::new("sudo").args(["-n", "true"])).is_some() {
        let mut sudo = Command::new("sudo");
        sudo.args(["-n", "apt-get"]);
        sudo
    } else {
        return Err("Chromium and its driver are missing; install them: sudo apt install chromium chromium-driver".into());
    };
    run(command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive"))
}
