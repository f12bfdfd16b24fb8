-- The evidence. Rows are only ever added; few indexes, because this is the busiest table.
-- Ids are made by phones as UUIDv7, so the table grows at its end.
CREATE TABLE check_ins (
    id BLOB NOT NULL PRIMARY KEY,
    school_id BLOB REFERENCES organizations (id),
    checkpoint_id BLOB REFERENCES checkpoints (id),
    person_id BLOB NOT NULL REFERENCES persons (id),
    session_id BLOB,
    role TEXT,
    kind TEXT NOT NULL,
    at BIGINT NOT NULL,
    clock TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    sent_at BIGINT NOT NULL,
    received_at BIGINT NOT NULL,
    elapsed_ms BIGINT,
    proof TEXT NOT NULL,
    sign_id BLOB,
    screen_id BLOB,
    fence TEXT NOT NULL,
    distance_m DOUBLE PRECISION,
    accuracy_m DOUBLE PRECISION,
    grade TEXT NOT NULL,
    reasons TEXT NOT NULL,
    flags TEXT NOT NULL,
    duty_id BLOB,
    shift_id BLOB,
    device_id TEXT NOT NULL,
    code TEXT,
    content_hash BLOB NOT NULL
) WITHOUT ROWID;
CREATE INDEX check_ins_by_school ON check_ins (school_id, at);
CREATE INDEX check_ins_by_person ON check_ins (person_id, at);

-- Where the phone said it was, apart from the evidence, so that it can be coarsened and deleted on schedule.
CREATE TABLE check_in_positions (
    check_in_id BLOB NOT NULL PRIMARY KEY REFERENCES check_ins (id),
    lon DOUBLE PRECISION NOT NULL,
    lat DOUBLE PRECISION NOT NULL,
    datum TEXT NOT NULL,
    age_ms BIGINT NOT NULL,
    mocked BOOLEAN NOT NULL,
    coarsened_at BIGINT
) WITHOUT ROWID;

-- Later words on a check-in: a co-signature, a voiding, the review of a flag. Each is a record of its own.
CREATE TABLE amendments (
    id BLOB NOT NULL PRIMARY KEY,
    check_in_id BLOB NOT NULL REFERENCES check_ins (id),
    school_id BLOB REFERENCES organizations (id),
    kind TEXT NOT NULL,
    flag TEXT,
    outcome TEXT,
    author_id BLOB NOT NULL REFERENCES persons (id),
    author_role TEXT,
    reason TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX amendments_by_check_in ON amendments (check_in_id);
CREATE INDEX amendments_by_school ON amendments (school_id, at);

-- A check-in that could not be made (补卡): asked for with a reason, decided by an office holder.
CREATE TABLE corrections (
    id BLOB NOT NULL PRIMARY KEY,
    school_id BLOB NOT NULL REFERENCES organizations (id),
    checkpoint_id BLOB NOT NULL REFERENCES checkpoints (id),
    person_id BLOB NOT NULL REFERENCES persons (id),
    role TEXT NOT NULL,
    kind TEXT NOT NULL,
    at BIGINT NOT NULL,
    reason TEXT NOT NULL,
    requested_by BLOB NOT NULL REFERENCES persons (id),
    requested_at BIGINT NOT NULL,
    state TEXT NOT NULL,
    decided_by BLOB REFERENCES persons (id),
    decided_at BIGINT,
    decision_reason TEXT,
    check_in_id BLOB REFERENCES check_ins (id)
);
CREATE INDEX corrections_by_school ON corrections (school_id, requested_at);

-- Which persons used which phone, and when last: the sign of a phone that is passed around.
CREATE TABLE device_people (
    device_id TEXT NOT NULL,
    person_id BLOB NOT NULL REFERENCES persons (id),
    last_seen_at BIGINT NOT NULL,
    PRIMARY KEY (device_id, person_id)
) WITHOUT ROWID;

CREATE TRIGGER check_ins_refuse_update BEFORE UPDATE ON check_ins
BEGIN
    SELECT RAISE(ABORT, 'check_ins is append-only');
END;

CREATE TRIGGER check_ins_refuse_delete BEFORE DELETE ON check_ins
BEGIN
    SELECT RAISE(ABORT, 'check_ins is append-only');
END;

CREATE TRIGGER amendments_refuse_update BEFORE UPDATE ON amendments
BEGIN
    SELECT RAISE(ABORT, 'amendments is append-only');
END;

CREATE TRIGGER amendments_refuse_delete BEFORE DELETE ON amendments
BEGIN
    SELECT RAISE(ABORT, 'amendments is append-only');
END;
