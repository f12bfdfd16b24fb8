//! Which checkpoint does a person stand at? An R-tree over all areas, for check-ins without a code.
//!
//! The tree holds blocks of neighbours, not single checkpoints. Loading two million of those straight into the tree took
//! ten times the memory they need themselves, and many times as long.

use std::cmp::Ordering;

use rstar::{AABB, Envelope as _, RTree, RTreeObject, SelectionFunction};

use super::fence::{Fix, classify, missing_reason};
use super::{Area, BoundingBox, Position, distance_m};
use crate::domain::id::{CheckpointId, OrganizationId};
use crate::domain::words::FenceClass;

/// A checkpoint as the index knows it.
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
    tree: RTree<Block>,
    len: usize,
}

/// Neighbours, and a box that holds all of them.
#[derive(Debug)]
struct Block {
    bounds: AABB<[f64; 2]>,
    members: Vec<Placed>,
}

/// How many neighbours are loaded into one block.
const BLOCK_SIZE: usize = 16;
/// Neighbours are sought in strips of this height along the parallels, degrees: about 2 km.
const STRIP_DEG: f64 = 0.02;

impl PlaceIndex {
    /// Builds the index at once, which is faster and packs tighter than inserting one by one.
    #[must_use]
    pub fn load(mut checkpoints: Vec<Placed>) -> Self {
        let len = checkpoints.len();
        checkpoints.sort_unstable_by(|a, b| along_strips(a.area.some_point(), b.area.some_point()));
        let mut rest = checkpoints.into_iter();
        let blocks = std::iter::from_fn(|| Block::of(rest.by_ref().take(BLOCK_SIZE).collect()));
        Self { tree: RTree::bulk_load(blocks.collect()), len }
    }

    /// How many checkpoints there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.len
    }

    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Adds a checkpoint. One that moves is removed from its old area first.
    pub fn insert(&mut self, checkpoint: Placed) {
        self.len += 1;
        self.tree.insert(Block { bounds: envelope(checkpoint.area.bounding_box()), members: vec![checkpoint] });
    }

    /// Takes out a checkpoint, given the area it was added with; none if it is not there.
    pub fn remove(&mut self, checkpoint: CheckpointId, area: &Area) -> Option<Placed> {
        let bounds = envelope(area.bounding_box());
        let mut block = self.tree.remove_with_selection_function(Holding { checkpoint, bounds })?;
        let place = block.members.iter().position(|placed| placed.checkpoint == checkpoint)?;
        let removed = block.members.swap_remove(place);
        self.len -= 1;
        if !block.members.is_empty() {
            self.tree.insert(block);
        }
        Some(removed)
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
            .flat_map(|block| &block.members)
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

impl Block {
    /// None of no members.
    fn of(members: Vec<Placed>) -> Option<Self> {
        let boxes = members.iter().map(|placed| envelope(placed.area.bounding_box()));
        let bounds = boxes.reduce(|a, b| a.merged(&b))?;
        Some(Self { bounds, members })
    }
}

impl RTreeObject for Block {
    type Envelope = AABB<[f64; 2]>;

    fn envelope(&self) -> Self::Envelope {
        self.bounds
    }
}

fn envelope(bounds: BoundingBox) -> AABB<[f64; 2]> {
    AABB::from_corners([bounds.west, bounds.south], [bounds.east, bounds.north])
}

/// Strip by strip from the south, each from west to east.
fn along_strips(a: Position, b: Position) -> Ordering {
    let strip = |position: Position| (position.lat() / STRIP_DEG).floor();
    strip(a).total_cmp(&strip(b)).then(a.lon().total_cmp(&b.lon()))
}

/// Selects the block that holds a checkpoint whose box is known.
struct Holding {
    checkpoint: CheckpointId,
    bounds: AABB<[f64; 2]>,
}

impl SelectionFunction<Block> for Holding {
    fn should_unpack_parent(&self, parent: &AABB<[f64; 2]>) -> bool {
        parent.contains_envelope(&self.bounds)
    }

    fn should_unpack_leaf(&self, leaf: &Block) -> bool {
        leaf.members.iter().any(|placed| placed.checkpoint == self.checkpoint)
    }
}

#[cfg(test)]
mod tests;
