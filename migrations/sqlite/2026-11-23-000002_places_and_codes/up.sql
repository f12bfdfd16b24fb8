CREATE TABLE signing_keys (
    id INTEGER NOT NULL PRIMARY KEY,
    purpose TEXT NOT NULL,
    secret BLOB NOT NULL,
    created_at BIGINT NOT NULL,
    retired_at BIGINT
);

-- Numbers that only rise: 'checkpoint' gives the next public_no, 'places' counts the changes of checkpoints.
CREATE TABLE counters (
    name TEXT NOT NULL PRIMARY KEY,
    value BIGINT NOT NULL
);
INSERT INTO counters (name, value) VALUES ('checkpoint', 0), ('screen', 0);

-- `public_no` stands in the printed code in place of the long id. `area` is GeoJSON in WGS-84; lon and lat are its centre.
CREATE TABLE checkpoints (
    id BLOB NOT NULL PRIMARY KEY,
    school_id BLOB NOT NULL REFERENCES organizations (id),
    public_no BIGINT NOT NULL UNIQUE,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    area TEXT NOT NULL,
    lon DOUBLE PRECISION NOT NULL,
    lat DOUBLE PRECISION NOT NULL,
    fence_only BOOLEAN NOT NULL,
    officer TEXT,
    version INTEGER NOT NULL DEFAULT 1,
    created_at BIGINT NOT NULL,
    archived_at BIGINT
);
CREATE INDEX checkpoints_by_school ON checkpoints (school_id);

CREATE TABLE signs (
    id BLOB NOT NULL PRIMARY KEY,
    checkpoint_id BLOB NOT NULL REFERENCES checkpoints (id),
    serial INTEGER NOT NULL,
    key_id INTEGER NOT NULL REFERENCES signing_keys (id),
    short_code TEXT NOT NULL UNIQUE,
    issued_at BIGINT NOT NULL,
    issued_by BLOB,
    revoked_at BIGINT,
    revoked_by BLOB,
    revoked_reason TEXT,
    UNIQUE (checkpoint_id, serial)
);

CREATE TABLE screens (
    id BLOB NOT NULL PRIMARY KEY,
    checkpoint_id BLOB NOT NULL REFERENCES checkpoints (id),
    number INTEGER NOT NULL,
    name TEXT NOT NULL,
    token_hash BLOB NOT NULL UNIQUE,
    created_by BLOB NOT NULL,
    created_at BIGINT NOT NULL,
    revoked_at BIGINT,
    UNIQUE (checkpoint_id, number)
);
