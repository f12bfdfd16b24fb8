-- The second wall behind the scopes of the server: a query that forgot its scope sees nothing of other schools. Each transaction
-- says what it may see (SET LOCAL huxue.scope): '*', or paths of organizations between bars. Saying nothing shows nothing.
-- FORCE holds for the owner of the tables too; superusers and roles with BYPASSRLS pass it all the same (see README.md).
CREATE FUNCTION huxue_sees(path TEXT) RETURNS BOOLEAN LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT current_setting('huxue.scope', true) = '*' OR EXISTS (
        SELECT 1 FROM unnest(string_to_array(current_setting('huxue.scope', true), '|')) AS root
        WHERE root <> '' AND starts_with(path, root))
$$;

ALTER TABLE organizations ENABLE ROW LEVEL SECURITY;
ALTER TABLE organizations FORCE ROW LEVEL SECURITY;
-- The comparison comes first: the function is called for each row and is far slower.
CREATE POLICY in_scope ON organizations USING (current_setting('huxue.scope', true) = '*' OR huxue_sees(path));

-- What belongs to an organization is seen with it. The test for '*' comes first, so that the server's own work, such as the
-- group commit of check-ins, pays for nothing else. The calendar is not among them: that of a bureau is read by its schools.
DO $$
DECLARE
    guarded TEXT[];
BEGIN
    FOREACH guarded SLICE 1 IN ARRAY ARRAY[
        ['school_rules', 'school_id IN (SELECT id FROM organizations)'],
        ['memberships', 'organization_id IN (SELECT id FROM organizations)'],
        ['invites', 'organization_id IN (SELECT id FROM organizations)'],
        ['station_schools', 'school_id IN (SELECT id FROM organizations) OR station_id IN (SELECT id FROM organizations)'],
        ['checkpoints', 'school_id IN (SELECT id FROM organizations)'],
        ['signs', 'checkpoint_id IN (SELECT id FROM checkpoints)'],
        ['screens', 'checkpoint_id IN (SELECT id FROM checkpoints)'],
        ['windows', 'school_id IN (SELECT id FROM organizations)'],
        ['duties', 'school_id IN (SELECT id FROM organizations)'],
        ['day_changes', 'school_id IN (SELECT id FROM organizations)'],
        ['shifts', 'school_id IN (SELECT id FROM organizations)'],
        ['check_ins', 'school_id IN (SELECT id FROM organizations)'],
        ['check_in_positions', 'check_in_id IN (SELECT id FROM check_ins)'],
        ['amendments', 'school_id IN (SELECT id FROM organizations)'],
        ['corrections', 'school_id IN (SELECT id FROM organizations)'],
        ['coverage_days', 'school_id IN (SELECT id FROM organizations)'],
        ['coverage_roles', 'school_id IN (SELECT id FROM organizations)'],
        ['coverage_stays', 'school_id IN (SELECT id FROM organizations)']
    ] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', guarded[1]);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', guarded[1]);
        EXECUTE format('CREATE POLICY in_scope ON %I USING (current_setting(''huxue.scope'', true) = ''*'' OR %s)',
            guarded[1], guarded[2]);
    END LOOP;
END;
$$;

-- Everybody writes lines; they are read by those entitled, and deleted by the server's own work alone.
ALTER TABLE audit_log ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_log FORCE ROW LEVEL SECURITY;
CREATE POLICY written_by_all ON audit_log FOR INSERT WITH CHECK (true);
CREATE POLICY read_in_scope ON audit_log FOR SELECT USING (current_setting('huxue.scope', true) = '*' OR organization_path IS NULL OR huxue_sees(organization_path));
CREATE POLICY pruned_by_the_server ON audit_log FOR DELETE USING (current_setting('huxue.scope', true) = '*');
