//! What the demo prints when it is ready: addresses, sign-ins, requests to try.

use super::build::{PASSWORD, Places};
use super::calendar;
use super::world::{Person, School, World};
use crate::cli::output::{Failure, print};
use crate::domain::code::link::code_link;
use crate::domain::words::{Office, Role};

/// Prints all of it.
///
/// # Errors
/// Standard output is closed.
pub(super) fn print_all(world: &World, places: &Places, address: &str) -> Result<(), Failure> {
    let Some(school) = world.schools.first() else { return Ok(()) };
    print(addresses(school, places, address))?;
    print(format_args!("\nSign in by phone number / 用手机号登录, with the password {PASSWORD}"))?;
    for (who, who_zh, person, place) in sign_ins(world, school) {
        print(format_args!("  {who:16} {}  {}  {place}  {who_zh}", person.phone, person.name))?;
    }
    let Some(principal) = world.holder(school.id, Office::Principal) else { return Ok(()) };
    print(examples(school, principal, address))
}

fn addresses(school: &School, places: &Places, address: &str) -> String {
    let mut lines = vec![
        String::new(),
        format!("  start             {address}/  首页"),
        format!("  API, to try       {address}/docs/  接口说明"),
    ];
    let gate = school.posts.first().and_then(|post| Some((post, places.at(post.id)?)));
    if let Some((post, hung)) = gate {
        let link = code_link(address, &hung.code, false);
        lines.push(format!("  phone page        {link}  扫码页 ({} {})", school.spec.name, post.name));
        if let Some(screen) = &hung.screen {
            lines.push(format!("  gate-room screen  {address}/kiosk/{}  门卫室屏幕", screen.secret));
        }
    }
    lines.join("\n")
}

/// One of each kind.
fn sign_ins<'a>(world: &'a World, school: &'a School) -> Vec<(&'static str, &'static str, &'a Person, &'static str)> {
    let name = school.spec.name;
    let (bureau, station) = (super::world::county::BUREAU, super::world::county::STATION);
    let serving = |role: Role| world.person(*school.members.get(&role)?.first()?);
    let found = [
        ("administrator", "管理员", world.holder(world.bureau, Office::Admin), bureau),
        ("bureau officer", "教育局", world.holder(world.bureau, Office::BureauOfficer), bureau),
        ("station chief", "派出所所长", world.holder(world.station, Office::StationChief), station),
        ("police", "民警", serving(Role::Police), station),
        ("patrol officer", "巡逻民警", world.people.last(), station),
        ("principal", "校长", world.holder(school.id, Office::Principal), name),
        ("safety officer", "安全主任", world.holder(school.id, Office::SafetyOfficer), name),
        ("guard in charge", "带班保安", serving(Role::Guard), name),
        ("parent", "志愿家长", serving(Role::Parent), name),
    ];
    found.into_iter().filter_map(|(who, zh, person, place)| Some((who, zh, person?, place))).collect()
}

fn examples(school: &School, principal: &Person, address: &str) -> String {
    let (phone, id, date) = (&principal.phone, school.id, calendar::SHOWN);
    format!(
        r#"
  # sign in as the principal
  TOKEN=$(curl -s {address}/api/v1/sessions -H 'content-type: application/json' \
    -d '{{"phone":"{phone}","password":"{PASSWORD}"}}' | sed 's/.*"access_token":"\([^"]*\)".*/\1/')
  # who is where now, and which posts are short
  curl -s -H "authorization: Bearer $TOKEN" {address}/api/v1/schools/{id}/board
  # the coverage of the day
  curl -s -H "authorization: Bearer $TOKEN" '{address}/api/v1/schools/{id}/coverage?date={date}'
"#
    )
}
