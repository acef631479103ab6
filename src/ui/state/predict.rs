//! Predicting: the page hides what comes after the playhead and asks.

use crate::session::predict::{Question, QuestionKind, questions};
use crate::ui::picture::Picture;
use crate::ui::shared::Shared;

/// Whether and what is being asked.
#[derive(Clone, Default, PartialEq)]
pub enum Predict {
    #[default]
    Off,
    /// Begins as soon as the runs are over.
    Wanted,
    On(Game),
}

/// Questions about one run, one after the other.
#[derive(Clone, PartialEq)]
pub struct Game {
    /// The runs that are asked about.
    picture: Shared<Picture>,
    variant: usize,
    pub questions: Shared<Vec<Question>>,
    /// The position of the question that is asked; beyond the last, the game is over.
    pub at: usize,
    /// The choice that was made.
    pub chosen: Option<usize>,
    pub hint: bool,
    /// Questions answered right so far.
    pub right: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PredictAction {
    Start,
    Answer(usize),
    Hint,
    Next,
    Stop,
}

impl Predict {
    /// A new game about a variant.
    pub fn start(picture: Shared<Picture>, variant: usize) -> Predict {
        Predict::On(Game::of(picture, variant))
    }

    pub fn game(&self) -> Option<&Game> {
        match self {
            Predict::On(game) => Some(game),
            Predict::Off | Predict::Wanted => None,
        }
    }

    pub fn is_off(&self) -> bool {
        *self == Predict::Off
    }

    /// The last step that may be seen.
    pub fn horizon(&self) -> Option<usize> {
        self.game()?.horizon()
    }

    /// After an answer, a wish for a hint, or the step to the next question.
    pub fn after(mut self, action: PredictAction) -> Predict {
        if let Predict::On(game) = &mut self {
            match action {
                PredictAction::Answer(choice) => game.answer(choice),
                PredictAction::Hint => game.hint = true,
                PredictAction::Next => game.next(),
                // Begun by the state, which has the runs.
                PredictAction::Start => {}
                PredictAction::Stop => return Predict::Off,
            }
        }
        self
    }
}

impl Game {
    fn of(picture: Shared<Picture>, variant: usize) -> Game {
        let recording = picture.variants.get(variant).and_then(|variant| variant.ran()).map(|ran| ran.recording.clone());
        let questions = recording.map(|recording| questions(&recording)).unwrap_or_default();
        Game { picture, variant, questions: Shared::new(questions), at: 0, chosen: None, hint: false, right: 0 }
    }

    /// The question that is asked; none when the game is over.
    pub fn question(&self) -> Option<&Question> {
        self.questions.get(self.at)
    }

    pub fn asks_total(&self) -> bool {
        self.question().is_some_and(|question| question.kind == QuestionKind::Total)
    }

    pub fn is_about(&self, picture: &Shared<Picture>, variant: usize) -> bool {
        self.picture == *picture && self.variant == variant
    }

    /// The step where the playhead goes: the question's, or the one that shows the answer.
    fn horizon(&self) -> Option<usize> {
        let question = self.question()?;
        // How long it takes is told; what happens until then is asked next.
        Some(if self.chosen.is_some() && !self.asks_total() { question.shown_at } else { question.asked_at })
    }

    fn answer(&mut self, choice: usize) {
        let Some(question) = self.question() else { return };
        if self.chosen.is_some() || choice >= question.choices.len() {
            return;
        }
        self.right += usize::from(choice == question.answer);
        self.chosen = Some(choice);
    }

    fn next(&mut self) {
        if self.chosen.is_some() {
            self.at += 1;
            self.chosen = None;
            self.hint = false;
        }
    }
}
