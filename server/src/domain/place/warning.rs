//! What deserves a second look about the place of a post. Nothing here refuses anything.

use super::plausible::in_china_box;
use super::{Area, Position, distance_m};
use crate::domain::lang::Sentence;
use crate::domain::text_enum::text_enum;

/// A post is hardly ever farther from its school than this, metres.
const FAR_M: f64 = 3_000.0;

text_enum! {
    /// Something odd about the place of a post.
    pub enum Warning {
        /// The fence is smaller than phones err.
        TinyArea = "tiny_area",
        /// It lies outside China.
        OutsideChina = "outside_china",
        /// It lies far from the school.
        FarFromSchool = "far_from_school",
    }
}

impl Warning {
    /// What is odd about an area, given where its school is if that is known.
    #[must_use]
    pub fn about(area: &Area, school: Option<Position>) -> Vec<Self> {
        let middle = area.centroid();
        let far = school.is_some_and(|school| distance_m(school, middle) > FAR_M);
        let found = [
            (area.is_tiny(), Self::TinyArea),
            (!in_china_box(middle.lon(), middle.lat()), Self::OutsideChina),
            (far, Self::FarFromSchool),
        ];
        found.into_iter().filter(|(is_so, _)| *is_so).map(|(_, warning)| warning).collect()
    }

    /// What it means and what to do.
    #[must_use]
    pub const fn sentence(self) -> Sentence {
        match self {
            Self::TinyArea => Sentence::fixed(
                "围栏很小，手机定位误差常有几十米，在岗的人也会被判在外面。建议半径 100 米左右。",
                "The fence is tiny. Phones err by tens of metres, so honest people will be found outside. About 100 m of radius works well.",
            ),
            Self::OutsideChina => Sentence::fixed(
                "位置不在中国。请检查经纬度是否写反。",
                "The place is outside China. Check whether longitude and latitude changed places.",
            ),
            Self::FarFromSchool => Sentence::fixed(
                "离学校超过 3 公里。请检查位置和坐标系。",
                "It is more than 3 km from the school. Check the place and the datum.",
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn odd_places_are_named() {
        let at = |lon: f64, lat: f64| Position::new(lon, lat).unwrap();
        let school = Some(at(116.4, 39.9));
        for (centre, radius, school, expected) in [
            (at(116.4, 39.9), 100.0, school, vec![]),
            (at(116.4, 39.9), 20.0, None, vec![Warning::TinyArea]),
            (at(116.44, 39.9), 100.0, school, vec![Warning::FarFromSchool]),
            (at(2.35, 48.86), 100.0, school, vec![Warning::OutsideChina, Warning::FarFromSchool]),
        ] {
            assert_eq!(Warning::about(&Area::circle(centre, radius).unwrap(), school), expected, "{centre:?}");
        }
    }
}
