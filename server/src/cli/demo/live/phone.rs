//! The phones: they check in over HTTP like any client of the API, from its description alone.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use chrono::TimeDelta;
use reqwest::Client;
use serde_json::{Value, json};

use crate::cli::demo::build::Places;
use crate::cli::demo::build::places::Hung;
use crate::cli::demo::day::{Act, GivenFix, Shown};
use crate::cli::demo::world::{World, ZONE};
use crate::domain::code::key_set::KeySet;
use crate::domain::code::link::code_link;
use crate::domain::code::screen_code::{ScreenClock, ScreenCode};
use crate::domain::id::{HazardId, HazardPhotoId, PersonId};
use crate::domain::moment::Moment;
use crate::domain::place::from_wgs84;
use crate::problem::Result;
use crate::service::App;

/// How old the photo of a screen is.
const PHOTO_AGE: TimeDelta = TimeDelta::minutes(5);

/// Everybody's phone.
pub(in crate::cli::demo) struct Phones {
    client: Client,
    api: String,
    keys: Arc<KeySet>,
    tokens: HashMap<PersonId, String>,
    /// How many check-ins got which grade.
    pub(in crate::cli::demo) grades: BTreeMap<String, usize>,
    /// How many requests were not answered with a verdict.
    pub(in crate::cli::demo) failures: usize,
}

/// What the server said.
pub(in crate::cli::demo) struct Said {
    pub(in crate::cli::demo) grade: String,
    pub(in crate::cli::demo) next_step: String,
}

impl Phones {
    /// Everybody's phone, signed in.
    ///
    /// # Errors
    /// A defect only.
    pub(in crate::cli::demo) fn new(app: &App, world: &World, address: &str) -> Result<Self> {
        let now = app.clock.now();
        let mut tokens = HashMap::new();
        for person in &world.people {
            tokens.insert(person.id, app.tokens.issue(person.id, person.session, now)?);
        }
        let (client, keys) = (Client::new(), app.code_keys());
        Ok(Self { client, api: format!("{address}/api/v1"), keys, tokens, grades: BTreeMap::new(), failures: 0 })
    }

    /// Sends one check-in; nothing if the server did not take it.
    pub(in crate::cli::demo) async fn check_in(
        &mut self,
        world: &World,
        places: &Places,
        act: &Act,
        now: Moment,
    ) -> Option<Said> {
        let device = &world.person(act.phone_of)?.device;
        let body = json!({ "check_ins": [self.item(places.at(act.checkpoint)?, act, device, now)] });
        let answer = self.post(act.person, "/check-ins", &body).await;
        let result = answer.as_ref().and_then(|body| body.get("results")?.get(0)).cloned().unwrap_or_default();
        let text = |field: &str| result.get(field).and_then(Value::as_str).map(ToOwned::to_owned);
        let Some(grade) = text("grade") else {
            self.failures += 1;
            return None;
        };
        *self.grades.entry(grade.clone()).or_default() += 1;
        Some(Said { grade, next_step: text("next_step").unwrap_or_default() })
    }

    /// Posts JSON as somebody; nothing unless the answer is a success.
    pub(in crate::cli::demo) async fn post(&self, person: PersonId, path: &str, body: &Value) -> Option<Value> {
        let token = self.tokens.get(&person)?;
        let request = self.client.post(format!("{}{path}", self.api)).bearer_auth(token).json(body);
        let answer = request.send().await.ok()?.error_for_status().ok()?;
        answer.json().await.ok()
    }

    /// Adds a photo to a hazard as somebody; whether the server took it.
    pub(in crate::cli::demo) async fn photo(&self, person: PersonId, hazard: HazardId, file: Vec<u8>) -> bool {
        let Some(token) = self.tokens.get(&person) else { return false };
        let url = format!("{}/hazards/{hazard}/photos/{}", self.api, HazardPhotoId::fresh());
        let request = self.client.put(url).bearer_auth(token).header("content-type", "image/jpeg").body(file);
        request.send().await.is_ok_and(|answer| answer.status().is_success())
    }

    fn item(&self, hung: &Hung, act: &Act, device: &str, now: Moment) -> Value {
        let clock = act.clock_fields(now);
        let (code, short_code) = self.shown(hung, act);
        json!({
            "id": act.id,
            "kind": act.kind.as_str(),
            "code": code,
            "short_code": short_code,
            "created_at": clock.created_at.in_zone(ZONE).to_rfc3339(),
            "sent_at": clock.sent_at.in_zone(ZONE).to_rfc3339(),
            "elapsed_ms": clock.elapsed_ms,
            "position": act.fix.as_ref().map(position),
            "device_id": device,
            "role": act.role.as_str(),
        })
    }

    fn shown(&self, hung: &Hung, act: &Act) -> (Option<String>, Option<String>) {
        let link = |code: &str| Some(code_link("https://demo.example", code, false));
        match act.shown {
            Shown::Sign => (link(&hung.code), None),
            Shown::OldSign => (link(&hung.old.1), None),
            Shown::ShortCode => (None, Some(hung.short_code.clone())),
            Shown::Screen => (link(&self.on_screen(hung, act.at)), None),
            Shown::KeptScreen => (link(&self.on_screen(hung, act.at.minus(PHOTO_AGE))), None),
            Shown::Position => (None, None),
        }
    }

    /// What the gate-room screen shows at a moment; the sign's code where there is no screen.
    fn on_screen(&self, hung: &Hung, at: Moment) -> String {
        let shown = hung.screen.as_ref().and_then(|screen| {
            let step = ScreenClock::default().step_at(at.utc());
            let code = ScreenCode { checkpoint: hung.number, screen: screen.number, step, key: self.keys.signing_id() };
            code.encode(&self.keys).ok()
        });
        shown.unwrap_or_else(|| hung.code.clone())
    }
}

fn position(given: &GivenFix) -> Value {
    let (lon, lat) = from_wgs84(given.datum, given.position);
    json!({
        "lon": lon, "lat": lat, "accuracy_m": given.accuracy_m, "datum": given.datum.as_str(),
        "age_ms": given.age_ms, "mocked": given.mocked,
    })
}
