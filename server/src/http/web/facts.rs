//! What a page shows first stands in the page, so that it needs no second request.

use serde::Serialize;

/// Where the facts go; without this mark, at the end of the head.
const MARK: &str = "<!--facts-->";
const END: &str = "</head>";

/// The page with its facts.
pub(super) fn fill(page: &str, facts: &impl Serialize) -> String {
    let at_end = || page.find(END).map(|at| page.split_at(at));
    let Some((before, after)) = page.split_once(MARK).or_else(at_end) else { return page.to_owned() };
    let json = serde_json::to_string(facts).unwrap_or_else(|_| "null".to_owned());
    format!("{before}<script type=\"application/json\" id=\"facts\">{}</script>{after}", inside_a_script(&json))
}

/// JSON that neither ends the script that it stands in nor breaks a line of it. Outside texts JSON has none of these.
fn inside_a_script(json: &str) -> String {
    json.replace('<', "\\u003c").replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029")
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    #[test]
    fn no_name_of_a_post_gets_out_of_the_script() {
        let facts = json!({ "name": "</script><!--<script>\u{2028}\u{2029}&\"'" });
        let page = fill("<head><!--facts--></head>", &facts);
        let inside = page.strip_prefix("<head><script type=\"application/json\" id=\"facts\">").unwrap();
        let inside = inside.strip_suffix("</script></head>").unwrap();
        assert!(!inside.contains(['<', '\u{2028}', '\u{2029}']), "{inside}");
        assert_eq!(serde_json::from_str::<Value>(inside).unwrap(), facts);
        assert_eq!(page, fill("<head></head>", &facts));
        assert_eq!(fill("<p>", &facts), "<p>");
    }
}
