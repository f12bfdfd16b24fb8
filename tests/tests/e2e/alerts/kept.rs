//! What a server keeps of a school's day between its rounds is never older than the day: a change of the day, and a check-in, count at once.

use std::sync::Arc;

use chrono::TimeDelta;
use huxue::domain::words::Role;
use huxue::service::alerts::round::Round;
use huxue_tests::{TestApp, on_both};
use serde_json::json;

use super::watched;

/// One server's rounds, one after the other.
struct Rounds<'a> {
    app: &'a TestApp,
    round: Option<Round>,
}

impl Rounds<'_> {
    async fn after(&mut self, span: TimeDelta) {
        self.app.pass(span);
        let (app, mut round) = (Arc::clone(&self.app.app), self.round.take().unwrap());
        let turned = tokio::task::spawn_blocking(move || round.turn(&app).map(|_| round)).await.unwrap();
        self.round = Some(turned.unwrap());
    }
}

on_both! {
    async fn a_change_of_the_day_and_a_check_in_count_at_the_next_round(app: TestApp) {
        let morning = watched(&app).await;
        let mut rounds = Rounds { app: &app, round: Some(Round::new(&app.app)) };
        // 06:50: what is asked today is read and kept.
        rounds.after(TimeDelta::zero()).await;
        rounds.after(TimeDelta::minutes(20)).await;
        let none = |kind: &'static str| move |missing| (kind.to_owned(), missing);
        assert_eq!(morning.open(&app).await, [1, 1, 2].map(none("nobody_on_time")), "07:10");

        // Nothing is new but a check-in.
        let guard = app.on_duty(&morning.school, Role::Guard).await;
        assert_eq!(guard.send_check_in(&app.arrival(&morning.school, "phone-1")).await["grade"], "confirmed");
        rounds.after(TimeDelta::minutes(10)).await;
        assert_eq!(morning.open(&app).await, [1, 2].map(none("nobody_at_start")), "07:20: the guard is there");

        // Then what is asked changes; two minutes after the alerts a step is due, which looks first.
        let changes = format!("/schools/{}/day-changes", morning.school.organization.id);
        let called_off = json!({ "date": "2026-11-23", "kind": "day_cancelled", "reason": "大雾" });
        app.again(&morning.principal).await.post(&changes, called_off).await.expect(201);
        rounds.after(TimeDelta::minutes(2)).await;
        assert_eq!(morning.open(&app).await, [], "07:22: the day is called off");
    }
}
