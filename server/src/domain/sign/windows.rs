//! The windows on a sign: one line for each set of days.

use chrono::Weekday;

use super::{WindowLine, texts};
use crate::domain::calendar::weekdays::Weekdays;
use crate::domain::lang::Lang;

/// Lines such as `周一至周五 上学 07:20–08:00 放学 16:30–17:10`, in the order of the windows given.
pub(super) fn lines(windows: &[WindowLine], lang: Lang) -> Vec<String> {
    let mut lines: Vec<(Weekdays, String)> = Vec::new();
    for window in windows {
        let text = window_text(window, lang);
        match lines.iter_mut().find(|(weekdays, _)| *weekdays == window.weekdays) {
            Some((_, line)) => line.push_str(&format!("\u{2003}{text}")),
            None => lines.push((window.weekdays, text)),
        }
    }
    lines.into_iter().map(|(weekdays, text)| format!("{}\u{2003}{text}", days_text(weekdays, lang))).collect()
}

fn window_text(window: &WindowLine, lang: Lang) -> String {
    let kind = texts::kind(window.kind, lang);
    let times = format!("{kind} {}–{}", window.starts.format("%H:%M"), window.ends.format("%H:%M"));
    // A window that is named after what it is for needs no second word, in either language.
    let told = |note: &&String| [Lang::Zh, Lang::En].iter().all(|lang| texts::kind(window.kind, *lang) != note.trim());
    match window.note.as_ref().filter(told) {
        Some(note) => format!("{times} ({note})"),
        None => times,
    }
}

/// Three or more days in a row are written as a span.
fn days_text(weekdays: Weekdays, lang: Lang) -> String {
    let week: Vec<Weekday> = weekdays.names().into_iter().map(Weekday::from).collect();
    match week.as_slice() {
        [_, _, _, _, _, _, _] => lang.pick("每天", "Every day").to_owned(),
        [first, .., last] if week.len() > 2 && is_unbroken(&week) => {
            format!("{}{}{}", day(*first, lang), lang.pick("至", "–"), day(*last, lang))
        }
        _ => week.iter().map(|d| day(*d, lang)).collect::<Vec<_>>().join(lang.pick("、", ", ")),
    }
}

fn is_unbroken(week: &[Weekday]) -> bool {
    week.iter().zip(week.iter().skip(1)).all(|(one, next)| one.succ() == *next)
}

const fn day(day: Weekday, lang: Lang) -> &'static str {
    match day {
        Weekday::Mon => lang.pick("周一", "Mon"),
        Weekday::Tue => lang.pick("周二", "Tue"),
        Weekday::Wed => lang.pick("周三", "Wed"),
        Weekday::Thu => lang.pick("周四", "Thu"),
        Weekday::Fri => lang.pick("周五", "Fri"),
        Weekday::Sat => lang.pick("周六", "Sat"),
        Weekday::Sun => lang.pick("周日", "Sun"),
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveTime;

    use super::*;
    use crate::domain::words::WindowKind;

    fn time(text: &str) -> NaiveTime {
        text.parse().unwrap()
    }

    fn window(kind: WindowKind, days: &[Weekday], starts: &str, ends: &str, note: Option<&str>) -> WindowLine {
        WindowLine {
            kind,
            weekdays: days.iter().copied().collect(),
            starts: time(starts),
            ends: time(ends),
            note: note.map(ToOwned::to_owned),
        }
    }

    #[test]
    fn windows_of_the_same_days_share_a_line() {
        use Weekday::{Fri, Mon, Thu, Tue, Wed};
        let windows = [
            window(WindowKind::DropOff, &[Mon, Tue, Wed, Thu, Fri], "07:20:00", "08:00:00", None),
            window(WindowKind::PickUp, &[Fri, Mon, Tue, Wed, Thu], "16:30:00", "17:10:00", Some("一、二年级")),
            window(WindowKind::PickUp, &[Fri, Wed], "15:00:00", "15:30:00", None),
        ];
        assert_eq!(
            lines(&windows, Lang::Zh),
            [
                "周一至周五\u{2003}上学 07:20–08:00\u{2003}放学 16:30–17:10 (一、二年级)",
                "周三、周五\u{2003}放学 15:00–15:30"
            ]
        );
        assert_eq!(lines(&windows, Lang::En).last().unwrap(), "Wed, Fri\u{2003}Pick-up 15:00–15:30");
    }

    #[test]
    fn a_window_that_is_called_what_it_is_for_is_named_once() {
        let named = |name| window(WindowKind::DropOff, &[Weekday::Mon], "07:20:00", "08:00:00", Some(name));
        for (name, lang, line) in [
            ("上学", Lang::Zh, "周一\u{2003}上学 07:20–08:00"),
            ("上学", Lang::En, "Mon\u{2003}Drop-off 07:20–08:00"),
            ("早上学", Lang::Zh, "周一\u{2003}上学 07:20–08:00 (早上学)"),
        ] {
            assert_eq!(lines(&[named(name)], lang), [line]);
        }
    }

    #[test]
    fn spans_and_lists_of_days() {
        use Weekday::{Fri, Mon, Sat, Sun, Thu, Tue, Wed};
        for (days, text) in [
            (vec![], ""),
            (vec![Mon], "Mon"),
            (vec![Mon, Tue], "Mon, Tue"),
            (vec![Tue, Wed, Thu], "Tue–Thu"),
            (vec![Mon, Wed, Fri], "Mon, Wed, Fri"),
            (vec![Mon, Tue, Wed, Thu, Fri, Sat, Sun], "Every day"),
        ] {
            assert_eq!(days_text(days.into_iter().collect(), Lang::En), text);
        }
    }
}
