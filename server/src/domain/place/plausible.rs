//! Questions about raw numbers of a table that is being imported. They only ever warn: no conversion depends on them.

/// Whether the numbers lie in a loose box around China, border and islands included. Any datum: the box is wider than
/// the shifts between them.
#[must_use]
pub fn in_china_box(lon: f64, lat: f64) -> bool {
    (73.0..=136.0).contains(&lon) && (3.0..=54.0).contains(&lat)
}

/// Whether the numbers would lie in China if longitude and latitude changed places.
#[must_use]
pub fn looks_swapped(lon: f64, lat: f64) -> bool {
    !in_china_box(lon, lat) && in_china_box(lat, lon)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_of_a_table() {
        let cases = [
            ("Beijing", 116.4, 39.9, true, false),
            ("Beijing, swapped", 39.9, 116.4, false, true),
            ("Sansha", 112.3, 16.8, true, false),
            ("Fuyuan in the far east", 134.3, 48.4, true, false),
            ("nothing filled in", 0.0, 0.0, false, false),
            ("Paris", 2.35, 48.86, false, false),
            ("not a number", f64::NAN, 39.9, false, false),
        ];
        for (name, lon, lat, in_box, swapped) in cases {
            assert_eq!((in_china_box(lon, lat), looks_swapped(lon, lat)), (in_box, swapped), "{name}");
        }
    }
}
