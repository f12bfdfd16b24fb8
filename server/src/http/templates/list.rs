use actix_web::get;
use actix_web::web::Json;
use serde::Serialize;
use utoipa::ToSchema;

use crate::domain::calendar::norms::{TEMPLATES, Template, TemplateDuty, TemplateWindow};
use crate::domain::lang::Lang;
use crate::domain::words::{CheckpointKind, Grade, Role, WindowKind};
use crate::http::extract::Page;
use crate::service::Actor;

/// A way to staff a school.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct TemplateBody {
    #[schema(example = "one_one_two_two")]
    code: &'static str,
    #[schema(example = "1+1+2+2 护学岗")]
    name: String,
    /// Where the norm comes from.
    #[schema(example = "公安机关“1+1+2+2”护学勤务模式")]
    source: String,
    checkpoints: Vec<TemplatePostBody>,
    windows: Vec<TemplateWindowBody>,
    /// Asked for in each window, in order.
    duties: Vec<TemplateDutyBody>,
}

/// A post of a template.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct TemplatePostBody {
    /// What the duties call it.
    #[schema(example = "gate")]
    key: &'static str,
    #[schema(example = "校门")]
    name: String,
    kind: CheckpointKind,
}

/// A window of a template: drop-off is measured from the start of school, pick-up from dismissal.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct TemplateWindowBody {
    kind: WindowKind,
    from_minutes: i16,
    to_minutes: i16,
    lead_minutes: u16,
}

/// What a template asks of a post.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct TemplateDutyBody {
    /// The post's key.
    #[schema(example = "gate")]
    checkpoint: &'static str,
    roles: Vec<Role>,
    count: u16,
    min_grade: Grade,
}

impl TemplateBody {
    fn of(template: &Template, lang: Lang) -> Self {
        let posts = template.checkpoints.iter();
        Self {
            code: template.code,
            name: template.name.text(lang).to_owned(),
            source: template.source.text(lang).to_owned(),
            checkpoints: posts
                .map(|post| TemplatePostBody { key: post.key, name: post.name.text(lang).to_owned(), kind: post.kind })
                .collect(),
            windows: template.windows.iter().map(TemplateWindowBody::from).collect(),
            duties: template.duties.iter().map(TemplateDutyBody::from).collect(),
        }
    }
}

impl From<&TemplateWindow> for TemplateWindowBody {
    fn from(window: &TemplateWindow) -> Self {
        let TemplateWindow { kind, from_minutes, to_minutes, lead_minutes } = *window;
        Self { kind, from_minutes, to_minutes, lead_minutes }
    }
}

impl From<&TemplateDuty> for TemplateDutyBody {
    fn from(duty: &TemplateDuty) -> Self {
        Self { checkpoint: duty.checkpoint, roles: duty.roles.to_vec(), count: duty.count, min_grade: duty.min_grade }
    }
}

/// List the templates.
///
/// Ways to staff a school, from published norms. Everything that is made from one can be edited afterwards.
#[utoipa::path(
    tag = "templates",
    responses((status = 200, description = "The templates", body = Page<TemplateBody>)),
    security(("bearer" = []))
)]
#[get("/templates")]
pub(super) async fn list(actor: Actor) -> Json<Page<TemplateBody>> {
    let items = TEMPLATES.iter().map(|template| TemplateBody::of(template, actor.lang)).collect();
    Json(Page { items, next: None })
}
