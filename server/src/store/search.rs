//! "Has this text in it", whichever case either is written in. SQLite folds the case of ASCII letters alone.

diesel::define_sql_function! {
    /// A text in lower case.
    fn lower(text: diesel::sql_types::Text) -> diesel::sql_types::Text;
}

/// The pattern for `LIKE … ESCAPE '\'` that finds a text as it was typed, wherever it stands.
#[must_use]
pub fn containing(text: &str) -> String {
    let plain = text.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
    format!("%{plain}%")
}

/// The pattern that finds what begins with a text.
#[must_use]
pub fn beginning(text: &str) -> String {
    containing(text).split_off(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_patterns_mean_is_taken_as_written() {
        assert_eq!(containing(r"100%_\"), r"%100\%\_\\%");
        assert_eq!(beginning("session."), "session.%");
        assert_eq!(beginning("%"), r"\%%");
    }
}
