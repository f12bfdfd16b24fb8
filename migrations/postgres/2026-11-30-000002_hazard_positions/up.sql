-- Where the phone was when a hazard was reported. Apart from the hazard, which is evidence, so that it can be deleted.
CREATE TABLE hazard_positions (
    hazard_id BYTEA NOT NULL PRIMARY KEY REFERENCES hazards (id),
    lon DOUBLE PRECISION NOT NULL,
    lat DOUBLE PRECISION NOT NULL,
    accuracy_m DOUBLE PRECISION NOT NULL
);

ALTER TABLE hazard_positions ENABLE ROW LEVEL SECURITY;
ALTER TABLE hazard_positions FORCE ROW LEVEL SECURITY;
CREATE POLICY in_scope ON hazard_positions USING (current_setting('huxue.scope', true) = '*'
    OR EXISTS (SELECT FROM hazards AS seen WHERE seen.id = hazard_id));
