//! Sends check-ins over many connections at once and keeps account of every one.

use std::cell::Cell;
use std::io::Write as _;
use std::net::SocketAddr;
use std::rc::Rc;
use std::time::{Duration, Instant};

use chrono::{SecondsFormat, Utc};
use tokio::sync::Notify;
use tokio::task::LocalSet;
use uuid::Uuid;

use super::phone::{Connection, Reply};
use super::world::{Phone, World};

/// How much is sent. It ends at whichever bound comes first.
#[derive(Debug, Clone, Copy)]
pub struct Plan {
    /// Connections, each with one request under way.
    pub connections: usize,
    /// Check-ins in a request.
    pub batch: usize,
    /// For how long.
    pub time: Duration,
    /// How many check-ins at most.
    pub count: usize,
}

/// A request that the server did not say it recorded. It can be sent again as it is.
#[derive(Debug, Clone)]
pub struct Attempt {
    /// Its check-ins.
    pub ids: Vec<Uuid>,
    /// The whole request.
    pub request: Vec<u8>,
    /// The answer, in full; none if the connection broke before one came, so that the fate of the check-ins is not known.
    pub problem: Option<String>,
}

/// What became of the check-ins.
#[derive(Debug, Clone, Default)]
pub struct Tally {
    /// Those that the server said it recorded, now or before.
    pub acknowledged: Vec<Uuid>,
    /// The requests of all others.
    pub open: Vec<Attempt>,
    /// The time of each answered request in microseconds.
    pub latencies: Vec<u64>,
    /// From the first request to the last answer.
    pub elapsed: Duration,
}

/// How far a sending has come, for somebody who watches it and may end it.
#[derive(Debug, Default)]
pub struct Progress {
    sent: Cell<usize>,
    answered: Cell<usize>,
    refused: Cell<usize>,
    stopped: Cell<bool>,
    changed: Notify,
}

impl Progress {
    /// Waits until that many requests are on their way, or the sending was stopped.
    pub async fn sent(&self, requests: usize) {
        self.until(|| self.sent.get() >= requests).await;
    }

    /// Waits until that many requests are answered, or the sending was stopped.
    pub async fn answered(&self, requests: usize) {
        self.until(|| self.answered.get() >= requests).await;
    }

    /// Waits until that many requests were answered with a problem, or the sending was stopped.
    pub async fn refused(&self, requests: usize) {
        self.until(|| self.refused.get() >= requests).await;
    }

    /// Lets every connection end after the request that it has under way.
    pub fn stop(&self) {
        self.stopped.set(true);
        self.changed.notify_waiters();
    }

    async fn until(&self, reached: impl Fn() -> bool) {
        while !reached() && !self.stopped.get() {
            self.changed.notified().await;
        }
    }

    fn count(&self, counter: &Cell<usize>) {
        counter.set(counter.get() + 1);
        self.changed.notify_waiters();
    }
}

impl Tally {
    /// Acknowledged check-ins a second.
    #[must_use]
    pub fn rate(&self) -> f64 {
        f64::from(u32::try_from(self.acknowledged.len()).unwrap_or(u32::MAX)) / self.elapsed.as_secs_f64()
    }

    /// The latency that a share of the requests stay within, milliseconds.
    #[must_use]
    pub fn latency_ms(&self, per_thousand: usize) -> f64 {
        let mut sorted = self.latencies.clone();
        sorted.sort_unstable();
        let place = (sorted.len() * per_thousand / 1000).min(sorted.len().saturating_sub(1));
        sorted.get(place).map_or(0.0, |micros| Duration::from_micros(*micros).as_secs_f64() * 1000.0)
    }

    /// How many check-ins were answered with a problem, and how many not at all.
    #[must_use]
    pub fn refused_and_unanswered(&self) -> (usize, usize) {
        let count = |refused: bool| -> usize {
            self.open.iter().filter(|open| open.problem.is_some() == refused).map(|open| open.ids.len()).sum()
        };
        (count(true), count(false))
    }

    /// Takes an answer down, and says whether it was a good one.
    fn account(&mut self, ids: Vec<Uuid>, request: Vec<u8>, reply: &Reply<'_>) -> bool {
        let recorded = all_recorded(reply, ids.len());
        if recorded {
            self.acknowledged.extend(ids);
        } else {
            let problem = Some(format!("{} {}", reply.status, String::from_utf8_lossy(reply.body)));
            self.open.push(Attempt { ids, request, problem });
        }
        recorded
    }

    /// Adds the account of another.
    pub fn add(&mut self, other: Self) {
        self.acknowledged.extend(other.acknowledged);
        self.open.extend(other.open);
        self.latencies.extend(other.latencies);
        self.elapsed = self.elapsed.max(other.elapsed);
    }
}

