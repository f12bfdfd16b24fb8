//! `huxue demo`: a made-up county that lives by a clock of its own.
//!
//! [`world`] says who and where, [`day`] who does what on a date; both are pure and hang on the seed alone. [`build`] and
//! [`past`] put the county and its history into a database; [`live`] then plays one school day after the other, with
//! phones that check in over HTTP like any others.

mod build;
mod calendar;
mod day;
mod folder;
mod live;
mod past;
mod welcome;
mod world;

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

use chrono::{Days, NaiveDate, NaiveTime, Timelike as _};
use clap::Args;

use self::build::Places;
use self::folder::Folder;
use self::live::{Pace, Part, Phones, Show, Stage};
use self::world::{World, second};
use super::output::{Failure, print};
use super::serve;
use crate::config::{Config, PhotoSettings};
use crate::domain::moment::Moment;
use crate::http;
use crate::problem::Problem;
use crate::service::clock::Hand;
use crate::service::{App, Clock, coverage};

/// How many days of history go into one transaction.
const DAYS_AT_ONCE: usize = 7;
/// Ten years: a session must not end because the demo's clock runs fast.
const LONG: i64 = 10 * 365;

#[derive(Debug, Args)]
pub(super) struct DemoArgs {
    /// The address to listen on / 监听地址
    #[arg(long, default_value = "127.0.0.1:8350")]
    listen: String,
    /// How many times as fast as the machine's the demo's clock runs / 演示时钟的倍速
    #[arg(long, default_value_t = 20, value_parser = clap::value_parser!(u32).range(1..=600))]
    speed: u32,
    /// Another seed makes another county / 换一个数就是另一个县
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// A folder to keep the database in; without it, a temporary one that goes with the demo / 数据文件夹，不给则用后即删
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
    /// When the first morning begins to be shown, before noon / 从早上几点演起
    #[arg(long, default_value = "06:55", value_parser = morning)]
    at: NaiveTime,
    /// How many days of history, weekends included / 历史天数（含周末）
    #[arg(long, default_value_t = 64, value_parser = clap::value_parser!(u64).range(0..=64))]
    days: u64,
    /// Play one morning as fast as the server answers, and stop / 以最快速度演完一个早上就停
    #[arg(long)]
    once: bool,
}

fn morning(text: &str) -> Result<NaiveTime, String> {
    let time = NaiveTime::parse_from_str(text, "%H:%M").map_err(|_| format!("'{text}' is no time such as 06:55"))?;
    if time.hour() < 12 { Ok(time) } else { Err(format!("{text} is not in the morning")) }
}

impl DemoArgs {
    fn config(&self, folder: &Folder) -> Result<Config, Failure> {
        let config = Config {
            listen: self.listen.clone(),
            public_url: format!("http://{}", self.listen),
            database_url: format!("sqlite:{}", folder.database().display()),
            access_token_seconds: LONG * 24 * 3600,
            refresh_token_days: LONG,
            photos: PhotoSettings { store: folder.photos().display().to_string(), ..PhotoSettings::default() },
            log: "warn".to_owned(),
            ..Config::default()
        };
        config.check().map_err(|error| Failure::about("demo", error))?;
        Ok(config)
    }

    /// Where the clock stands when the show begins.
    fn begins(&self) -> Moment {
        second(calendar::SHOWN, self.at.num_seconds_from_midnight().into())
    }

    fn clock(&self) -> (Clock, Hand) {
        if self.once { Clock::manual(self.begins()) } else { Clock::running(self.begins(), self.speed) }
    }

    const fn pace(&self) -> Pace {
        if self.once { Pace::AtOnce } else { Pace::Speed(self.speed) }
    }
}

pub(super) fn run(args: &DemoArgs) -> Result<(), Failure> {
    let folder = Folder::open(args.data.as_deref())?;
    let config = args.config(&folder)?;
    serve::start_log(&config.log)?;
    let (clock, hand) = args.clock();
    let app = Arc::new(App::start(config, clock).map_err(|problem| Failure::about("start", problem))?);
    let world = Arc::new(World::new(args.seed, calendar::SET_UP).map_err(|error| Failure::about("demo", error))?);
    let places = build_county(&app, &world, args.days)?;
    hand.set(args.begins());
    let stage = Stage { hand, pace: args.pace() };
    actix_web::rt::System::new().block_on(play(app, world, places, stage, args.once))
}

/// Sets the county up, with its history and with the figures of its days, and says how that goes.
fn build_county(app: &App, world: &World, days: u64) -> Result<Places, Failure> {
    let failed = |problem: Problem| Failure::about("demo", problem);
    let began = Instant::now();
    let last = calendar::SHOWN.pred_opt().unwrap_or(calendar::SHOWN);
    let first = calendar::SHOWN.checked_sub_days(Days::new(days)).unwrap_or(calendar::FIRST);
    let places = build::set_up(app, world, calendar::SET_UP, first).map_err(failed)?;
    print(format_args!(
        "{}: {} schools, {} people / 所学校、人",
        world::county::BUREAU,
        world.schools.len(),
        world.people.len()
    ))?;
    let mut count = 0;
    for week in calendar::school_days(first, last).chunks(DAYS_AT_ONCE) {
        count += past::insert(app, world, &places, week).map_err(failed)?;
        let until = week.last().copied().unwrap_or(last);
        print(format_args!("history until {until}: {count} check-ins / 条历史打卡"))?;
    }
    past::plan_shifts(app, world, &live::planned_at_first()).map_err(failed)?;
    let stored = finalize(app, world, first, last)?;
    print(format_args!(
        "{stored} school days computed and final; built in {:.1} s / 已算出每校每日的数字",
        began.elapsed().as_secs_f64()
    ))?;
    Ok(places)
}

/// Computes and stores the figures of past days.
fn finalize(app: &App, world: &World, from: NaiveDate, to: NaiveDate) -> Result<usize, Failure> {
    let schools: Vec<_> = world.schools.iter().map(|school| school.id).collect();
    coverage::settle(app, &schools, from, to).map_err(|problem| Failure::about("demo", problem))
}

/// Serves and plays until the show ends or somebody stops it.
async fn play(app: Arc<App>, world: Arc<World>, places: Places, stage: Stage, once: bool) -> Result<(), Failure> {
    let running = http::start(Arc::clone(&app)).map_err(|error| Failure::about(&app.config.listen, error))?;
    let address = format!("http://{}", running.address);
    let handle = running.handle.clone();
    let server = actix_web::rt::spawn(running.server);
    welcome::print_all(&world, &places, &address)?;
    let phones = Phones::new(&app, &world, &address).map_err(|problem| Failure::about("demo", problem))?;
    let show = Show { app, world, places, stage, phones };
    let shown = tokio::select! {
        shown = go(show, once) => shown,
        () = serve::wait_for_stop() => print("stopping / 正在停止"),
    };
    handle.stop(true).await;
    let served = server.await.map_err(|error| Failure::about("server", error))?;
    shown.and(served.map_err(|error| Failure::about("server", error)))
}

async fn go(mut show: Show, once: bool) -> Result<(), Failure> {
    if !once {
        show.run().await?;
        return std::future::pending().await;
    }
    show.day(calendar::SHOWN, Part::Morning).await?;
    for (grade, count) in &show.phones.grades {
        print(format_args!("{count:5} {grade}"))?;
    }
    match show.phones.failures {
        0 => Ok(()),
        failures => Err(Failure::about(
            "demo",
            format_args!("{failures} check-ins were not answered / {failures} 条打卡没有答复"),
        )),
    }
}
