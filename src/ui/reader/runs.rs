//! Words in the other language inside a sentence, marked so that they are spoken as what they are.

use crate::text::{Languages, Locale};
use crate::ui::view::{IntoView, View, view};

/// A short text in each language, the one after the other, each marked as what it is.
#[must_use]
pub fn each(languages: Languages, texts: &[String]) -> View {
    match (languages, texts) {
        (Languages::Both, [_, _, ..]) => Locale::ALL
            .into_iter()
            .zip(texts)
            .map(|(locale, text)| {
                view! {
                    <span class="in-turn" lang=locale.lang()>
                        {text.clone()}
                    </span>
                }
            })
            .collect(),
        (Languages::One(locale), [text]) => runs(locale, text.clone()),
        _ => texts.join(" / ").into_view(),
    }
}

/// A sentence with its foreign run marked, such as a creditor's Chinese name in an English document.
#[must_use]
pub fn runs(locale: Locale, text: String) -> View {
    let Some((start, end)) = foreign_run(locale, &text) else {
        return text.into_view();
    };
    let part = |from: usize, to: usize| text.get(from..to).unwrap_or_default().to_owned();
    let foreign = part(start, end);
    view! {
        {part(0, start)}
        <span lang=locale.other().lang()>{foreign}</span>
        {part(end, text.len())}
    }
}

/// Where the foreign run begins and ends, in bytes.
fn foreign_run(locale: Locale, text: &str) -> Option<(usize, usize)> {
    match locale {
        Locale::En => {
            let mut chinese = text
                .char_indices()
                .filter(|(_, letter)| is_chinese(*letter));
            let (start, first) = chinese.next()?;
            let (last, letter) = chinese.next_back().unwrap_or((start, first));
            Some((start, last + letter.len_utf8()))
        }
        Locale::Zh => {
            let mut runs = text.split(is_chinese).filter(|run| is_english(run));
            let run = runs.next()?.trim();
            let start = text.find(run)?;
            Some((start, start + run.len()))
        }
    }
}

/// An ideograph, or punctuation set among them.
fn is_chinese(letter: char) -> bool {
    matches!(letter, '\u{3000}'..='\u{303f}' | '\u{4e00}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}')
}

/// More than one word: a lone `UTC` or `MoneyHelper` is read alike in both.
fn is_english(run: &str) -> bool {
    let letters = |word: &&str| word.chars().filter(char::is_ascii_alphabetic).count() > 1;
    run.split(' ').filter(letters).count() > 1
}

#[cfg(test)]
mod tests {
    use super::foreign_run;
    use crate::text::Locale;

    fn found(locale: Locale, text: &str) -> Option<&str> {
        foreign_run(locale, text).and_then(|(start, end)| text.get(start..end))
    }

    #[test]
    fn a_chinese_name_in_an_english_sentence_is_found_whole() {
        let said = "Contact: 样例客服 400-000-0001，每日 9:00 至 20:00.";
        assert_eq!(
            found(Locale::En, said),
            Some("样例客服 400-000-0001，每日 9:00 至")
        );
        assert_eq!(found(Locale::En, "Borrower: 张*."), Some("张"));
        assert_eq!(found(Locale::En, "Nothing foreign here."), None);
    }

    #[test]
    fn an_english_name_in_a_chinese_sentence_is_found_and_a_lone_word_is_not() {
        let said = "债权人：Example Personal Lending Ltd。";
        assert_eq!(
            found(Locale::Zh, said),
            Some("Example Personal Lending Ltd")
        );
        assert_eq!(found(Locale::Zh, "即协调世界时UTC15:59。"), None);
    }
}
