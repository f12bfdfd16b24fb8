-- Where the phone was when a hazard was reported. Apart from the hazard, which is evidence, so that it can be deleted.
CREATE TABLE hazard_positions (
    hazard_id BLOB NOT NULL PRIMARY KEY REFERENCES hazards (id),
    lon DOUBLE PRECISION NOT NULL,
    lat DOUBLE PRECISION NOT NULL,
    accuracy_m DOUBLE PRECISION NOT NULL
);
