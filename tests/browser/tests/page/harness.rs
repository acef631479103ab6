//! The checks that every test gets, seen to fail where they should.

use browser_tests::run;

#[test]
#[should_panic(expected = "errors on the console")]
fn an_error_on_the_console_fails_a_test() {
    run("", async |page| {
        page.evaluate("console.error('a mistake of the page')").await;
    });
}

#[test]
#[should_panic(expected = "script-src")]
fn an_inline_script_is_an_error() {
    run("", async |page| {
        page.evaluate("const script = document.createElement('script'); script.textContent = '1'; document.head.append(script)")
            .await;
    });
}

#[test]
#[should_panic(expected = "connect-src")]
fn a_request_to_another_server_is_an_error() {
    run("", async |page| {
        page.evaluate("return fetch('https://example.invalid/').catch(() => null)").await;
    });
}

#[test]
#[should_panic(expected = "requested what is not its own")]
fn leaving_the_page_is_an_error() {
    run("", async |page| {
        page.evaluate("const link = document.createElement('a'); link.href = '/elsewhere/'; link.click()").await;
        page.until("the other page", async || page.address().await.ends_with("/elsewhere/")).await;
    });
}
