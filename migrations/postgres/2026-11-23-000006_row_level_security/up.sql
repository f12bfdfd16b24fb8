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
-- group commit of check-ins, pays for nothing else. EXISTS and not IN: the planner may then look up row by row, where it else
-- reckons with all organizations (or all check-ins) for each question. The calendar is not among them: that of a bureau is read
-- by its schools.
DO $$
DECLARE
    guarded TEXT[];
BEGIN
    FOREACH guarded SLICE 1 IN ARRAY ARRAY[
        ['school_rules', 'EXISTS (SELECT FROM organizations AS seen WHERE seen.id = school_id)'],
        ['memberships', 'EXISTS (SELECT FROM organizations AS seen WHERE seen.id = organization_id)'],
        ['invites', 'EXISTS (SELECT FROM organizations AS seen WHERE seen.id = organization_id)'],
        ['station_schools', 'EXISTS (SELECT FROM organizations AS seen WHERE seen.id IN (school_id, station_id))'],
        ['checkpoints', 'EXISTS (SELECT FROM organizations AS seen WHERE seen.id = school_id)'],
        ['signs', 'EXISTS (SELECT FROM checkpoints AS seen WHERE seen.id = checkpoint_id)'],
        ['screens', 'EXISTS (SELECT FROM checkpoints AS seen WHERE seen.id = checkpoint_id)'],
        ['windows', 'EXISTS (SELECT FROM organizations AS seen WHERE seen.id = school_id)'],
        ['duties', 'EXISTS (SELECT FROM organizations AS seen WHERE seen.id = school_id)'],
        ['day_changes', 'EXISTS (SELECT FROM organizations AS seen WHERE seen.id = school_id)'],
        ['shifts', 'EXISTS (SELECT FROM organizations AS seen WHERE seen.id = school_id)'],
        ['check_ins', 'EXISTS (SELECT FROM organizations AS seen WHERE seen.id = school_id)'],
        ['check_in_positions', 'EXISTS (SELECT FROM check_ins AS seen WHERE seen.id = check_in_id)'],
        ['amendments', 'EXISTS (SELECT FROM organizations AS seen WHERE seen.id = school_id)'],
        ['corrections', 'EXISTS (SELECT FROM organizations AS seen WHERE seen.id = school_id)'],
        ['coverage_days', 'EXISTS (SELECT FROM organizations AS seen WHERE seen.id = school_id)'],
        ['coverage_roles', 'EXISTS (SELECT FROM organizations AS seen WHERE seen.id = school_id)'],
        ['coverage_stays', 'EXISTS (SELECT FROM organizations AS seen WHERE seen.id = school_id)']
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
