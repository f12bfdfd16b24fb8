DROP TABLE hazard_positions;
