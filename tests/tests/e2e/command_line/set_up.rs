//! From nothing to a server with schools.

use huxue_tests::command::{Done, huxue, huxue_with};
use huxue_tests::database::Database;
use huxue_tests::server_process::ServerProcess;
use huxue_tests::{Backend, TestApp, on_both};
use serde_json::{Value, json};

const CREATE: [&str; 8] =
    ["admin", "create", "--organization", "示范县教育局", "--name", "管理员", "--phone", "13800000000"];

async fn sign_in(server: &ServerProcess, password: &str) -> u16 {
    let body = json!({ "phone": "13800000000", "password": password, "device_name": "test" });
    let path = format!("http://{}/api/v1/sessions", server.address);
    reqwest::Client::new().post(path).json(&body).send().await.unwrap().status().as_u16()
}

async fn from_nothing(backend: Backend) {
    let Some(database) = Database::fresh(backend) else { return };
    let run = |arguments: &[&str], input: &str| huxue_with(&database.url, arguments, input);
    assert!(run(&CREATE, "short\n").refused().contains("invalid_field"), "a password that is too short");
    assert_eq!(run(&CREATE, "correct horse battery\n").good(), "管理员 can sign in now / 现在可以登录了\n");
    assert!(run(&CREATE, "correct horse battery\n").refused().contains("already"), "there is one");
    assert!(run(&["set-up-link"], "").refused().contains("reset-password"), "what to do instead");

    let server = ServerProcess::start(&database.url, &[("workers", "1")]);
    assert_eq!(sign_in(&server, "correct horse battery").await, 200);
    let reset = ["admin", "reset-password", "--phone", "13800000000"];
    assert_eq!(
        run(&reset, "another horse battery\n").good(),
        "the password is set; 1 sessions ended / 密码已重设，结束了 1 处登录\n"
    );
    let statuses = (sign_in(&server, "correct horse battery").await, sign_in(&server, "another horse battery").await);
    assert_eq!(statuses, (401, 200));
    assert!(
        run(&["admin", "reset-password", "--phone", "13899999999"], "another horse battery\n")
            .refused()
            .contains("not_found")
    );

    // Told to stop, it stops by itself and says that all is well.
    server.terminate();
    assert_eq!(server.wait().code(), Some(0));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_is_made_from_nothing_on_sqlite() {
    from_nothing(Backend::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_is_made_from_nothing_on_postgresql() {
    from_nothing(Backend::Postgres).await;
}

on_both! {
    async fn schools_are_imported_once(app: TestApp) {
        let admin = app.administrator().await;
        let root = app.root(&admin).await.id;
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("schools.csv").display().to_string();
        std::fs::write(&file, "name,lon,lat\n实验小学,116.393433,39.929393\n第二小学,116.390706,39.918235\n").unwrap();
        let import = |file: &str, more: &[&str], input: &str| -> Done {
            let given = ["import", "schools", file, "--datum", "gcj02", "--parent", &root];
            huxue_with(&app.database.url, &[&given, more].concat(), input)
        };
        let preview = import(&file, &[], "").good();
        assert!(preview.starts_with("2 rows: 2 new, 0 there already, 0 with problems / 共 2 行：2 所待导入，0 所已有，0 行有问题\n") && preview.contains("--apply"), "{preview}");
        assert_eq!(admin.get("/organizations?kind=school").await.expect(200)["items"], json!([]), "a preview adds nothing");
        assert_eq!(import(&file, &["--apply"], "").good(), "2 rows: 2 added, 0 there already, 0 with problems / 共 2 行：2 所已导入，0 所已有，0 行有问题\n");
        assert_eq!(import(&file, &["--apply"], "").good(), "2 rows: 0 added, 2 there already, 0 with problems / 共 2 行：0 所已导入，2 所已有，0 行有问题\n");
        let swapped = "name,lon,lat\n第三小学,39.9,116.4\n第四小学,116.4,39.9\n";
        let refused = import("-", &["--apply"], swapped);
        assert!(refused.out.contains("line 2 第三小学: ") && refused.out.contains("经度"), "{}", refused.out);
        assert!(refused.refused().contains("1 rows have problems; nothing was added"));
        assert!(import("/nowhere.csv", &[], "").refused().contains("/nowhere.csv"));
        assert_eq!(admin.get("/organizations?kind=school").await.expect(200)["items"].as_array().unwrap().len(), 2);
    }

    async fn the_calendar_is_asked_and_fed(app: TestApp) {
        let admin = app.administrator().await;
        let run = |arguments: &[&str], input: &str| huxue_with(&app.database.url, arguments, input);
        let day = |date: &str| run(&["calendar", "day", date, "--lang", "en"], "").good();
        assert!(day("2026-10-10").starts_with("2026-10-10  make_up_day  "), "{}", day("2026-10-10"));
        assert!(day("2026-10-01").contains("holiday") && day("2026-11-28").contains("weekend"));
        assert!(day("2027-02-17").contains("unknown"), "no notice is loaded for that year");
        let notice = json!({ "year": 2027, "papers": ["https://www.gov.cn/"], "days": [
            { "name": "春节", "date": "2027-02-06", "isOffDay": true }, { "name": "春节", "date": "2027-02-20", "isOffDay": false },
        ]});
        assert_eq!(run(&["calendar", "import", "-"], &notice.to_string()).good(), "2027: 2 days / 天\n");
        assert!(day("2027-02-20").contains("make_up_day") && day("2027-02-17").contains("school_day"));
        assert!(run(&["calendar", "list"], "").good().contains("2027  2 days / 天  https://www.gov.cn/"));
        assert!(run(&["calendar", "import", "-"], "{").refused().starts_with("huxue: -: "));
        // A school's own day counts for that school.
        let school = app.school(&admin, "实验小学").await;
        let entry = json!({ "kind": "cancelled", "reason": "台风" });
        admin.put(&format!("/organizations/{}/calendar/days/2026-11-27", school.id), entry).await;
        let own = run(&["calendar", "day", "2026-11-27", "--school", &school.id, "--lang", "zh"], "").good();
        assert!(own.contains("cancelled") && own.contains("台风"), "{own}");
    }

    async fn keys_are_listed_and_rotated(app: TestApp) {
        let run = |arguments: &[&str]| huxue(&app.database.url, arguments);
        let list = run(&["keys", "list"]).good();
        for purpose in ["code", "token", "receipt", "invite"] {
            assert_eq!(list.lines().filter(|line| line.contains(purpose) && line.contains("signing")).count(), 1, "{list}");
        }
        let told = run(&["keys", "rotate", "--purpose", "token"]).good();
        let id = told.split(' ').nth(1).unwrap().to_owned();
        assert_eq!(told, format!("key {id} signs for token from now on / 密钥 {id} 已启用\n"));
        let list = run(&["keys", "list"]).good();
        let states: Vec<&str> = list.lines().filter(|line| line.contains("token")).map(|line| if line.contains("signing") { "signing" } else { "verifying" }).collect();
        assert_eq!(states.len(), 2, "{list}");
        assert!(states.contains(&"signing") && states.contains(&"verifying"));
        assert_eq!(run(&["keys", "retire", &id]).good(), format!("key {id} is retired / 密钥 {id} 已停用\n"));
        let left = run(&["keys", "list"]).good();
        let left = left.lines().find(|line| line.contains("token") && !line.contains("retired")).unwrap().trim_start().to_owned();
        assert!(run(&["keys", "retire", left.split(' ').next().unwrap()]).refused().contains("last_key"));
    }

    async fn a_receipt_is_checked(app: TestApp) {
        let admin = app.administrator().await;
        let school = app.guarded_school(&admin, "实验小学").await;
        let guard = app.on_duty(&school, huxue::domain::words::Role::Guard).await;
        let result = guard.send_check_in(&app.check_in("arrive", &school.gate, "phone")).await;
        let receipt = result["receipt"].as_str().unwrap();
        let claims: Value = serde_json::from_str(&huxue(&app.database.url, &["receipt", "verify", receipt]).good()).unwrap();
        assert!(claims.to_string().contains(result["id"].as_str().unwrap()), "{claims}");
        let forged = format!("{}x", &receipt[..receipt.len() - 1]);
        assert!(huxue(&app.database.url, &["receipt", "verify", &forged]).refused().contains("receipt"));
    }
}
