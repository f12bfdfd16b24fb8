//! How fast a bureau's month is: from stored days, and computed anew from the evidence.

use std::collections::BTreeSet;
use std::process::ExitCode;
use std::time::Instant;

use chrono::{NaiveDate, NaiveTime, TimeDelta, Weekday};
use chrono_tz::Asia::Shanghai;
use clap::Args;
use huxue::domain::check_in::grading::Proof;
use huxue::domain::id::{CheckInId, OrganizationId};
use huxue::domain::moment::Moment;
use huxue::domain::scope::Scope;
use huxue::domain::words::{CheckInKind, ClockQuality, FenceClass, Grade};
use huxue::problem::Problem;
use huxue::service::App;
use huxue::service::coverage::settle;
use huxue::store::JsonText;
use huxue::store::check_ins::{CheckIn, insert_many};
use serde_json::Value;

use super::world::{Phone, Shape, World};
use crate::app::TestApp;
use crate::database::Backend;

/// What is measured.
#[derive(Debug, Clone, Args)]
pub struct RollUpArgs {
    /// Measure PostgreSQL instead of SQLite
    #[arg(long)]
    postgres: bool,
    /// Schools of the made-up county
    #[arg(long, default_value_t = 1000, value_parser = clap::value_parser!(u32).range(1..=5_000))]
    schools: u32,
}

/// Drop-off and pick-up, minutes after midnight.
const WINDOWS: &[(i32, i32)] = &[(440, 480), (980, 1020)];

/// People of each school; each comes to both windows.
const PEOPLE: u32 = 4;

/// When each comes, says to be there still, and goes: minutes after the start of a window.
const MOMENTS: [(CheckInKind, i64); 3] =
    [(CheckInKind::Arrive, -5), (CheckInKind::StillHere, 20), (CheckInKind::Leave, 41)];

/// The days measured: thirty, the last of them final before the test clock's morning.
const FROM: NaiveDate = NaiveDate::from_ymd_opt(2026, 10, 22).expect("a date");
const TO: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 20).expect("a date");

/// How often the stored days are asked for; the middle one counts.
const TIMES: usize = 21;

/// Makes the month, asks for it over HTTP, and prints the times.
///
/// # Panics
/// If the server or the database fails.
#[must_use]
pub fn run_roll_up(args: &RollUpArgs) -> ExitCode {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let Some(report) = runtime.block_on(measure(args)) else { return ExitCode::FAILURE };
    huxue::cli::print(&report).expect("standard output takes it");
    ExitCode::SUCCESS
}

async fn measure(args: &RollUpArgs) -> Option<String> {
    let backend = if args.postgres { Backend::Postgres } else { Backend::Sqlite };
    let both_cores = |config: &mut huxue::config::Config| (config.workers, config.database_connections) = (2, 8);
    let test = TestApp::start_with(backend, both_cores).await?;
    let (app, shape) =
        (test.app.clone(), Shape { schools: args.schools, people: PEOPLE, windows: WINDOWS, zone: Shanghai });
    let filled = tokio::task::spawn_blocking(move || {
        let world = World::fill(&app, shape);
        let count = month(&app, &world);
        (world, count)
    });
    let (world, count) = filled.await.expect("it is filled");

    let (computed, from_evidence) = ask(&test, &world, "coverage/roll-up", "&by=school").await;
    let (_, police_seen) = ask(&test, &world, "patrols", "").await;
    let schools: BTreeSet<OrganizationId> = world.phones.iter().map(|phone| phone.school).collect();
    let (app, schools) = (test.app.clone(), Vec::from_iter(schools));
    let stored = tokio::task::spawn_blocking(move || {
        let started = Instant::now();
        let revisions = settle(&app, &schools, FROM, TO).expect("they are stored");
        (revisions, started.elapsed().as_secs_f64())
    });
    let (revisions, storing) = stored.await.expect("they are stored");
    let mut report = format!(
        "### A month of {} schools on {backend:?}: {count} check-ins, {FROM} to {TO}\n\n| figure | value |\n| --- | ---: |\n\
         | computed from the evidence, first time asked | {:.0} ms |\n| police seen at each school and day | {:.0} ms |\n| storing {revisions} school-days | {storing:.1} s |\n",
        args.schools,
        from_evidence * 1e3,
        police_seen * 1e3,
    );
    for by in ["school", "day"] {
        let mut times = Vec::new();
        for _ in 0..TIMES {
            let (answer, time) = ask(&test, &world, "coverage/roll-up", &format!("&by={by}")).await;
            assert_eq!(answer["whole"], computed["whole"], "stored days give the same sums");
            times.push(time * 1e3);
        }
        times.sort_by(f64::total_cmp);
        let (middle, worst) = (times.get(TIMES / 2).expect("one"), times.last().expect("one"));
        report +=
            &format!("| from stored days, by {by}: middle and worst of {TIMES} | {middle:.0} ms, {worst:.0} ms |\n");
    }
    Some(report)
}

