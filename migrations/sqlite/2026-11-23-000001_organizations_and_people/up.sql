-- The tree of organizations. `path` is the chain of ids from the root ("/root/child/"), so that a subtree is one range.
CREATE TABLE organizations (
    id BLOB NOT NULL PRIMARY KEY,
    parent_id BLOB REFERENCES organizations (id),
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    path TEXT NOT NULL UNIQUE,
    timezone TEXT NOT NULL,
    school_type TEXT,
    external_code TEXT,
    lon DOUBLE PRECISION,
    lat DOUBLE PRECISION,
    version INTEGER NOT NULL DEFAULT 1,
    created_at BIGINT NOT NULL,
    archived_at BIGINT
);
CREATE INDEX organizations_by_parent ON organizations (parent_id);

-- The settings of a school that its figures depend on; each row holds from its date on, so that past figures stand.
CREATE TABLE school_rules (
    school_id BLOB NOT NULL REFERENCES organizations (id),
    valid_from DATE NOT NULL,
    hold_minutes INTEGER NOT NULL,
    live_grace_seconds INTEGER NOT NULL,
    sync_deadline_minute INTEGER NOT NULL,
    author_id BLOB,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (school_id, valid_from)
);

CREATE TABLE station_schools (
    station_id BLOB NOT NULL REFERENCES organizations (id),
    school_id BLOB NOT NULL REFERENCES organizations (id),
    created_at BIGINT NOT NULL,
    PRIMARY KEY (station_id, school_id)
);
CREATE INDEX station_schools_by_school ON station_schools (school_id);

CREATE TABLE persons (
    id BLOB NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    phone TEXT UNIQUE,
    password_hash TEXT,
    version INTEGER NOT NULL DEFAULT 1,
    created_at BIGINT NOT NULL,
    disabled_at BIGINT
);

CREATE TABLE invites (
    id BLOB NOT NULL PRIMARY KEY,
    organization_id BLOB NOT NULL REFERENCES organizations (id),
    role TEXT NOT NULL,
    in_charge BOOLEAN NOT NULL,
    auto_approve BOOLEAN NOT NULL,
    note TEXT NOT NULL,
    expires_at BIGINT NOT NULL,
    use_limit INTEGER,
    uses INTEGER NOT NULL DEFAULT 0,
    created_by BLOB NOT NULL REFERENCES persons (id),
    created_at BIGINT NOT NULL,
    revoked_at BIGINT
);
CREATE INDEX invites_by_organization ON invites (organization_id);

-- A role is for duty, an office is for rights; a row has one of the two.
CREATE TABLE memberships (
    id BLOB NOT NULL PRIMARY KEY,
    person_id BLOB NOT NULL REFERENCES persons (id),
    organization_id BLOB NOT NULL REFERENCES organizations (id),
    role TEXT,
    office TEXT,
    in_charge BOOLEAN NOT NULL DEFAULT FALSE,
    state TEXT NOT NULL,
    invite_id BLOB REFERENCES invites (id),
    created_at BIGINT NOT NULL,
    decided_by BLOB REFERENCES persons (id),
    decided_at BIGINT,
    ended_at BIGINT,
    CHECK ((role IS NULL) <> (office IS NULL))
);
CREATE INDEX memberships_by_person ON memberships (person_id);
CREATE INDEX memberships_by_organization ON memberships (organization_id, state);

-- Every answer to a consent text; the newest of a kind counts.
CREATE TABLE consents (
    id BLOB NOT NULL PRIMARY KEY,
    person_id BLOB NOT NULL REFERENCES persons (id),
    kind TEXT NOT NULL,
    document_version TEXT NOT NULL,
    given BOOLEAN NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX consents_by_person ON consents (person_id, kind);

CREATE TABLE sessions (
    id BLOB NOT NULL PRIMARY KEY,
    person_id BLOB NOT NULL REFERENCES persons (id),
    device_name TEXT NOT NULL,
    address TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    last_seen_at BIGINT NOT NULL,
    ended_at BIGINT,
    ended_reason TEXT
);
CREATE INDEX sessions_by_person ON sessions (person_id);

-- Only hashes are kept. A token that comes back after `used_at` ends its whole session.
CREATE TABLE refresh_tokens (
    hash BLOB NOT NULL PRIMARY KEY,
    session_id BLOB NOT NULL REFERENCES sessions (id),
    issued_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at BIGINT
);
CREATE INDEX refresh_tokens_by_session ON refresh_tokens (session_id);

CREATE TABLE sms_codes (
    phone TEXT NOT NULL PRIMARY KEY,
    code_hash BLOB NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    attempts INTEGER NOT NULL
);

-- Failed sign-ins of one account, so that a lock-out outlives a restart.
CREATE TABLE lockouts (
    subject TEXT NOT NULL PRIMARY KEY,
    failures INTEGER NOT NULL,
    last_failure_at BIGINT NOT NULL,
    locked_until BIGINT
);

-- `organization_path` is copied, so that a line stays readable by those entitled when the tree changes.
CREATE TABLE audit_log (
    id BLOB NOT NULL PRIMARY KEY,
    at BIGINT NOT NULL,
    actor_id BLOB,
    session_id BLOB,
    action TEXT NOT NULL,
    outcome TEXT NOT NULL,
    organization_path TEXT,
    subject_kind TEXT,
    subject_id TEXT,
    address TEXT,
    request_id TEXT,
    details TEXT NOT NULL
);
CREATE INDEX audit_log_by_time ON audit_log (at);
CREATE INDEX audit_log_by_organization ON audit_log (organization_path, at);

CREATE TABLE settings (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
);

-- One number that every change of rights, places or rules raises: what servers keep in memory is fresh while it stands still.
CREATE TABLE generation (
    id INTEGER NOT NULL PRIMARY KEY,
    value BIGINT NOT NULL
);
INSERT INTO generation (id, value) VALUES (1, 1);

CREATE TRIGGER consents_refuse_update BEFORE UPDATE ON consents
BEGIN
    SELECT RAISE(ABORT, 'consents is append-only');
END;

CREATE TRIGGER consents_refuse_delete BEFORE DELETE ON consents
BEGIN
    SELECT RAISE(ABORT, 'consents is append-only');
END;

CREATE TRIGGER audit_log_refuse_update BEFORE UPDATE ON audit_log
BEGIN
    SELECT RAISE(ABORT, 'audit_log is append-only');
END;

-- Lines may go when they are six months old (184 days); `huxue audit prune` does it. Never earlier, by the machine's own clock.
CREATE TRIGGER audit_log_refuse_delete BEFORE DELETE ON audit_log
    WHEN OLD.at > (CAST(strftime('%s', 'now') AS INTEGER) - 184 * 86400) * 1000000
BEGIN
    SELECT RAISE(ABORT, 'audit_log keeps its lines for six months');
END;
