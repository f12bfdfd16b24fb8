DROP TABLE screens;
DROP TABLE signs;
DROP TABLE checkpoints;
DROP TABLE counters;
DROP TABLE signing_keys;
