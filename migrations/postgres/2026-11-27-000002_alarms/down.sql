DROP TABLE alarm_positions;
DROP TABLE alarm_steps;
DROP TABLE alarms;