/// Sends as planned. A connection that breaks is not opened again.
pub async fn send(address: SocketAddr, world: &Rc<World>, plan: Plan, progress: &Rc<Progress>) -> Tally {
    let started = Instant::now();
    let local = LocalSet::new();
    let senders: Vec<_> = (0..plan.connections)
        .map(|number| {
            let (world, progress) = (Rc::clone(world), Rc::clone(progress));
            let sender = Sender { plan, progress, tally: Tally::default(), started };
            local.spawn_local(async move {
                let places = (number..usize::MAX).step_by(plan.connections);
                sender.run(address, places.map(|place| &world.phones[place % world.phones.len()])).await
            })
        })
        .collect();
    local.await;
    let mut total = Tally::default();
    for sender in senders {
        total.add(sender.await.expect("a sender does not panic"));
    }
    total.elapsed = started.elapsed();
    progress.stop();
    total
}

/// Sends requests again, as they are, over one connection.
///
/// # Errors
/// Those of the network.
pub async fn send_again(address: SocketAddr, attempts: Vec<Attempt>) -> std::io::Result<Tally> {
    let mut connection = Connection::open(address).await?;
    let mut tally = Tally::default();
    for attempt in attempts {
        let reply = connection.exchange(&attempt.request).await?;
        tally.account(attempt.ids, attempt.request, &reply);
    }
    Ok(tally)
}

/// One connection's work.
struct Sender {
    plan: Plan,
    progress: Rc<Progress>,
    tally: Tally,
    started: Instant,
}

impl Sender {
    async fn run<'a>(mut self, address: SocketAddr, phones: impl Iterator<Item = &'a Phone>) -> Tally {
        let Ok(mut connection) = Connection::open(address).await else { return self.tally };
        for phone in phones {
            if !goes_on(&self.plan, &self.progress, self.started) {
                break;
            }
            let ids: Vec<Uuid> = (0..self.plan.batch).map(|_| Uuid::now_v7()).collect();
            let request = request(phone, &ids);
            self.progress.count(&self.progress.sent);
            let began = Instant::now();
            let Ok(reply) = connection.exchange(&request).await else {
                self.tally.open.push(Attempt { ids, request, problem: None });
                break;
            };
            self.tally.latencies.push(began.elapsed().as_micros().try_into().unwrap_or(u64::MAX));
            if !self.tally.account(ids, request, &reply) {
                self.progress.count(&self.progress.refused);
            }
            self.progress.count(&self.progress.answered);
        }
        self.tally
    }
}

/// Whether another request may go out.
fn goes_on(plan: &Plan, progress: &Progress, started: Instant) -> bool {
    let under_the_count = (progress.sent.get() + 1) * plan.batch <= plan.count;
    under_the_count && !progress.stopped.get() && started.elapsed() < plan.time
}

/// Whether every item of the request was recorded, now or before.
fn all_recorded(reply: &Reply<'_>, items: usize) -> bool {
    if reply.status != 200 {
        return false;
    }
    let Ok(text) = std::str::from_utf8(reply.body) else { return false };
    let recorded = text.matches("\"status\":\"recorded\"").count() + text.matches("\"status\":\"replayed\"").count();
    recorded == items
}

/// The request of a phone that says "I have arrived" with each of the ids.
#[must_use]
pub fn request(phone: &Phone, ids: &[Uuid]) -> Vec<u8> {
    let now = Utc::now().to_rfc3339_opts(SecondsFormat::Millis, true);
    let mut body = Vec::with_capacity(48 + ids.len() * 420);
    body.extend_from_slice(b"{\"check_ins\":[");
    for (place, id) in ids.iter().enumerate() {
        let comma = if place == 0 { "" } else { "," };
        let Phone { code, lon, lat, device, .. } = phone;
        write!(
            body,
            "{comma}{{\"id\":\"{id}\",\"kind\":\"arrive\",\"code\":\"{code}\",\"short_code\":null,\
             \"created_at\":\"{now}\",\"sent_at\":\"{now}\",\"elapsed_ms\":15,\"position\":{{\"lon\":{lon},\"lat\":{lat},\
             \"accuracy_m\":12.5,\"datum\":\"wgs84\",\"age_ms\":800,\"mocked\":false}},\"device_id\":\"{device}\"}}"
        )
        .expect("memory takes it");
    }
    body.extend_from_slice(b"]}");
    let mut request = Vec::with_capacity(body.len() + 512);
    write!(
        request,
        "POST /api/v1/check-ins HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer {}\r\n\
         content-type: application/json\r\ncontent-length: {}\r\n\r\n",
        phone.token,
        body.len()
    )
    .expect("memory takes it");
    request.extend_from_slice(&body);
    request
}
