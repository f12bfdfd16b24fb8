//! `/organizations/{id}/boards`

use chrono::TimeDelta;
use huxue::domain::words::{Office, Role};
use huxue_tests::{TestApp, on_both};
use serde_json::{Value, json};

/// What a school's own board comes to when its posts are counted.
fn counted(board: &Value) -> Value {
    let posts = board["posts"].as_array().unwrap();
    let of = |states: &[&str]| {
        posts.iter().filter(|post| states.contains(&post["state"].as_str().unwrap())).collect::<Vec<_>>()
    };
    let short = of(&["short", "empty"]);
    let others = of(&["covered", "upcoming", "gathering", "grace"]);
    let since = short.iter().filter_map(|post| post["short_since"].as_str()).min();
    json!({
        "posts": posts.len(), "short": short.len(),
        "staffed": others.iter().filter(|post| post["missing"] == 0).count(),
        "waiting": others.iter().filter(|post| post["missing"] != 0).count(), "excused": of(&["excused"]).len(),
        "unknown": of(&["unknown"]).len(),
        "missing": short.iter().map(|post| post["missing"].as_u64().unwrap()).sum::<u64>(), "short_since": since,
    })
}

on_both! {
    async fn the_schools_of_a_bureau_as_their_own_boards_say_worst_first(app: TestApp) {
        let admin = app.administrator().await;
        let staffed = app.guarded_school(&admin, "第一小学").await;
        let empty = app.guarded_school(&admin, "第二小学").await;
        let guard = app.on_duty(&staffed, Role::Guard).await;
        app.pass(TimeDelta::minutes(15));
        app.again(&guard).await.send_check_in(&app.arrival(&staffed, "phone")).await;
        // Before the window, and well into it.
        for minutes in [0, 20] {
            app.pass(TimeDelta::minutes(minutes));
            let admin = app.again(&admin).await;
            let all = admin.get("/organizations").await.expect(200);
            let bureau = all["items"].as_array().unwrap().iter().find(|one| one["kind"] == "bureau").unwrap();
            let answer = admin.get(&format!("/organizations/{}/boards", bureau["id"].as_str().unwrap())).await.expect(200);
            let schools = answer["schools"].as_array().unwrap();
            assert_eq!(schools.len(), 2);
            for school in schools {
                let board = admin.get(&format!("/schools/{}/board", school["school"]["id"].as_str().unwrap())).await.expect(200);
                let expected = counted(&board);
                for (field, value) in expected.as_object().unwrap() {
                    assert_eq!(&school[field], value, "{field} after {minutes} minutes: {school}");
                }
                assert_eq!((&school["school"], &school["date"], &school["phase"]), (&board["school"], &board["date"], &board["phase"]));
                let window = &board["posts"][0]["window"];
                assert_eq!((&school["window"]["kind"], &school["window"]["ends_at"]), (&window["kind"], &window["ends_at"]));
            }
        }
        let names = |answer: &Value| answer["schools"].as_array().unwrap().iter()
            .map(|school| (school["school"]["name"].as_str().unwrap().to_owned(), school["short"].as_u64().unwrap())).collect::<Vec<_>>();
        // Seen from the school alone it is the one.
        let principal = app.officer(&empty.organization, Office::Principal).await;
        let own = principal.get(&format!("/organizations/{}/boards", empty.id())).await.expect(200);
        let [(name, short)] = names(&own).try_into().unwrap();
        assert!(name == "第二小学" && short > 0, "{own}");
        principal.get(&format!("/organizations/{}/boards", staffed.id())).await.expect_problem(404, "not_found");
    }
}
