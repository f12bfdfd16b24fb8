ALTER TABLE hazards DROP COLUMN deadline;
DROP TABLE hazard_rules;
