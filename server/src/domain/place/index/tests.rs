use proptest::prelude::*;
use uuid::Uuid;

use super::*;

fn at(east_m: f64, north_m: f64) -> Position {
    Position::new(110.0 + east_m / 95_000.0, 31.0 + north_m / 110_900.0).unwrap()
}

fn id(number: u128) -> CheckpointId {
    CheckpointId(Uuid::from_u128(number))
}

fn placed(number: u128, area: Area) -> Placed {
    Placed {
        checkpoint: id(number),
        school: OrganizationId(Uuid::from_u128(number % 3)),
        area,
        accepts_fence_only: number % 5 != 4,
    }
}

fn circle(number: u128, east_m: f64, radius_m: f64) -> Placed {
    placed(number, Area::circle(at(east_m, 0.0), radius_m).unwrap())
}

fn fix(east_m: f64, accuracy_m: f64) -> Fix {
    Fix::new(at(east_m, 0.0), accuracy_m, 0, false).unwrap()
}

fn found(index: &PlaceIndex, fix: &Fix, open: &[u128]) -> Option<CheckpointId> {
    let has_open_duty = |checkpoint| open.iter().any(|&number| id(number) == checkpoint);
    index.nearest(fix, |_| true, has_open_duty).map(|nearest| nearest.checkpoint)
}

#[test]
fn the_nearest_wins_even_without_a_duty() {
    let index = PlaceIndex::load(vec![circle(1, 0.0, 50.0), circle(2, 300.0, 50.0)]);
    assert_eq!(found(&index, &fix(100.0, 120.0), &[2]), Some(id(1)));
    assert_eq!(found(&index, &fix(220.0, 60.0), &[1]), Some(id(2)));
}

#[test]
fn ties_go_to_an_open_duty_then_the_nearer_centre_then_the_lower_id() {
    let index = PlaceIndex::load(vec![circle(3, 0.0, 100.0), circle(2, 0.0, 100.0), circle(1, 50.0, 100.0)]);
    assert_eq!(found(&index, &fix(0.0, 10.0), &[1]), Some(id(1)));
    assert_eq!(found(&index, &fix(0.0, 10.0), &[1, 3]), Some(id(3)));
    assert_eq!(found(&index, &fix(0.0, 10.0), &[]), Some(id(2)));
    assert_eq!(found(&index, &fix(40.0, 10.0), &[]), Some(id(1)));
}

#[test]
fn mirror_images_tie_whatever_the_rounding() {
    let index = PlaceIndex::load(vec![circle(1, -100.0, 50.0), circle(2, 100.0, 50.0)]);
    assert_eq!(found(&index, &fix(0.0, 80.0), &[1]), Some(id(1)));
    assert_eq!(found(&index, &fix(0.0, 80.0), &[2]), Some(id(2)));
}

#[test]
fn what_is_outside_or_unusable_resolves_to_nothing() {
    let index = PlaceIndex::load(vec![circle(1, 0.0, 50.0)]);
    assert_eq!(found(&index, &fix(100.0, 49.0), &[]), None);
    assert_eq!(found(&index, &fix(155.0, 200.0), &[]), None);
    assert_eq!(found(&index, &fix(0.0, 201.0), &[]), None);
    assert_eq!(found(&PlaceIndex::default(), &fix(0.0, 5.0), &[]), None);
    let old = Fix::new(at(0.0, 0.0), 5.0, 60_001, false).unwrap();
    assert_eq!(found(&index, &old, &[]), None);
}

#[test]
fn fence_only_and_the_filter_decide_who_takes_part() {
    let index = PlaceIndex::load(vec![circle(4, 0.0, 50.0), circle(1, 60.0, 50.0)]);
    assert_eq!(found(&index, &fix(0.0, 50.0), &[4]), Some(id(1)), "4 does not accept fence-only proof");
    let of_no_school = index.nearest(&fix(0.0, 50.0), |placed| placed.school.0.as_u128() == 7, |_| false);
    assert_eq!(of_no_school, None);
}

#[test]
fn a_checkpoint_moves() {
    let mut index = PlaceIndex::load((0..100).map(|number| circle(number * 5, 0.0, 50.0)).collect());
    let moved = index.remove(id(35), &circle(35, 0.0, 50.0).area).unwrap();
    assert_eq!((moved.checkpoint, index.len()), (id(35), 99));
    assert_eq!(index.remove(id(35), &moved.area), None);
    index.insert(circle(35, 1000.0, 50.0));
    assert_eq!(found(&index, &fix(1000.0, 5.0), &[]), Some(id(35)));
}

/// An entry stays small: millions are held in memory.
#[test]
fn an_entry_is_at_most_72_bytes() {
    assert!(size_of::<Placed>() <= 72, "{}", size_of::<Placed>());
}

fn any_area() -> impl Strategy<Value = Area> {
    let spot = || (-400.0..400.0, -400.0..400.0);
    prop_oneof![
        (spot(), 10.0..150.0).prop_map(|((x, y), radius)| Area::circle(at(x, y), radius).unwrap()),
        (spot(), 20.0..200.0, 20.0..200.0).prop_map(|((x, y), w, h)| {
            Area::polygon(&[at(x, y), at(x + w, y), at(x + w / 2.0, y + h)], &[]).unwrap()
        }),
        (spot(), 20.0..200.0, 20.0..200.0, 3.0..60.0).prop_map(|((x, y), w, h, half)| {
            Area::corridor(&[at(x, y), at(x + w, y), at(x + w, y + h)], half).unwrap()
        }),
    ]
}

/// The rule again, over every checkpoint and in one comparison.
fn twin(all: &[Placed], fix: &Fix, school: u128, open: impl Fn(CheckpointId) -> bool) -> Option<CheckpointId> {
    let of_school = all.iter().filter(|placed| placed.accepts_fence_only && placed.school.0.as_u128() == school);
    let near = of_school.filter_map(|placed| {
        let distance = placed.area.distance_m(&fix.position());
        let centre = distance_m(placed.area.centroid(), fix.position());
        let usable = fix.accuracy_m() <= 200.0 && fix.age_ms() <= 60_000;
        let here = usable && distance <= fix.accuracy_m().min(100.0);
        here.then_some(((distance * 100.0).round(), !open(placed.checkpoint), centre, placed.checkpoint))
    });
    near.min_by(|a, b| a.partial_cmp(b).unwrap()).map(|best| best.3)
}

proptest! {
    #[test]
    fn agrees_with_a_linear_scan(
        areas in prop::collection::vec(any_area(), 0..60), inserted in 0..60_usize,
        x in -500.0..500.0, y in -500.0..500.0, accuracy in 0.0..220.0, age in 0..70_000_i64, school in 0..3_u128,
    ) {
        let all: Vec<_> = (0..).zip(areas).map(|(number, area)| placed(number, area)).collect();
        let (later, first) = all.split_at(inserted.min(all.len()));
        let mut index = PlaceIndex::load([first, first].concat());
        later.iter().for_each(|placed| index.insert(placed.clone()));
        first.iter().for_each(|placed| assert_eq!(index.remove(placed.checkpoint, &placed.area).as_ref(), Some(placed)));
        prop_assert_eq!(index.len(), all.len());
        let fix = Fix::new(at(x, y), accuracy, age, false).unwrap();
        let open = |checkpoint: CheckpointId| checkpoint.0.as_u128().is_multiple_of(2);
        let answer = index.nearest(&fix, |placed| placed.school.0.as_u128() == school, open);
        prop_assert_eq!(answer.map(|nearest| nearest.checkpoint), twin(&all, &fix, school, open));
    }
}
