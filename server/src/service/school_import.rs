//! Importing a table of schools under a bureau: a preview first, then all or nothing. A second time adds nothing.

use serde_json::json;

use crate::domain::id::OrganizationId;
use crate::domain::place::Position;
use crate::domain::rights::Right;
use crate::domain::school_table::{self, Known, Row, RowProblem, School};
use crate::domain::scope::Scope;
use crate::domain::text_enum::text_enum;
use crate::domain::words::{Datum, OrganizationKind};
use crate::problem::{Code, Problem, Result};
use crate::store::organizations::{self, Organization};
use crate::store::{Read, Tx, generation};

use super::audit::{self, Event, Outcome};
use super::{Actor, App};

text_enum! {
    /// What an import does with a row.
    pub enum RowState {
        /// It is a new school.
        New = "new",
        /// The school is there already; it stays as it is.
        There = "there",
        /// It cannot be imported.
        Problem = "problem",
    }
}

/// A row as the import judges it.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Its line in the file.
    pub line: u64,
    /// The school's name.
    pub name: String,
    /// What is done with it.
    pub state: RowState,
    /// What is wrong.
    pub problem: Option<RowProblem>,
    /// Where the school is.
    pub position: Option<Position>,
}

/// What an import did, or would do.
#[derive(Debug, PartialEq)]
pub struct Report {
    /// Each row.
    pub lines: Vec<Line>,
    /// Whether the new schools were added.
    pub applied: bool,
}

impl Report {
    /// How many rows are in a state.
    #[must_use]
    pub fn count(&self, state: RowState) -> usize {
        self.lines.iter().filter(|line| line.state == state).count()
    }
}

/// Previews a table, or applies it: then every row is good and all is added, or nothing is. Without an actor it is run at
/// the machine itself.
///
/// # Errors
/// `not_found`, `forbidden`, [`Code::WrongParent`]; [`Code::TableUnreadable`] for what is no table.
pub fn run(
    app: &App,
    actor: Option<&Actor>,
    parent: OrganizationId,
    table: &[u8],
    datum: Datum,
    apply: bool,
) -> Result<Report> {
    let parent = match actor {
        Some(actor) => actor.require(app, Right::ManageOrganizations, parent)?,
        None => app.store.read(&Scope::Everything, |read| organizations::find(read, parent))?,
    };
    if parent.kind != OrganizationKind::Bureau {
        return Err(Code::WrongParent.into());
    }
    let rows = school_table::read(table, datum).map_err(|e| Problem::new(Code::TableUnreadable).detail(e))?;
    let below = Scope::of(parent.path.clone());
    if !apply || rows.iter().any(|row| row.school.is_err()) {
        return app.store.read(&below, |read| Ok(Report { lines: judge(&rows, &known(read)?), applied: false }));
    }
    app.store.write(&below, |tx| {
        // First of all, so that a second import waits here and then sees what the first one added.
        generation::raise(tx)?;
        let lines = judge(&rows, &known(tx)?);
        add(tx, app, actor, &parent, &rows, &lines)?;
        Ok(Report { lines, applied: true })
    })
}

/// The schools below the parent.
fn known(read: &mut impl Read) -> Result<Known> {
    let mut known = Known::default();
    for row in organizations::list(read, &organizations::Filter::schools(), None, i64::MAX)? {
        let position = row.lon.zip(row.lat).and_then(|(lon, lat)| Position::new(lon, lat).ok());
        known.add(&School { name: row.name, position, external_code: row.external_code });
    }
    Ok(known)
}

fn judge(rows: &[Row], known: &Known) -> Vec<Line> {
    rows.iter().map(|row| line(row, known)).collect()
}

fn line(row: &Row, known: &Known) -> Line {
    let (state, problem, position) = match &row.school {
        Err(problem) => (RowState::Problem, Some(*problem), None),
        Ok(school) if known.has(school) => (RowState::There, None, school.position),
        Ok(school) => (RowState::New, None, school.position),
    };
    Line { line: row.line, name: row.name.clone(), state, problem, position }
}

fn add(
    tx: &mut Tx,
    app: &App,
    actor: Option<&Actor>,
    parent: &Organization,
    rows: &[Row],
    lines: &[Line],
) -> Result<()> {
    let new = rows.iter().zip(lines).filter(|(_, line)| line.state == RowState::New);
    let schools: Vec<&School> = new.filter_map(|(row, _)| row.school.as_ref().ok()).collect();
    for school in &schools {
        organizations::insert(tx, &organization(app, parent, school))?;
    }
    let subject = Some(("organization", parent.id.to_string()));
    let details = json!({ "rows": rows.len(), "added": schools.len() });
    let event = Event { action: "school.import", organization: Some(&parent.path), subject, details };
    audit::record(tx, actor, Outcome::Done, app.clock.now(), event)
}

fn organization(app: &App, parent: &Organization, school: &School) -> Organization {
    let id = OrganizationId::fresh();
    Organization {
        id,
        parent_id: Some(parent.id),
        kind: OrganizationKind::School,
        name: school.name.clone(),
        path: parent.path.child(id),
        timezone: parent.timezone.clone(),
        school_type: None,
        external_code: school.external_code.clone(),
        lon: school.position.map(|position| position.lon()),
        lat: school.position.map(|position| position.lat()),
        version: 1,
        created_at: app.clock.now(),
        archived_at: None,
    }
}
