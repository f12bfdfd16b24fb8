-- The figures of days that are final, so that a month of many schools is summed and not computed. Derived: each row can be
-- made again from the evidence, and is, as soon as something about its day changes.
CREATE TABLE coverage_days (
    school_id BYTEA NOT NULL REFERENCES organizations (id),
    date DATE NOT NULL,
    revision INTEGER NOT NULL,
    as_known_at BIGINT NOT NULL,
    kind TEXT NOT NULL,
    school_days BIGINT NOT NULL,
    school_days_set_up BIGINT NOT NULL,
    school_days_unknown BIGINT NOT NULL,
    slots BIGINT NOT NULL,
    slots_on_time BIGINT NOT NULL,
    person_stays BIGINT NOT NULL,
    posts_required BIGINT NOT NULL,
    posts_covered BIGINT NOT NULL,
    posts_short BIGINT NOT NULL,
    posts_empty BIGINT NOT NULL,
    posts_excused BIGINT NOT NULL,
    posts_unknown BIGINT NOT NULL,
    required_seconds BIGINT NOT NULL,
    covered_seconds BIGINT NOT NULL,
    required_slot_seconds BIGINT NOT NULL,
    slot_seconds BIGINT NOT NULL,
    confirmed_seconds BIGINT NOT NULL,
    likely_seconds BIGINT NOT NULL,
    claimed_seconds BIGINT NOT NULL,
    PRIMARY KEY (school_id, date)
);

-- The same sums of the posts of a day, by the roles that they list (`roles`: words in their order, between commas).
CREATE TABLE coverage_roles (
    school_id BYTEA NOT NULL REFERENCES organizations (id),
    date DATE NOT NULL,
    roles TEXT NOT NULL,
    posts_required BIGINT NOT NULL,
    posts_covered BIGINT NOT NULL,
    posts_short BIGINT NOT NULL,
    posts_empty BIGINT NOT NULL,
    posts_excused BIGINT NOT NULL,
    posts_unknown BIGINT NOT NULL,
    required_seconds BIGINT NOT NULL,
    covered_seconds BIGINT NOT NULL,
    required_slot_seconds BIGINT NOT NULL,
    slot_seconds BIGINT NOT NULL,
    confirmed_seconds BIGINT NOT NULL,
    likely_seconds BIGINT NOT NULL,
    claimed_seconds BIGINT NOT NULL,
    PRIMARY KEY (school_id, date, roles)
);

-- The person-stays (人次) of a day by role.
CREATE TABLE coverage_stays (
    school_id BYTEA NOT NULL REFERENCES organizations (id),
    date DATE NOT NULL,
    role TEXT NOT NULL,
    person_stays BIGINT NOT NULL,
    PRIMARY KEY (school_id, date, role)
);

-- Every revision of a final day, whole: what was known, and when. Rows are only added.
CREATE TABLE coverage_revisions (
    school_id BYTEA NOT NULL REFERENCES organizations (id),
    date DATE NOT NULL,
    revision INTEGER NOT NULL,
    as_known_at BIGINT NOT NULL,
    document TEXT NOT NULL,
    PRIMARY KEY (school_id, date, revision)
);

-- Final days about which something changed since they were computed.
CREATE TABLE stale_days (
    school_id BYTEA NOT NULL REFERENCES organizations (id),
    date DATE NOT NULL,
    PRIMARY KEY (school_id, date)
);
