//! `str`: its methods, by theme. Indexing, comparing and the operators are where those of all sequences are.

pub mod repr;
