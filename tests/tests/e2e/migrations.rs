//! The migrations, on both databases.

use huxue::store::{Address, Error, migrations};
use huxue_tests::{Backend, database::Database};

fn both() -> impl Iterator<Item = Database> {
    [Backend::Sqlite, Backend::Postgres].into_iter().filter_map(Database::fresh)
}

#[test]
fn they_have_the_same_names() {
    let (sqlite, postgres) = migrations::names().unwrap();
    assert_eq!(sqlite, postgres);
}

#[test]
fn they_go_up_and_down_and_up_again() {
    let (names, _) = migrations::names().unwrap();
    for database in both() {
        let mut connection = Address::parse(&database.url).connect().unwrap();
        assert_eq!(migrations::run(&mut connection).unwrap(), names.len());
        assert_eq!(migrations::run(&mut connection).unwrap(), 0);
        migrations::revert_all(&mut connection).unwrap();
        assert_eq!(migrations::run(&mut connection).unwrap(), names.len());
    }
}

#[test]
fn a_database_newer_than_the_program_is_refused() {
    use diesel::connection::SimpleConnection as _;
    for database in both() {
        let mut connection = Address::parse(&database.url).connect().unwrap();
        migrations::run(&mut connection).unwrap();
        connection.batch_execute("INSERT INTO __diesel_schema_migrations (version) VALUES ('99991231')").unwrap();
        assert!(matches!(migrations::run(&mut connection), Err(Error::TooNew(version)) if version == "99991231"));
    }
}
