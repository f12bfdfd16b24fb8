//! Reading a day document. Unknown fields are passed over; everything else that is wrong is refused, naming its field.

use std::collections::HashSet;

use super::document::{DayDocument, DocumentCheckIn, DocumentDuty, DocumentSchool, DocumentSchoolDay, DocumentWindow};
use super::field::Field;
use super::json::json;
use super::problem::{DocumentError, Problem};
use crate::domain::school_rules::DEFAULT_HOLD_MINUTES;
use crate::domain::words::{CheckInKind, DayKind, Grade, Role, WindowKind};

/// The grades that a duty or a route can ask for.
pub(in crate::domain) const MIN_GRADES: [Grade; 3] = [Grade::Confirmed, Grade::Likely, Grade::Claimed];
/// Where it does not say (DESIGN section 7).
pub(in crate::domain) const DEFAULT_MIN_GRADE: Grade = Grade::Likely;

impl DayDocument {
    /// Reads a document from the bytes of a file.
    ///
    /// # Errors
    /// The first thing that is wrong, with its field.
    pub fn parse(bytes: &[u8]) -> Result<Self, DocumentError> {
        document(&Field::root(&json(bytes)?))
    }
}

fn document(root: &Field<'_>) -> Result<DayDocument, DocumentError> {
    format(&root.get("format")?, DayDocument::FORMAT)?;
    let document = DayDocument {
        format: DayDocument::FORMAT,
        school: school(&root.get("school")?)?,
        date: root.get("date")?.date()?,
        hold_minutes: root.find("hold_minutes")?.map_or(Ok(DEFAULT_HOLD_MINUTES), |field| field.number(0))?,
        school_day: school_day(&root.get("school_day")?)?,
        windows: root.get("windows")?.each(window)?,
        duties: root.get("duties")?.each(duty)?,
        check_ins: root.get("check_ins")?.each(check_in)?,
    };
    distinct("windows", document.windows.iter().map(|window| &window.id))?;
    distinct("duties", document.duties.iter().map(|duty| &duty.id))?;
    distinct("check_ins", document.check_ins.iter().map(|check_in| &check_in.id))?;
    document.input()?;
    Ok(document)
}

pub(in crate::domain) fn format(field: &Field<'_>, format: &'static str) -> Result<(), DocumentError> {
    if field.text()? == format { Ok(()) } else { Err(field.not_allowed(format)) }
}

fn school(field: &Field<'_>) -> Result<DocumentSchool, DocumentError> {
    Ok(DocumentSchool {
        id: field.get("id")?.id()?,
        name: field.get("name")?.text()?.to_owned(),
        timezone: field.get("timezone")?.timezone()?,
    })
}

fn school_day(field: &Field<'_>) -> Result<DocumentSchoolDay, DocumentError> {
    let kind = field.get("kind")?.word(DayKind::ALL, DayKind::as_str)?;
    let reason = field.find_some("reason")?.map(|reason| reason.text()).transpose()?;
    Ok(DocumentSchoolDay { kind, reason: reason.map(str::to_owned) })
}

fn window(field: &Field<'_>) -> Result<DocumentWindow, DocumentError> {
    let ends_at_field = field.get("ends_at")?;
    let window = DocumentWindow {
        id: field.get("id")?.id()?,
        kind: field.get("kind")?.word(WindowKind::ALL, WindowKind::as_str)?,
        starts_at: field.get("starts_at")?.time()?,
        ends_at: ends_at_field.time()?,
        lead_minutes: field.get("lead_minutes")?.number(0)?,
    };
    if window.starts_at.timestamp() >= window.ends_at.timestamp() {
        return Err(ends_at_field.error(Problem::EndsBeforeStart));
    }
    Ok(window)
}

fn duty(field: &Field<'_>) -> Result<DocumentDuty, DocumentError> {
    let roles_field = field.get("roles")?;
    let roles = roles_field.each(role)?;
    if roles.is_empty() {
        return Err(roles_field.error(Problem::Empty));
    }
    let min_grade = field.find("min_grade")?.map(|grade| grade.word(&MIN_GRADES, Grade::as_str)).transpose()?;
    Ok(DocumentDuty {
        id: field.get("id")?.id()?,
        window_id: field.get("window_id")?.id()?,
        checkpoint_id: field.get("checkpoint_id")?.id()?,
        roles,
        count: field.get("count")?.number(1)?,
        min_grade: min_grade.unwrap_or(DEFAULT_MIN_GRADE),
        excused: field.find_some("excused")?.map(|excused| reason(&excused)).transpose()?,
    })
}

fn role(field: &Field<'_>) -> Result<Role, DocumentError> {
    field.word(Role::ALL, Role::as_str)
}

/// The reason for standing down: a text, or an object that holds one.
fn reason(field: &Field<'_>) -> Result<String, DocumentError> {
    if field.is_object() { Ok(field.get("reason")?.text()?.to_owned()) } else { field.text().map(str::to_owned) }
}

fn check_in(field: &Field<'_>) -> Result<DocumentCheckIn, DocumentError> {
    let kind = field.get("kind")?.word(CheckInKind::ALL, CheckInKind::as_str)?;
    let grade = field.get("grade")?.word(Grade::ALL, Grade::as_str)?;
    let is_proof = matches!(kind, CheckInKind::Arrive | CheckInKind::StillHere) && grade.opens_a_stay();
    // Whoever has no role at the school is rejected, so such evidence has none to name.
    let role_field = if is_proof { Some(field.get("role")?) } else { field.find_some("role")? };
    Ok(DocumentCheckIn {
        id: field.get("id")?.id()?,
        person_id: field.get("person_id")?.id()?,
        role: role_field.map(|field| role(&field)).transpose()?,
        checkpoint_id: field.get("checkpoint_id")?.id()?,
        kind,
        at: field.get("at")?.time()?,
        grade,
    })
}

pub(in crate::domain) fn distinct<'a>(list: &str, ids: impl Iterator<Item = &'a String>) -> Result<(), DocumentError> {
    let mut seen = HashSet::new();
    for (place, id) in ids.enumerate() {
        if !seen.insert(id) {
            return Err(DocumentError::at(format!("{list}[{place}].id"), Problem::DuplicateId(id.clone())));
        }
    }
    Ok(())
}
