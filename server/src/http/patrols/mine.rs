use actix_web::get;
use actix_web::web::{Data, Json};
use chrono::NaiveDate;
use serde::Serialize;
use utoipa::ToSchema;

use super::day::PatrolWindowBody;
use super::wire::{PatrolPointBody, PatrolRouteBody, points_of};
use crate::domain::moment::Moment;
use crate::domain::patrol::{DocumentPointWalked, DocumentRound, How, MonthSum, RoundsSum};
use crate::http::answer::run;
use crate::problem::Result;
use crate::service::patrols::mine::{self, MyRoute};
use crate::service::{Actor, App};

/// What one has to walk today.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct MyPatrolsBody {
    /// The server's moment.
    now: Moment,
    /// By station and name.
    items: Vec<MyPatrolBody>,
}

/// A route that one walks, with all that is needed to be led along it without a network.
#[derive(Debug, Serialize, ToSchema)]
struct MyPatrolBody {
    route: PatrolRouteBody,
    #[schema(example = "城关派出所")]
    station_name: String,
    #[schema(example = "Asia/Shanghai")]
    timezone: String,
    /// Today, by the station's clock.
    date: NaiveDate,
    /// Everybody's rounds today, against the plan.
    sum: RoundsSum,
    /// This month, where the route is asked for by the month; else null.
    month: Option<MonthSum>,
    /// When rounds are to be walked; the whole day if empty.
    windows: Vec<PatrolWindowBody>,
    /// In the order of the route.
    points: Vec<PatrolPointBody>,
    /// One's own rounds today, by their beginning; the last one may be under way.
    rounds: Vec<MyRoundBody>,
}

/// A round of one's own.
#[derive(Debug, Serialize, ToSchema)]
struct MyRoundBody {
    #[schema(format = DateTime)]
    opened_at: String,
    /// Its end; null while it is under way.
    #[schema(value_type = Option<String>, format = DateTime)]
    ended_at: Option<String>,
    how: Option<How>,
    /// In the order of the route.
    points: Vec<DocumentPointWalked>,
}

impl From<DocumentRound> for MyRoundBody {
    fn from(round: DocumentRound) -> Self {
        Self { opened_at: round.opened_at, ended_at: round.ended_at, how: round.how, points: round.points }
    }
}

impl MyPatrolBody {
    fn of(mine: MyRoute) -> Result<Self> {
        Ok(Self {
            route: PatrolRouteBody::of(&mine.row)?,
            station_name: mine.station.name,
            timezone: mine.station.timezone,
            date: mine.date,
            sum: mine.sum,
            month: mine.month,
            windows: mine.document.plan.windows.iter().map(PatrolWindowBody::of).collect(),
            points: points_of(mine.points, &mine.document.route.points),
            rounds: mine.mine.into_iter().map(MyRoundBody::from).collect(),
        })
    }
}

/// List the routes that one walks today.
///
/// For police, auxiliary and traffic police of a station. Check-ins at the points begin and lead a round by themselves.
#[utoipa::path(
    tag = "patrols",
    responses((status = 200, description = "The routes; none for everybody else", body = MyPatrolsBody)),
    security(("bearer" = []))
)]
#[get("/me/patrols")]
pub(super) async fn list(app: Data<App>, actor: Actor) -> Result<Json<MyPatrolsBody>> {
    let (now, mine) = run(&app, move |app| mine::list(app, &actor)).await?;
    let items = mine.into_iter().map(MyPatrolBody::of).collect::<Result<_>>()?;
    Ok(Json(MyPatrolsBody { now, items }))
}
