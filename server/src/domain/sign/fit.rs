//! Type sizes that let a text fit. Widths are estimates on the safe side: the fonts are the reader's own.

/// The size in mm, at most `max`, at which the text fits on one line of that width.
pub(super) fn on_one_line(text: &str, width_mm: f64, max: f64) -> f64 {
    (width_mm / ems(text)).min(max)
}

/// The size in mm for a heading: one line if that is not smaller than `least`, else two lines.
pub(super) fn as_heading(text: &str, width_mm: f64, max: f64, least: f64) -> f64 {
    // A line that breaks before a word is not full, hence 1.8 and not 2.
    let one = on_one_line(text, width_mm, max);
    if one >= least { one } else { (one * 1.8).min(least) }
}

/// The width of a text in units of its type size, at least 1.
fn ems(text: &str) -> f64 {
    text.chars().map(em).sum::<f64>().max(1.0)
}

fn em(c: char) -> f64 {
    match c {
        'A'..='Z' | 'm' | 'w' | '@' | '%' => 0.8,
        c if c.is_ascii() => 0.6,
        _ => 1.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_texts_take_the_largest_size_and_long_ones_shrink() {
        assert!((on_one_line("东门", 190.0, 20.0) - 20.0).abs() < 1e-9);
        assert!((on_one_line(&"门".repeat(19), 190.0, 20.0) - 10.0).abs() < 1e-9);
        assert!((on_one_line("", 190.0, 20.0) - 20.0).abs() < 1e-9);
    }

    #[test]
    fn a_heading_breaks_before_it_gets_too_small() {
        assert!((as_heading(&"门".repeat(12), 192.0, 20.0, 15.0) - 16.0).abs() < 1e-9);
        assert!((as_heading(&"门".repeat(16), 192.0, 20.0, 15.0) - 15.0).abs() < 1e-9);
        assert!((as_heading(&"门".repeat(32), 192.0, 20.0, 15.0) - 10.8).abs() < 1e-9);
    }
}
