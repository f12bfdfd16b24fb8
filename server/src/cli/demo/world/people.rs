//! The people: officers of the station, those who run the schools, and those who stand at the posts.

use rand::rngs::StdRng;

use super::ids;
use super::names::Names;
use super::school::School;
use crate::domain::calendar::guards::guards_required;
use crate::domain::id::{MembershipId, OrganizationId, PersonId, SessionId};
use crate::domain::moment::Moment;
use crate::domain::words::{Office, Role};

/// Somebody.
pub(in crate::cli::demo) struct Person {
    pub(in crate::cli::demo) id: PersonId,
    pub(in crate::cli::demo) name: String,
    pub(in crate::cli::demo) phone: String,
    /// The id of their phone.
    pub(in crate::cli::demo) device: String,
    /// The session of their phone.
    pub(in crate::cli::demo) session: SessionId,
    pub(in crate::cli::demo) holds: Vec<Holder>,
}

/// What somebody holds somewhere: a role or an office.
pub(in crate::cli::demo) struct Holder {
    pub(in crate::cli::demo) id: MembershipId,
    pub(in crate::cli::demo) organization: OrganizationId,
    pub(in crate::cli::demo) role: Option<Role>,
    pub(in crate::cli::demo) office: Option<Office>,
    pub(in crate::cli::demo) in_charge: bool,
}

/// Staffs the county, and tells each school who serves there.
pub(super) fn staff(
    bureau: OrganizationId,
    station: OrganizationId,
    schools: &mut [School],
    begun: Moment,
    random: &mut StdRng,
) -> Vec<Person> {
    let names = Names::new(random);
    let mut staffing = Staffing { people: Vec::new(), names, begun, random };
    for office in [Office::Admin, Office::BureauOfficer, Office::BureauOfficer] {
        staffing.somebody(bureau, &[Holding::Office(office)]);
    }
    staffing.somebody(station, &[Holding::Office(Office::StationChief)]);
    for school in schools {
        staffing.school(school, station);
    }
    // The last one walks the rounds.
    staffing.somebody(station, &[Holding::Role(Role::Police)]);
    staffing.people
}

enum Holding {
    Office(Office),
    Role(Role),
    InCharge(Role),
}

struct Staffing<'a> {
    people: Vec<Person>,
    names: Names,
    begun: Moment,
    random: &'a mut StdRng,
}

impl Staffing<'_> {
    /// The principal and the safety officer take their turns as leaders on duty.
    fn school(&mut self, school: &mut School, station: OrganizationId) {
        for office in [Office::Principal, Office::SafetyOfficer] {
            let id = self.somebody(school.id, &[Holding::Office(office), Holding::Role(Role::SchoolLeader)]);
            school.members.entry(Role::SchoolLeader).or_default().push(id);
        }
        let guards = usize::try_from(guards_required(school.spec.pupils)).unwrap_or_default() + 1;
        for number in 0..guards {
            let holding = if number == 0 { Holding::InCharge(Role::Guard) } else { Holding::Role(Role::Guard) };
            let id = self.somebody(school.id, &[holding]);
            school.members.entry(Role::Guard).or_default().push(id);
        }
        for (role, count) in school.spec.staff {
            let of_station = matches!(role, Role::Police | Role::Auxiliary | Role::TrafficPolice);
            let organization = if of_station { station } else { school.id };
            for _ in 0..*count {
                let id = self.somebody(organization, &[Holding::Role(*role)]);
                school.members.entry(*role).or_default().push(id);
            }
        }
    }

    fn somebody(&mut self, organization: OrganizationId, holdings: &[Holding]) -> PersonId {
        let number = self.people.len() + 1;
        let id = PersonId(ids::at(self.begun, self.random));
        let holds = holdings.iter().map(|holding| self.holder(organization, holding)).collect();
        self.people.push(Person {
            id,
            name: self.names.next(number),
            phone: format!("1380000{number:04}"),
            device: format!("demo-phone-{number:04}"),
            session: SessionId(ids::at(self.begun, self.random)),
            holds,
        });
        id
    }

    fn holder(&mut self, organization: OrganizationId, holding: &Holding) -> Holder {
        let (role, office, in_charge) = match holding {
            Holding::Office(office) => (None, Some(*office), false),
            Holding::Role(role) => (Some(*role), None, false),
            Holding::InCharge(role) => (Some(*role), None, true),
        };
        Holder { id: MembershipId(ids::at(self.begun, self.random)), organization, role, office, in_charge }
    }
}
