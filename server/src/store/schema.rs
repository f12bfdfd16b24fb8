//! The tables, as both databases have them. A test compares this with what the migrations make.

diesel::table! {
    organizations (id) {
        id -> Binary,
        parent_id -> Nullable<Binary>,
        kind -> Text,
        name -> Text,
        path -> Text,
        timezone -> Text,
        school_type -> Nullable<Text>,
        external_code -> Nullable<Text>,
        lon -> Nullable<Double>,
        lat -> Nullable<Double>,
        version -> Integer,
        created_at -> BigInt,
        archived_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    school_rules (school_id, valid_from) {
        school_id -> Binary,
        valid_from -> Date,
        hold_minutes -> Integer,
        live_grace_seconds -> Integer,
        sync_deadline_minute -> Integer,
        author_id -> Nullable<Binary>,
        created_at -> BigInt,
    }
}

diesel::table! {
    station_schools (station_id, school_id) {
        station_id -> Binary,
        school_id -> Binary,
        created_at -> BigInt,
    }
}

diesel::table! {
    persons (id) {
        id -> Binary,
        name -> Text,
        phone -> Nullable<Text>,
        password_hash -> Nullable<Text>,
        version -> Integer,
        created_at -> BigInt,
        disabled_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    invites (id) {
        id -> Binary,
        organization_id -> Binary,
        role -> Text,
        in_charge -> Bool,
        auto_approve -> Bool,
        note -> Text,
        expires_at -> BigInt,
        use_limit -> Nullable<Integer>,
        uses -> Integer,
        created_by -> Binary,
        created_at -> BigInt,
        revoked_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    memberships (id) {
        id -> Binary,
        person_id -> Binary,
        organization_id -> Binary,
        role -> Nullable<Text>,
        office -> Nullable<Text>,
        in_charge -> Bool,
        state -> Text,
        invite_id -> Nullable<Binary>,
        created_at -> BigInt,
        decided_by -> Nullable<Binary>,
        decided_at -> Nullable<BigInt>,
        ended_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    consents (id) {
        id -> Binary,
        person_id -> Binary,
        kind -> Text,
        document_version -> Text,
        given -> Bool,
        at -> BigInt,
    }
}

diesel::table! {
    sessions (id) {
        id -> Binary,
        person_id -> Binary,
        device_name -> Text,
        address -> Text,
        created_at -> BigInt,
        last_seen_at -> BigInt,
        ended_at -> Nullable<BigInt>,
        ended_reason -> Nullable<Text>,
    }
}

diesel::table! {
    refresh_tokens (hash) {
        hash -> Binary,
        session_id -> Binary,
        issued_at -> BigInt,
        expires_at -> BigInt,
        used_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    sms_codes (phone) {
        phone -> Text,
        code_hash -> Binary,
        created_at -> BigInt,
        expires_at -> BigInt,
        attempts -> Integer,
    }
}

diesel::table! {
    lockouts (subject) {
        subject -> Text,
        failures -> Integer,
        last_failure_at -> BigInt,
        locked_until -> Nullable<BigInt>,
    }
}

diesel::table! {
    audit_log (id) {
        id -> Binary,
        at -> BigInt,
        actor_id -> Nullable<Binary>,
        session_id -> Nullable<Binary>,
        action -> Text,
        outcome -> Text,
        organization_path -> Nullable<Text>,
        subject_kind -> Nullable<Text>,
        subject_id -> Nullable<Text>,
        address -> Nullable<Text>,
        request_id -> Nullable<Text>,
        details -> Text,
    }
}

diesel::table! {
    settings (name) {
        name -> Text,
        value -> Text,
    }
}

diesel::table! {
    generation (id) {
        id -> Integer,
        value -> BigInt,
    }
}

diesel::table! {
    signing_keys (id) {
        id -> Integer,
        purpose -> Text,
        secret -> Binary,
        created_at -> BigInt,
        retired_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    counters (name) {
        name -> Text,
        value -> BigInt,
    }
}

diesel::table! {
    checkpoints (id) {
        id -> Binary,
        school_id -> Binary,
        public_no -> BigInt,
        position -> Integer,
        name -> Text,
        kind -> Text,
        area -> Text,
        lon -> Double,
        lat -> Double,
        fence_only -> Bool,
        officer -> Nullable<Text>,
        version -> Integer,
        created_at -> BigInt,
        archived_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    signs (id) {
        id -> Binary,
        checkpoint_id -> Binary,
        serial -> Integer,
        key_id -> Integer,
        short_code -> Text,
        issued_at -> BigInt,
        issued_by -> Nullable<Binary>,
        revoked_at -> Nullable<BigInt>,
        revoked_by -> Nullable<Binary>,
        revoked_reason -> Nullable<Text>,
        printed_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    screens (id) {
        id -> Binary,
        checkpoint_id -> Binary,
        number -> Integer,
        name -> Text,
        token_hash -> Binary,
        created_by -> Binary,
        created_at -> BigInt,
        revoked_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    calendar_years (year) {
        year -> Integer,
        body -> Text,
        source -> Text,
        loaded_at -> BigInt,
    }
}

diesel::table! {
    calendar_entries (organization_id, date) {
        organization_id -> Binary,
        date -> Date,
        kind -> Text,
        as_weekday -> Nullable<Integer>,
        reason -> Text,
        author_id -> Binary,
        created_at -> BigInt,
    }
}

diesel::table! {
    terms (id) {
        id -> Binary,
        organization_id -> Binary,
        name -> Text,
        starts_on -> Date,
        ends_on -> Date,
        author_id -> Binary,
        created_at -> BigInt,
    }
}

diesel::table! {
    windows (id, valid_from) {
        id -> Binary,
        valid_from -> Date,
        valid_to -> Nullable<Date>,
        school_id -> Binary,
        kind -> Text,
        name -> Text,
        weekdays -> Integer,
        on_make_up_days -> Bool,
        starts -> Integer,
        ends -> Integer,
        lead_minutes -> Integer,
        version -> Integer,
        author_id -> Nullable<Binary>,
        created_at -> BigInt,
    }
}

diesel::table! {
    duties (id, valid_from) {
        id -> Binary,
        valid_from -> Date,
        valid_to -> Nullable<Date>,
        school_id -> Binary,
        window_id -> Binary,
        checkpoint_id -> Binary,
        position -> Integer,
        roles -> Text,
        count -> Integer,
        min_grade -> Text,
        version -> Integer,
        author_id -> Nullable<Binary>,
        created_at -> BigInt,
    }
}

diesel::table! {
    day_changes (id) {
        id -> Binary,
        school_id -> Binary,
        date -> Date,
        kind -> Text,
        window_id -> Nullable<Binary>,
        duty_id -> Nullable<Binary>,
        starts -> Nullable<Integer>,
        ends -> Nullable<Integer>,
        reason -> Text,
        author_id -> Binary,
        created_at -> BigInt,
        withdrawn_by -> Nullable<Binary>,
        withdrawn_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    shifts (id) {
        id -> Binary,
        school_id -> Binary,
        duty_id -> Binary,
        date -> Date,
        person_id -> Binary,
        role -> Text,
        state -> Text,
        stand_in_for -> Nullable<Binary>,
        author_id -> Binary,
        created_at -> BigInt,
        answered_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    check_ins (id) {
        id -> Binary,
        school_id -> Nullable<Binary>,
        checkpoint_id -> Nullable<Binary>,
        person_id -> Binary,
        session_id -> Nullable<Binary>,
        role -> Nullable<Text>,
        kind -> Text,
        at -> BigInt,
        clock -> Text,
        created_at -> BigInt,
        sent_at -> BigInt,
        received_at -> BigInt,
        elapsed_ms -> Nullable<BigInt>,
        proof -> Text,
        sign_id -> Nullable<Binary>,
        screen_id -> Nullable<Binary>,
        fence -> Text,
        distance_m -> Nullable<Double>,
        accuracy_m -> Nullable<Double>,
        grade -> Text,
        reasons -> Text,
        flags -> Text,
        duty_id -> Nullable<Binary>,
        shift_id -> Nullable<Binary>,
        device_id -> Text,
        code -> Nullable<Text>,
        content_hash -> Binary,
    }
}

diesel::table! {
    check_in_positions (check_in_id) {
        check_in_id -> Binary,
        lon -> Double,
        lat -> Double,
        datum -> Text,
        age_ms -> BigInt,
        mocked -> Bool,
        coarsened_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    amendments (id) {
        id -> Binary,
        check_in_id -> Binary,
        school_id -> Nullable<Binary>,
        kind -> Text,
        flag -> Nullable<Text>,
        outcome -> Nullable<Text>,
        author_id -> Binary,
        author_role -> Nullable<Text>,
        reason -> Text,
        at -> BigInt,
    }
}

diesel::table! {
    corrections (id) {
        id -> Binary,
        school_id -> Binary,
        checkpoint_id -> Binary,
        person_id -> Binary,
        role -> Text,
        kind -> Text,
        at -> BigInt,
        reason -> Text,
        requested_by -> Binary,
        requested_at -> BigInt,
        state -> Text,
        decided_by -> Nullable<Binary>,
        decided_at -> Nullable<BigInt>,
        decision_reason -> Nullable<Text>,
        check_in_id -> Nullable<Binary>,
    }
}

diesel::table! {
    device_people (device_id, person_id) {
        device_id -> Text,
        person_id -> Binary,
        last_seen_at -> BigInt,
    }
}

diesel::table! {
    coverage_days (school_id, date) {
        school_id -> Binary,
        date -> Date,
        revision -> Integer,
        as_known_at -> BigInt,
        kind -> Text,
        school_days -> BigInt,
        school_days_set_up -> BigInt,
        school_days_unknown -> BigInt,
        slots -> BigInt,
        slots_on_time -> BigInt,
        person_stays -> BigInt,
        posts_required -> BigInt,
        posts_covered -> BigInt,
        posts_short -> BigInt,
        posts_empty -> BigInt,
        posts_excused -> BigInt,
        posts_unknown -> BigInt,
        required_seconds -> BigInt,
        covered_seconds -> BigInt,
        required_slot_seconds -> BigInt,
        slot_seconds -> BigInt,
        confirmed_seconds -> BigInt,
        likely_seconds -> BigInt,
        claimed_seconds -> BigInt,
    }
}

diesel::table! {
    coverage_roles (school_id, date, roles) {
        school_id -> Binary,
        date -> Date,
        roles -> Text,
        posts_required -> BigInt,
        posts_covered -> BigInt,
        posts_short -> BigInt,
        posts_empty -> BigInt,
        posts_excused -> BigInt,
        posts_unknown -> BigInt,
        required_seconds -> BigInt,
        covered_seconds -> BigInt,
        required_slot_seconds -> BigInt,
        slot_seconds -> BigInt,
        confirmed_seconds -> BigInt,
        likely_seconds -> BigInt,
        claimed_seconds -> BigInt,
    }
}

diesel::table! {
    coverage_stays (school_id, date, role) {
        school_id -> Binary,
        date -> Date,
        role -> Text,
        person_stays -> BigInt,
    }
}

diesel::table! {
    coverage_revisions (school_id, date, revision) {
        school_id -> Binary,
        date -> Date,
        revision -> Integer,
        as_known_at -> BigInt,
        document -> Text,
    }
}

diesel::table! {
    stale_days (school_id, date) {
        school_id -> Binary,
        date -> Date,
    }
}

diesel::table! {
    patrol_ends (id) {
        id -> Binary,
        station_id -> Binary,
        route_id -> Binary,
        person_id -> Binary,
        at -> BigInt,
        reason -> Text,
        received_at -> BigInt,
    }
}

diesel::table! {
    patrol_routes (id, valid_from) {
        id -> Binary,
        valid_from -> Date,
        valid_to -> Nullable<Date>,
        station_id -> Binary,
        name -> Text,
        ordered -> Bool,
        max_minutes -> Integer,
        min_grade -> Text,
        max_speed -> Double,
        points -> Text,
        rounds -> Integer,
        per -> Text,
        windows -> Text,
        school_days_only -> Bool,
        roles -> Text,
        persons -> Text,
        norm -> Nullable<Text>,
        version -> Integer,
        author_id -> Nullable<Binary>,
        created_at -> BigInt,
    }
}

diesel::table! {
    alerts (id) {
        id -> Binary,
        organization_id -> Binary,
        kind -> Text,
        date -> Date,
        subject -> Text,
        told -> Text,
        since -> BigInt,
        until -> BigInt,
        raised_at -> BigInt,
        step -> Integer,
        next_step_at -> Nullable<BigInt>,
        acknowledged_at -> Nullable<BigInt>,
        acknowledged_by -> Nullable<Binary>,
        closed_at -> Nullable<BigInt>,
        resolved -> Bool,
    }
}

diesel::table! {
    channels (id) {
        id -> Binary,
        organization_id -> Binary,
        kind -> Text,
        name -> Text,
        url -> Text,
        secret -> Text,
        enabled -> Bool,
        version -> Integer,
        author_id -> Nullable<Binary>,
        created_at -> BigInt,
        ended_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    messages (id) {
        id -> Binary,
        organization_id -> Binary,
        occasion -> Text,
        alerts -> Text,
        person_id -> Nullable<Binary>,
        channel_id -> Nullable<Binary>,
        text_zh -> Text,
        text_en -> Text,
        created_at -> BigInt,
        state -> Text,
        attempts -> Integer,
        next_try_at -> Nullable<BigInt>,
        sent_at -> Nullable<BigInt>,
        error -> Nullable<Text>,
        read_at -> Nullable<BigInt>,
        urgency -> Text,
        taken_at -> Nullable<BigInt>,
        digest_id -> Nullable<Binary>,
    }
}

diesel::table! {
    alert_rules (organization_id, kind) {
        organization_id -> Binary,
        kind -> Text,
        enabled -> Bool,
        steps -> Text,
        author_id -> Nullable<Binary>,
        changed_at -> BigInt,
    }
}

diesel::table! {
    hazards (id) {
        id -> Binary,
        school_id -> Binary,
        checkpoint_id -> Nullable<Binary>,
        year -> Integer,
        number -> Integer,
        category -> Text,
        level -> Text,
        description -> Text,
        place -> Text,
        person_id -> Binary,
        reported_at -> BigInt,
        deadline -> Nullable<Date>,
    }
}

diesel::table! {
    hazard_rules (organization_id) {
        organization_id -> Binary,
        categories -> Text,
        days -> Nullable<Text>,
        version -> Integer,
        author_id -> Binary,
        changed_at -> BigInt,
    }
}

diesel::table! {
    hazard_steps (id) {
        id -> Binary,
        hazard_id -> Binary,
        place -> Integer,
        kind -> Text,
        person_id -> Binary,
        at -> BigInt,
        text -> Text,
        assignee_id -> Nullable<Binary>,
        deadline -> Nullable<Date>,
    }
}

diesel::table! {
    hazard_photos (id) {
        id -> Binary,
        hazard_id -> Binary,
        person_id -> Binary,
        at -> BigInt,
        sha256 -> Binary,
        bytes -> Integer,
        width -> Integer,
        height -> Integer,
    }
}

diesel::table! {
    checklists (id) {
        id -> Binary,
        organization_id -> Binary,
        name -> Text,
        inspector -> Text,
        per -> Text,
        times -> Integer,
        items -> Text,
        author_id -> Binary,
        created_at -> BigInt,
        retired_by -> Nullable<Binary>,
        retired_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    inspections (id) {
        id -> Binary,
        school_id -> Binary,
        checklist_id -> Binary,
        person_id -> Binary,
        at -> BigInt,
        date -> Date,
    }
}

diesel::table! {
    inspection_answers (inspection_id, place) {
        inspection_id -> Binary,
        place -> Integer,
        answer -> Text,
        note -> Text,
        hazard_id -> Nullable<Binary>,
    }
}

diesel::table! {
    jobs (name) {
        name -> Text,
        next_at -> BigInt,
        leased_by -> Nullable<Text>,
        leased_until -> Nullable<BigInt>,
        started_at -> Nullable<BigInt>,
        finished_at -> Nullable<BigInt>,
        succeeded_at -> Nullable<BigInt>,
        outcome -> Nullable<Text>,
        failures -> Integer,
    }
}

diesel::table! {
    alarms (id) {
        id -> Binary,
        school_id -> Binary,
        checkpoint_id -> Nullable<Binary>,
        person_id -> Binary,
        drill -> Bool,
        note -> Text,
        at -> BigInt,
        received_at -> BigInt,
        alert_id -> Binary,
    }
}

diesel::table! {
    alarm_steps (id) {
        id -> Binary,
        alarm_id -> Binary,
        kind -> Text,
        person_id -> Binary,
        at -> BigInt,
        text -> Text,
    }
}

diesel::table! {
    alarm_positions (alarm_id) {
        alarm_id -> Binary,
        lon -> Double,
        lat -> Double,
        accuracy_m -> Double,
    }
}

diesel::table! {
    hazard_positions (hazard_id) {
        hazard_id -> Binary,
        lon -> Double,
        lat -> Double,
        accuracy_m -> Double,
    }
}

diesel::allow_tables_to_appear_in_same_query!(
    alarm_positions,
    alarm_steps,
    alarms,
    alert_rules,
    alerts,
    hazard_photos,
    hazard_positions,
    hazard_rules,
    hazard_steps,
    hazards,
    checklists,
    inspections,
    inspection_answers,
    jobs,
    amendments,
    audit_log,
    calendar_entries,
    calendar_years,
    check_in_positions,
    check_ins,
    channels,
    checkpoints,
    consents,
    corrections,
    coverage_days,
    coverage_revisions,
    coverage_roles,
    coverage_stays,
    counters,
    day_changes,
    device_people,
    duties,
    generation,
    invites,
    lockouts,
    memberships,
    messages,
    organizations,
    patrol_ends,
    patrol_routes,
    persons,
    refresh_tokens,
    school_rules,
    screens,
    sessions,
    settings,
    shifts,
    signing_keys,
    signs,
    sms_codes,
    stale_days,
    station_schools,
    terms,
    windows,
);
