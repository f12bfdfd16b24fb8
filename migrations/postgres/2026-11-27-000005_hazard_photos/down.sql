DROP TABLE hazard_photos;
