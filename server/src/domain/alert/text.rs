//! What a message says. Several alerts of a school at the same moment become one message.

use serde::{Deserialize, Serialize};

use super::kind::AlertKind;
use crate::domain::lang::Lang;
use crate::domain::text_enum::text_enum;
use crate::domain::words::{Role, WindowKind};

text_enum! {
    /// Why something is told.
    pub enum Occasion {
        /// It has begun.
        Raised = "raised",
        /// Nobody has acknowledged it, and this is the next step.
        Escalated = "escalated",
        /// It does not hold any more.
        Resolved = "resolved",
        /// What waited for the same recipient is told together.
        Digest = "digest",
        /// Somebody tries whether a channel works.
        Test = "test",
    }
}

/// What is told of an alert: kept with it, so that what was sent can be read for ever.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// The post, if it is about one.
    pub post: Option<String>,
    /// The roles of which somebody is missing there.
    pub roles: Vec<Role>,
    /// Drop-off or pick-up, if it is about a window.
    pub window_kind: Option<WindowKind>,
    /// The window's local times: `07:20–08:00`.
    pub window: Option<String>,
    /// Since when, local time: `07:20`.
    pub since: String,
    /// Slots, shifts or rounds that are missing.
    pub missing: u32,
    /// The year, if it is about a calendar.
    #[serde(default)]
    pub year: Option<i32>,
    /// Who, if it is about somebody.
    #[serde(default)]
    pub person: Option<String>,
    /// Whether it is a drill.
    #[serde(default)]
    pub drill: bool,
    /// Why it was taken back.
    #[serde(default)]
    pub withdrawn: Option<String>,
}

/// An alert to be told.
#[derive(Debug, Clone, Copy)]
pub struct Said<'a> {
    /// What it is about.
    pub kind: AlertKind,
    /// Its particulars.
    pub told: &'a Told,
}

/// How many alerts a message spells out.
const SPELT_OUT: usize = 3;

/// What a message says about some alerts of one school, which are not empty.
#[must_use]
pub fn sentence(school: &str, occasion: Occasion, alerts: &[Said], lang: Lang) -> String {
    let lines: Vec<String> = alerts.iter().take(SPELT_OUT).map(|said| line(said, occasion, lang)).collect();
    let more = alerts.len().saturating_sub(SPELT_OUT);
    match lang {
        Lang::Zh => {
            let head = if occasion == Occasion::Escalated { "尚未处理：" } else { "" };
            let rest = if more > 0 { format!("；另有 {more} 项") } else { String::new() };
            format!("【护学岗】{school}：{head}{}{rest}。", lines.join("；"))
        }
        Lang::En => {
            let head = if occasion == Occasion::Escalated { "not handled yet: " } else { "" };
            let rest = if more > 0 { format!("; and {more} more") } else { String::new() };
            format!("[Guard posts] {school}: {head}{}{rest}.", lines.join("; "))
        }
    }
}

