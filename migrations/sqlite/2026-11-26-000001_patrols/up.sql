-- A station's patrol routes with what is asked of them, effective-dated like duties. points, windows, roles and persons are JSON
-- lists; no windows: the whole day; no persons: everybody of the roles. max_speed is in metres a second.
CREATE TABLE patrol_routes (
    id BLOB NOT NULL,
    valid_from DATE NOT NULL,
    valid_to DATE,
    station_id BLOB NOT NULL REFERENCES organizations (id),
    name TEXT NOT NULL,
    ordered BOOLEAN NOT NULL,
    max_minutes INTEGER NOT NULL,
    min_grade TEXT NOT NULL,
    max_speed DOUBLE PRECISION NOT NULL,
    points TEXT NOT NULL,
    rounds INTEGER NOT NULL,
    per TEXT NOT NULL,
    windows TEXT NOT NULL,
    school_days_only BOOLEAN NOT NULL,
    roles TEXT NOT NULL,
    persons TEXT NOT NULL,
    norm TEXT,
    version INTEGER NOT NULL,
    author_id BLOB,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (id, valid_from)
);
CREATE INDEX patrol_routes_by_station ON patrol_routes (station_id);

-- An officer's word that a round ends here, with the reason. Rows are only ever added, like the evidence.
CREATE TABLE patrol_ends (
    id BLOB NOT NULL PRIMARY KEY,
    station_id BLOB NOT NULL REFERENCES organizations (id),
    route_id BLOB NOT NULL,
    person_id BLOB NOT NULL REFERENCES persons (id),
    at BIGINT NOT NULL,
    reason TEXT NOT NULL,
    received_at BIGINT NOT NULL
);
CREATE INDEX patrol_ends_by_station ON patrol_ends (station_id, at);

CREATE TRIGGER patrol_ends_refuse_update BEFORE UPDATE ON patrol_ends
BEGIN
    SELECT RAISE(ABORT, 'patrol_ends is append-only');
END;

CREATE TRIGGER patrol_ends_refuse_delete BEFORE DELETE ON patrol_ends
BEGIN
    SELECT RAISE(ABORT, 'patrol_ends is append-only');
END;
