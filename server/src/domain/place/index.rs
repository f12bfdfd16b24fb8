//! Which checkpoint does a person stand at? An R-tree over the boxes of all areas, for check-ins without a code.

use std::cmp::Ordering;

use rstar::{AABB, RTree, RTreeObject, SelectionFunction};

use super::fence::{Fix, classify, missing_reason};
use super::{Area, BoundingBox, Position, distance_m};
use crate::domain::id::{CheckpointId, OrganizationId};
use crate::domain::words::FenceClass;

/// A checkpoint as the index knows it. The box is computed from the area whenever it is asked for: keeping it would add
/// half to the memory of millions of circles.
#[derive(Debug, Clone, PartialEq)]
pub struct Placed {
    /// The checkpoint.
    pub checkpoint: CheckpointId,
    /// Its school.
    pub school: OrganizationId,
    /// Where it is.
    pub area: Area,
    /// Whether a fix inside proves presence here without a code.
    pub accepts_fence_only: bool,
}

/// The checkpoint that a fix was resolved to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Nearest {
    /// The checkpoint.
    pub checkpoint: CheckpointId,
    /// Its school.
    pub school: OrganizationId,
    /// Inside or uncertain.
    pub class: FenceClass,
    /// Metres from the fix to the area, 0 inside.
    pub distance_m: f64,
}

/// All checkpoints by place.
#[derive(Debug, Default)]
pub struct PlaceIndex {
    tree: RTree<Placed>,
}

impl PlaceIndex {
    /// Builds the index at once, which is faster and packs tighter than inserting one by one.
    #[must_use]
    pub fn load(checkpoints: Vec<Placed>) -> Self {
        Self { tree: RTree::bulk_load(checkpoints) }
    }

    /// How many checkpoints there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.tree.size()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Adds a checkpoint. One that moves is removed from its old area first.
    pub fn insert(&mut self, checkpoint: Placed) {
        self.tree.insert(checkpoint);
    }

    /// Takes out a checkpoint, given the area it was added with; none if it is not there.
    pub fn remove(&mut self, checkpoint: CheckpointId, area: &Area) -> Option<Placed> {
        self.tree.remove_with_selection_function(One { checkpoint, at: envelope(area.bounding_box()) })
    }

    /// The nearest checkpoint that accepts fence-only proof, passes `filter`, and whose class for the fix is inside or
    /// uncertain. Of those equally near (to the centimetre; all that the fix is inside of are) one with an open duty
    /// wins, then the nearer centre, then the lower id.
    #[must_use]
    pub fn nearest(
        &self,
        fix: &Fix,
        filter: impl Fn(&Placed) -> bool,
        has_open_duty: impl Fn(CheckpointId) -> bool,
    ) -> Option<Nearest> {
        if missing_reason(Some(fix)).is_some() {
            return None;
        }
        let reach = envelope(BoundingBox::of(fix.position()).grown_m(fix.reach_m()));
        let candidates: Vec<_> = self
            .tree
            .locate_in_envelope_intersecting(&reach)
            .filter(|placed| placed.accepts_fence_only && filter(placed))
            .filter_map(|placed| candidate(fix, placed))
            .collect();
        let least = candidates.iter().map(|found| found.centimetres).min_by(f64::total_cmp)?;
        // Few tie, so that few duties are looked up.
        let mut tied: Vec<_> = candidates.into_iter().filter(|found| found.centimetres <= least).collect();
        if tied.len() > 1 {
            tied.sort_by(|a, b| by_centre(fix.position(), a, b));
        }
        let open = tied.iter().find(|found| has_open_duty(found.nearest.checkpoint));
        open.or(tied.first()).map(|found| found.nearest)
    }
}

struct Candidate<'a> {
    placed: &'a Placed,
    nearest: Nearest,
    centimetres: f64,
}

fn candidate<'a>(fix: &Fix, placed: &'a Placed) -> Option<Candidate<'a>> {
    let fence = classify(Some(fix), &placed.area);
    let distance_m = fence.distance_m?;
    let here = matches!(fence.class, FenceClass::Inside | FenceClass::Uncertain);
    let nearest = Nearest { checkpoint: placed.checkpoint, school: placed.school, class: fence.class, distance_m };
    here.then(|| Candidate { placed, nearest, centimetres: (distance_m * 100.0).round() })
}

fn by_centre(position: Position, a: &Candidate<'_>, b: &Candidate<'_>) -> Ordering {
    let away = |found: &Candidate<'_>| distance_m(found.placed.area.centroid(), position);
    away(a).total_cmp(&away(b)).then(a.placed.checkpoint.cmp(&b.placed.checkpoint))
}

impl RTreeObject for Placed {
    type Envelope = AABB<[f64; 2]>;

    fn envelope(&self) -> Self::Envelope {
        envelope(self.area.bounding_box())
    }
}

fn envelope(bounds: BoundingBox) -> AABB<[f64; 2]> {
    AABB::from_corners([bounds.west, bounds.south], [bounds.east, bounds.north])
}

/// Selects the one entry of a checkpoint whose box is known.
struct One {
    checkpoint: CheckpointId,
    at: AABB<[f64; 2]>,
}

impl SelectionFunction<Placed> for One {
    fn should_unpack_parent(&self, parent: &AABB<[f64; 2]>) -> bool {
        use rstar::Envelope as _;
        parent.contains_envelope(&self.at)
    }

    fn should_unpack_leaf(&self, leaf: &Placed) -> bool {
        leaf.checkpoint == self.checkpoint
    }
}

#[cfg(test)]
mod tests;
