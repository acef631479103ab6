//! The processes of a test: chromedriver and, by it, Chromium.

use crate::roles;
use std::env;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use thirtyfour::{ChromiumLikeCapabilities, DesiredCapabilities, LoggingPrefsLogLevel, WebDriver};

/// Flags that make Chromium quiet and let it run as root, as it does in CI.
const FLAGS: [&str; 8] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    roles::FLAG,
];

/// The value of a variable that `cargo xtask browser-tests` sets.
pub fn setting(name: &str) -> PathBuf {
    env::var_os(name).unwrap_or_else(|| panic!("{name} is not set: run `cargo xtask browser-tests`")).into()
}

/// A running chromedriver; it ends with this value.
pub struct Driver {
    process: Child,
    port: u16,
}

impl Driver {
    /// Starts chromedriver on a free port and waits until it says which.
    ///
    /// It looks for a free port first and binds it after, for IPv4 and IPv6; if somebody takes the port in between, it ends without a
    /// port. Then another is chosen.
    pub fn start() -> Driver {
        std::iter::repeat_with(Driver::try_start).take(5).flatten().next().expect("chromedriver finds a free port")
    }

    fn try_start() -> Option<Driver> {
        let program = setting("CHROMEDRIVER");
        let mut process = Command::new(&program)
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("could not start {}: {error}", program.display()));
        let output = BufReader::new(process.stdout.take().expect("standard output is piped"));
        let port = output
            .lines()
            .map_while(Result::ok)
            .find_map(|line| line.split_once("started successfully on port ")?.1.trim_end_matches('.').parse().ok());
        match port {
            Some(port) => Some(Driver { process, port }),
            None => {
                // It has ended, or is about to: its output is closed.
                process.wait().ok();
                None
            }
        }
    }

    /// Opens a browser window with a profile in the folder `profile`.
    pub async fn open_browser(&self, profile: &std::path::Path) -> WebDriver {
        let capabilities = capabilities(profile).expect("flags are plain texts");
        let address = format!("http://127.0.0.1:{}", self.port);
        WebDriver::new(address, capabilities).await.unwrap_or_else(|error| panic!("could not start Chromium: {error}"))
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // It may have ended already.
        self.process.kill().ok();
        self.process.wait().ok();
    }
}

fn capabilities(profile: &std::path::Path) -> thirtyfour::error::WebDriverResult<thirtyfour::ChromeCapabilities> {
    let mut capabilities = DesiredCapabilities::chrome();
    capabilities.set_binary(&setting("CHROMIUM").to_string_lossy())?;
    for flag in FLAGS {
        capabilities.add_arg(flag)?;
    }
    capabilities.add_arg(&format!("--user-data-dir={}", profile.display()))?;
    capabilities.set_logging_prefs("browser", LoggingPrefsLogLevel::All)?;
    capabilities.set_logging_prefs("performance", LoggingPrefsLogLevel::All)?;
    Ok(capabilities)
}
