//! A server that is killed while it sends.

use chrono::TimeDelta;
use huxue::domain::alert::MessageState;
use huxue::domain::id::{ChannelId, MessageId, OrganizationId};
use huxue::domain::moment::Moment;
use huxue::store::messages::{self, MessageRow};
use huxue_tests::receiver::{Receiver, SILENCE};
use huxue_tests::server_process::ServerProcess;
use huxue_tests::{TestApp, on_both};
use serde_json::json;

use super::channels::{send, until};
use super::digests::waiting;
use super::private;

on_both! {
    with private;
    async fn what_a_killed_server_was_sending_is_sent_by_another_after_its_lease(app: TestApp) {
        let admin = app.administrator().await;
        let station = app.organization(&admin, &app.root(&admin).await, "station", "城关派出所").await;
        let hook = Receiver::start([SILENCE, (200, "")]).await;
        let new = json!({ "kind": "webhook", "name": "所里", "url": hook.url });
        let channel = admin.post(&format!("/organizations/{}/channels", station.id), new).await.expect(201);
        let id = MessageId::fresh();
        // It is due by the clock of the machine, which the program goes by; the test's own server is not there yet.
        let due = Moment::from(chrono::Utc::now());
        let (organization, channel): (OrganizationId, ChannelId) =
            (station.id.parse().unwrap(), channel["id"].as_str().unwrap().parse().unwrap());
        app.store(move |_, tx| Ok(messages::insert(tx, &[MessageRow { id, ..waiting(organization, channel, due) }])?)).await;
        let url = app.database.url.clone();
        let server = tokio::task::spawn_blocking(move || {
            ServerProcess::start(&url, &[("private_channels", "true")])
        });
        let server = server.await.unwrap();
        until(&hook, 1).await;
        tokio::task::spawn_blocking(move || server.kill()).await.unwrap();

        let claimed = app.store(move |_, tx| Ok(messages::find(tx, id)?)).await;
        assert_eq!((claimed.state, claimed.attempts, claimed.sent_at), (MessageState::Pending, 1, None));
        let lease = claimed.next_try_at.unwrap();
        app.clock.set(lease.minus(TimeDelta::seconds(1)));
        send(&app).await;
        assert_eq!(hook.got().len(), 1, "it may still be under way");
        app.pass(TimeDelta::seconds(1));
        send(&app).await;
        until(&hook, 2).await;
        let sent = loop {
            let row = app.store(move |_, tx| Ok(messages::find(tx, id)?)).await;
            if row.state != MessageState::Pending {
                break row;
            }
            tokio::task::yield_now().await;
        };
        assert_eq!((sent.state, sent.attempts), (MessageState::Sent, 2));
        let keys: Vec<String> = hook.got().iter().map(|got| got.headers["webhook-id"].clone()).collect();
        assert_eq!(keys, [id.to_string(), id.to_string()], "whoever gets it twice knows it by that");
    }
}
