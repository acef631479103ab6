//! The page comes up by itself, from its own files.

use browser_tests::run;

#[test]
fn the_page_opens_from_its_own_files() {
    run("", async |page| {
        page.find("heading", "Loopscope").await;
        assert_eq!(page.title().await, "Loopscope");
        // The frame of every test checks that nothing else was requested; here, that the check sees requests at all.
        let requests = page.requests().await;
        assert!(requests.iter().any(|url| url.ends_with(".wasm")), "{requests:?}");
    });
}

#[test]
fn inline_scripts_are_forbidden() {
    run("", async |page| {
        page.find("heading", "Loopscope").await;
        let policy = page.evaluate("return document.querySelector('meta[http-equiv]').content").await;
        let policy = policy.as_str().unwrap_or_default().to_owned();
        assert!(policy.contains("default-src 'none'") && policy.contains("script-src 'self' 'sha256-"), "{policy}");
        assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"), "{policy}");
    });
}
