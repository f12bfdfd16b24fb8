DROP TABLE device_people;
DROP TABLE corrections;
DROP TABLE amendments;
DROP TABLE check_in_positions;
DROP TABLE check_ins;
