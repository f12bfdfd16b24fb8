-- What a bureau decided about hazards for all below it: categories (JSON: key, own names, retired) in its order, and days by level (JSON;
-- null follows the bureau above).
CREATE TABLE hazard_rules (
    organization_id BLOB NOT NULL PRIMARY KEY REFERENCES organizations (id),
    categories TEXT NOT NULL,
    days TEXT,
    version INTEGER NOT NULL,
    author_id BLOB NOT NULL REFERENCES persons (id),
    changed_at BIGINT NOT NULL
);

-- The deadline of the report, by the days that held then. Hazards from before, which are evidence and are not edited, have none: theirs is 7,
-- 3 or 1 days after the report, by their level.
ALTER TABLE hazards ADD COLUMN deadline DATE;
