//! What an action entails outside of the state.

mod use_address;
mod use_code_editor;
mod use_display;
mod use_draft;
mod use_drag;
mod use_drops;
mod use_keys;
mod use_offline;
mod use_playing;
mod use_printing;
mod use_runs;
mod use_size;
mod use_theme;

pub use use_address::use_address;
pub use use_code_editor::use_code_editor;
pub use use_display::use_display;
pub use use_draft::use_draft;
pub use use_drag::use_drag;
pub use use_drops::use_drops;
pub use use_keys::use_keys;
pub use use_offline::use_offline;
pub use use_playing::use_playing;
pub use use_printing::use_printing;
pub use use_runs::use_runs;
pub use use_size::{use_width, use_window_height};
pub use use_theme::use_theme;
