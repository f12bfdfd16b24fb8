//! Sends what waits in the outbox. A message is taken for an attempt before it is sent, so that of several servers one sends it; one
//! whose server died is tried again by another after [`PATIENCE`] has passed twice. Whoever gets it twice knows it by its id.

use std::collections::BTreeSet;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use chrono::TimeDelta;
use futures_util::future::join_all;
use reqwest::Client;
use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use serde_json::{Value, json};

use super::digest;
use super::signing::{Request, refused, request};
use crate::domain::alert::{ChannelKind, MessageState, Urgency, again};
use crate::domain::moment::Moment;
use crate::domain::phone::Phone;
use crate::domain::scope::Scope;
use crate::problem::{Problem, Result};
use crate::service::App;
use crate::store::channels::{self, ChannelRow};
use crate::store::messages::MessageRow;
use crate::store::outbox::{self, Outcome, Recipient};
use crate::store::{Tx, persons};

/// How long a channel may take to answer.
const PATIENCE: Duration = Duration::from_secs(10);
/// How long a message is kept for whoever took it.
const TAKEN: TimeDelta = TimeDelta::seconds(20);
/// How long what nobody took is news.
const NEWS: TimeDelta = TimeDelta::hours(1);
/// What becomes of it after that.
const OLD: Outcome<'static> = Outcome {
    state: MessageState::Dead,
    attempts: 0,
    next_try_at: None,
    sent_at: None,
    error: Some("not sent in time / 未能及时发送"),
};
/// How many messages are sent at the same time.
const AT_ONCE: i64 = 20;
/// How much of an answer is read, bytes.
const LONGEST_ANSWER: usize = 4096;

/// The way out to channels.
#[derive(Clone)]
pub struct Sender {
    client: Client,
    private: bool,
}

impl Sender {
    /// One that reaches private addresses only if told so: an address is given by schools, and nothing inside is theirs to reach.
    ///
    /// # Errors
    /// If no client can be made.
    pub fn new(private: bool) -> Result<Self, String> {
        let builder = Client::builder().timeout(PATIENCE).redirect(reqwest::redirect::Policy::none()).no_proxy();
        let builder = if private { builder } else { builder.dns_resolver(Arc::new(PublicOnly)) };
        Ok(Self { client: builder.build().map_err(|error| error.to_string())?, private })
    }

    /// Whether an address may be used: HTTPS, and none that is literally private.
    #[must_use]
    pub fn takes(&self, url: &str) -> bool {
        let Ok(url) = reqwest::Url::parse(url) else { return false };
        let literal = url.host_str().and_then(|host| host.trim_matches(['[', ']']).parse::<IpAddr>().ok());
        self.private && url.scheme() == "http"
            || url.scheme() == "https" && (self.private || literal.is_none_or(public))
    }

    async fn post(&self, kind: ChannelKind, request: Request) -> Result<(), String> {
        if !self.takes(&request.url) {
            return Err("the address may not be used / 该地址不可用".to_owned());
        }
        let mut post = self.client.post(&request.url).body(request.body);
        for (name, value) in request.headers {
            post = post.header(name, value);
        }
        let mut answer = post.send().await.map_err(|error| plain(&error.without_url()))?;
        if !answer.status().is_success() {
            return Err(format!("HTTP {}", answer.status().as_u16()));
        }
        let mut text = Vec::new();
        while let Some(part) = answer.chunk().await.map_err(|error| plain(&error.without_url()))? {
            text.extend_from_slice(&part);
            if text.len() > LONGEST_ANSWER {
                break;
            }
        }
        refused(kind, &String::from_utf8_lossy(&text)).map_or(Ok(()), Err)
    }
}

fn plain(error: &reqwest::Error) -> String {
    if error.is_timeout() { "no answer in time / 超时未回应".to_owned() } else { error.to_string() }
}

/// Finds addresses that anybody may reach.
struct PublicOnly;

impl Resolve for PublicOnly {
    fn resolve(&self, name: Name) -> Resolving {
        Box::pin(async move {
            let found = tokio::net::lookup_host((name.as_str(), 0)).await?;
            let open: Vec<SocketAddr> = found.filter(|address| public(address.ip())).collect();
            if open.is_empty() {
                return Err("no public address".into());
            }
            let found: Addrs = Box::new(open.into_iter());
            Ok(found)
        })
    }
}

fn public(ip: IpAddr) -> bool {
    match ip.to_canonical() {
        IpAddr::V4(ip) => {
            let [a, b, ..] = ip.octets();
            let shared = a == 100 && (64..128).contains(&b);
            let odd = ip.is_loopback() || ip.is_private() || ip.is_link_local() || ip.is_unspecified() || a == 0;
            !(odd || shared || ip.is_multicast() || ip.is_broadcast())
        }
        IpAddr::V6(ip) => {
            let local = ip.is_unique_local() || ip.is_unicast_link_local();
            !(ip.is_loopback() || ip.is_unspecified() || ip.is_multicast() || local)
        }
    }
}

/// What is sent apart from what: an alarm waits neither behind other messages nor for whoever does not answer those.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lane {
    /// Alarms.
    Alarms,
    /// Everything else.
    Others,
}

/// Sends what is due in a lane; says how many arrived.
///
/// # Errors
/// Those of the database.
pub async fn send_due(app: &Arc<App>, lane: Lane) -> Result<usize> {
    let within = Arc::clone(app);
    let taken = blocking(move || take(&within, lane)).await?;
    let results = join_all(taken.into_iter().map(|(message, channel, phone)| async move {
        let sent = deliver(app, &message, channel.as_ref(), phone).await;
        (message, sent)
    }));
    let (results, within) = (results.await, Arc::clone(app));
    blocking(move || settle(&within, &results)).await
}

