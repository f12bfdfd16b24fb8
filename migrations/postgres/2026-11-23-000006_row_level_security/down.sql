DROP POLICY written_by_all ON audit_log;
DROP POLICY read_in_scope ON audit_log;
DROP POLICY pruned_by_the_server ON audit_log;
DO $$
DECLARE
    guarded TEXT;
BEGIN
    FOR guarded IN SELECT tablename FROM pg_policies WHERE schemaname = current_schema() AND policyname = 'in_scope' LOOP
        EXECUTE format('DROP POLICY in_scope ON %I', guarded);
    END LOOP;
    FOR guarded IN SELECT relname FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relrowsecurity LOOP
        EXECUTE format('ALTER TABLE %I NO FORCE ROW LEVEL SECURITY', guarded);
        EXECUTE format('ALTER TABLE %I DISABLE ROW LEVEL SECURITY', guarded);
    END LOOP;
END;
$$;
DROP FUNCTION huxue_sees(TEXT);
