//! The bureau, the station, the schools, and which of them are the station's.

use crate::cli::demo::world::{World, ZONE, county};
use crate::domain::id::OrganizationId;
use crate::domain::moment::Moment;
use crate::domain::scope::Path;
use crate::domain::words::OrganizationKind;
use crate::problem::Result;
use crate::store::organizations::{self, Organization};
use crate::store::{Tx, stations};

pub(super) fn insert(tx: &mut Tx, world: &World, now: Moment) -> Result<()> {
    let root = Path::root(world.bureau);
    let node = |id: OrganizationId, kind, name: &str| Organization {
        id,
        parent_id: (id != world.bureau).then_some(world.bureau),
        kind,
        name: name.to_owned(),
        path: if id == world.bureau { root.clone() } else { root.child(id) },
        timezone: ZONE.name().to_owned(),
        school_type: None,
        external_code: None,
        lon: None,
        lat: None,
        version: 1,
        created_at: now,
        archived_at: None,
    };
    organizations::insert(tx, &node(world.bureau, OrganizationKind::Bureau, county::BUREAU))?;
    organizations::insert(tx, &node(world.station, OrganizationKind::Station, county::STATION))?;
    for (number, school) in (1..).zip(&world.schools) {
        let (lon, lat) = school.spec.gate;
        let row = Organization {
            school_type: Some(school.spec.school_type.to_owned()),
            external_code: Some(format!("QH{number:03}")),
            lon: Some(lon),
            lat: Some(lat),
            ..node(school.id, OrganizationKind::School, school.spec.name)
        };
        organizations::insert(tx, &row)?;
        stations::assign(tx, world.station, school.id, now)?;
    }
    Ok(())
}
