DROP TABLE patrol_ends;
DROP TABLE patrol_routes;
