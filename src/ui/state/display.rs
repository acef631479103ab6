//! How the page as a whole is shown; remembered from visit to visit.

/// Sizes are in px.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Display {
    /// Larger type and fewer panels.
    pub projector: bool,
    /// As a user drew it; otherwise the style sheet's.
    pub editor_width: Option<u32>,
    pub details_height: Option<u32>,
    /// The first steps were closed.
    pub welcomed: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DisplayAction {
    Projector(bool),
    EditorWidth(Option<u32>),
    DetailsHeight(Option<u32>),
    Welcomed,
}

impl Display {
    pub fn after(mut self, action: DisplayAction) -> Display {
        match action {
            DisplayAction::Projector(projector) => self.projector = projector,
            DisplayAction::EditorWidth(width) => self.editor_width = width,
            DisplayAction::DetailsHeight(height) => self.details_height = height,
            DisplayAction::Welcomed => self.welcomed = true,
        }
        self
    }
}
