-- One-key alarms, as evidence: who asked for help, where and when, and what was done. Rows are only ever added. Where the phone was lies
-- apart, so that it can be deleted.
CREATE TABLE alarms (
    id BLOB NOT NULL PRIMARY KEY,
    school_id BLOB NOT NULL REFERENCES organizations (id),
    checkpoint_id BLOB REFERENCES checkpoints (id),
    person_id BLOB NOT NULL REFERENCES persons (id),
    drill BOOLEAN NOT NULL,
    note TEXT NOT NULL,
    at BIGINT NOT NULL,
    received_at BIGINT NOT NULL,
    alert_id BLOB NOT NULL REFERENCES alerts (id)
);
CREATE INDEX alarms_by_school ON alarms (school_id, received_at);
CREATE INDEX alarms_of_person ON alarms (person_id);

CREATE TABLE alarm_steps (
    id BLOB NOT NULL PRIMARY KEY,
    alarm_id BLOB NOT NULL REFERENCES alarms (id),
    kind TEXT NOT NULL,
    person_id BLOB NOT NULL REFERENCES persons (id),
    at BIGINT NOT NULL,
    text TEXT NOT NULL
);
CREATE UNIQUE INDEX alarm_steps_once ON alarm_steps (alarm_id, kind);

CREATE TABLE alarm_positions (
    alarm_id BLOB NOT NULL PRIMARY KEY REFERENCES alarms (id),
    lon DOUBLE PRECISION NOT NULL,
    lat DOUBLE PRECISION NOT NULL,
    accuracy_m DOUBLE PRECISION NOT NULL
);

CREATE TRIGGER alarms_refuse_update BEFORE UPDATE ON alarms
BEGIN
    SELECT RAISE(ABORT, 'alarms is append-only');
END;

CREATE TRIGGER alarms_refuse_delete BEFORE DELETE ON alarms
BEGIN
    SELECT RAISE(ABORT, 'alarms is append-only');
END;

CREATE TRIGGER alarm_steps_refuse_update BEFORE UPDATE ON alarm_steps
BEGIN
    SELECT RAISE(ABORT, 'alarm_steps is append-only');
END;

CREATE TRIGGER alarm_steps_refuse_delete BEFORE DELETE ON alarm_steps
BEGIN
    SELECT RAISE(ABORT, 'alarm_steps is append-only');
END;
