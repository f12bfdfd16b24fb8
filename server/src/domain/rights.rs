//! Who may do what: each office and role gives rights over its organization's subtree, and over nothing beside it
//! (DESIGN section 8). A station's reach includes the schools assigned to it.

use super::scope::{Path, Scope};
use super::text_enum::text_enum;
use super::words::{Office, Role};

text_enum! {
    /// One thing that somebody may be allowed to do in an organization.
    pub enum Right {
        /// See the organization, its posts, windows, duties and calendar.
        ReadSetUp = "read_set_up",
        /// See the board and the coverage.
        ReadCoverage = "read_coverage",
        /// See check-ins with names, evidence and flags.
        ReadEvidence = "read_evidence",
        /// See members; phone numbers masked.
        ReadMembers = "read_members",
        /// Read and export the audit log.
        ReadAudit = "read_audit",
        /// Add, edit and put away organizations; import schools; assign schools to stations.
        ManageOrganizations = "manage_organizations",
        /// Edit one's own organization's name, place and settings.
        EditOrganization = "edit_organization",
        /// Invite, approve, end memberships that carry a role.
        ManageMembers = "manage_members",
        /// Give and take offices.
        ManageOffices = "manage_offices",
        /// Checkpoints, signs and screens.
        ManagePlaces = "manage_places",
        /// Windows, duties and the calendar of the organization.
        ManageRules = "manage_rules",
        /// Patrol routes, and how often they are to be walked.
        ManagePatrols = "manage_patrols",
        /// Whom alerts go to: steps and channels; sending a message again.
        ManageAlerts = "manage_alerts",
        /// Plan shifts.
        PlanShifts = "plan_shifts",
        /// Record a reason why a duty was not staffed, or change one day.
        ChangeDay = "change_day",
        /// Co-sign the check-in of somebody at the same post.
        CoSign = "co_sign",
        /// Decide on corrections, void check-ins, review flags.
        AmendEvidence = "amend_evidence",
        /// Check in.
        CheckIn = "check_in",
        /// Rotate and retire signing keys.
        ManageKeys = "manage_keys",
    }
}

use Right::{
    AmendEvidence, ChangeDay, CheckIn, CoSign, EditOrganization, ManageAlerts, ManageMembers, ManageOffices,
    ManageOrganizations, ManagePatrols, ManagePlaces, ManageRules, PlanShifts, ReadAudit, ReadCoverage, ReadEvidence,
    ReadMembers, ReadSetUp,
};

const SCHOOL_HEAD: &[Right] = &[
    ReadSetUp,
    ReadCoverage,
    ReadEvidence,
    ReadMembers,
    ReadAudit,
    EditOrganization,
    ManageMembers,
    ManagePlaces,
    ManageRules,
    ManageAlerts,
    PlanShifts,
    ChangeDay,
    CoSign,
    AmendEvidence,
];
const BUREAU: &[Right] = &[
    ReadSetUp,
    ReadCoverage,
    ReadEvidence,
    ReadMembers,
    ReadAudit,
    ManageOrganizations,
    EditOrganization,
    ManageMembers,
    ManageOffices,
    ManagePlaces,
    ManageRules,
    ManageAlerts,
    ChangeDay,
];
/// A chief sees the schools of the station; what is set up there stays the schools' own. The rounds are the station's.
const STATION: &[Right] = &[ReadSetUp, ReadCoverage, ReadEvidence, ReadMembers, ManagePatrols, ManageAlerts, CoSign];
const ON_DUTY: &[Right] = &[ReadSetUp, ReadCoverage, CheckIn];
const DUTY_LEADER: &[Right] = &[ReadSetUp, ReadCoverage, CheckIn, CoSign];

/// What a person holds in an organization: an office, or a role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holding {
    /// Rights.
    Office(Office),
    /// Duty; `in_charge` is the guard in charge (保安队长), who may co-sign.
    Role {
        /// In what capacity.
        role: Role,
        /// Whether the person leads the others of that role.
        in_charge: bool,
    },
}

impl Holding {
    /// The rights that come with it.
    #[must_use]
    pub const fn rights(self) -> &'static [Right] {
        match self {
            Self::Office(Office::Admin) => Right::ALL,
            Self::Office(Office::BureauOfficer) => BUREAU,
            Self::Office(Office::StationChief) => STATION,
            Self::Office(Office::Principal | Office::SafetyOfficer) => SCHOOL_HEAD,
            Self::Role { role: Role::SchoolLeader | Role::Police | Role::TrafficPolice, .. }
            | Self::Role { role: Role::Guard, in_charge: true } => DUTY_LEADER,
            Self::Role { .. } => ON_DUTY,
        }
    }
}

/// A holding and the subtrees it reaches: its organization's, and for a station those of its schools.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grant {
    /// What is held.
    pub holding: Holding,
    /// Where it holds.
    pub reach: Vec<Path>,
}

impl Grant {
    /// Whether this grant gives a right over an organization.
    #[must_use]
    pub fn gives(&self, right: Right, over: &Path) -> bool {
        self.holding.rights().contains(&right) && self.reaches(over)
    }

    fn reaches(&self, place: &Path) -> bool {
        self.reach.iter().any(|root| root.covers(place))
    }
}

/// The rights that a person's grants give over a place, each once, in their order.
#[must_use]
pub fn rights_over(grants: &[Grant], place: &Path) -> Vec<Right> {
    let given = |right: &Right| grants.iter().any(|grant| grant.gives(*right, place));
    Right::ALL.iter().copied().filter(given).collect()
}

/// The roles that a person's grants give over a place, in their order.
pub fn roles_over(grants: &[Grant], place: &Path) -> impl Iterator<Item = Role> {
    grants.iter().filter(|grant| grant.reaches(place)).filter_map(|grant| match grant.holding {
        Holding::Role { role, .. } => Some(role),
        Holding::Office(_) => None,
    })
}

/// Every place where a person's grants give a right.
#[must_use]
pub fn scope_of(grants: &[Grant], right: Right) -> Scope {
    let giving = grants.iter().filter(|grant| grant.holding.rights().contains(&right));
    Scope::Subtrees(giving.flat_map(|grant| grant.reach.iter().cloned()).collect())
}
