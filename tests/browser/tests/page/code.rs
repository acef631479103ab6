//! The programs of a scenario: reading, typing, running to lines.

use crate::parts::{VARIANTS, link_to, open_scenario, until_totals};
use browser_tests::{Element, Page, run};
use thirtyfour::Key;

const PROGRAM: &str = "import time\nprint('first')\ntime.sleep(2)\nprint('second')\n";

/// Waits for the editor's element; until it is there the program is in a plain field.
pub async fn until_editor(page: &Page) {
    page.until("the editor", async || {
        page.evaluate("return document.querySelector('loopscope-editor')?.shadowRoot != null").await == true
    })
    .await;
}

/// The text in the editor.
pub async fn text(page: &Page) -> String {
    let value = page.evaluate("return document.querySelector('loopscope-editor').value").await;
    value.as_str().unwrap_or_default().to_owned()
}

/// Puts the caret at the beginning of a line and the focus into the editor.
async fn focus_line(page: &Page, line: u32) {
    until_editor(page).await;
    page.evaluate(&format!("document.querySelector('loopscope-editor').focusLine({line})")).await;
}

/// Replaces the program by what is typed.
pub async fn retype(page: &Page, program: &str) {
    focus_line(page, 1).await;
    page.press_holding(&[Key::Control], 'a').await;
    page.press(program).await;
}

/// The one variant in the picture, with its total in the timeline's head.
async fn until_total(page: &Page, variant: &str, total: &str) {
    page.find("region", "Timeline").await.until_text(&format!("{variant} {total}")).await;
}

/// The scenario of one program.
async fn open_code(page: &Page) -> Element {
    open_scenario(page, "Producer and consumer").await;
    page.find("tab", "Program").await
}

#[test]
fn the_code_of_blocks_can_be_read_and_continued() {
    run("", async |page| {
        page.find("button", "Code").await.click().await;
        until_editor(page).await;
        let parts = ["time.sleep(3)", "await asyncio.sleep(3)", "ThreadPoolExecutor", "ProcessPoolExecutor"];
        for (variant, part) in VARIANTS.into_iter().zip(parts) {
            page.find("tab", variant).await.click().await;
            page.until("the variant's program", async || text(page).await.contains(part)).await;
        }
        focus_line(page, 1).await;
        page.press("x").await;
        assert!(!text(page).await.starts_with('x'), "what is generated cannot be edited");
        page.find("button", "Continue as code").await.click().await;
        until_totals(page, ["9.00 s", "3.00 s", "3.00 s", "3.00 s"]).await;
        page.find("textbox", "Name of this program").await.until_value("Parallel").await;
    });
}

#[test]
fn the_picture_follows_what_is_typed() {
    run("", async |page| {
        open_code(page).await;
        retype(page, "import time\ntime.sleep(2)").await;
        until_total(page, "Program", "2.00 s").await;
        page.press("; time.sleep(1)").await;
        until_total(page, "Program", "3.00 s").await;
    });
}

#[test]
fn the_last_good_picture_stays_while_the_program_is_broken() {
    run("", async |page| {
        open_code(page).await;
        retype(page, "import time\ntime.sleep(2)").await;
        until_total(page, "Program", "2.00 s").await;
        page.press(" +").await;
        page.until_text("The program cannot be run as it is.").await;
        page.until_text("SyntaxError: invalid syntax").await;
        until_total(page, "Program", "2.00 s").await;
        page.press(" 0").await;
        page.until_text_gone("The program cannot be run as it is.").await;
        assert_eq!(text(page).await, "import time\ntime.sleep(2) + 0");
    });
}

#[test]
fn a_program_that_cannot_be_run_says_why_everywhere() {
    run(&link_to("import asyncio\nprint('a'\n"), async |page| {
        page.find("region", "Timeline").await.until_text("Line 2, column 6: SyntaxError: '(' was never closed").await;
        page.find("region", "Inspector").await.until_text("This program cannot be run before line 2 is mended").await;
        page.find("region", "Console").await.until_text("SyntaxError: '(' was never closed").await;
        assert_eq!(page.find("button", "Play").await.attribute("aria-disabled").await.as_deref(), Some("true"));
        retype(page, "print('a')").await;
        page.find("region", "Console").await.until_text("a").await;
        assert_eq!(page.find("button", "Play").await.attribute("aria-disabled").await, None);
    });
}

