//! A school of the county: its posts on the map, its windows, its duties.

use std::collections::BTreeMap;

use rand::rngs::StdRng;

use super::county::{Layout, SchoolSpec, WindowSpec};
use super::ids;
use crate::domain::calendar::norms::{Template, TemplateCheckpoint, TemplateDuty};
use crate::domain::id::{CheckpointId, DutyId, OrganizationId, PersonId, WindowId};
use crate::domain::moment::Moment;
use crate::domain::place::{Area, PlaceError, Position};
use crate::domain::words::{CheckpointKind, Grade, Role, WindowKind};

/// Metres of one degree of latitude.
const DEGREE_M: f64 = 111_320.0;

/// A school.
pub(in crate::cli::demo) struct School {
    pub(in crate::cli::demo) id: OrganizationId,
    pub(in crate::cli::demo) spec: &'static SchoolSpec,
    pub(in crate::cli::demo) posts: Vec<Post>,
    pub(in crate::cli::demo) windows: Vec<Window>,
    /// In their order; each window asks all of them.
    pub(in crate::cli::demo) duties: Vec<DutyAsked>,
    /// Who serves here, by role; officers of the station too.
    pub(in crate::cli::demo) members: BTreeMap<Role, Vec<PersonId>>,
}

/// A post.
pub(in crate::cli::demo) struct Post {
    pub(in crate::cli::demo) id: CheckpointId,
    pub(in crate::cli::demo) name: String,
    pub(in crate::cli::demo) kind: CheckpointKind,
    pub(in crate::cli::demo) centre: Position,
    pub(in crate::cli::demo) area: Area,
}

/// A window.
pub(in crate::cli::demo) struct Window {
    pub(in crate::cli::demo) id: WindowId,
    pub(in crate::cli::demo) spec: &'static WindowSpec,
}

/// What one window asks of one post.
pub(in crate::cli::demo) struct DutyAsked {
    pub(in crate::cli::demo) id: DutyId,
    pub(in crate::cli::demo) window: WindowId,
    pub(in crate::cli::demo) kind: WindowKind,
    pub(in crate::cli::demo) checkpoint: CheckpointId,
    /// Its place among the duties of its window.
    pub(in crate::cli::demo) position: usize,
    pub(in crate::cli::demo) roles: &'static [Role],
    pub(in crate::cli::demo) count: u16,
    pub(in crate::cli::demo) min_grade: Grade,
}

impl School {
    pub(super) fn new(spec: &'static SchoolSpec, begun: Moment, random: &mut StdRng) -> Result<Self, PlaceError> {
        let (posts, duties) = layout(&spec.layout);
        let mut by_key = BTreeMap::new();
        for template in posts {
            by_key.insert(template.key, post(spec, template, CheckpointId(ids::at(begun, random)))?);
        }
        let id = OrganizationId(ids::at(begun, random));
        let windows: Vec<Window> =
            spec.windows.iter().map(|spec| Window { id: WindowId(ids::at(begun, random)), spec }).collect();
        let mut asked = Vec::new();
        for window in &windows {
            for (position, duty) in duties.iter().enumerate() {
                let Some(post) = by_key.get(duty.checkpoint) else { continue };
                asked.push(DutyAsked {
                    id: DutyId(ids::at(begun, random)),
                    window: window.id,
                    kind: window.spec.kind,
                    checkpoint: post.id,
                    position,
                    roles: duty.roles,
                    count: duty.count,
                    min_grade: duty.min_grade,
                });
            }
        }
        let posts = posts.iter().filter_map(|template| by_key.remove(template.key)).collect();
        Ok(Self { id, spec, posts, windows, duties: asked, members: BTreeMap::new() })
    }

    /// A post by id.
    pub(in crate::cli::demo) fn post(&self, id: CheckpointId) -> Option<&Post> {
        self.posts.iter().find(|post| post.id == id)
    }
}

fn layout(layout: &Layout) -> (&'static [TemplateCheckpoint], &'static [TemplateDuty]) {
    match layout {
        Layout::Norm(code) => Template::find(code).map_or((&[], &[]), |norm| (norm.checkpoints, norm.duties)),
        Layout::Own(posts, duties) => (posts, duties),
    }
}

fn post(spec: &SchoolSpec, template: &TemplateCheckpoint, id: CheckpointId) -> Result<Post, PlaceError> {
    let centre = moved(spec.gate, f64::from(template.east_m), f64::from(template.north_m))?;
    let radius = f64::from(template.radius_m);
    // A village road is guarded along a stretch of it, everything else around a point.
    let along = template.kind == CheckpointKind::Road && spec.fence_only;
    let area = if along {
        let (lon, lat) = (centre.lon(), centre.lat());
        let ends = [moved((lon, lat), -150.0, -40.0)?, centre, moved((lon, lat), 150.0, 60.0)?];
        Area::corridor(&ends, radius / 2.0)?
    } else {
        Area::circle(centre, radius)?
    };
    Ok(Post { id, name: template.name.zh.to_string(), kind: template.kind, centre, area })
}

/// A place so many metres east and north of another.
pub(in crate::cli::demo) fn moved((lon, lat): (f64, f64), east_m: f64, north_m: f64) -> Result<Position, PlaceError> {
    Position::new(lon + east_m / (DEGREE_M * lat.to_radians().cos()), lat + north_m / DEGREE_M)
}
