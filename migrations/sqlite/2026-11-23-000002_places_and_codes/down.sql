DROP TABLE screens;
DROP TABLE signs;
DROP TABLE checkpoints;
DROP TABLE signing_keys;