/// Asks for the month over HTTP: the answer without what changes with each asking, and the seconds that it took.
async fn ask(test: &TestApp, world: &World, what: &str, more: &str) -> (Value, f64) {
    let (client, bureau) = (reqwest::Client::new(), world.bureau);
    let url = format!("{}/api/v1/organizations/{bureau}/{what}?from={FROM}&to={TO}{more}", test.address);
    let started = Instant::now();
    let answer = client.get(url).bearer_auth(&world.officer_token).send().await.expect("an answer");
    let text = answer.error_for_status().expect("it is allowed").text().await.expect("its text");
    let seconds = started.elapsed().as_secs_f64();
    let mut answer: Value = serde_json::from_str(&text).expect("JSON");
    if let Some(whole) = answer["whole"].as_object_mut() {
        whole.remove("as_known_at");
    }
    (answer, seconds)
}

/// Adds the check-ins of every school-day, as the group commit does, and says how many there are.
fn month(app: &App, world: &World) -> usize {
    let mut count = 0;
    for date in FROM.iter_days().take_while(|date| *date <= TO) {
        if !matches!(chrono::Datelike::weekday(&date), Weekday::Sat | Weekday::Sun) {
            let rows: Vec<CheckIn> = world.phones.iter().flat_map(|phone| day(phone, date)).collect();
            count += rows.len();
            app.store.write::<_, Problem>(&Scope::Everything, |tx| Ok(insert_many(tx, &rows, &[])?)).expect("stored");
        }
    }
    count
}

fn day(phone: &Phone, date: NaiveDate) -> Vec<CheckIn> {
    let midnight = date.and_time(NaiveTime::MIN).and_local_timezone(Shanghai).single().expect("no change of clocks");
    let moments =
        WINDOWS.iter().flat_map(|(starts, _)| MOMENTS.map(|(kind, after)| (kind, i64::from(*starts) + after)));
    moments.map(|(kind, minutes)| check_in(phone, kind, (midnight + TimeDelta::minutes(minutes)).into())).collect()
}

pub(super) fn check_in(phone: &Phone, kind: CheckInKind, at: Moment) -> CheckIn {
    CheckIn {
        id: CheckInId::fresh(),
        school_id: Some(phone.school),
        checkpoint_id: Some(phone.checkpoint),
        person_id: phone.person,
        session_id: None,
        role: Some(phone.role),
        kind,
        at,
        clock: ClockQuality::Good,
        created_at: at,
        sent_at: at,
        received_at: at,
        elapsed_ms: Some(0),
        proof: Proof::Sign,
        sign_id: None,
        screen_id: None,
        fence: FenceClass::Inside,
        distance_m: Some(0.0),
        accuracy_m: Some(12.5),
        grade: Grade::Confirmed,
        reasons: JsonText::empty_list(),
        flags: JsonText::empty_list(),
        duty_id: None,
        shift_id: None,
        device_id: phone.device.clone(),
        code: Some(phone.code.clone()),
        content_hash: vec![0; 32],
    }
}
