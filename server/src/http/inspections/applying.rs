use actix_web::get;
use actix_web::web::{Data, Json, Path, Query};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::wire::ChecklistBody;
use crate::domain::id::OrganizationId;
use crate::domain::inspection::DueState;
use crate::domain::moment::Moment;
use crate::domain::words::DayKind;
use crate::http::answer::{ProblemBody, run};
use crate::problem::Result;
use crate::service::inspections::applying::{self, Applying, AtSchool};
use crate::service::{Actor, App};

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct DateQuery {
    /// The date, by the school's clock; today unless given.
    #[param(example = "2026-11-23")]
    date: Option<NaiveDate>,
}

/// What is to be inspected at a school.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct SchoolChecklistsBody {
    school_id: OrganizationId,
    date: NaiveDate,
    /// What the calendar says of that date.
    kind: DayKind,
    as_known_at: Moment,
    /// Those of huxue first, then those from above, then the school's own.
    items: Vec<ApplyingBody>,
}

/// A checklist with what is due.
#[derive(Debug, Serialize, ToSchema)]
struct ApplyingBody {
    checklist: ChecklistBody,
    /// Inspections of that date, or of its month.
    #[schema(example = 1)]
    done: u32,
    /// How many are asked for: none on a day without school, nor in a month without any; of a month in which the checklist held for
    /// some days only their share, rounded down.
    #[schema(example = 2)]
    required: u32,
    state: DueState,
    /// Whether the reader may go through it now.
    mine: bool,
}

/// Read what is to be inspected at a school.
///
/// The checklists that hold there, with how often each was gone through on a date or in its month. Where the calendar is not known,
/// nothing is missed. Needs the right `read_coverage`.
#[utoipa::path(
    tag = "inspections",
    params(("id" = OrganizationId, Path, description = "The school"), DateQuery),
    responses(
        (status = 200, description = "The checklists", body = SchoolChecklistsBody),
        (status = 422, description = "`invalid_field`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[get("/schools/{id}/checklists")]
pub(super) async fn at_school(
    app: Data<App>,
    actor: Actor,
    id: Path<OrganizationId>,
    query: Query<DateQuery>,
) -> Result<Json<SchoolChecklistsBody>> {
    let date = query.date;
    let AtSchool { school, date, kind, checklists, as_known_at } =
        run(&app, move |app| applying::at_school(app, &actor, *id, date)).await?;
    let items = checklists.into_iter().map(ApplyingBody::from).collect();
    Ok(Json(SchoolChecklistsBody { school_id: school.id, date, kind, as_known_at, items }))
}

impl From<Applying> for ApplyingBody {
    fn from(one: Applying) -> Self {
        let Applying { sheet, due, mine } = one;
        Self { checklist: sheet.into(), done: due.done, required: due.required, state: due.state, mine }
    }
}
