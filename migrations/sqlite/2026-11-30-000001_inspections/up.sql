-- Checklists (检查清单) that organizations add for themselves and all below them; those that come with huxue are code. One is never edited:
-- it is retired and another added, so that an inspection refers to what was answered.
CREATE TABLE checklists (
    id BLOB NOT NULL PRIMARY KEY,
    organization_id BLOB NOT NULL REFERENCES organizations (id),
    name TEXT NOT NULL,
    inspector TEXT NOT NULL,
    per TEXT NOT NULL,
    times INTEGER NOT NULL,
    items TEXT NOT NULL,
    author_id BLOB NOT NULL REFERENCES persons (id),
    created_at BIGINT NOT NULL,
    retired_by BLOB REFERENCES persons (id),
    retired_at BIGINT
);
CREATE INDEX checklists_of ON checklists (organization_id);

-- Inspections (检查), as evidence: rows are only ever added. The date is the school's. The checklist may be one of those in the code.
CREATE TABLE inspections (
    id BLOB NOT NULL PRIMARY KEY,
    school_id BLOB NOT NULL REFERENCES organizations (id),
    checklist_id BLOB NOT NULL,
    person_id BLOB NOT NULL REFERENCES persons (id),
    at BIGINT NOT NULL,
    date DATE NOT NULL
);
CREATE INDEX inspections_by_school ON inspections (school_id, at);
CREATE INDEX inspections_by_date ON inspections (school_id, date);
CREATE INDEX inspections_of_person ON inspections (person_id);

CREATE TABLE inspection_answers (
    inspection_id BLOB NOT NULL REFERENCES inspections (id),
    place INTEGER NOT NULL,
    answer TEXT NOT NULL,
    note TEXT NOT NULL,
    hazard_id BLOB REFERENCES hazards (id),
    PRIMARY KEY (inspection_id, place)
);

CREATE TRIGGER checklists_refuse_change BEFORE UPDATE OF id, organization_id, name, inspector, per, times, items, author_id, created_at ON checklists
BEGIN
    SELECT RAISE(ABORT, 'checklists are retired, not edited');
END;

CREATE TRIGGER checklists_refuse_delete BEFORE DELETE ON checklists
BEGIN
    SELECT RAISE(ABORT, 'checklists are retired, not deleted');
END;

CREATE TRIGGER inspections_refuse_update BEFORE UPDATE ON inspections
BEGIN
    SELECT RAISE(ABORT, 'inspections is append-only');
END;

CREATE TRIGGER inspections_refuse_delete BEFORE DELETE ON inspections
BEGIN
    SELECT RAISE(ABORT, 'inspections is append-only');
END;

CREATE TRIGGER inspection_answers_refuse_update BEFORE UPDATE ON inspection_answers
BEGIN
    SELECT RAISE(ABORT, 'inspection_answers is append-only');
END;

CREATE TRIGGER inspection_answers_refuse_delete BEFORE DELETE ON inspection_answers
BEGIN
    SELECT RAISE(ABORT, 'inspection_answers is append-only');
END;