#[test]
fn warnings_are_shown_too() {
    run("", async |page| {
        open_code(page).await;
        retype(page, "print(1 is 1)").await;
        page.until_text("SyntaxWarning: \"is\" with 'int' literal. Did you mean \"==\"?").await;
    });
}

#[test]
fn the_editor_knows_python() {
    run("", async |page| {
        open_code(page).await;
        retype(page, "def f():").await;
        page.press(Key::Enter + "").await;
        page.press("x = [1").await;
        page.until("the body is indented, the bracket closed", async || text(page).await == "def f():\n    x = [1]").await;
        page.press_holding(&[Key::Control], '/').await;
        page.until("a comment", async || text(page).await == "def f():\n    # x = [1]").await;
        page.press_holding(&[Key::Control], 'z').await;
        page.until("the comment is undone", async || !text(page).await.contains('#')).await;
    });
}

#[test]
fn a_keyboard_gets_out_of_the_editor() {
    run("", async |page| {
        open_code(page).await;
        focus_line(page, 1).await;
        page.press(Key::Escape + "").await;
        page.press(Key::Tab + "").await;
        let (role, name) = page.focused().await;
        assert_eq!((role.as_str(), name.as_str()), ("button", "Breakpoint"));
    });
}

#[test]
fn programs_are_added_renamed_moved_and_removed() {
    run("", async |page| {
        open_code(page).await;
        page.find("button", "Add a copy of this program").await.click().await;
        page.find("tab", "Program 2").await;
        page.find("textbox", "Name of this program").await.fill("After").await;
        assert_eq!(page.find("tablist", "Programs").await.names("tab").await, ["Program", "After"]);
        retype(page, "import time\ntime.sleep(2)").await;
        until_total(page, "After", "2.00 s").await;
        page.find("button", "Move program to the left").await.click().await;
        page.until("the new order", async || page.find("tablist", "Programs").await.names("tab").await == ["After", "Program"])
            .await;
        page.find("button", "Remove program After").await.click().await;
        page.until_gone("tab", "After").await;
        page.find("button", "Undo").await.click().await;
        page.find("tab", "After").await.click().await;
        page.until("its text", async || text(page).await.contains("time.sleep(2)")).await;
    });
}

#[test]
fn undo_brings_back_the_scenario_that_was_left() {
    run("", async |page| {
        open_code(page).await;
        retype(page, "import time\ntime.sleep(2)").await;
        open_scenario(page, "Who prints first?").await;
        page.find("button", "Undo").await.click().await;
        page.find("heading", "Producer and consumer").await;
        page.until("what was typed", async || text(page).await == "import time\ntime.sleep(2)").await;
        focus_line(page, 1).await;
        page.press_holding(&[Key::Control], 'z').await;
        page.until("the editor's own history", async || text(page).await != "import time\ntime.sleep(2)").await;
    });
}

#[test]
fn a_run_goes_to_the_caret_and_to_breakpoints() {
    run("", async |page| {
        open_code(page).await;
        retype(page, PROGRAM).await;
        until_total(page, "Program", "2.00 s").await;
        focus_line(page, 4).await;
        page.press_holding(&[Key::Control], Key::Enter.value()).await;
        page.find("region", "Inspector").await.until_text("second").await;
        focus_line(page, 2).await;
        page.find("button", "Back to here").await.click().await;
        page.find("region", "Inspector").await.until_text("first").await;
        focus_line(page, 4).await;
        page.press(Key::F9 + "").await;
        page.find("button", "Run to a breakpoint").await.click().await;
        page.find("region", "Inspector").await.until_text("second").await;
        focus_line(page, 1).await;
        page.find("button", "Back to here").await.click().await;
        page.until_text("Before this the run does not come to line 1.").await;
    });
}

#[test]
fn lines_show_who_stands_there_and_where_the_time_went() {
    run("", async |page| {
        open_code(page).await;
        until_editor(page).await;
        let marks = "const root = document.querySelector('loopscope-editor').shadowRoot;
            return [...root.querySelectorAll('.names')].map(tag => tag.textContent).join() + ';' +
                [...root.querySelectorAll('.time')].map(bar => bar.title).join()";
        page.find("slider", "Step").await.type_keys(Key::Right + "").await;
        page.until("a name and a time", async || {
            let marks = page.evaluate(marks).await;
            let marks = marks.as_str().unwrap_or_default();
            marks.contains("Line 14: waiting 5.00 s") && !marks.starts_with(';')
        })
        .await;
    });
}
