//! The one binary, `huxue`.

fn main() {}
