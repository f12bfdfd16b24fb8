-- A station's patrol routes with what is asked of them, effective-dated like duties. points, windows, roles and persons are JSON
-- lists; no windows: the whole day; no persons: everybody of the roles. max_speed is in metres a second.
CREATE TABLE patrol_routes (
    id BYTEA NOT NULL,
    valid_from DATE NOT NULL,
    valid_to DATE,
    station_id BYTEA NOT NULL REFERENCES organizations (id),
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
    author_id BYTEA,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (id, valid_from)
);
CREATE INDEX patrol_routes_by_station ON patrol_routes (station_id);

-- An officer's word that a round ends here, with the reason. Rows are only ever added, like the evidence.
CREATE TABLE patrol_ends (
    id BYTEA NOT NULL PRIMARY KEY,
    station_id BYTEA NOT NULL REFERENCES organizations (id),
    route_id BYTEA NOT NULL,
    person_id BYTEA NOT NULL REFERENCES persons (id),
    at BIGINT NOT NULL,
    reason TEXT NOT NULL,
    received_at BIGINT NOT NULL
);
CREATE INDEX patrol_ends_by_station ON patrol_ends (station_id, at);

CREATE TRIGGER patrol_ends_refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON patrol_ends
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Seen with their station, as everything that belongs to an organization.
ALTER TABLE patrol_routes ENABLE ROW LEVEL SECURITY;
ALTER TABLE patrol_routes FORCE ROW LEVEL SECURITY;
CREATE POLICY in_scope ON patrol_routes USING (current_setting('huxue.scope', true) = '*'
    OR EXISTS (SELECT FROM organizations AS seen WHERE seen.id = station_id));
ALTER TABLE patrol_ends ENABLE ROW LEVEL SECURITY;
ALTER TABLE patrol_ends FORCE ROW LEVEL SECURITY;
CREATE POLICY in_scope ON patrol_ends USING (current_setting('huxue.scope', true) = '*'
    OR EXISTS (SELECT FROM organizations AS seen WHERE seen.id = station_id));
