-- What was wrong at a school (of rounds: a station; of the calendar: a bureau), and whom it was told to. An alert holds until closed_at;
-- while it does, there is one of a kind for a subject (a duty, checkpoint or route) and day, however many servers look. `told` is JSON: what the messages say of it.
CREATE TABLE alerts (
    id BYTEA NOT NULL PRIMARY KEY,
    organization_id BYTEA NOT NULL REFERENCES organizations (id),
    kind TEXT NOT NULL,
    date DATE NOT NULL,
    subject TEXT NOT NULL,
    told TEXT NOT NULL,
    since BIGINT NOT NULL,
    until BIGINT NOT NULL,
    raised_at BIGINT NOT NULL,
    step INTEGER NOT NULL,
    next_step_at BIGINT,
    acknowledged_at BIGINT,
    acknowledged_by BYTEA REFERENCES persons (id),
    closed_at BIGINT,
    resolved BOOLEAN NOT NULL
);
CREATE INDEX alerts_by_organization ON alerts (organization_id, raised_at);
CREATE UNIQUE INDEX alerts_once ON alerts (organization_id, date, kind, subject, since);
CREATE UNIQUE INDEX alerts_open ON alerts (organization_id, date, kind, subject) WHERE closed_at IS NULL;

-- Where an organization's alerts go beside the people of its steps. `secret` signs; it is never answered.
CREATE TABLE channels (
    id BYTEA NOT NULL PRIMARY KEY,
    organization_id BYTEA NOT NULL REFERENCES organizations (id),
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    url TEXT NOT NULL,
    secret TEXT NOT NULL,
    enabled BOOLEAN NOT NULL,
    version INTEGER NOT NULL,
    author_id BYTEA,
    created_at BIGINT NOT NULL,
    ended_at BIGINT
);
CREATE INDEX channels_by_organization ON channels (organization_id);

-- The outbox: exactly what was told to whom, written together with its cause. A message goes to a person (in the app) or to a channel.
-- `alerts` is a JSON list of ids.
CREATE TABLE messages (
    id BYTEA NOT NULL PRIMARY KEY,
    organization_id BYTEA NOT NULL REFERENCES organizations (id),
    occasion TEXT NOT NULL,
    alerts TEXT NOT NULL,
    person_id BYTEA REFERENCES persons (id),
    channel_id BYTEA REFERENCES channels (id),
    text_zh TEXT NOT NULL,
    text_en TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    next_try_at BIGINT,
    sent_at BIGINT,
    error TEXT,
    read_at BIGINT
);
CREATE INDEX messages_by_organization ON messages (organization_id, created_at);
CREATE INDEX messages_of_person ON messages (person_id, created_at);
CREATE INDEX messages_due ON messages (next_try_at) WHERE state = 'pending';

-- The steps that an organization set for the alerts of a kind at the schools below it. `steps` is a JSON list.
CREATE TABLE alert_rules (
    organization_id BYTEA NOT NULL REFERENCES organizations (id),
    kind TEXT NOT NULL,
    enabled BOOLEAN NOT NULL,
    steps TEXT NOT NULL,
    author_id BYTEA,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (organization_id, kind)
);

-- Seen with their organization; whoever is told reads their own messages with every scope.
ALTER TABLE alerts ENABLE ROW LEVEL SECURITY;
ALTER TABLE alerts FORCE ROW LEVEL SECURITY;
CREATE POLICY in_scope ON alerts USING (current_setting('huxue.scope', true) = '*'
    OR EXISTS (SELECT FROM organizations AS seen WHERE seen.id = organization_id));
ALTER TABLE channels ENABLE ROW LEVEL SECURITY;
ALTER TABLE channels FORCE ROW LEVEL SECURITY;
CREATE POLICY in_scope ON channels USING (current_setting('huxue.scope', true) = '*'
    OR EXISTS (SELECT FROM organizations AS seen WHERE seen.id = organization_id));
ALTER TABLE messages ENABLE ROW LEVEL SECURITY;
ALTER TABLE messages FORCE ROW LEVEL SECURITY;
CREATE POLICY in_scope ON messages USING (current_setting('huxue.scope', true) = '*'
    OR EXISTS (SELECT FROM organizations AS seen WHERE seen.id = organization_id));
ALTER TABLE alert_rules ENABLE ROW LEVEL SECURITY;
ALTER TABLE alert_rules FORCE ROW LEVEL SECURITY;
CREATE POLICY in_scope ON alert_rules USING (current_setting('huxue.scope', true) = '*'
    OR EXISTS (SELECT FROM organizations AS seen WHERE seen.id = organization_id));
