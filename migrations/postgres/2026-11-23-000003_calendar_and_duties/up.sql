-- A State Council notice as imported; the years built into the program need no row.
CREATE TABLE calendar_years (
    year INTEGER NOT NULL PRIMARY KEY,
    body TEXT NOT NULL,
    source TEXT NOT NULL,
    loaded_at BIGINT NOT NULL
);

-- What a bureau or a school says of one date, above the national layer. `as_weekday` (1 = Monday) is 按周几上课.
CREATE TABLE calendar_entries (
    organization_id BYTEA NOT NULL REFERENCES organizations (id),
    date DATE NOT NULL,
    kind TEXT NOT NULL,
    as_weekday INTEGER,
    reason TEXT NOT NULL,
    author_id BYTEA NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (organization_id, date)
);

-- `ends_on` is the last day of the term.
CREATE TABLE terms (
    id BYTEA NOT NULL PRIMARY KEY,
    organization_id BYTEA NOT NULL REFERENCES organizations (id),
    name TEXT NOT NULL,
    starts_on DATE NOT NULL,
    ends_on DATE NOT NULL,
    author_id BYTEA NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE INDEX terms_by_organization ON terms (organization_id);

-- Windows and duties are effective-dated: an edit ends one row and begins another, so that past figures stand.
-- valid_to is exclusive. weekdays is a bit set, Monday = 1. starts and ends are minutes after local midnight.
CREATE TABLE windows (
    id BYTEA NOT NULL,
    valid_from DATE NOT NULL,
    valid_to DATE,
    school_id BYTEA NOT NULL REFERENCES organizations (id),
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    weekdays INTEGER NOT NULL,
    on_make_up_days BOOLEAN NOT NULL,
    starts INTEGER NOT NULL,
    ends INTEGER NOT NULL,
    lead_minutes INTEGER NOT NULL,
    version INTEGER NOT NULL,
    author_id BYTEA,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (id, valid_from)
);
CREATE INDEX windows_by_school ON windows (school_id);

CREATE TABLE duties (
    id BYTEA NOT NULL,
    valid_from DATE NOT NULL,
    valid_to DATE,
    school_id BYTEA NOT NULL REFERENCES organizations (id),
    window_id BYTEA NOT NULL,
    checkpoint_id BYTEA NOT NULL REFERENCES checkpoints (id),
    position INTEGER NOT NULL,
    roles TEXT NOT NULL,
    count INTEGER NOT NULL,
    min_grade TEXT NOT NULL,
    version INTEGER NOT NULL,
    author_id BYTEA,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (id, valid_from)
);
CREATE INDEX duties_by_school ON duties (school_id);

-- One-off changes of a day: moved or cancelled windows, a day called off, duties excused. Withdrawn, never deleted.
CREATE TABLE day_changes (
    id BYTEA NOT NULL PRIMARY KEY,
    school_id BYTEA NOT NULL REFERENCES organizations (id),
    date DATE NOT NULL,
    kind TEXT NOT NULL,
    window_id BYTEA,
    duty_id BYTEA,
    starts INTEGER,
    ends INTEGER,
    reason TEXT NOT NULL,
    author_id BYTEA NOT NULL,
    created_at BIGINT NOT NULL,
    withdrawn_by BYTEA,
    withdrawn_at BIGINT
);
CREATE INDEX day_changes_by_school ON day_changes (school_id, date);

CREATE TABLE shifts (
    id BYTEA NOT NULL PRIMARY KEY,
    school_id BYTEA NOT NULL REFERENCES organizations (id),
    duty_id BYTEA NOT NULL,
    date DATE NOT NULL,
    person_id BYTEA NOT NULL REFERENCES persons (id),
    role TEXT NOT NULL,
    state TEXT NOT NULL,
    stand_in_for BYTEA REFERENCES persons (id),
    author_id BYTEA NOT NULL,
    created_at BIGINT NOT NULL,
    answered_at BIGINT,
    UNIQUE (duty_id, date, person_id)
);
CREATE INDEX shifts_by_school ON shifts (school_id, date);
CREATE INDEX shifts_by_person ON shifts (person_id, date);
