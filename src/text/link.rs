//! What people read about links: how they fare on their way, and why one does not open.

use super::Locale;
use super::format::{Noun, count, number};

/// Why a link shows no agreement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkFault {
    /// It is none of ours.
    NotALink,
    /// Its end is missing.
    CutOff,
    /// It was changed on the way.
    Damaged,
    /// It was made by a later program, in this version of the format.
    Newer(u32),
    /// It arrived whole, but says something that this program does not know.
    Unknown,
    /// It arrived whole, but its terms do not fit its debt.
    NoPlan,
}

/// A plain page: what happened, why, and the one thing to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FaultPage {
    /// What happened.
    pub title: &'static str,
    /// Why, and what that means for the figures.
    pub reason: String,
    /// What to do.
    pub next_step: &'static str,
}

/// The page of a fault.
#[must_use]
pub fn fault_page(locale: Locale, fault: LinkFault) -> FaultPage {
    let again = locale.pick(
        "请对方把完整的链接再发一次，或者改扫二维码。",
        "Ask the sender for the whole link once more, or scan the QR code instead.",
    );
    let on_paper = locale.pick(
        "请联系债权人，要一份文本文件或打印件。",
        "Ask the creditor for the text file or a printed copy.",
    );
    let (title, reason, next_step) = match fault {
        LinkFault::NotALink => (
            locale.pick(
                "这不是还款协议的链接",
                "This is not the link of an agreement",
            ),
            locale.pick(
                "这个地址里没有还款协议，所以没有内容可以显示。",
                "The address holds no agreement, so there is nothing to show.",
            ),
            again,
        ),
        LinkFault::CutOff => (
            locale.pick("链接不完整", "The link is cut off"),
            locale.pick(
                "链接的结尾没有收到，聊天软件有时会截断长链接。不完整的链接算不出任何金额。",
                "Its end did not arrive: chat programs sometimes cut long links. No figures can be \
                 worked out from a part of it.",
            ),
            again,
        ),
        LinkFault::Damaged => (
            locale.pick("链接已损坏", "The link is damaged"),
            locale.pick(
                "链接里有字符在途中变了。为了不让您看到错误的金额，这里什么都不显示。",
                "Some of its characters changed on the way. No figures are shown, so that none can \
                 be wrong.",
            ),
            again,
        ),
        LinkFault::Newer(version) => {
            let version = number(u64::from(version));
            return FaultPage {
                title: locale.pick(
                    "链接是用更新的版本做的",
                    "The link was made by a newer version",
                ),
                reason: match locale {
                    Locale::Zh => format!("它用的是第{version}版格式，这个页面还不认识。"),
                    Locale::En => {
                        format!(
                            "It uses version {version} of the format, which this page does not know yet."
                        )
                    }
                },
                next_step: locale.pick(
                    "请刷新页面；仍然打不开时，请对方发文本文件。",
                    "Reload the page; if that does not help, ask the sender for the text file.",
                ),
            };
        }
        LinkFault::Unknown => (
            locale.pick("链接无法读取", "The link cannot be read"),
            locale.pick(
                "链接完整，但里面有这个页面不认识的内容。为了不猜错，这里什么都不显示。",
                "It arrived whole, but holds something that this page does not know. Nothing is \
                 shown, so that nothing is guessed.",
            ),
            on_paper,
        ),
        LinkFault::NoPlan => (
            locale.pick(
                "链接里的条件互相矛盾",
                "The terms in the link do not fit together",
            ),
            locale.pick(
                "链接完整，但按里面的条件排不出还款计划，所以没有金额可以显示。",
                "It arrived whole, but no payment plan can be worked out from its terms, so there \
                 are no figures to show.",
            ),
            on_paper,
        ),
    };
    FaultPage {
        title,
        reason: reason.to_owned(),
        next_step,
    }
}

fn characters(locale: Locale, length: usize) -> String {
    count(
        locale,
        u64::try_from(length).unwrap_or(u64::MAX),
        Noun::Character,
    )
}

/// That a link is long enough to be cut on its way.
#[must_use]
pub fn long_link(locale: Locale, length: usize) -> String {
    let length = characters(locale, length);
    match locale {
        Locale::Zh => {
            format!("链接有{length}，偏长，短信和有的聊天软件可能截断；用二维码或文件更稳妥。")
        }
        Locale::En => format!(
            "The link has {length}: text messages and some chat programs may cut it. The QR code \
             or the file is safer."
        ),
    }
}

/// That no link is made because it would be cut on its way.
#[must_use]
pub fn too_long_link(locale: Locale, length: usize, longest: usize) -> String {
    let (length, longest) = (characters(locale, length), characters(locale, longest));
    match locale {
        Locale::Zh => format!(
            "链接会有{length}，超过{longest}就会被聊天软件截断，所以不生成链接。请改用文件或打印，或缩短联系方式和付款渠道的文字。"
        ),
        Locale::En => format!(
            "The link would have {length}; above {longest} chat programs cut it, so none is made. \
             Use the file or print it, or shorten the contacts and channels."
        ),
    }
}

/// That both sides can compare the code by voice.
#[must_use]
pub fn read_out(locale: Locale, code: &str) -> String {
    match locale {
        Locale::Zh => {
            format!("双方可以互相念出这个核对码：{code}。念得一样，看到的就是同一份方案。")
        }
        Locale::En => format!(
            "Both of you can read out this code: {code}. If it is the same, you see the same plan."
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::{LinkFault, fault_page, long_link, read_out, too_long_link};
    use crate::text::Locale;

    const FAULTS: [LinkFault; 6] = [
        LinkFault::NotALink,
        LinkFault::CutOff,
        LinkFault::Damaged,
        LinkFault::Newer(7),
        LinkFault::Unknown,
        LinkFault::NoPlan,
    ];

    #[test]
    fn every_fault_has_a_title_of_its_own_a_reason_and_one_next_step() {
        for locale in Locale::ALL {
            let pages = FAULTS.map(|fault| fault_page(locale, fault));
            for (place, page) in pages.iter().enumerate() {
                assert!(
                    !page.reason.is_empty() && !page.next_step.is_empty(),
                    "{page:?}"
                );
                let same = pages
                    .iter()
                    .filter(|other| other.title == page.title)
                    .count();
                assert_eq!(same, 1, "{place}: {}", page.title);
                assert!(
                    !page.reason.contains('¥'),
                    "no figure is shown: {}",
                    page.reason
                );
            }
        }
    }

    #[test]
    fn a_newer_link_names_its_version_and_a_long_one_its_length() {
        for locale in Locale::ALL {
            assert!(fault_page(locale, LinkFault::Newer(7)).reason.contains('7'));
            assert!(long_link(locale, 1_204).contains("1,204"));
            let refused = too_long_link(locale, 1_900, 1_800);
            assert!(
                refused.contains("1,900") && refused.contains("1,800"),
                "{refused}"
            );
            assert!(read_out(locale, "7K3M-9QXT").contains("7K3M-9QXT"));
        }
    }
}
