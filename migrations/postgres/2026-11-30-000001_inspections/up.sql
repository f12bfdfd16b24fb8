-- Checklists (检查清单) that organizations add for themselves and all below them; those that come with huxue are code. One is never edited:
-- it is retired and another added, so that an inspection refers to what was answered.
CREATE TABLE checklists (
    id BYTEA NOT NULL PRIMARY KEY,
    organization_id BYTEA NOT NULL REFERENCES organizations (id),
    name TEXT NOT NULL,
    inspector TEXT NOT NULL,
    per TEXT NOT NULL,
    times INTEGER NOT NULL,
    items TEXT NOT NULL,
    author_id BYTEA NOT NULL REFERENCES persons (id),
    created_at BIGINT NOT NULL,
    retired_by BYTEA REFERENCES persons (id),
    retired_at BIGINT
);
CREATE INDEX checklists_of ON checklists (organization_id);

-- Inspections (检查), as evidence: rows are only ever added. The date is the school's. The checklist may be one of those in the code.
CREATE TABLE inspections (
    id BYTEA NOT NULL PRIMARY KEY,
    school_id BYTEA NOT NULL REFERENCES organizations (id),
    checklist_id BYTEA NOT NULL,
    person_id BYTEA NOT NULL REFERENCES persons (id),
    at BIGINT NOT NULL,
    date DATE NOT NULL
);
CREATE INDEX inspections_by_school ON inspections (school_id, at);
CREATE INDEX inspections_by_date ON inspections (school_id, date);
CREATE INDEX inspections_of_person ON inspections (person_id);

CREATE TABLE inspection_answers (
    inspection_id BYTEA NOT NULL REFERENCES inspections (id),
    place INTEGER NOT NULL,
    answer TEXT NOT NULL,
    note TEXT NOT NULL,
    hazard_id BYTEA REFERENCES hazards (id),
    PRIMARY KEY (inspection_id, place)
);

CREATE TRIGGER checklists_refuse_change BEFORE UPDATE OF id, organization_id, name, inspector, per, times, items, author_id, created_at ON checklists
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER checklists_refuse_delete BEFORE DELETE OR TRUNCATE ON checklists
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER inspections_refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON inspections
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER inspection_answers_refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON inspection_answers
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Seen with their organization.
ALTER TABLE checklists ENABLE ROW LEVEL SECURITY;
ALTER TABLE checklists FORCE ROW LEVEL SECURITY;
CREATE POLICY in_scope ON checklists USING (current_setting('huxue.scope', true) = '*'
    OR EXISTS (SELECT FROM organizations AS seen WHERE seen.id = organization_id));
ALTER TABLE inspections ENABLE ROW LEVEL SECURITY;
ALTER TABLE inspections FORCE ROW LEVEL SECURITY;
CREATE POLICY in_scope ON inspections USING (current_setting('huxue.scope', true) = '*'
    OR EXISTS (SELECT FROM organizations AS seen WHERE seen.id = school_id));
ALTER TABLE inspection_answers ENABLE ROW LEVEL SECURITY;
ALTER TABLE inspection_answers FORCE ROW LEVEL SECURITY;
CREATE POLICY in_scope ON inspection_answers USING (current_setting('huxue.scope', true) = '*'
    OR EXISTS (SELECT FROM inspections AS seen WHERE seen.id = inspection_id));
