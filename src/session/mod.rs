//! Runs: from a program to its trace, and back to the machine at any step. Knows nothing of the web.
