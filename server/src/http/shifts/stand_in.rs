use actix_web::web::{Data, Json, Path};
use actix_web::{HttpResponse, post};
use serde::Deserialize;
use utoipa::ToSchema;

use super::wire::ShiftBody;
use crate::domain::id::{PersonId, ShiftId};
use crate::domain::phone::Phone;
use crate::domain::words::Role;
use crate::http::answer::{ProblemBody, run};
use crate::problem::{Problem, Result};
use crate::service::shift_views::shown_one;
use crate::service::stand_ins::{self, StandIn};
use crate::service::{Actor, App};

/// Who stands in: by id or by phone number, exactly one of them.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "phone": "13800000000" }))]
pub(super) struct StandInBody {
    /// The person who stands in.
    person_id: Option<PersonId>,
    /// The phone number of a member of that school.
    #[schema(example = "13800000000")]
    phone: Option<String>,
    /// Needed only where that person holds several roles that the duty lists.
    role: Option<Role>,
}

impl TryFrom<StandInBody> for (StandIn, Option<Role>) {
    type Error = Problem;

    fn try_from(body: StandInBody) -> Result<Self> {
        let who = match (body.person_id, body.phone) {
            (Some(person), None) => StandIn::Person(person),
            (None, Some(phone)) => {
                StandIn::Phone(phone.parse::<Phone>().map_err(|error| Problem::invalid("phone", error))?)
            }
            _ => return Err(Problem::invalid("phone", "either this or 'person_id' / 请只填手机号或人员编号之一")),
        };
        Ok((who, body.role))
    }
}

/// Hand a shift to a stand-in.
///
/// Declared by the person whose shift it is, or by a planner. The shift is handed over and the stand-in is asked to accept one
/// of their own: both happen or neither. Of a phone number the answer never tells whether anybody has it, unless it is that of
/// somebody who can take the shift.
#[utoipa::path(
    tag = "shifts",
    params(("id" = ShiftId, Path, description = "The shift")),
    request_body = StandInBody,
    responses(
        (status = 201, description = "The stand-in's shift", body = ShiftBody),
        (status = 403, description = "`forbidden`", body = ProblemBody),
        (status = 409, description = "`shift_answered`, `duplicate`", body = ProblemBody),
        (status = 422, description = "`date_in_past`, `role_not_listed`, `no_such_stand_in`, `no_such_duty_that_day`, \
            `invalid_field`", body = ProblemBody),
        (status = 429, description = "`too_many_requests`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[post("/shifts/{id}/stand-in")]
pub(super) async fn stand_in(
    app: Data<App>,
    actor: Actor,
    id: Path<ShiftId>,
    body: Json<StandInBody>,
) -> Result<HttpResponse> {
    let (who, role) = body.into_inner().try_into()?;
    let lang = actor.lang;
    let hand = move |app: &App| shown_one(app, stand_ins::declare(app, &actor, *id, &who, role)?);
    Ok(HttpResponse::Created().json(ShiftBody::of(run(&app, hand).await?, lang)))
}
