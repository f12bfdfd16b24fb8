//! `/templates`, `/schools/{id}/template`

use huxue::domain::words::{Office, Role};
use huxue_tests::{TestApp, on_both};
use serde_json::{Value, json};

fn wanted(template: &str) -> Value {
    let gate = json!({ "lon": 116.410244499, "lat": 39.916404282, "datum": "gcj02" });
    json!({ "template": template, "gate": gate, "starts": "07:50", "dismissal": "16:30" })
}

on_both! {
    async fn every_template_makes_a_school_usable_in_one_call(app: TestApp) {
        let admin = app.administrator().await;
        let templates = admin.get("/templates").await.expect(200)["items"].as_array().unwrap().clone();
        assert_eq!(templates.len(), 4);
        for template in templates {
            let code = template["code"].as_str().unwrap();
            let school = app.school(&admin, code).await;
            let principal = app.officer(&school, Office::Principal).await;
            let made = principal.post(&format!("/schools/{}/template", school.id), wanted(code)).await.expect(201);
            let count = |list: &Value| list.as_array().unwrap().len();
            assert_eq!(count(&made["checkpoints"]), count(&template["checkpoints"]), "{code}");
            assert_eq!(count(&made["duties"]), count(&template["windows"]) * count(&template["duties"]), "{code}");
            let windows = principal.get(&format!("/schools/{}/windows", school.id)).await.expect(200);
            assert_eq!(count(&windows["items"]), 2);
            let gate = principal.get(&format!("/checkpoints/{}", made["checkpoints"][0].as_str().unwrap())).await.expect(200);
            let place = &gate["area"]["geometry"]["coordinates"];
            assert!((place[0].as_f64().unwrap() - 116.404).abs() < 1e-6 && (place[1].as_f64().unwrap() - 39.915).abs() < 1e-6);
            let page = principal.get(&format!("/schools/{}/signs.html", school.id)).await;
            assert_eq!(page.text.matches("<section class=\"sheet page\">").count(), count(&made["checkpoints"]));
            assert!(page.text.contains("放学 16:30–17:00"), "{code}");
        }
    }

    async fn a_school_is_set_up_once_and_by_those_who_may(app: TestApp) {
        let admin = app.administrator().await;
        let school = app.school(&admin, "实验小学").await;
        let path = format!("/schools/{}/template", school.id);
        app.member(&school, Role::Parent).await.post(&path, wanted("kindergarten")).await.expect_problem(403, "forbidden");
        admin.post(&path, wanted("nothing")).await.expect_problem(422, "unknown_template");
        let mut early = wanted("kindergarten");
        early["starts"] = json!("00:05");
        admin.post(&path, early).await.expect_problem(422, "invalid_field");
        assert_eq!(admin.get(&format!("/schools/{}/checkpoints", school.id)).await.expect(200)["items"], json!([]));
        admin.post(&path, wanted("kindergarten")).await.expect(201);
        admin.post(&path, wanted("kindergarten")).await.expect_problem(409, "school_set_up");
    }
}
