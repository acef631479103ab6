//! Writes screenshots of the page in the sizes and themes it is made for; an argument is a link's fragment.

use browser_tests::{Theme, run, screenshots_folder};

/// Names and sizes, in px: a projector, a small laptop, a phone.
const SIZES: [(&str, u32, u32); 3] = [("1440x900", 1440, 900), ("1280x720", 1280, 720), ("390x844", 390, 844)];

fn main() {
    let link = std::env::args().nth(1).unwrap_or_default();
    run(&link, async |page| {
        page.until("something to see", async || !page.text().await.contains("Loading")).await;
        for (name, width, height) in SIZES {
            for (theme, suffix) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
                page.resize(width, height).await;
                page.prefer(theme).await;
                let path = screenshots_folder().join(format!("{name}-{suffix}.png"));
                page.screenshot(&path).await;
                println!("{}", path.display());
            }
        }
    });
}
