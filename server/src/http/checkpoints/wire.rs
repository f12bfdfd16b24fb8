//! Checkpoints as JSON.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::{IntoParams, ToSchema};

use crate::domain::id::{CheckpointId, OrganizationId};
use crate::domain::lang::Lang;
use crate::domain::name::Name;
use crate::domain::place::{Area, PlaceError, Warning};
use crate::domain::sign::OfficerCard;
use crate::domain::words::{CheckpointKind, Datum};
use crate::problem::{Problem, Result};
use crate::service::checkpoints::Post;

/// In which datum coordinates are answered.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(in crate::http) struct DatumQuery {
    /// WGS-84 unless another is asked for.
    #[param(inline)]
    pub(in crate::http) datum: Option<Datum>,
}

impl DatumQuery {
    pub(in crate::http) fn datum(&self) -> Datum {
        self.datum.unwrap_or(Datum::Wgs84)
    }
}

/// The 一校一警 card: the officer who answers for this post.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::http) struct OfficerBody {
    #[schema(example = "王建国")]
    name: String,
    #[schema(example = "城关派出所 社区民警")]
    post: String,
    /// What the officer does for the school; may be empty.
    #[serde(default)]
    #[schema(example = "上下学时段到岗，每月两次到校检查")]
    duties: String,
    /// The number that the public may call; it is printed on the sign.
    #[schema(example = "0852-1234567")]
    phone: String,
}

/// The longest text of a card; a longer one does not fit on the sign.
const LONGEST: usize = 200;

impl TryFrom<OfficerBody> for OfficerCard {
    type Error = Problem;

    fn try_from(body: OfficerBody) -> Result<Self> {
        let name = |field: &str, text: String| {
            text.parse::<Name>().map(String::from).map_err(|e| Problem::invalid(&format!("officer.{field}"), e))
        };
        let duties = body.duties.trim().to_owned();
        if duties.chars().count() > LONGEST || duties.chars().any(char::is_control) {
            return Err(Problem::invalid("officer.duties", "at most 200 characters on one line / 最多 200 字，一行"));
        }
        Ok(Self {
            name: name("name", body.name)?,
            post: name("post", body.post)?,
            duties,
            phone: name("phone", body.phone)?,
        })
    }
}

impl From<OfficerCard> for OfficerBody {
    fn from(card: OfficerCard) -> Self {
        Self { name: card.name, post: card.post, duties: card.duties, phone: card.phone }
    }
}

/// Something odd about a place. It refuses nothing.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct WarningBody {
    code: Warning,
    /// What it means and what to do, in the reader's language.
    #[schema(example = "围栏半径小于 50 米，手机定位误差会让打卡落在外面。请放大围栏。")]
    message: String,
}

/// A post of a school.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct CheckpointBody {
    id: CheckpointId,
    school_id: OrganizationId,
    /// Its public number; codes and signs carry it.
    #[schema(example = 1000)]
    number: u32,
    #[schema(example = "东门 · 1号岗")]
    name: String,
    kind: CheckpointKind,
    /// The fence as a GeoJSON Feature: a Point with `radius_m`, a Polygon, or a LineString with `half_width_m`.
    #[schema(value_type = std::collections::BTreeMap<String, Value>, example = json!({"type": "Feature", "geometry": {"type": "Point", "coordinates": [116.393433, 39.929393]}, "properties": {"radius_m": 100}}))]
    area: Value,
    /// The datum of `area`.
    datum: Datum,
    /// Whether being inside proves presence without a code.
    fence_only: bool,
    officer: Option<OfficerBody>,
    /// Its place in the school's list.
    #[schema(example = 1)]
    position: i32,
    warnings: Vec<WarningBody>,
    /// Rises with each edit; the same as the ETag.
    version: i32,
}

impl CheckpointBody {
    pub(super) fn of(post: Post, datum: Datum, lang: Lang) -> Result<Self> {
        let warning = |w: Warning| WarningBody { code: w, message: w.sentence().text(lang).to_owned() };
        Ok(Self {
            id: post.row.id,
            school_id: post.row.school_id,
            number: post.row.number()?.0,
            kind: post.row.kind,
            area: post.row.area()?.to_geojson(datum),
            datum,
            fence_only: post.row.fence_only,
            officer: post.row.officer()?.map(OfficerBody::from),
            position: post.row.position,
            warnings: post.warnings()?.into_iter().map(warning).collect(),
            version: post.row.version,
            name: post.row.name,
        })
    }
}

pub(super) fn name(text: &str) -> Result<String> {
    text.parse::<Name>().map(String::from).map_err(|e| Problem::invalid("name", e))
}

/// The area of a request, whose datum must be stated: a silent default would move a gate by hundreds of metres.
pub(super) fn area(value: &Value, datum: Option<Datum>) -> Result<Area> {
    let datum = datum
        .ok_or_else(|| Problem::invalid("datum", "say wgs84, gcj02 or bd09 / 请写明坐标系：wgs84、gcj02 或 bd09"))?;
    Area::from_geojson(value, datum).map_err(|e| place_problem("area", e))
}

/// What is wrong with a place, in both languages; the stable code leads.
pub(in crate::http) fn place_problem(field: &str, error: PlaceError) -> Problem {
    let code = error.code();
    Problem::invalid(field, format!("{code}: {} / {code}: {}", error.en(), error.zh()))
}
