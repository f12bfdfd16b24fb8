DROP TABLE alert_rules;
DROP TABLE messages;
DROP TABLE channels;
DROP TABLE alerts;