async fn blocking<T: Send + 'static>(work: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
    tokio::task::spawn_blocking(work).await.map_err(Problem::internal)?
}

type Taken = (MessageRow, Option<ChannelRow>, Option<Phone>);

fn take(app: &App, lane: Lane) -> Result<Vec<Taken>> {
    let (now, alarms) = (app.clock.now(), lane == Lane::Alarms);
    let due = app.store.read::<_, Problem>(&Scope::Everything, |read| Ok(outbox::due(read, alarms, now, AT_ONCE)?))?;
    if due.is_empty() {
        return Ok(Vec::new());
    }
    let until = now.plus(TAKEN);
    app.store.write::<_, Problem>(&Scope::Everything, |tx| {
        let (old, due): (Vec<_>, Vec<_>) = due.into_iter().partition(|message| is_old(message, now));
        for message in old {
            outbox::settle(tx, message.id, &OLD)?;
        }
        let (waiting, single): (Vec<_>, Vec<_>) = due.into_iter().partition(may_wait);
        let recipients: BTreeSet<Recipient> = waiting.iter().filter_map(recipient).collect();
        let mut taken = Vec::with_capacity(single.len() + recipients.len());
        // In the order of their ids, so that several servers do not wait for each other.
        for channel in recipients.iter().map(|(channel, _)| *channel).collect::<BTreeSet<_>>() {
            outbox::hold(tx, channel)?;
        }
        for recipient in recipients {
            taken.extend(digest::take(app, tx, recipient, now, until)?);
        }
        for message in single {
            if outbox::claim(tx, &message, now, until)? {
                taken.push(MessageRow { attempts: message.attempts + 1, ..message });
            }
        }
        taken.into_iter().map(|message| with_address(tx, message)).collect()
    })
}

/// Whether nobody took it while it was news: no server was there to send it. An alarm says when it was raised, and is sent however late.
fn is_old(message: &MessageRow, now: Moment) -> bool {
    message.urgency != Urgency::Alarm && message.taken_at.is_none() && message.created_at.plus(NEWS) <= now
}

/// Whether it is told together with whatever else waits for its recipient: not once it was sent, lest whoever got it gets it again
/// in another message.
fn may_wait(message: &MessageRow) -> bool {
    message.urgency == Urgency::MayWait && message.taken_at.is_none()
}

fn recipient(message: &MessageRow) -> Option<Recipient> {
    Some((message.channel_id?, message.person_id))
}

fn with_address(tx: &mut Tx, message: MessageRow) -> Result<Taken> {
    let channel = message.channel_id.map(|id| channels::find(tx, id)).transpose()?;
    let person = message.person_id.map(|id| persons::find(tx, id)).transpose()?;
    let phone = person.and_then(|person| person.phone).and_then(|phone| phone.parse().ok());
    Ok((message, channel, phone))
}

async fn deliver(
    app: &App,
    message: &MessageRow,
    channel: Option<&ChannelRow>,
    phone: Option<Phone>,
) -> Result<(), String> {
    let channel = channel.filter(|one| one.enabled && one.ended_at.is_none());
    let Some(channel) = channel else { return Err("the channel is off / 通道已停用".to_owned()) };
    if channel.kind == ChannelKind::Sms {
        let Some(phone) = phone else { return Err("no phone number is known / 没有手机号".to_owned()) };
        return app.sms.send_text(phone, &message.text_zh).await;
    }
    let alerts: Value = message.alerts.read().unwrap_or_default();
    let more = json!({
        "message_id": message.id, "organization_id": message.organization_id, "occasion": message.occasion, "alert_ids": alerts,
        "text_en": message.text_en,
    });
    let keys = (channel.url.as_str(), channel.secret.as_str());
    let request = request(channel.kind, keys, message.id, &message.text_zh, &more, app.clock.now());
    match request {
        Some(request) => app.sender.post(channel.kind, request).await,
        None => Err("it cannot be sent / 无法发送".to_owned()),
    }
}

fn settle(app: &App, results: &[(MessageRow, std::result::Result<(), String>)]) -> Result<usize> {
    if results.is_empty() {
        return Ok(0);
    }
    let now = app.clock.now();
    app.store.write::<_, Problem>(&Scope::Everything, |tx| {
        let mut sent = 0;
        for (message, result) in results {
            let (state, next, error) = match (result, again(message.attempts)) {
                (Ok(()), _) => (MessageState::Sent, None, None),
                (Err(why), Some(pause)) => (MessageState::Pending, Some(now.plus(pause)), Some(why.as_str())),
                (Err(why), None) => (MessageState::Dead, None, Some(why.as_str())),
            };
            let sent_at = result.is_ok().then_some(now);
            sent += usize::from(result.is_ok());
            let attempts = message.attempts;
            outbox::settle(tx, message.id, &Outcome { state, attempts, next_try_at: next, sent_at, error })?;
        }
        Ok(sent)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_public_addresses_over_https_are_used() {
        let (open, private) = (Sender::new(false).unwrap(), Sender::new(true).unwrap());
        for (url, public, inside) in [
            ("https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k", true, true),
            ("http://qyapi.weixin.qq.com/", false, true),
            ("https://127.0.0.1/x", false, true),
            ("https://10.1.2.3/x", false, true),
            ("https://169.254.169.254/latest", false, true),
            ("https://100.64.0.1/", false, true),
            ("https://[::1]/", false, true),
            ("https://[::ffff:127.0.0.1]/", false, true),
            ("https://[fd00::1]/", false, true),
            ("https://8.8.8.8/", true, true),
            ("ftp://example.com/", false, false),
            ("nothing", false, false),
        ] {
            assert_eq!((open.takes(url), private.takes(url)), (public, inside), "{url}");
        }
    }
}
