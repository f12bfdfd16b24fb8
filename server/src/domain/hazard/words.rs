//! How bad a hazard is.

use crate::domain::text_enum::text_enum;

text_enum! {
    /// How bad it is.
    pub enum HazardLevel {
        /// 一般
        Minor = "minor",
        /// 较大
        Serious = "serious",
        /// 重大
        Major = "major",
    }
}
