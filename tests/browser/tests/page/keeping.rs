//! Files that are opened, and what survives a reload.

use crate::code::{retype, text, until_editor};
use crate::parts::{open_scenario, until_totals};
use browser_tests::{Key, Page, run};

/// Gives the page a file, as the picker or a drop does.
async fn give_file(page: &Page, name: &str, content: &str, how: &str) {
    let script = format!(
        "const data = new DataTransfer();
        data.items.add(new File([{content}], '{name}'));
        {how}"
    );
    page.evaluate(&script).await;
}

const CHOOSE: &str = "const input = document.querySelector('input[type=file]');
    input.files = data.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));";
/// Anywhere on the page.
const DROP: &str = "const target = document.querySelector('[aria-label=\"Timeline\"]');
    target.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));";

#[test]
fn python_files_are_opened_by_picker_and_drop() {
    run("", async |page| {
        until_totals(page, ["9.00 s", "3.00 s", "3.00 s", "3.00 s"]).await;
        give_file(page, "demo.py", "'import time\\ntime.sleep(2)\\n'", CHOOSE).await;
        page.find("heading", "demo.py").await;
        page.find("group", "demo").await.until_text("2.00 s").await;
        until_editor(page).await;
        page.until("its text", async || text(page).await == "import time\ntime.sleep(2)\n").await;
        give_file(page, "other.py", "'print(1)'", DROP).await;
        page.find("heading", "other.py").await;
        give_file(page, "long.py", "'#'.repeat(50_000)", DROP).await;
        page.until_text("“long.py” has 50 KB. A program may have at most 40 KB.").await;
        give_file(page, "image.png", "new Uint8Array([137, 80, 255, 254])", DROP).await;
        page.until_text("“image.png” is not a text file in UTF-8.").await;
    });
}

#[test]
fn a_program_is_downloaded_as_it_is() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    run("#s=time-sleep&v=1", async |page| {
        page.download_into(folder.path()).await;
        until_editor(page).await;
        retype(page, "print('ü')").await;
        page.find("button", "Download this program").await.click().await;
        let file = folder.path().join("repaired.py");
        page.until("the file", async || std::fs::read_to_string(&file).is_ok_and(|text| text == "print('ü')")).await;
        // Opened again it is the same program.
        give_file(page, "repaired.py", "\"print('ü')\"", CHOOSE).await;
        page.find("heading", "repaired.py").await;
        page.until("its text", async || text(page).await == "print('ü')").await;
    });
}

/// Pastes a text that JavaScript gives.
async fn paste(page: &Page, text: &str) {
    let script = format!(
        "const editor = document.querySelector('loopscope-editor');
        const data = new DataTransfer();
        data.setData('text/plain', {text});
        const paste = new ClipboardEvent('paste', {{ clipboardData: data, bubbles: true, cancelable: true }});
        editor.shadowRoot.querySelector('.cm-content').dispatchEvent(paste);"
    );
    page.evaluate(&script).await;
}

#[test]
fn what_is_too_long_is_refused_and_nothing_is_lost() {
    run("#s=producer-consumer", async |page| {
        retype(page, "print('mine')").await;
        page.find("region", "Console").await.until_text("mine").await;
        // Ten megabytes.
        paste(page, "'\\n# filler'.repeat(1_000_000)").await;
        page.until_text("40000").await;
        page.find("region", "Console").await.until_text("mine").await;
        page.press_holding(&[Key::Control], 'z').await;
        page.until("the program as it was", async || text(page).await == "print('mine')").await;
        page.until_text_gone("40000").await;
        page.reload().await;
        until_editor(page).await;
        page.until("the program, kept", async || text(page).await == "print('mine')").await;
    });
}

#[test]
fn what_is_typed_survives_a_reload() {
    run("", async |page| {
        open_scenario(page, "Producer and consumer").await;
        retype(page, "import time\ntime.sleep(2) +").await;
        page.until_text("The program cannot be run as it is.").await;
        page.reload().await;
        until_editor(page).await;
        page.until("what was typed", async || text(page).await == "import time\ntime.sleep(2) +").await;
    });
}

#[test]
fn a_link_to_another_scenario_wins_and_undo_brings_the_edited_one_back() {
    run("", async |page| {
        page.find("button", "Add activity").await.click().await;
        until_totals(page, ["12.00 s", "3.00 s", "3.00 s", "3.00 s"]).await;
        page.goto("#s=producer-consumer").await;
        page.find("heading", "Producer and consumer").await;
        page.find("button", "Undo").await.click().await;
        until_totals(page, ["12.00 s", "3.00 s", "3.00 s", "3.00 s"]).await;
        page.goto("#s=three-waits").await;
        until_totals(page, ["12.00 s", "3.00 s", "3.00 s", "3.00 s"]).await;
    });
}
