//! How long the server's round takes that looks after the alerts of many schools, with all that it reads and writes.

use std::collections::BTreeMap;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use chrono::{DateTime, TimeDelta};
use chrono_tz::Asia::Shanghai;
use clap::Args;
use huxue::config::Config;
use huxue::domain::id::{MembershipId, OrganizationId, PersonId};
use huxue::domain::moment::Moment;
use huxue::domain::scope::Scope;
use huxue::domain::words::{CheckInKind, Office};
use huxue::problem::Problem;
use huxue::service::alerts::round::Round;
use huxue::service::{App, Clock};
use huxue::store::check_ins::{CheckIn, insert_many};
use huxue::store::memberships::{self, Membership, MembershipState};

use super::roll_up::check_in;
use super::world::{Shape, World};
use crate::database::{Backend, Database};

/// What is measured.
#[derive(Debug, Clone, Args)]
pub struct RoundArgs {
    /// Measure PostgreSQL instead of SQLite
    #[arg(long)]
    postgres: bool,
    /// Schools of the made-up county, each with ten duties a day
    #[arg(long, default_value_t = 1000, value_parser = clap::value_parser!(u32).range(1..=5_000))]
    schools: u32,
}

/// Drop-off and pick-up, minutes after midnight; people are to be there fifteen minutes before.
const WINDOWS: &[(i32, i32)] = &[(440, 480), (980, 1020)];
/// People of each school.
const PEOPLE: u32 = 8;
/// When it begins, by the schools' clock.
const START: &str = "2026-11-23T06:50:00+08:00";
/// How long a school rests after it was read, whatever the news.
const REST: Duration = Duration::from_secs(3);

/// Makes the schools, goes through a morning, and prints the times.
///
/// # Panics
/// If the database fails.
#[must_use]
pub fn run_round(args: &RoundArgs) -> ExitCode {
    let backend = if args.postgres { Backend::Postgres } else { Backend::Sqlite };
    let Some(database) = Database::fresh(backend) else { return ExitCode::FAILURE };
    let start = DateTime::parse_from_rfc3339(START).expect("a time");
    let (clock, hand) = Clock::manual(Moment::from(start));
    let config = Config { database_url: database.url.clone(), ..Config::default() };
    let app = App::start(config, clock).expect("the database opens");
    let world = World::fill(&app, Shape { schools: args.schools, people: PEOPLE, windows: WINDOWS, zone: Shanghai });
    let officers: BTreeMap<OrganizationId, PersonId> =
        world.phones.iter().map(|phone| (phone.school, phone.person)).collect();
    app.store
        .write::<_, Problem>(&Scope::Everything, |tx| {
            Ok(officers
                .iter()
                .try_for_each(|(school, person)| memberships::insert(tx, &safety(&app, *school, *person)))?)
        })
        .expect("they are stored");

    let everybody = |kind| {
        let rows: Vec<CheckIn> = world.phones.iter().map(|phone| check_in(phone, kind, app.clock.now())).collect();
        app.store.write::<_, Problem>(&Scope::Everything, |tx| Ok(insert_many(tx, &rows, &[])?)).expect("stored");
        officers.keys().for_each(|school| app.bus.school_changed(*school));
        std::thread::sleep(REST);
    };
    let (mut round, mut rows) = (Round::new(&app), String::new());
    let mut turn = |what: &str| {
        let started = Instant::now();
        let messages = round.turn(&app).expect("a round");
        rows += &format!("| {what} | {messages} | {:.0} ms |\n", started.elapsed().as_secs_f64() * 1e3);
    };
    turn("06:50:00 a server begins: every school is read");
    hand.advance(TimeDelta::seconds(1));
    turn("06:50:01 no news");
    hand.advance(TimeDelta::seconds(899));
    turn("07:05:00 nobody is at any post: each is raised and told");
    hand.advance(TimeDelta::seconds(1));
    turn("07:05:01 no news");
    hand.advance(TimeDelta::seconds(59));
    everybody(CheckInKind::Arrive);
    turn("07:06:00 people came everywhere: what is right again is closed and told");
    hand.advance(TimeDelta::seconds(60));
    everybody(CheckInKind::StillHere);
    turn("07:07:00 news of every school that changes nothing");
    huxue::cli::print(format!(
        "### The round of {} schools, {} duties, on {backend:?}\n\n| at | messages | time |\n| --- | ---: | ---: |\n{rows}",
        args.schools,
        args.schools * 10,
    ))
    .expect("standard output takes it");
    ExitCode::SUCCESS
}

/// Somebody whom alerts of a school reach.
fn safety(app: &App, organization_id: OrganizationId, person_id: PersonId) -> Membership {
    Membership {
        id: MembershipId::fresh(),
        person_id,
        organization_id,
        role: None,
        office: Some(Office::SafetyOfficer),
        in_charge: false,
        state: MembershipState::Active,
        invite_id: None,
        created_at: app.clock.now(),
        decided_by: None,
        decided_at: Some(app.clock.now()),
        ended_at: None,
    }
}
