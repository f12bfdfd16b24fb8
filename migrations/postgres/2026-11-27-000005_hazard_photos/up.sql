-- Photos of hazards. The pictures themselves lie in the store of photos, named by their hash; here stands what is known of each. Rows are
-- only ever added.
CREATE TABLE hazard_photos (
    id BYTEA NOT NULL PRIMARY KEY,
    hazard_id BYTEA NOT NULL REFERENCES hazards (id),
    person_id BYTEA NOT NULL REFERENCES persons (id),
    at BIGINT NOT NULL,
    sha256 BYTEA NOT NULL,
    bytes INTEGER NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL
);
CREATE INDEX hazard_photos_by_hazard ON hazard_photos (hazard_id, at);

CREATE TRIGGER hazard_photos_refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON hazard_photos
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Seen with their hazard.
ALTER TABLE hazard_photos ENABLE ROW LEVEL SECURITY;
ALTER TABLE hazard_photos FORCE ROW LEVEL SECURITY;
CREATE POLICY in_scope ON hazard_photos USING (current_setting('huxue.scope', true) = '*'
    OR EXISTS (SELECT FROM hazards AS seen WHERE seen.id = hazard_id));
