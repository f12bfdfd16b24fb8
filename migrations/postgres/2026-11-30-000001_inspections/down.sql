DROP TABLE inspection_answers;
DROP TABLE inspections;
DROP TABLE checklists;
