DROP TABLE stale_days;
DROP TABLE coverage_revisions;
DROP TABLE coverage_stays;
DROP TABLE coverage_roles;
DROP TABLE coverage_days;
