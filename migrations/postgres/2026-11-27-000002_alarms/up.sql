-- One-key alarms, as evidence: who asked for help, where and when, and what was done. Rows are only ever added. Where the phone was lies
-- apart, so that it can be deleted.
CREATE TABLE alarms (
    id BYTEA NOT NULL PRIMARY KEY,
    school_id BYTEA NOT NULL REFERENCES organizations (id),
    checkpoint_id BYTEA REFERENCES checkpoints (id),
    person_id BYTEA NOT NULL REFERENCES persons (id),
    drill BOOLEAN NOT NULL,
    note TEXT NOT NULL,
    at BIGINT NOT NULL,
    received_at BIGINT NOT NULL,
    alert_id BYTEA NOT NULL REFERENCES alerts (id)
);
CREATE INDEX alarms_by_school ON alarms (school_id, received_at);
CREATE INDEX alarms_of_person ON alarms (person_id);

CREATE TABLE alarm_steps (
    id BYTEA NOT NULL PRIMARY KEY,
    alarm_id BYTEA NOT NULL REFERENCES alarms (id),
    kind TEXT NOT NULL,
    person_id BYTEA NOT NULL REFERENCES persons (id),
    at BIGINT NOT NULL,
    text TEXT NOT NULL
);
CREATE UNIQUE INDEX alarm_steps_once ON alarm_steps (alarm_id, kind);

CREATE TABLE alarm_positions (
    alarm_id BYTEA NOT NULL PRIMARY KEY REFERENCES alarms (id),
    lon DOUBLE PRECISION NOT NULL,
    lat DOUBLE PRECISION NOT NULL,
    accuracy_m DOUBLE PRECISION NOT NULL
);

CREATE TRIGGER alarms_refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON alarms
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER alarm_steps_refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON alarm_steps
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Seen with their school; whoever raised one or was told of it reads it with every scope.
ALTER TABLE alarms ENABLE ROW LEVEL SECURITY;
ALTER TABLE alarms FORCE ROW LEVEL SECURITY;
CREATE POLICY in_scope ON alarms USING (current_setting('huxue.scope', true) = '*'
    OR EXISTS (SELECT FROM organizations AS seen WHERE seen.id = school_id));
ALTER TABLE alarm_steps ENABLE ROW LEVEL SECURITY;
ALTER TABLE alarm_steps FORCE ROW LEVEL SECURITY;
CREATE POLICY in_scope ON alarm_steps USING (current_setting('huxue.scope', true) = '*'
    OR EXISTS (SELECT FROM alarms AS seen WHERE seen.id = alarm_id));
ALTER TABLE alarm_positions ENABLE ROW LEVEL SECURITY;
ALTER TABLE alarm_positions FORCE ROW LEVEL SECURITY;
CREATE POLICY in_scope ON alarm_positions USING (current_setting('huxue.scope', true) = '*'
    OR EXISTS (SELECT FROM alarms AS seen WHERE seen.id = alarm_id));
