//! What can be wrong with a position, a fix or an area that somebody sends.

/// A position, fix or area that cannot be used. Each has a stable code and a sentence that says what to do next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
#[error("{}", self.en())]
pub enum PlaceError {
    /// Not a finite longitude in [-180, 180] and latitude in [-90, 90], before or after the datum conversion.
    PositionOutOfRange,
    /// The accuracy of a fix is negative or not a number.
    AccuracyInvalid,
    /// A fix was taken long after the check-in that carries it.
    AgeInvalid,
    /// Not GeoJSON.
    NotGeojson,
    /// GeoJSON, but not a point, a polygon or a line.
    KindUnsupported,
    /// The GeoJSON names another datum than the request.
    DatumConflict,
    /// `radius_m` is absent or not within 10..=2000.
    RadiusOutOfRange,
    /// `half_width_m` is absent or not within 3..=200.
    HalfWidthOutOfRange,
    /// A ring with fewer than three distinct points or none off one line, or a line with fewer than two distinct points.
    TooFewPoints,
    /// More than 500 vertices.
    TooManyVertices,
    /// A ring that crosses or touches itself.
    SelfIntersecting,
    /// A hole that is not inside, or that overlaps another hole.
    HoleMisplaced,
    /// 20 km or more from edge to edge.
    TooLarge,
}

impl PlaceError {
    /// Every error, for the table of problems.
    pub const ALL: &'static [Self] = &[
        Self::PositionOutOfRange,
        Self::AccuracyInvalid,
        Self::AgeInvalid,
        Self::NotGeojson,
        Self::KindUnsupported,
        Self::DatumConflict,
        Self::RadiusOutOfRange,
        Self::HalfWidthOutOfRange,
        Self::TooFewPoints,
        Self::TooManyVertices,
        Self::SelfIntersecting,
        Self::HoleMisplaced,
        Self::TooLarge,
    ];

    /// The stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::PositionOutOfRange => "position_out_of_range",
            Self::AccuracyInvalid => "accuracy_invalid",
            Self::AgeInvalid => "fix_age_invalid",
            Self::NotGeojson => "area_not_geojson",
            Self::KindUnsupported => "area_kind_unsupported",
            Self::DatumConflict => "area_datum_conflict",
            Self::RadiusOutOfRange => "area_radius_out_of_range",
            Self::HalfWidthOutOfRange => "area_half_width_out_of_range",
            Self::TooFewPoints => "area_too_few_points",
            Self::TooManyVertices => "area_too_many_vertices",
            Self::SelfIntersecting => "area_self_intersecting",
            Self::HoleMisplaced => "area_hole_misplaced",
            Self::TooLarge => "area_too_large",
        }
    }

    /// What is wrong and what to do next, in Chinese.
    #[must_use]
    pub const fn zh(self) -> &'static str {
        match self {
            Self::PositionOutOfRange => "经纬度超出范围：请检查经度（-180 到 180）、纬度（-90 到 90）以及坐标系。",
            Self::AccuracyInvalid => "定位精度无效：请提供不小于 0 的米数；定位失败时请不要发送位置。",
            Self::AgeInvalid => "定位时间晚于打卡时间：请检查手机时间，或不发送位置。",
            Self::NotGeojson => "区域格式不对：请使用 GeoJSON 的 Feature。",
            Self::KindUnsupported => "不支持这种图形：请使用点（加 radius_m）、单个多边形，或折线（加 half_width_m）。",
            Self::DatumConflict => "图形属性里的坐标系与请求声明的不一致：请核实后统一。",
            Self::RadiusOutOfRange => "半径无效：请在 radius_m 中填写 10 到 2000 米。",
            Self::HalfWidthOutOfRange => "半宽无效：请在 half_width_m 中填写 3 到 200 米。",
            Self::TooFewPoints => "点太少：多边形的每个环至少三个不在一条直线上的点，折线至少两个不同的点，请补画。",
            Self::TooManyVertices => "点太多：一个区域最多 500 个点，请简化图形。",
            Self::SelfIntersecting => "多边形的边自相交：请调整顶点顺序后重画。",
            Self::HoleMisplaced => "空洞必须在多边形内部且互不重叠：请调整空洞。",
            Self::TooLarge => "区域太大：长宽都必须小于 20 公里，请缩小或拆成几个打卡点。",
        }
    }

    /// What is wrong and what to do next, in English.
    #[must_use]
    pub const fn en(self) -> &'static str {
        match self {
            Self::PositionOutOfRange => {
                "The position is out of range: check longitude (-180 to 180), latitude (-90 to 90) and the datum."
            }
            Self::AccuracyInvalid => {
                "The accuracy is not valid: send metres, 0 or more, or no position if locating failed."
            }
            Self::AgeInvalid => "The fix is later than the check-in: check the phone's clock, or send no position.",
            Self::NotGeojson => "The area cannot be read: send a GeoJSON Feature.",
            Self::KindUnsupported => {
                "This shape is not supported: send a Point with radius_m, one Polygon, or a LineString with half_width_m."
            }
            Self::DatumConflict => {
                "The shape names another datum than the request: find out which is right and send that."
            }
            Self::RadiusOutOfRange => "The radius is not valid: give 10 to 2000 metres in radius_m.",
            Self::HalfWidthOutOfRange => "The half-width is not valid: give 3 to 200 metres in half_width_m.",
            Self::TooFewPoints => {
                "There are too few points: a ring needs three that are not in line, a corridor two; draw the missing ones."
            }
            Self::TooManyVertices => "There are too many points: an area has at most 500; simplify the shape.",
            Self::SelfIntersecting => {
                "The outline crosses or touches itself: put its points in order and draw it again."
            }
            Self::HoleMisplaced => "A hole must lie inside the polygon and apart from other holes: move it.",
            Self::TooLarge => {
                "The area is too large: it must be under 20 km in each direction; shrink it or make several checkpoints."
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::PlaceError;

    #[test]
    fn codes_are_unique_and_snake_case() {
        let codes: HashSet<_> = PlaceError::ALL.iter().map(|error| error.code()).collect();
        assert_eq!(codes.len(), PlaceError::ALL.len());
        assert!(codes.iter().all(|code| code.chars().all(|c| c.is_ascii_lowercase() || c == '_')));
    }
}
