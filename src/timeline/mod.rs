//! A trace as lanes and bars, laid out and drawn.
