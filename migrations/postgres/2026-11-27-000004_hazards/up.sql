-- Hazards (隐患), as evidence: what was found where, and every step until it was written off. Rows are only ever added. The number counts
-- a school's hazards of a year.
CREATE TABLE hazards (
    id BYTEA NOT NULL PRIMARY KEY,
    school_id BYTEA NOT NULL REFERENCES organizations (id),
    checkpoint_id BYTEA REFERENCES checkpoints (id),
    year INTEGER NOT NULL,
    number INTEGER NOT NULL,
    category TEXT NOT NULL,
    level TEXT NOT NULL,
    description TEXT NOT NULL,
    place TEXT NOT NULL,
    person_id BYTEA NOT NULL REFERENCES persons (id),
    reported_at BIGINT NOT NULL
);
CREATE INDEX hazards_by_school ON hazards (school_id, reported_at);
CREATE UNIQUE INDEX hazards_numbered ON hazards (school_id, year, number);
CREATE INDEX hazards_of_person ON hazards (person_id);

CREATE TABLE hazard_steps (
    id BYTEA NOT NULL PRIMARY KEY,
    hazard_id BYTEA NOT NULL REFERENCES hazards (id),
    place INTEGER NOT NULL,
    kind TEXT NOT NULL,
    person_id BYTEA NOT NULL REFERENCES persons (id),
    at BIGINT NOT NULL,
    text TEXT NOT NULL,
    assignee_id BYTEA REFERENCES persons (id),
    deadline DATE
);
CREATE UNIQUE INDEX hazard_steps_in_order ON hazard_steps (hazard_id, place);

CREATE TRIGGER hazards_refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON hazards
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER hazard_steps_refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON hazard_steps
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Seen with their school.
ALTER TABLE hazards ENABLE ROW LEVEL SECURITY;
ALTER TABLE hazards FORCE ROW LEVEL SECURITY;
CREATE POLICY in_scope ON hazards USING (current_setting('huxue.scope', true) = '*'
    OR EXISTS (SELECT FROM organizations AS seen WHERE seen.id = school_id));
ALTER TABLE hazard_steps ENABLE ROW LEVEL SECURITY;
ALTER TABLE hazard_steps FORCE ROW LEVEL SECURITY;
CREATE POLICY in_scope ON hazard_steps USING (current_setting('huxue.scope', true) = '*'
    OR EXISTS (SELECT FROM hazards AS seen WHERE seen.id = hazard_id));
