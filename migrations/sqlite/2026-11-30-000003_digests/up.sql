-- How soon a message is told; when it was first taken to be sent; and with which other message it was told together, whose text is what
-- was sent.
ALTER TABLE messages ADD COLUMN urgency TEXT NOT NULL DEFAULT 'at_once';
ALTER TABLE messages ADD COLUMN taken_at BIGINT;
ALTER TABLE messages ADD COLUMN digest_id BLOB REFERENCES messages (id);
CREATE INDEX messages_to_channel ON messages (channel_id, taken_at) WHERE channel_id IS NOT NULL;
CREATE INDEX messages_in_digest ON messages (digest_id) WHERE digest_id IS NOT NULL;
