-- What the servers do by themselves: when each is due, which server does it now and until when nobody else may, and how it went.
CREATE TABLE jobs (
    name TEXT NOT NULL PRIMARY KEY,
    next_at BIGINT NOT NULL,
    leased_by TEXT,
    leased_until BIGINT,
    started_at BIGINT,
    finished_at BIGINT,
    succeeded_at BIGINT,
    outcome TEXT,
    failures INTEGER NOT NULL
);
