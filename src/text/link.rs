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
    /// It is signed by somebody, but by no lender that this page knows.
    UnknownLender,
    /// A signature does not fit: it was made over something else.
    Signature,
    /// Something that counts only with a signature has none, or one by somebody who may not sign it.
    NotAllowed,
    /// The signer's key was not certified, or was withdrawn, on the day that it bears.
    NotThen,
    /// It goes beyond what its signer may offer.
    BeyondAuthority,
    /// An answer beside it speaks of other terms, or came out of time.
    OtherTerms,
    /// It names a creditor or ways to pay that the signer's lender does not have.
    ForeignCreditor,
}

/// A plain page: what happened, why, and the one thing to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlainPage {
    /// What happened.
    pub title: &'static str,
    /// Why, and what that means for the figures.
    pub reason: String,
    /// What to do.
    pub next_step: &'static str,
}

/// The page of a fault.
#[must_use]
pub fn fault_page(locale: Locale, fault: LinkFault) -> PlainPage {
    let again = locale.pick(
        "请对方把完整的链接再发一次，或者改扫二维码。",
        "Ask the sender for the whole link once more, or scan the QR code instead.",
    );
    let on_paper = locale.pick(
        "请联系债权人，要一份文本文件或打印件。",
        "Ask the creditor for the text file or a printed copy.",
    );
    let (title, reason, next_step) = match fault {
        LinkFault::UnknownLender
        | LinkFault::Signature
        | LinkFault::NotAllowed
        | LinkFault::NotThen
        | LinkFault::BeyondAuthority
        | LinkFault::OtherTerms
        | LinkFault::ForeignCreditor => signed_fault(locale, fault),
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
            return PlainPage {
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
    PlainPage {
        title,
        reason: reason.to_owned(),
        next_step,
    }
}

/// Title, reason and next step where something signed does not stand.
fn signed_fault(locale: Locale, fault: LinkFault) -> (&'static str, &'static str, &'static str) {
    let ask_lender = locale.pick(
        "请先不要付款。用您自己掌握的方式联系出借方，请对方重新发送。",
        "Do not pay by it. Contact the lender by a way that you know yourself, and ask for it to be sent again.",
    );
    match fault {
        LinkFault::UnknownLender => (
            locale.pick(
                "不认识签署这份文件的出借方",
                "It is signed by a lender that this page does not know",
            ),
            locale.pick(
                "签名可能是真的，但这个页面没有这家出借方的密钥，无法核对，所以不显示任何金额。",
                "The signature may be good, but this page has no key of that lender to check it with, so no figures are \
                 shown.",
            ),
            locale.pick(
                "请在出借方自己的网页上打开这个链接。",
                "Open the link on the lender's own page.",
            ),
        ),
        LinkFault::Signature => (
            locale.pick("签名不符", "A signature does not fit"),
            locale.pick(
                "内容与签名对不上：签署之后有改动，或者签名是从别处取来的。这里什么都不显示。",
                "What it says is not what was signed: it was changed afterwards, or the signature comes from elsewhere. \
                 Nothing of it is shown.",
            ),
            ask_lender,
        ),
        LinkFault::NotAllowed => (
            locale.pick(
                "签署的人没有这个权限",
                "It is not signed by somebody who may sign it",
            ),
            locale.pick(
                "其中有一部分缺少签名，或者签署它的人不能签署这类文件。",
                "A part of it has no signature, or one by somebody who may not sign such a thing.",
            ),
            ask_lender,
        ),
        LinkFault::NotThen => (
            locale.pick(
                "签署时密钥已失效或尚未生效",
                "The key did not count on the day that it bears",
            ),
            locale.pick(
                "所载日期不在该密钥的有效期内，或者密钥已被出借方停用。",
                "The day lies outside the time for which the key is certified, or the lender had withdrawn the key.",
            ),
            ask_lender,
        ),
        LinkFault::BeyondAuthority => (
            locale.pick(
                "这份方案超出签署人的权限",
                "It goes beyond what its signer may offer",
            ),
            locale.pick(
                "没有有权批准的人批准过它，所以它不成立。",
                "Nobody who may has approved it, so it does not stand.",
            ),
            locale.pick(
                "经办人：请申请批准。借款人：请联系出借方。",
                "Agents: ask for approval. Borrowers: contact the lender.",
            ),
        ),
        LinkFault::OtherTerms => (
            locale.pick(
                "几个部分对不上",
                "Its parts do not belong together",
            ),
            locale.pick(
                "其中的批准、接受或撤回说的是另一份方案，或者不在有效的日期内。",
                "An approval, acceptance or withdrawal in it speaks of other terms, or came out of time.",
            ),
            ask_lender,
        ),
        _ => (
            locale.pick(
                "付款渠道不是这家出借方的",
                "It names ways to pay that are not this lender's",
            ),
            locale.pick(
                "里面写的债权人或付款渠道，不在签署方公布的名单里。",
                "The creditor or the ways to pay in it are not among those that the signing lender lists.",
            ),
            ask_lender,
        ),
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

    const FAULTS: [LinkFault; 13] = [
        LinkFault::NotALink,
        LinkFault::CutOff,
        LinkFault::Damaged,
        LinkFault::Newer(7),
        LinkFault::Unknown,
        LinkFault::NoPlan,
        LinkFault::UnknownLender,
        LinkFault::Signature,
        LinkFault::NotAllowed,
        LinkFault::NotThen,
        LinkFault::BeyondAuthority,
        LinkFault::OtherTerms,
        LinkFault::ForeignCreditor,
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
