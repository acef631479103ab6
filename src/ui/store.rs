//! The state as Yew keeps it.

use std::rc::Rc;

use yew::html::ImplicitClone;
use yew::{Reducible, UseReducerDispatcher};

use super::shared::Shared;
use super::state::{Action, State};

/// Sends actions.
pub type Dispatch = UseReducerDispatcher<State>;

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<State>, action: Action) -> Rc<State> {
        Rc::new(Rc::unwrap_or_clone(self).after(action))
    }
}

impl<T: ?Sized + 'static> ImplicitClone for Shared<T> {}
