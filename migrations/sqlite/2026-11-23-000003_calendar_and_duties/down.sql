DROP TABLE shifts;
DROP TABLE day_changes;
DROP TABLE duties;
DROP TABLE windows;
DROP TABLE terms;
DROP TABLE calendar_entries;
DROP TABLE calendar_years;
