//! `/organizations/{id}/alerts`, `/alerts/{id}`, `/me/alerts`, `/organizations/{id}/channels`, `/organizations/{id}/alert-rules`

mod channels;
mod day;
mod digests;
mod every_channel;
mod kept;
mod killed;
mod morning;
mod others;
mod servers;

use std::sync::Arc;

use chrono::{Days, NaiveDate, TimeDelta};
use huxue::config::Config;
use huxue::domain::alert::{AlertKind, MessageState, Occasion, Told, Urgency};
use huxue::domain::id::{AlertId, MessageId};
use huxue::domain::words::{Office, Role};
use huxue::service::alerts::round::Round;
use huxue::store::JsonText;
use huxue::store::alerts::{self, AlertRow};
use huxue::store::messages::{self, MessageRow};
use huxue_tests::school::School;
use huxue_tests::{Actor, Organization, TestApp};
use serde_json::{Value, json};

/// A server whose channels may lead to this machine.
fn private(config: &mut Config) {
    config.private_channels = true;
}

/// A school whose window is from 07:20 to 08:00, with those whom its alerts reach.
struct Watched {
    admin: Actor,
    school: School,
    leader: Actor,
    safety: Actor,
    principal: Actor,
}

async fn watched(app: &TestApp) -> Watched {
    let admin = app.administrator().await;
    let school = app.guarded_school(&admin, "实验小学").await;
    let leader = app.on_duty(&school, Role::SchoolLeader).await;
    let safety = app.officer(&school.organization, Office::SafetyOfficer).await;
    let principal = app.officer(&school.organization, Office::Principal).await;
    Watched { admin, school, leader, safety, principal }
}

/// A round of the server, as the one that it makes each second by itself.
async fn turn(app: &TestApp) -> usize {
    let app = Arc::clone(&app.app);
    tokio::task::spawn_blocking(move || Round::new(&app).turn(&app)).await.unwrap().unwrap()
}

/// Lets time pass, and makes a round.
async fn pass(app: &TestApp, span: TimeDelta) {
    app.pass(span);
    turn(app).await;
}

impl Watched {
    /// The alerts that hold, as `(kind, missing)`, sorted.
    async fn open(&self, app: &TestApp) -> Vec<(String, i64)> {
        let path = format!("/organizations/{}/alerts?open=true", self.school.organization.id);
        let told = app.again(&self.principal).await.get(&path).await.expect(200);
        let of = |one: &Value| (one["kind"].as_str().unwrap().to_owned(), one["missing"].as_i64().unwrap());
        let mut open: Vec<(String, i64)> = told["items"].as_array().unwrap().iter().map(of).collect();
        open.sort();
        open
    }
}

/// What somebody was told in the app, the oldest first: `(occasion, text)`.
async fn told(app: &TestApp, who: &Actor) -> Vec<(String, String)> {
    let inbox = app.again(who).await.get("/me/alerts").await.expect(200);
    let of = |one: &Value| (one["occasion"].as_str().unwrap().to_owned(), one["text"].as_str().unwrap().to_owned());
    inbox["items"].as_array().unwrap().iter().rev().map(of).collect()
}

/// How often somebody was told for each occasion.
async fn counts(app: &TestApp, who: &Actor) -> Value {
    let told = told(app, who).await;
    let count = |occasion: &str| told.iter().filter(|(one, _)| one == occasion).count();
    json!([count("raised"), count("escalated"), count("resolved")])
}

/// An alert of the past that is closed, with a message about it to somebody; answers its id.
pub(crate) async fn raised(app: &TestApp, school: &Organization, to: Option<&Actor>) -> String {
    let (school_id, id, person_id) = (school.id.parse().unwrap(), AlertId::fresh(), to.map(Actor::id));
    app.store(move |app, tx| {
        let now = app.clock.now();
        let told = Told { since: "16:00".to_owned(), missing: 1, ..Told::default() };
        // Each on a day of its own: there is one of a kind a day.
        let day =
            NaiveDate::from_ymd_opt(2020, 1, 1).unwrap() + Days::new(u64::try_from(now.seconds() % 1000).unwrap());
        let row = AlertRow {
            id,
            organization_id: school_id,
            kind: AlertKind::UnplannedDuty,
            date: day,
            subject: String::new(),
            told: JsonText::of(&told)?,
            since: now,
            until: now,
            raised_at: now,
            step: 0,
            next_step_at: None,
            acknowledged_at: None,
            acknowledged_by: None,
            closed_at: Some(now),
            resolved: false,
        };
        assert_eq!(alerts::raise(tx, &[row])?.len(), 1);
        let message = MessageRow {
            id: MessageId::fresh(),
            organization_id: school_id,
            occasion: Occasion::Raised,
            alerts: JsonText::of(&[id])?,
            person_id,
            channel_id: None,
            text_zh: "有岗位缺人。".to_owned(),
            text_en: "A post is short.".to_owned(),
            created_at: now,
            state: MessageState::Sent,
            attempts: 0,
            next_try_at: None,
            sent_at: Some(now),
            error: None,
            read_at: None,
            urgency: Urgency::AtOnce,
            taken_at: None,
            digest_id: None,
        };
        Ok(messages::insert(tx, &[message])?)
    })
    .await;
    id.to_string()
}
