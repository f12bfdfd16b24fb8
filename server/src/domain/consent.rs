//! What people agree to: versioned texts. A changed text gets a new version, and is asked for anew.

use super::lang::Sentence;
pub use super::words::ConsentKind;

impl ConsentKind {
    /// The version of the text that is in force.
    #[must_use]
    pub const fn version(self) -> &'static str {
        match self {
            Self::Terms => "2026-11",
            // Since then of alarms and hazards too.
            Self::Location => "2026-12",
        }
    }

    /// The text in force.
    #[must_use]
    pub const fn text(self) -> Sentence {
        match self {
            Self::Terms => Sentence::fixed(
                "我自愿参加护学岗工作。学校、派出所和教育局会看到我的姓名、身份、班次和打卡记录；手机号默认隐藏中间几位。\
                 打卡记录用于证明护学岗到岗情况，不用于给家长排名，也不与学生挂钩。我可以随时退出。",
                "I take part in guard duty of my own will. The school, its police station and its education bureau see my name, \
                 role, shifts and check-ins; my phone number is masked unless somebody entitled asks for it, which is recorded. \
                 Check-ins prove that posts were staffed; parents are not ranked by them, and nothing is tied to a pupil. I may leave at any time.",
            ),
            Self::Location => Sentence::fixed(
                "打卡、求助或上报隐患时，手机附上当时的一个位置，用来核对是否在岗位附近、让人找到地方。不记录轨迹；位置与记录分开保存，\
                 按期模糊和删除。不同意也能上岗，证据等级可能较低；可以随时撤回。",
                "With a check-in the phone sends its position at that moment, to check that it is near the post; with a call for \
                 help or a hazard it may send it too, so that others find the place. No tracks are kept; positions are stored apart \
                 from the records, coarsened and deleted on schedule. Without this consent I can serve all the same, and my \
                 check-ins may get a lower grade. I can withdraw it at any time.",
            ),
        }
    }
}
