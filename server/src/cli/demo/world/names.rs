//! Made-up names. Whoever bears one of them for real was not meant.

use rand::RngExt as _;
use rand::rngs::StdRng;

const SURNAMES: &[&str] = &[
    "陈", "李", "王", "张", "刘", "杨", "黄", "周", "吴", "徐", "孙", "胡", "朱", "高", "林", "何", "郭", "马", "罗",
    "梁", "宋", "郑", "谢", "韩", "唐", "冯", "董", "萧", "程", "曹", "袁", "邓", "许", "傅", "沈", "曾", "彭", "吕",
    "苏", "卢", "蒋", "蔡", "贾", "丁", "魏", "薛", "叶", "阎", "余", "潘",
];

const GIVEN: &[&str] = &[
    "安澜", "柏舟", "采薇", "承泽", "初晴", "丹青", "德厚", "冬青", "尔雅", "方圆", "芳洲", "逢春", "福生", "耕田",
    "冠群", "海棠", "和平", "鸿飞", "怀瑾", "惠民", "嘉禾", "建中", "锦书", "景行", "静好", "君山", "开颜", "兰芝",
    "乐水", "立夏", "连翘", "明远", "牧歌", "念慈", "平川", "其昌", "千帆", "清泉", "秋实", "仁心", "如松", "若水",
    "善言", "守正", "书怀", "思源", "松年", "天行", "望舒", "文澜", "夏荷", "向阳", "晓岚", "新雨", "信芳", "秀禾",
    "学勤", "雅言", "延年", "一诺", "雨桐", "玉衡", "远志", "月白", "云帆", "知秋", "志和", "中和", "子衿", "子规",
];

/// Gives names out, no two alike.
pub(super) struct Names {
    left: Vec<String>,
}

impl Names {
    pub(super) fn new(random: &mut StdRng) -> Self {
        let mut left: Vec<String> =
            SURNAMES.iter().flat_map(|surname| GIVEN.iter().map(move |given| format!("{surname}{given}"))).collect();
        shuffle(&mut left, random);
        Self { left }
    }

    /// The next name. There are 3,500; a county that used them all up would get numbers.
    pub(super) fn next(&mut self, number: usize) -> String {
        self.left.pop().unwrap_or_else(|| format!("人员{number}"))
    }
}

fn shuffle(names: &mut [String], random: &mut StdRng) {
    for last in (1..names.len()).rev() {
        names.swap(last, random.random_range(0..=last));
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use rand::SeedableRng as _;

    use super::*;

    #[test]
    fn names_are_given_once() {
        let mut names = Names::new(&mut StdRng::seed_from_u64(1));
        let given: BTreeSet<String> = (0..1000).map(|number| names.next(number)).collect();
        assert_eq!(given.len(), 1000);
    }
}
