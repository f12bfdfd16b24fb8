//! The two languages that huxue speaks, and a sentence in both.

use std::borrow::Cow;

use super::text_enum::text_enum;

text_enum! {
    /// A language of the answers. Chinese is the default (DESIGN section 10).
    pub enum Lang {
        /// 简体中文
        Zh = "zh",
        /// English
        En = "en",
    }
}

impl Lang {
    /// The language a reader prefers, from the value of an `Accept-Language` header.
    ///
    /// The highest quality wins, the earlier one among equals. Languages that huxue does not speak, quality 0 and
    /// malformed parts are passed over; with nothing left, and for `*`, it is Chinese.
    #[must_use]
    pub fn from_accept_language(header: &str) -> Self {
        let mut best = (Self::Zh, 0);
        for (lang, quality) in header.split(',').filter_map(weighted_lang) {
            if quality > best.1 {
                best = (lang, quality);
            }
        }
        best.0
    }

    /// The one of two texts that is in this language.
    #[must_use]
    pub const fn pick<'a>(self, zh: &'a str, en: &'a str) -> &'a str {
        match self {
            Self::Zh => zh,
            Self::En => en,
        }
    }

    /// The tag for HTML's `lang` and for `Content-Language` (BCP 47).
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Zh => "zh-CN",
            Self::En => "en",
        }
    }
}

/// The part of a text that a reader of one language needs, of a text written as `English / 中文`: what is wrong with an
/// input is said in both, because the command line and the log show both. Anything else is given back as it is: with several
/// such strokes, or with one in something that a person wrote, nobody could say where the one language ends.
#[must_use]
pub fn in_lang(text: &str, lang: Lang) -> &str {
    let chinese = |part: &str| part.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    match text.split_once(" / ") {
        Some((en, zh)) if !chinese(en) && chinese(zh) && !zh.contains(" / ") => lang.pick(zh, en),
        _ => text,
    }
}

/// One part of the header: its language and its quality in thousandths.
fn weighted_lang(part: &str) -> Option<(Lang, u16)> {
    let mut pieces = part.split(';').map(str::trim);
    let tag = pieces.next()?;
    let primary = tag.split(['-', '_']).next()?;
    let lang = match primary.to_ascii_lowercase().as_str() {
        "zh" | "*" => Lang::Zh,
        "en" => Lang::En,
        _ => return None,
    };
    let quality = match pieces.find_map(|piece| piece.strip_prefix("q=").or_else(|| piece.strip_prefix("Q="))) {
        Some(text) => thousandths(text)?,
        None => 1000,
    };
    Some((lang, quality))
}

/// `1`, `0.8`, `0.125` as thousandths (RFC 9110, section 12.4.2); nothing for anything else.
fn thousandths(text: &str) -> Option<u16> {
    let (whole, fraction) = text.trim().split_once('.').unwrap_or((text.trim(), ""));
    if fraction.len() > 3 || !fraction.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let fraction: u16 = format!("{fraction:0<3}").parse().ok()?;
    match (whole, fraction) {
        ("0", fraction) => Some(fraction),
        ("1", 0) => Some(1000),
        _ => None,
    }
}

/// One sentence in both languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// In Chinese.
    pub zh: Cow<'static, str>,
    /// In English.
    pub en: Cow<'static, str>,
}

impl Sentence {
    /// A sentence that is always the same.
    #[must_use]
    pub const fn fixed(zh: &'static str, en: &'static str) -> Self {
        Self { zh: Cow::Borrowed(zh), en: Cow::Borrowed(en) }
    }

    /// A sentence with something filled in.
    #[must_use]
    pub const fn new(zh: String, en: String) -> Self {
        Self { zh: Cow::Owned(zh), en: Cow::Owned(en) }
    }

    /// What a person wrote: the same in both languages, because nobody translated it.
    #[must_use]
    pub fn written(text: &str) -> Self {
        Self::new(text.to_owned(), text.to_owned())
    }

    /// The sentence in one language.
    #[must_use]
    pub fn text(&self, lang: Lang) -> &str {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_preferred_language_follows_the_header() {
        for (header, expected) in [
            ("", Lang::Zh),
            ("zh-CN,zh;q=0.9,en;q=0.8", Lang::Zh),
            ("en-GB,en;q=0.9,zh;q=0.8", Lang::En),
            ("zh;q=0.2, en;q=0.7", Lang::En),
            ("fr-FR, en;q=0.3", Lang::En),
            ("fr, de;q=0.5", Lang::Zh),
            ("*", Lang::Zh),
            ("en;q=0, zh;q=0.1", Lang::Zh),
            ("zh;q=0, en;q=0.1", Lang::En),
            ("en;q=0", Lang::Zh),
            ("zh;q=0.5, en;q=0.5", Lang::Zh),
            ("en;q=0.5, zh;q=0.5", Lang::En),
            ("en;q=1.5, zh;q=0.1", Lang::Zh),
            ("en;q=x", Lang::Zh),
            ("EN-us;Q=0.125", Lang::En),
            ("en;q=1.000", Lang::En),
            (",,;;q=,", Lang::Zh),
        ] {
            assert_eq!(Lang::from_accept_language(header), expected, "{header}");
        }
    }

    #[test]
    fn what_is_said_in_both_languages_is_read_in_one() {
        for (text, zh, en) in [
            ("it is empty / 不能为空", "不能为空", "it is empty"),
            ("1 to 6 / 1 至 6 张", "1 至 6 张", "1 to 6"),
            ("no stroke", "no stroke", "no stroke"),
            ("东门 / 南门", "东门 / 南门", "东门 / 南门"),
            ("a / b", "a / b", "a / b"),
            (
                "'x / y' is no zone / 'x / y' 不是时区",
                "'x / y' is no zone / 'x / y' 不是时区",
                "'x / y' is no zone / 'x / y' 不是时区",
            ),
            ("either/or / 二选一", "二选一", "either/or"),
        ] {
            assert_eq!((in_lang(text, Lang::Zh), in_lang(text, Lang::En)), (zh, en));
        }
    }

    #[test]
    fn a_sentence_is_read_in_one_language() {
        let sentence = Sentence::fixed("已收到。", "Received.");
        assert_eq!(sentence.text(Lang::Zh), "已收到。");
        assert_eq!(sentence.text(Lang::En), "Received.");
        assert_eq!(Sentence::written("期末考试").text(Lang::En), "期末考试");
    }
}
