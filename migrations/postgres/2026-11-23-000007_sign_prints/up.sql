-- When a page for printing this sign was last made; null if never, as for signs from before this was kept.
ALTER TABLE signs ADD COLUMN printed_at BIGINT;
