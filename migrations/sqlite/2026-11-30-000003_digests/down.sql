DROP INDEX messages_in_digest;
DROP INDEX messages_to_channel;
ALTER TABLE messages DROP COLUMN digest_id;
ALTER TABLE messages DROP COLUMN taken_at;
ALTER TABLE messages DROP COLUMN urgency;
