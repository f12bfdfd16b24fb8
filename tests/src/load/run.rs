//! `huxue-tests load`: one run, from a fresh database to the table of figures.

use std::path::Path;
use std::process::ExitCode;
use std::rc::Rc;
use std::time::Duration;

use clap::{Args, ValueEnum};
use huxue::service::Clock;
use tempfile::TempDir;

use super::ceilings;
use super::check::{compare, stored_ids};
use super::pgbench;
use super::report::Report;
use super::send::{Plan, send};
use super::world::{ALL_DAY, Shape, World, zone_of_a_morning};
use crate::database::Cluster;
use crate::server_process::ServerProcess;

/// Which database is loaded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Engine {
    Sqlite,
    Postgres,
}

/// What is run, and how much of it.
#[derive(Debug, Args)]
pub struct LoadArgs {
    /// The database; PostgreSQL runs as a cluster of its own that waits for the disk
    #[arg(long, default_value = "sqlite")]
    database: Engine,
    /// How long phones send
    #[arg(long, default_value_t = 20)]
    seconds: u64,
    /// How long phones send before that, uncounted: a server that runs knows its schools, a database its tables
    #[arg(long, default_value_t = 4)]
    warm_up: u64,
    /// How many check-ins are sent at most
    #[arg(long, default_value_t = 2_000_000)]
    count: usize,
    /// Connections, each with one request under way
    #[arg(long, default_value_t = 32)]
    connections: usize,
    /// Check-ins in a request, 1 to 200
    #[arg(long, default_value_t = 1, value_parser = clap::value_parser!(u8).range(1..=200))]
    batch: u8,
    /// Schools of the made-up county
    #[arg(long, default_value_t = 100, value_parser = clap::value_parser!(u32).range(1..=60_000))]
    schools: u32,
    /// People of each school, each with a phone
    #[arg(long, default_value_t = 200, value_parser = clap::value_parser!(u32).range(1..=60_000))]
    people: u32,
}

impl LoadArgs {
    fn shape(&self) -> Shape {
        let zone = zone_of_a_morning(Clock::system().now());
        Shape { schools: self.schools, people: self.people, windows: ALL_DAY, zone }
    }
}

/// The database of a run; it goes with this value.
struct Target {
    url: String,
    folder: TempDir,
    cluster: Option<Cluster>,
}

/// The database's name on a cluster of its own.
const DATABASE: &str = "load";

impl Target {
    fn fresh(engine: Engine) -> Option<Self> {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let cluster = match engine {
            Engine::Sqlite => None,
            Engine::Postgres => Some(Cluster::start(true)?),
        };
        let url = cluster.as_ref().map_or_else(
            || format!("sqlite:{}", folder.path().join("huxue.db").display()),
            |cluster| cluster.create_database(DATABASE),
        );
        Some(Self { url, folder, cluster })
    }
}

/// Loads a server that it starts itself, prints the figures, and fails if a check-in was refused, lost or invented.
///
/// # Panics
/// If the server or the database cannot be started.
#[must_use]
pub fn run(args: &LoadArgs) -> ExitCode {
    let Some(target) = Target::fresh(args.database) else { return ExitCode::FAILURE };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let report = runtime.block_on(measure(args, &target));
    huxue::cli::print(&report).expect("standard output takes it");
    if report.is_sound() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

async fn measure(args: &LoadArgs, target: &Target) -> Report {
    let world = Rc::new(World::make(&target.url, args.shape()));
    let before = target.folder.path().join("before.db");
    if target.cluster.is_none() {
        ceilings::copy(&target.url, &before);
    }
    let server = ServerProcess::start(&target.url, &[]);
    let empty_endpoint = ceilings::empty_endpoint(server.address, args.connections, Duration::from_secs(2)).await;
    let plan = Plan {
        connections: args.connections,
        batch: args.batch.into(),
        time: Duration::from_secs(args.seconds),
        count: args.count,
    };
    let warm_up = Plan { time: Duration::from_secs(args.warm_up), ..plan };
    let mut all = send(server.address, &world, warm_up, &Rc::default()).await;
    if let Some(cluster) = &target.cluster {
        // PostgreSQL does so by itself within a minute; a run is shorter.
        cluster.psql(DATABASE, "ANALYZE");
    }
    let cpu_before = server.cpu();
    let tally = send(server.address, &world, plan, &Rc::default()).await;
    let (memory, cpu) = (server.memory(), server.cpu() - cpu_before);
    server.kill();
    all.add(tally.clone());
    let comparison = compare(&stored_ids(&target.url), &all);
    let database_alone = database_alone(args, target, &before);
    Report { title: title(args), tally, comparison, memory, cpu, empty_endpoint, database_alone }
}

fn database_alone(args: &LoadArgs, target: &Target, before: &Path) -> (&'static str, f64) {
    match &target.cluster {
        None => {
            let rate = ceilings::bare_group_commit(&target.url, before);
            ("the same rows put into SQLite directly, 128 a transaction", rate)
        }
        Some(cluster) => {
            let time = Duration::from_secs(args.seconds);
            let rate = pgbench::insert_rate(cluster, DATABASE, args.shape(), args.connections, time);
            ("pgbench inserts the same row, as many clients", rate)
        }
    }
}

fn title(args: &LoadArgs) -> String {
    let engine = match args.database {
        Engine::Sqlite => "SQLite",
        Engine::Postgres => "PostgreSQL",
    };
    let LoadArgs { connections, batch, seconds, .. } = args;
    format!("{engine}, {connections} connections, {batch} a request, {seconds} s")
}