fn line(said: &Said, occasion: Occasion, lang: Lang) -> String {
    let Told { post, roles, window_kind, window, since, missing, year, person, drill, withdrawn } = said.told;
    let (year, person) = (year.unwrap_or_default(), person.as_deref().unwrap_or_default());
    let roles: Vec<&str> = roles.iter().map(|role| if lang == Lang::Zh { role.zh() } else { role.en() }).collect();
    let post = post.as_ref().map(|post| match (roles.is_empty(), lang) {
        (true, _) => post.clone(),
        (false, Lang::Zh) => format!("{post}（{}）", roles.join("或")),
        (false, Lang::En) => format!("{post} ({})", roles.join(" or ")),
    });
    let window = window.as_ref().map(|times| match (window_kind, lang) {
        (Some(WindowKind::DropOff), Lang::Zh) => format!("上学 {times}"),
        (Some(WindowKind::PickUp), Lang::Zh) => format!("放学 {times}"),
        (Some(WindowKind::DropOff), Lang::En) => format!("drop-off {times}"),
        (Some(WindowKind::PickUp), Lang::En) => format!("pick-up {times}"),
        (None, _) => times.clone(),
    });
    let place: Vec<&str> = [post.as_deref(), window.as_deref()].into_iter().flatten().collect();
    let what = match (lang, said.kind) {
        (Lang::Zh, AlertKind::NobodyOnTime) => "到岗时间已到，还没有人".to_owned(),
        (Lang::Zh, AlertKind::NobodyAtStart) => "时段开始时没有人在岗".to_owned(),
        (Lang::Zh, AlertKind::Gap) => format!("{since} 起缺 {missing} 人"),
        (Lang::Zh, AlertKind::EarlyDeparture) => format!("{since} 有人提前离岗，缺 {missing} 人"),
        (Lang::Zh, AlertKind::EndedShort) => format!("时段结束，{since} 起曾缺 {missing} 人"),
        (Lang::Zh, AlertKind::UnplannedDuty) => format!("明天还有 {missing} 个名额没有排班"),
        (Lang::Zh, AlertKind::ShiftUnconfirmed) => format!("明天还有 {missing} 个班次没有确认"),
        (Lang::Zh, AlertKind::RevokedSign) => format!("{since} 有人扫了已停用的旧牌，请收走旧牌、换上新牌"),
        (Lang::Zh, AlertKind::RoundOverdue) => format!("到 {since} 应走的巡逻还缺 {missing} 轮"),
        (Lang::Zh, AlertKind::Alarm) => format!("{since} {person}一键求助。请立即联系并前往，紧急时拨打 110"),
        (Lang::En, AlertKind::Alarm) => {
            format!("{person} asked for help at {since}. Call and go there; dial 110 in an emergency")
        }
        (Lang::Zh, AlertKind::NoCheckOut) => format!("{person}到 {since} 还没有离岗打卡，请确认是否平安"),
        (Lang::En, AlertKind::NoCheckOut) => {
            format!("{person} had not checked out by {since}; make sure that they are all right")
        }
        (Lang::Zh, AlertKind::HazardAssigned) => format!("隐患交办给{person}，请于 {since} 前整改"),
        (Lang::En, AlertKind::HazardAssigned) => {
            format!("a hazard is assigned to {person}, to be put right by {since}")
        }
        (Lang::Zh, AlertKind::HazardDue) if person.is_empty() => "隐患今天应完成整改，还没有交办".to_owned(),
        (Lang::Zh, AlertKind::HazardDue) => format!("隐患交办给{person}，今天应完成整改"),
        (Lang::En, AlertKind::HazardDue) if person.is_empty() => {
            "a hazard is to be put right today and is assigned to nobody".to_owned()
        }
        (Lang::En, AlertKind::HazardDue) => format!("a hazard assigned to {person} is to be put right today"),
        (Lang::Zh, AlertKind::HazardOverdue) => format!("隐患应于 {since} 前整改，还没有完成"),
        (Lang::En, AlertKind::HazardOverdue) => format!("a hazard was to be put right by {since} and is not"),
        (Lang::Zh, AlertKind::CalendarMissing) => format!("{year} 年的放假安排还没有导入"),
        (Lang::En, AlertKind::NobodyOnTime) => "nobody is there yet, and people should be".to_owned(),
        (Lang::En, AlertKind::NobodyAtStart) => "nobody was there when the window began".to_owned(),
        (Lang::En, AlertKind::Gap) => format!("{missing} missing since {since}"),
        (Lang::En, AlertKind::EarlyDeparture) => format!("somebody left early at {since}, {missing} missing"),
        (Lang::En, AlertKind::EndedShort) => format!("ended with a gap from {since}, {missing} missing"),
        (Lang::En, AlertKind::UnplannedDuty) => format!("{missing} places of tomorrow have no shift"),
        (Lang::En, AlertKind::ShiftUnconfirmed) => format!("{missing} shifts of tomorrow are not confirmed"),
        (Lang::En, AlertKind::RevokedSign) => {
            format!("somebody scanned a replaced sign at {since}; take it down and put up the new one")
        }
        (Lang::En, AlertKind::RoundOverdue) => format!("{missing} rounds due by {since} are not walked"),
        (Lang::En, AlertKind::CalendarMissing) => format!("the holiday notice for {year} is not loaded"),
    };
    let comma = if lang == Lang::Zh { "，" } else { ", " };
    let again = match (said.kind, lang) {
        (AlertKind::Alarm, Lang::Zh) => "求助已处理完毕",
        (AlertKind::Alarm, Lang::En) => "the alarm is over",
        (AlertKind::HazardOverdue, Lang::Zh) => "隐患已整改",
        (AlertKind::HazardOverdue, Lang::En) => "the hazard was put right",
        (AlertKind::RoundOverdue, Lang::Zh) => "应走的巡逻已开始补走",
        (AlertKind::RoundOverdue, Lang::En) => "the rounds that were due are walked",
        (_, Lang::Zh) => "已恢复",
        (_, Lang::En) => "all right again",
    };
    let what = if occasion != Occasion::Resolved {
        what
    } else if let Some(why) = withdrawn {
        if lang == Lang::Zh {
            format!("{person}撤回求助：{why}")
        } else {
            format!("{person} took the alarm back: {why}")
        }
    } else if place.is_empty() {
        resolved_day(said.kind, lang).to_owned()
    } else {
        again.to_owned()
    };
    let said = place.into_iter().chain([what.as_str()]).collect::<Vec<_>>().join(comma);
    match (drill, lang) {
        (false, _) => said,
        (true, Lang::Zh) => format!("【演练】{said}"),
        (true, Lang::En) => format!("DRILL: {said}"),
    }
}

/// What is said of a whole day once it is right.
const fn resolved_day(kind: AlertKind, lang: Lang) -> &'static str {
    match (kind, lang) {
        (AlertKind::ShiftUnconfirmed, Lang::Zh) => "明天的班次都已确认",
        (AlertKind::ShiftUnconfirmed, Lang::En) => "every shift of tomorrow is confirmed",
        (AlertKind::CalendarMissing, Lang::Zh) => "明年的放假安排已导入",
        (AlertKind::CalendarMissing, Lang::En) => "next year’s holiday notice is loaded",
        (AlertKind::Alarm, Lang::Zh) => "求助已处理完毕",
        (AlertKind::Alarm, Lang::En) => "the alarm is over",
        (_, Lang::Zh) => "明天的排班已齐",
        (_, Lang::En) => "tomorrow is planned",
    }
}
