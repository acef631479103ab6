//! A link as a QR code, for those who sit before a projector.

use fast_qr::{ECL, QRBuilder};
use yew::prelude::*;

/// More characters make a code too fine to be read from a screen.
const MOST: usize = 1200;
/// The empty border that the standard asks for, in modules.
const BORDER: usize = 4;

#[derive(Properties, PartialEq)]
pub struct QrCodeProps {
    pub text: AttrValue,
}

#[component]
pub fn QrCode(props: &QrCodeProps) -> Html {
    let code = use_memo(props.text.clone(), |text| if text.len() > MOST { None } else { path(text) });
    match &*code {
        Some((path, size)) => html! {
            <figure class="qr">
                <svg viewBox={format!("0 0 {size} {size}")} role="img" aria-label="QR code of the link" shape-rendering="crispEdges">
                    <rect class="qr-ground" width="100%" height="100%" />
                    <path class="qr-modules" d={path.clone()} />
                </svg>
            </figure>
        },
        None => html! { <p class="qr hint">{ "The link is too long for a QR code that a camera can read." }</p> },
    }
}

/// The dark modules as a path of unit squares, and the width of the whole.
fn path(text: &str) -> Option<(AttrValue, usize)> {
    let code = QRBuilder::new(text).ecl(ECL::M).build().ok()?;
    let mut path = String::new();
    for y in 0..code.size {
        for x in (0..code.size).filter(|x| code[y][*x].value()) {
            path.push_str(&format!("M{} {}h1v1h-1z", x + BORDER, y + BORDER));
        }
    }
    Some((AttrValue::from(path), code.size + 2 * BORDER))
}
