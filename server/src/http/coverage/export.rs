use actix_web::HttpResponse;
use actix_web::get;
use actix_web::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use actix_web::web::{Data, Path, Query};

use super::wire::DateQuery;
use crate::domain::id::OrganizationId;
use crate::http::answer::run;
use crate::problem::Result;
use crate::service::coverage::export;
use crate::service::{Actor, App};

/// Export a school's day.
///
/// The document `huxue.day/1`: the calendar's decision, windows, duties and check-ins with the grades that count.
/// `huxue day coverage` recomputes the coverage from it alone, so that anybody can check a figure. The audit log says who
/// exported what.
#[utoipa::path(
    tag = "coverage",
    params(("id" = OrganizationId, Path, description = "The school"), DateQuery),
    responses((
        status = 200, description = "The day document, `huxue.day/1`", body = Object, content_type = "application/json",
        example = json!({
            "format": "huxue.day/1",
            "school": { "id": "019ab3c4-0000-7f80-9a1b-2c3d4e5f6001", "name": "实验小学", "timezone": "Asia/Shanghai" },
            "date": "2026-11-23", "hold_minutes": 45, "school_day": { "kind": "school_day", "reason": "上学日" },
            "windows": [{
                "id": "019ab3c4-0000-7f80-9a1b-2c3d4e5f6002", "kind": "drop_off", "lead_minutes": 10,
                "starts_at": "2026-11-23T07:20:00+08:00", "ends_at": "2026-11-23T08:00:00+08:00",
            }],
            "duties": [{
                "id": "019ab3c4-0000-7f80-9a1b-2c3d4e5f6003", "window_id": "019ab3c4-0000-7f80-9a1b-2c3d4e5f6002",
                "checkpoint_id": "019ab3c4-0000-7f80-9a1b-2c3d4e5f6004", "roles": ["guard"], "count": 1,
                "min_grade": "likely", "excused": null,
            }],
            "check_ins": [{
                "id": "019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6071", "person_id": "019ab3c4-0000-7f80-9a1b-2c3d4e5f6005",
                "role": "guard", "checkpoint_id": "019ab3c4-0000-7f80-9a1b-2c3d4e5f6004", "kind": "arrive",
                "at": "2026-11-23T07:15:04+08:00", "grade": "confirmed",
            }],
        })
    )),
    security(("bearer" = []))
)]
#[get("/schools/{id}/day")]
pub(super) async fn day_document(
    app: Data<App>,
    actor: Actor,
    id: Path<OrganizationId>,
    query: Query<DateQuery>,
) -> Result<HttpResponse> {
    let (school, date) = (*id, query.date);
    let document = run(&app, move |app| export::export(app, &actor, school, date)).await?;
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "application/json"))
        .insert_header((CONTENT_DISPOSITION, format!("inline; filename=\"{school}-{date}.json\"")))
        .json(document))
}
