//! What a bureau may set about hazards, and what then holds under it.
#![expect(clippy::indexing_slicing, reason = "a test fails by panicking")]

use chrono::NaiveDate;

use super::*;
use crate::domain::lang::Lang;

/// Something that is changed in what is wanted.
type Change<'a> = &'a dyn Fn(&mut Vec<WantedCategory>);

fn wanted(rules: &HazardRules) -> Vec<WantedCategory> {
    let same = |one: &Category| WantedCategory {
        key: Some(one.key.clone()),
        zh: one.zh.clone(),
        en: one.en.clone(),
        retired: one.retired,
    };
    rules.categories.iter().map(same).collect()
}

fn new(zh: &str, en: &str) -> WantedCategory {
    WantedCategory { key: None, zh: zh.into(), en: en.into(), retired: false }
}

fn key(one: BuiltInCategory) -> HazardCategory {
    one.into()
}

#[test]
fn a_worse_level_never_leaves_more_days() {
    let built_in = HazardRules::built_in();
    let set = |minor, serious, major| {
        let days = LevelDays { minor, serious, major };
        built_in
            .kept(&OwnRules::default(), wanted(&built_in), Some(days))
            .map(|own| own.days)
            .map_err(|(field, _)| field)
    };
    assert_eq!(set(10, 5, 2), Ok(Some(LevelDays { minor: 10, serious: 5, major: 2 })));
    assert_eq!(set(3, 3, 3), Ok(Some(LevelDays { minor: 3, serious: 3, major: 3 })));
    for (days, field) in [((0, 0, 0), "minor"), ((91, 3, 1), "minor"), ((7, 8, 1), "serious"), ((7, 3, 4), "major")] {
        assert_eq!(set(days.0, days.1, days.2), Err(format!("days.{field}")), "{days:?}");
    }
    let day = |day| NaiveDate::from_ymd_opt(2026, 11, day).unwrap();
    for (level, deadline) in [(HazardLevel::Minor, 30), (HazardLevel::Serious, 26), (HazardLevel::Major, 24)] {
        assert_eq!(LevelDays::BUILT_IN.deadline(level, day(23)), day(deadline));
    }
}

#[test]
fn a_bureau_keeps_only_what_differs_and_follows_the_one_above_in_the_rest() {
    let built_in = HazardRules::built_in();
    let untouched = built_in.kept(&OwnRules::default(), wanted(&built_in), None).unwrap();
    assert!(untouched.categories.iter().all(|one| one.zh.is_none() && one.en.is_none() && !one.retired));

    // The province calls traffic something else, adds a category and puts it first.
    let mut list = wanted(&built_in);
    list[1].zh = " 交通秩序 ".into();
    list.insert(0, new("水域", "Open water"));
    let province = built_in.kept(&OwnRules::default(), list, None).unwrap();
    let above = built_in.clone().under(&province);
    let (water, traffic) = (above.categories[0].key.clone(), key(BuiltInCategory::Traffic));
    assert_eq!((above.categories[0].zh.as_str(), above.categories.len()), ("水域", 8));
    assert_eq!(above.find(&traffic).map(|one| one.zh.as_str()), Some("交通秩序"));

    // The county has days of its own and retires food; later the province renames traffic again and retires water.
    let mut list = wanted(&above);
    list.iter_mut().find(|one| one.key == Some(key(BuiltInCategory::Food))).unwrap().retired = true;
    let days = LevelDays { minor: 5, serious: 2, major: 1 };
    let county = above.kept(&OwnRules::default(), list, Some(days)).unwrap();
    let mut list = wanted(&above);
    list.iter_mut().for_each(|one| {
        if one.key == Some(traffic.clone()) {
            one.zh = "道路".into();
        }
        one.retired |= one.key == Some(water.clone());
    });
    list.push(new("冰雪", "Ice"));
    let province = built_in.kept(&province, list, None).unwrap();
    let held = built_in.under(&province).under(&county);
    assert_eq!(held.find(&traffic).map(|one| one.zh.as_str()), Some("道路"), "a name that is not its own follows");
    assert!(!held.offers(&water) && held.find(&water).is_some(), "retired above, and still known by its name");
    assert!(!held.offers(&key(BuiltInCategory::Food)) && held.offers(&traffic));
    assert_eq!((held.categories.last().map(|one| one.zh.as_str()), held.days), (Some("冰雪"), days));
}

#[test]
fn what_cannot_be_set_is_refused_with_its_field() {
    let built_in = HazardRules::built_in();
    let mut list = wanted(&built_in);
    list.push(new("水域", "Open water"));
    let own = built_in.kept(&OwnRules::default(), list, None).unwrap();
    let now = built_in.clone().under(&own);
    let refused = |change: Change| {
        let mut list = wanted(&now);
        change(&mut list);
        built_in.kept(&own, list, None).map(|_| ()).map_err(|(field, _)| field)
    };
    let cases: [(Change, &str); 9] = [
        (&|list| list.clear(), "categories"),
        (&|list| drop(list.pop()), "categories"),
        (&|list| list.iter_mut().for_each(|one| one.retired = true), "categories"),
        (&|list| list.extend((0..60).map(|n| new(&format!("类{n}"), &format!("kind {n}")))), "categories"),
        (&|list| list[2].zh = "  ".into(), "categories[2].zh"),
        (&|list| list[2].en = "x".repeat(41), "categories[2].en"),
        (&|list| list.push(new("火", "FIRE")), "categories[8].en"),
        (&|list| list[1].key = list[0].key.clone(), "categories[1].key"),
        (&|list| list[0].key = Some(HazardCategory::fresh()), "categories[0].key"),
    ];
    for (place, (change, field)) in cases.into_iter().enumerate() {
        assert_eq!(refused(change), Err(field.to_owned()), "case {place}");
    }
    assert_eq!(refused(&|list| drop(list.remove(0))), Ok(()), "what comes from above follows when it is not named");
    let retired = |list: &mut Vec<WantedCategory>| {
        list[4].retired = true;
        list.push(new("消防器材", "Surroundings"));
    };
    assert_eq!(refused(&retired), Ok(()), "the name of one that was retired is free");
}

#[test]
fn what_is_retired_above_cannot_be_offered_below() {
    let mut above = HazardRules::built_in();
    above.categories[0].retired = true;
    let mut list = wanted(&above);
    list[0].retired = false;
    assert_eq!(
        above.kept(&OwnRules::default(), list, None).map_err(|(field, _)| field),
        Err("categories[0].retired".into())
    );
}

#[test]
fn keys_are_plain() {
    for text in ["traffic", "c0192", "a_b"] {
        assert_eq!(text.parse::<HazardCategory>().map(String::from), Ok(text.to_owned()));
    }
    for text in ["", "Traffic", "交通", "a b", "a\0", &"a".repeat(41)] {
        assert!(text.parse::<HazardCategory>().is_err(), "{text:?}");
    }
    assert!(HazardCategory::fresh().as_str().parse::<HazardCategory>().is_ok());
    assert_eq!(BuiltInCategory::Fire.name(Lang::Zh), "消防");
}
