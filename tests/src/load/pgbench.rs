//! What PostgreSQL itself makes durable on this machine: pgbench inserts one check-in after the other, over as many
//! connections as there are phones.

use std::fmt::Write as _;
use std::process::Command;
use std::time::Duration;

use super::world::{ID_PREFIX, PEOPLE_BITS, Shape};
use crate::database::Cluster;

/// Columns of the row and what stands in them, as the load leaves them.
const ROW: [(&str, &str); 24] = [
    (
        "id",
        "decode(lpad(to_hex((extract(epoch FROM clock_timestamp()) * 1000)::bigint), 12, '0') || '7' \
            || substr(md5(random()::text), 1, 19), 'hex')",
    ),
    ("school_id", "{id}:school::int), 15, '0'), 'hex')"),
    ("checkpoint_id", "{id}:school::int), 15, '0'), 'hex')"),
    ("person_id", "{id}:person::int), 15, '0'), 'hex')"),
    ("session_id", "{id}:person::int), 15, '0'), 'hex')"),
    ("role", "'guard'"),
    ("kind", "'arrive'"),
    ("at", "{now}"),
    ("clock", "'good'"),
    ("created_at", "{now}"),
    ("sent_at", "{now}"),
    ("received_at", "{now}"),
    ("elapsed_ms", "15"),
    ("proof", "'sign'"),
    ("sign_id", "{id}:school::int), 15, '0'), 'hex')"),
    ("fence", "'inside'"),
    ("distance_m", "0"),
    ("accuracy_m", "12.5"),
    ("grade", "'confirmed'"),
    ("reasons", "'[]'"),
    ("flags", "'[]'"),
    ("device_id", "'phone-' || :school::int || '-' || :person::int"),
    ("code", "'CEAQAAAAAAAQAAIAAAAAAAAAAAAA'"),
    ("content_hash", "decode(md5(random()::text) || md5(random()::text), 'hex')"),
];

/// Inserted rows a second.
///
/// # Panics
/// If pgbench is missing or fails.
pub(super) fn insert_rate(cluster: &Cluster, database: &str, size: Shape, clients: usize, time: Duration) -> f64 {
    let script = tempfile::NamedTempFile::new().expect("a temporary file");
    std::fs::write(script.path(), text(size)).expect("the script is written");
    let run = Command::new(cluster.program("pgbench"))
        .args(["-n", "-M", "prepared", "-j", "1", "-c", &clients.to_string(), "-T", &time.as_secs().max(1).to_string()])
        .arg("-f")
        .arg(script.path())
        .arg(cluster.superuser_url(database))
        .output()
        .expect("pgbench runs");
    let out = String::from_utf8_lossy(&run.stdout);
    let rate = out.lines().find_map(|line| line.strip_prefix("tps = ")?.split(' ').next()?.parse().ok());
    rate.unwrap_or_else(|| panic!("pgbench: {out}{}", String::from_utf8_lossy(&run.stderr)))
}

fn text(size: Shape) -> String {
    let mut text = String::new();
    let (names, values): (Vec<_>, Vec<_>) = ROW.iter().copied().unzip();
    let values = values.join(", ").replace("{id}", &format!("decode('{ID_PREFIX}' || lpad(to_hex("));
    let values = values.replace("{now}", "(extract(epoch FROM clock_timestamp()) * 1000000)::bigint");
    writeln!(text, "\\set school random(1, {})", size.schools).expect("memory takes it");
    writeln!(text, "\\set person :school * {} + random(0, {})", 1_u32 << PEOPLE_BITS, size.people - 1).expect("memory");
    writeln!(text, "INSERT INTO check_ins ({}) VALUES ({values});", names.join(", ")).expect("memory takes it");
    text
}
