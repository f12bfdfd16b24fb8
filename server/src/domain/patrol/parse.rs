//! Reading a patrol document. Unknown fields are passed over; everything else that is wrong is refused, naming its field.

use super::document::{
    DocumentEnd, DocumentPlan, DocumentPlanWindow, DocumentPoint, DocumentRoute, DocumentScan, PatrolDocument,
};
use crate::domain::coverage::{DEFAULT_MIN_GRADE, DocumentError, DocumentSchool, Field, MIN_GRADES, Problem};
use crate::domain::coverage::{distinct, format, json};
use crate::domain::place::Position;
use crate::domain::words::{CheckInKind, Grade};

impl PatrolDocument {
    /// Reads a document from the bytes of a file.
    ///
    /// # Errors
    /// The first thing that is wrong, with its field.
    pub fn parse(bytes: &[u8]) -> Result<Self, DocumentError> {
        document(&Field::root(&json(bytes)?))
    }
}

fn document(root: &Field<'_>) -> Result<PatrolDocument, DocumentError> {
    format(&root.get("format")?, PatrolDocument::FORMAT)?;
    let document = PatrolDocument {
        format: PatrolDocument::FORMAT,
        station: station(&root.get("station")?)?,
        date: root.get("date")?.date()?,
        as_known_at: root.get("as_known_at")?.time()?,
        day_ends_at: root.get("day_ends_at")?.time()?,
        route: route(&root.get("route")?)?,
        plan: plan(&root.get("plan")?)?,
        check_ins: root.get("check_ins")?.each(scan)?,
        ends: root.get("ends")?.each(end)?,
    };
    distinct("route.points", document.route.points.iter().map(|point| &point.checkpoint_id))?;
    distinct("check_ins", document.check_ins.iter().map(|scan| &scan.id))?;
    distinct("ends", document.ends.iter().map(|end| &end.id))?;
    for (place, scan) in document.check_ins.iter().enumerate() {
        if !document.route.points.iter().any(|point| point.checkpoint_id == scan.checkpoint_id) {
            let field = format!("check_ins[{place}].checkpoint_id");
            return Err(DocumentError::at(field, Problem::UnknownPoint(scan.checkpoint_id.clone())));
        }
    }
    Ok(document)
}

fn station(field: &Field<'_>) -> Result<DocumentSchool, DocumentError> {
    Ok(DocumentSchool {
        id: field.get("id")?.id()?,
        name: field.get("name")?.text()?.to_owned(),
        timezone: field.get("timezone")?.timezone()?,
    })
}

fn route(field: &Field<'_>) -> Result<DocumentRoute, DocumentError> {
    let min_grade = field.find("min_grade")?.map(|grade| grade.word(&MIN_GRADES, Grade::as_str)).transpose()?;
    let points_field = field.get("points")?;
    let points = points_field.each(point)?;
    if points.is_empty() {
        return Err(points_field.error(Problem::Empty));
    }
    let speed_field = field.get("max_speed")?;
    let max_speed = speed_field.decimal()?;
    if max_speed <= 0.0 {
        return Err(speed_field.not_allowed("a number above 0"));
    }
    Ok(DocumentRoute {
        id: field.get("id")?.id()?,
        name: field.get("name")?.text()?.to_owned(),
        ordered: field.get("ordered")?.flag()?,
        max_minutes: field.get("max_minutes")?.number(1)?,
        min_grade: min_grade.unwrap_or(DEFAULT_MIN_GRADE),
        max_speed,
        points,
    })
}

fn point(field: &Field<'_>) -> Result<DocumentPoint, DocumentError> {
    let seconds = |name| field.find(name)?.map_or(Ok(0), |number| number.number(0));
    Ok(DocumentPoint {
        checkpoint_id: field.get("checkpoint_id")?.id()?,
        not_before: field.find_some("not_before")?.map(|time| time.time()).transpose()?,
        dwell_seconds: seconds("dwell_seconds")?,
        tolerance_seconds: seconds("tolerance_seconds")?,
        place: field.find_some("place")?.map(|place| position(&place)).transpose()?,
    })
}

fn position(field: &Field<'_>) -> Result<Position, DocumentError> {
    let (lon, lat) = (field.get("lon")?.decimal()?, field.get("lat")?.decimal()?);
    Position::new(lon, lat).map_err(|_| field.not_allowed("a longitude and a latitude in degrees (WGS-84)"))
}

fn plan(field: &Field<'_>) -> Result<DocumentPlan, DocumentError> {
    Ok(DocumentPlan { rounds: field.get("rounds")?.number(0)?, windows: field.get("windows")?.each(window)? })
}

fn window(field: &Field<'_>) -> Result<DocumentPlanWindow, DocumentError> {
    let ends_at_field = field.get("ends_at")?;
    let window = DocumentPlanWindow { starts_at: field.get("starts_at")?.time()?, ends_at: ends_at_field.time()? };
    if window.starts_at.timestamp() >= window.ends_at.timestamp() {
        return Err(ends_at_field.error(Problem::EndsBeforeStart));
    }
    Ok(window)
}

fn scan(field: &Field<'_>) -> Result<DocumentScan, DocumentError> {
    Ok(DocumentScan {
        id: field.get("id")?.id()?,
        person_id: field.get("person_id")?.id()?,
        checkpoint_id: field.get("checkpoint_id")?.id()?,
        kind: field.get("kind")?.word(CheckInKind::ALL, CheckInKind::as_str)?,
        at: field.get("at")?.time()?,
        grade: field.get("grade")?.word(Grade::ALL, Grade::as_str)?,
    })
}

fn end(field: &Field<'_>) -> Result<DocumentEnd, DocumentError> {
    Ok(DocumentEnd {
        id: field.get("id")?.id()?,
        person_id: field.get("person_id")?.id()?,
        at: field.get("at")?.time()?,
        reason: field.get("reason")?.text()?.to_owned(),
    })
}
