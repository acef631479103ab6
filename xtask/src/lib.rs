//! What the developer's command shares with the browser tests: the static file server.

pub mod server;
