//! What kinds of alerts are called, and which of them is worse.

use super::kind::AlertKind;
use crate::domain::lang::Lang;

/// Every kind, the worst first, with its name.
const KINDS: [(AlertKind, &str, &str); 15] = [
    (AlertKind::Alarm, "一键求助", "alarm"),
    (AlertKind::NobodyAtStart, "开始时无人在岗", "nobody at the start"),
    (AlertKind::EarlyDeparture, "提前离岗", "left early"),
    (AlertKind::Gap, "缺岗", "gap"),
    (AlertKind::NobodyOnTime, "未按时到岗", "nobody on time"),
    (AlertKind::NoCheckOut, "未离岗打卡", "not checked out"),
    (AlertKind::HazardOverdue, "隐患逾期", "hazard overdue"),
    (AlertKind::RoundOverdue, "巡逻逾期", "patrol overdue"),
    (AlertKind::EndedShort, "时段内曾缺岗", "ended with a gap"),
    (AlertKind::HazardDue, "隐患今天到期", "hazard due today"),
    (AlertKind::HazardAssigned, "隐患交办", "hazard assigned"),
    (AlertKind::RevokedSign, "有人扫旧牌", "replaced sign scanned"),
    (AlertKind::UnplannedDuty, "明天未排班", "tomorrow not planned"),
    (AlertKind::ShiftUnconfirmed, "明天班次未确认", "shifts not confirmed"),
    (AlertKind::CalendarMissing, "放假安排未导入", "holiday notice missing"),
];

/// What a kind is called.
pub(super) fn name(kind: AlertKind, lang: Lang) -> &'static str {
    let found = KINDS.iter().find(|(one, ..)| *one == kind);
    found.map(|(_, zh, en)| if lang == Lang::Zh { *zh } else { *en }).unwrap_or_default()
}

/// The lesser, the worse.
pub(super) fn weight(kind: AlertKind) -> usize {
    KINDS.iter().position(|(one, ..)| *one == kind).unwrap_or(KINDS.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_its_name_and_its_place() {
        for kind in AlertKind::ALL {
            assert!(KINDS.iter().filter(|(one, ..)| one == kind).count() == 1 && !name(*kind, Lang::Zh).is_empty());
        }
        assert_eq!(weight(AlertKind::Alarm), 0);
    }
}
