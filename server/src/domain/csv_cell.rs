//! Cells of files that spreadsheets open.

/// The cell, with an apostrophe before anything that a spreadsheet would take for a formula (CWE-1236).
#[must_use]
pub fn safe(cell: String) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) { format!("'{cell}") } else { cell }
}

#[cfg(test)]
mod tests {
    use super::safe;

    #[test]
    fn no_cell_is_a_formula() {
        for formula in ["=1+1", "+86", "-1", "@SUM(A1)", "\t=1", "\r=1"] {
            assert_eq!(safe(formula.to_owned()), format!("'{formula}"));
        }
        assert_eq!(safe("护学 =1".to_owned()), "护学 =1");
    }
}
