//! `store/schema.rs` says what the migrations make, on both databases.

use std::collections::BTreeMap;

use diesel::prelude::*;
use diesel::sql_types::{Bool, Text};
use huxue::store::{Address, Db, migrations};
use huxue_tests::{Backend, database::Database};

#[derive(QueryableByName)]
struct Column {
    #[diesel(sql_type = Text)]
    in_table: String,
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = Text)]
    kind: String,
    #[diesel(sql_type = Bool)]
    required: bool,
}

const SQLITE: &str = "SELECT m.name AS in_table, c.name AS name, lower(c.type) AS kind, (c.\"notnull\" = 1) AS required
    FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table'";
const POSTGRES: &str = "SELECT table_name::text AS in_table, column_name::text AS name, data_type::text AS kind,
    (is_nullable = 'NO') AS required FROM information_schema.columns WHERE table_schema = 'public'";

type Tables = BTreeMap<String, BTreeMap<String, String>>;

/// What a database really has, in diesel's words.
fn of_database(connection: &mut Db) -> Tables {
    let query = if matches!(connection, Db::Sqlite(_)) { SQLITE } else { POSTGRES };
    let columns: Vec<Column> = diesel::sql_query(query).load(connection).unwrap();
    let mut tables = Tables::new();
    for column in columns
        .into_iter()
        .filter(|column| !column.in_table.starts_with("__") && !column.in_table.starts_with("sqlite_"))
    {
        let kind = match column.kind.as_str() {
            "blob" | "bytea" => "Binary",
            "text" => "Text",
            "integer" => "Integer",
            "bigint" => "BigInt",
            "boolean" => "Bool",
            "double precision" => "Double",
            "date" => "Date",
            other => panic!("a column of the unforeseen kind {other}"),
        };
        let kind = if column.required { kind.to_owned() } else { format!("Nullable<{kind}>") };
        tables.entry(column.in_table).or_default().insert(column.name, kind);
    }
    tables
}

/// What `schema.rs` says.
fn of_schema() -> Tables {
    let text = include_str!("../../../server/src/store/schema.rs");
    let mut tables = Tables::new();
    let mut table = String::new();
    for line in text.lines().map(str::trim) {
        if let Some((name, kind)) = line.trim_end_matches(',').split_once(" -> ") {
            tables.entry(table.clone()).or_default().insert(name.to_owned(), kind.to_owned());
        } else if let Some((name, _)) = line.split_once(" (").filter(|_| line.ends_with('{')) {
            table = name.to_owned();
        }
    }
    tables
}

#[test]
fn the_schema_is_what_the_migrations_make() {
    for backend in [Backend::Sqlite, Backend::Postgres] {
        let Some(database) = Database::fresh(backend) else { continue };
        let mut connection = Address::parse(&database.url).connect().unwrap();
        migrations::run(&mut connection).unwrap();
        assert_eq!(of_schema(), of_database(&mut connection), "{backend:?}");
    }
}
