//! The Content-Security-Policy of the built page.
//!
//! Trunk starts the page with a small script inside `index.html`. The policy forbids inline scripts, so this one is allowed by
//! its hash; it cannot be written into the source, because the script names files by their content.

use crate::process::Result;
use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};

/// Where the hashes go.
const DIRECTIVE: &str = "script-src 'self'";

/// Adds the hash of every inline script of `html` to its policy.
pub fn allow_inline_scripts(html: &str) -> Result<String> {
    let (before, after) =
        html.split_once(DIRECTIVE).ok_or_else(|| format!("index.html has no Content-Security-Policy with {DIRECTIVE}"))?;
    let hashes: String =
        inline_scripts(html).map(|script| format!(" 'sha256-{}'", STANDARD.encode(Sha256::digest(script)))).collect();
    Ok(format!("{before}{DIRECTIVE}{hashes}{after}"))
}

/// The texts of the scripts that have no `src`.
fn inline_scripts(html: &str) -> impl Iterator<Item = &str> {
    html.split("<script").skip(1).filter_map(|rest| {
        let (attributes, rest) = rest.split_once('>')?;
        let (script, _) = rest.split_once("</script>")?;
        (!attributes.contains("src=")).then_some(script)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_scripts_inside_the_page_are_hashed() {
        let html =
            "<meta content=\"script-src 'self' 'wasm-unsafe-eval'\"><script src=\"a.js\"></script><script type=module>a</script>";
        let allowed = allow_inline_scripts(html).expect("there is a policy");
        // printf a | openssl dgst -sha256 -binary | base64
        let hash = "ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5yuYB3ha/uSLs=";
        let policy = format!("<meta content=\"script-src 'self' 'sha256-{hash}' 'wasm-unsafe-eval'\">");
        assert!(allowed.starts_with(&policy), "{allowed}");
    }

    #[test]
    fn a_page_without_policy_is_an_error() {
        assert!(allow_inline_scripts("<script>a</script>").is_err());
    }
}
