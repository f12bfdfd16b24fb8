-- Hazards (隐患), as evidence: what was found where, and every step until it was written off. Rows are only ever added. The number counts
-- a school's hazards of a year.
CREATE TABLE hazards (
    id BLOB NOT NULL PRIMARY KEY,
    school_id BLOB NOT NULL REFERENCES organizations (id),
    checkpoint_id BLOB REFERENCES checkpoints (id),
    year INTEGER NOT NULL,
    number INTEGER NOT NULL,
    category TEXT NOT NULL,
    level TEXT NOT NULL,
    description TEXT NOT NULL,
    place TEXT NOT NULL,
    person_id BLOB NOT NULL REFERENCES persons (id),
    reported_at BIGINT NOT NULL
);
CREATE INDEX hazards_by_school ON hazards (school_id, reported_at);
CREATE UNIQUE INDEX hazards_numbered ON hazards (school_id, year, number);
CREATE INDEX hazards_of_person ON hazards (person_id);

CREATE TABLE hazard_steps (
    id BLOB NOT NULL PRIMARY KEY,
    hazard_id BLOB NOT NULL REFERENCES hazards (id),
    place INTEGER NOT NULL,
    kind TEXT NOT NULL,
    person_id BLOB NOT NULL REFERENCES persons (id),
    at BIGINT NOT NULL,
    text TEXT NOT NULL,
    assignee_id BLOB REFERENCES persons (id),
    deadline DATE
);
CREATE UNIQUE INDEX hazard_steps_in_order ON hazard_steps (hazard_id, place);

CREATE TRIGGER hazards_refuse_update BEFORE UPDATE ON hazards
BEGIN
    SELECT RAISE(ABORT, 'hazards is append-only');
END;

CREATE TRIGGER hazards_refuse_delete BEFORE DELETE ON hazards
BEGIN
    SELECT RAISE(ABORT, 'hazards is append-only');
END;

CREATE TRIGGER hazard_steps_refuse_update BEFORE UPDATE ON hazard_steps
BEGIN
    SELECT RAISE(ABORT, 'hazard_steps is append-only');
END;

CREATE TRIGGER hazard_steps_refuse_delete BEFORE DELETE ON hazard_steps
BEGIN
    SELECT RAISE(ABORT, 'hazard_steps is append-only');
END;
