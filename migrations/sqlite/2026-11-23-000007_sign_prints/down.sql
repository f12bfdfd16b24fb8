ALTER TABLE signs DROP COLUMN printed_at;
