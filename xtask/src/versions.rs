//! The versions of everything that is installed, in one place.

/// The target of the page.
pub const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// Builds the page. From 0.22 on, a file's name changes with its content, JavaScript included: cached pages keep working.
pub const TRUNK: &str = "0.22.1";

/// Must equal the version of the library `wasm-bindgen` in the root Cargo.toml.
pub const WASM_BINDGEN: &str = "0.2.129";

/// Brings `wasm-opt`. Debian's own fails on the output of wasm-bindgen.
pub const BINARYEN: &str = "132.0.0";

/// The lowest version of Node.js that will do.
pub const NODE_MAJOR: u32 = 20;

#[cfg(test)]
mod tests {
    #[test]
    fn wasm_bindgen_is_the_version_of_the_library() {
        let manifest = std::fs::read_to_string(crate::process::root().join("Cargo.toml")).expect("Cargo.toml can be read");
        assert!(manifest.contains(&format!("wasm-bindgen = \"={}\"", super::WASM_BINDGEN)));
    }
}
