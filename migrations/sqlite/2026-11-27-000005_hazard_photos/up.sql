-- Photos of hazards. The pictures themselves lie in the store of photos, named by their hash; here stands what is known of each. Rows are
-- only ever added.
CREATE TABLE hazard_photos (
    id BLOB NOT NULL PRIMARY KEY,
    hazard_id BLOB NOT NULL REFERENCES hazards (id),
    person_id BLOB NOT NULL REFERENCES persons (id),
    at BIGINT NOT NULL,
    sha256 BLOB NOT NULL,
    bytes INTEGER NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL
);
CREATE INDEX hazard_photos_by_hazard ON hazard_photos (hazard_id, at);

CREATE TRIGGER hazard_photos_refuse_update BEFORE UPDATE ON hazard_photos
BEGIN
    SELECT RAISE(ABORT, 'hazard_photos is append-only');
END;

CREATE TRIGGER hazard_photos_refuse_delete BEFORE DELETE ON hazard_photos
BEGIN
    SELECT RAISE(ABORT, 'hazard_photos is append-only');
END;
