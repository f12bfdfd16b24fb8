//! "Why was my scan doubted?": a fence class in words, with what to do about it.

use super::fence::{Fence, Fix, MissingReason, missing_reason};
use crate::domain::lang::Sentence;
use crate::domain::words::FenceClass;

/// The sentence for how a fix was judged.
#[must_use]
pub fn explain(fix: Option<&Fix>, fence: &Fence) -> Sentence {
    let distance = fence.distance_m.unwrap_or_default();
    let accuracy = fix.map_or(0.0, Fix::accuracy_m);
    match (fence.class, missing_reason(fix)) {
        (_, Some(reason)) => missing(reason, accuracy),
        (FenceClass::Inside, _) => Sentence::fixed(
            "定位在围栏内，扫码打卡可以得到确认。",
            "The position is inside the fence: a scan here is confirmed.",
        ),
        (FenceClass::Uncertain, _) => Sentence::new(
            format!(
                "定位离围栏 {distance:.0} 米，在误差 {accuracy:.0} 米之内，不能确定，打卡为可信。请到空旷处稍等再试。"
            ),
            format!(
                "The position is {distance:.0} m from the fence, within its error of {accuracy:.0} m: nobody can tell, and a scan is likely. Step into the open, wait a little, and try again."
            ),
        ),
        _ => Sentence::new(
            format!(
                "定位离围栏 {distance:.0} 米，超出误差 {accuracy:.0} 米，打卡会存疑。如果您确实在岗，请同岗的带班人员联签，并告诉学校核对围栏。"
            ),
            format!(
                "The position is {distance:.0} m from the fence, beyond its error of {accuracy:.0} m, so a scan is doubted. If you are on post, ask the leader there to co-sign, and tell the school to check the fence."
            ),
        ),
    }
}

fn missing(reason: MissingReason, accuracy: f64) -> Sentence {
    match reason {
        MissingReason::NoFix => Sentence::fixed(
            "没有定位，扫码打卡为自报。请允许定位后再试；不同意定位也可以服务，可请同岗人员联签。",
            "There is no position, so a scan is claimed. Allow location and try again; who prefers not to can serve all the same and be co-signed.",
        ),
        MissingReason::FixTooCoarse => Sentence::new(
            format!("定位误差 {accuracy:.0} 米，大于 200 米，不能使用。请打开 GPS，到空旷处再试。"),
            format!(
                "The position may be {accuracy:.0} m off, more than the 200 m that can be used. Turn on GPS and try in the open."
            ),
        ),
        MissingReason::FixTooOld => Sentence::fixed(
            "定位是一分钟以前的，不能使用。请刷新定位后再试。",
            "The position is more than a minute old and cannot be used. Refresh it and try again.",
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Area, Position, classify};
    use super::*;

    #[test]
    fn every_class_is_explained() {
        let at = |lat: f64| Position::new(116.4, lat).unwrap();
        let area = Area::circle(at(39.9), 100.0).unwrap();
        let fix = |lat: f64, accuracy: f64, age: i64| Some(Fix::new(at(lat), accuracy, age, false).unwrap());
        for (fix, word) in [
            (None, "no position"),
            (fix(39.9, 20.0, 0), "confirmed"),
            (fix(39.901, 20.0, 0), "within its error of 20 m"),
            (fix(39.91, 20.0, 0), "beyond its error of 20 m"),
            (fix(39.9, 500.0, 0), "500 m off"),
            (fix(39.9, 20.0, 61_000), "a minute old"),
        ] {
            let sentence = explain(fix.as_ref(), &classify(fix.as_ref(), &area));
            assert!(sentence.en.contains(word), "{}", sentence.en);
            assert!(sentence.zh.ends_with('。'));
        }
    }
}
