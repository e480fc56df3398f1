//! What signatures say, in sentences: who offered, approved and accepted, and what nobody can know offline.

use super::finding::role as role_name;
use super::format::date;
use super::link::PlainPage;
use super::{Label, Locale, TrustLabel};
use crate::agreement::{Accepted, Approved, Signing};
use crate::engine::calendar::Date;
use crate::engine::rules::Role;

/// The status of an agreement in a few words, for its head.
#[must_use]
pub const fn status(signing: Option<&Signing>) -> Label {
    match signing {
        None => Label::Unsigned,
        Some(Signing {
            accepted: Some(_), ..
        }) => Label::StatusAccepted,
        Some(Signing {
            withdrawn: Some(_), ..
        }) => Label::StatusWithdrawn,
        Some(Signing { awaited: true, .. }) => Label::StatusAwaited,
        Some(Signing {
            approved: Some(_), ..
        }) => Label::StatusApproved,
        Some(_) => Label::StatusOffered,
    }
}

/// Who signed and what came of it, one sentence each, in the order in which it happened.
#[must_use]
pub fn who_signed(locale: Locale, signing: &Signing) -> Vec<String> {
    let Signing { lender, by, .. } = signing;
    let mut said = vec![match locale {
        Locale::Zh => format!("由{lender}的“{by}”签署。"),
        Locale::En => format!("Signed by {by} for {lender}."),
    }];
    if signing.demo {
        said.push(Label::DemoKeys.text(locale).to_owned());
    }
    if signing.awaited {
        said.push(Label::AwaitsApproval.text(locale).to_owned());
    }
    said.extend(
        signing
            .approved
            .as_ref()
            .map(|approved| approval(locale, approved)),
    );
    said.extend(
        signing
            .accepted
            .as_ref()
            .map(|accepted| acceptance(locale, accepted)),
    );
    said.extend(signing.withdrawn.map(|on| {
        let on = date(locale, on);
        match locale {
            Locale::Zh => format!("出借方自{on}起撤回，此后不能再接受。"),
            Locale::En => {
                format!("Withdrawn by the lender from {on}: it can no longer be accepted.")
            }
        }
    }));
    said
}

/// Both, for a document.
#[must_use]
pub fn signed(locale: Locale, signing: &Signing) -> Vec<String> {
    let mut said = who_signed(locale, signing);
    said.push(what_signatures_show(locale, signing));
    said
}

fn approval(locale: Locale, approved: &Approved) -> String {
    let Approved { by, reason, .. } = approved;
    let (on, until) = (date(locale, approved.on), date(locale, approved.until));
    match locale {
        Locale::Zh => format!("“{by}”于{on}批准，{until}之前接受有效。理由：{reason}"),
        Locale::En => {
            format!("Approved by {by} on {on}, to be accepted by {until}. Reason: {reason}")
        }
    }
}

fn acceptance(locale: Locale, accepted: &Accepted) -> String {
    let on = date(locale, accepted.on);
    let said = match (locale, &accepted.countersigned) {
        (Locale::Zh, None) => format!("据其所载，借款人于{on}接受。出借方尚未会签。"),
        (Locale::Zh, Some(by)) => format!("{on}接受，由“{by}”会签。"),
        (Locale::En, None) => format!(
            "Accepted by the borrower on {on}, as the acceptance says. The lender has not countersigned it."
        ),
        (Locale::En, Some(by)) => format!("Accepted on {on}; countersigned by {by}."),
    };
    let Some(recording) = &accepted.recording else {
        return said;
    };
    match locale {
        Locale::Zh => format!("{said}口头协议的录音：{recording}。"),
        Locale::En => format!("{said} The recording of the oral agreement: {recording}."),
    }
}

/// What the signatures show, and what nobody can know without asking the lender.
#[must_use]
pub fn what_signatures_show(locale: Locale, signing: &Signing) -> String {
    let known_on = date(locale, signing.known_on);
    match locale {
        Locale::Zh => format!(
            "签名表明条款自签署后没有改动。离线时无法知道的：当时是谁拿着密钥、真实的日期、是否已有更新的方案，\
             以及{known_on}之后密钥是否已停用。有疑问请用您自己掌握的方式联系出借方。"
        ),
        Locale::En => format!(
            "The signatures show that nobody changed the terms since they were made. What cannot be known offline: who \
             held the key, what day it really was, whether a later offer took its place, and whether a key was withdrawn \
             after {known_on}. If in doubt, ask the lender by a way that you know yourself."
        ),
    }
}

/// The page of an answer that came without what it answers: whose it is, and which offer it is about.
#[must_use]
pub fn alone_page(locale: Locale, what: &Alone, on: Date, of: &str) -> PlainPage {
    PlainPage {
        title: TrustLabel::AloneTitle.text(locale),
        reason: alone(locale, what, on, of),
        next_step: TrustLabel::AloneNext.text(locale),
    }
}

/// The page of a lender's entry.
#[must_use]
pub fn lender_page(locale: Locale, label: &str) -> PlainPage {
    PlainPage {
        title: TrustLabel::LenderTitle.text(locale),
        reason: label.to_owned(),
        next_step: TrustLabel::LenderNext.text(locale),
    }
}

/// Whose key signs here.
#[must_use]
pub fn signs_for(locale: Locale, holder: &str, lender: &str) -> String {
    match locale {
        Locale::Zh => format!("由{lender}的“{holder}”签署。"),
        Locale::En => format!("It will be signed by {holder} for {lender}."),
    }
}

/// Whose key it is, what it may do, and until when.
#[must_use]
pub fn holder_of_key(
    locale: Locale,
    holder: &str,
    role: Role,
    lender: &str,
    until: Date,
) -> String {
    let (role, until) = (role_name(locale, role), date(locale, until));
    match locale {
        Locale::Zh => format!("{lender}已认证这把密钥：“{holder}”，{role}，有效期至{until}。"),
        Locale::En => {
            format!("{lender} certified this key for {holder} ({role}), until {until}.")
        }
    }
}

fn alone(locale: Locale, what: &Alone, on: Date, of: &str) -> String {
    let on = date(locale, on);
    match (locale, what) {
        (Locale::Zh, Alone::Approval { by }) => format!("“{by}”于{on}批准了编号以{of}开头的方案。"),
        (Locale::Zh, Alone::Acceptance) => format!("{on}接受了编号以{of}开头的方案。"),
        (Locale::Zh, Alone::Withdrawal { by }) => {
            format!("“{by}”自{on}起撤回编号以{of}开头的方案。")
        }
        (Locale::En, Alone::Approval { by }) => {
            format!("{by} approved the offer whose number begins with {of} on {on}.")
        }
        (Locale::En, Alone::Acceptance) => {
            format!("The offer whose number begins with {of} was accepted on {on}.")
        }
        (Locale::En, Alone::Withdrawal { by }) => {
            format!("{by} withdrew the offer whose number begins with {of} from {on}.")
        }
    }
}

/// What came by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Alone {
    /// An approval.
    Approval {
        /// Who gave it.
        by: String,
    },
    /// An acceptance.
    Acceptance,
    /// A withdrawal.
    Withdrawal {
        /// Who made it.
        by: String,
    },
}

/// Who asks for approval, and what they say about it.
#[must_use]
pub fn asked_by(locale: Locale, by: &str, on: Date, note: Option<&str>) -> String {
    let on = date(locale, on);
    let note = note.unwrap_or_default();
    match (locale, note) {
        (Locale::Zh, "") => format!("“{by}”于{on}申请批准这个方案。"),
        (Locale::Zh, _) => format!("“{by}”于{on}申请批准这个方案。说明：{note}"),
        (Locale::En, "") => format!("{by} asked on {on} for approval of this plan."),
        (Locale::En, _) => {
            format!("{by} asked on {on} for approval of this plan, and says: {note}")
        }
    }
}

/// What the first page says of a menu: from whom, and how many ways there are.
#[must_use]
pub fn menu_of(locale: Locale, options: usize) -> String {
    match locale {
        Locale::Zh => format!("您可以从以下{options}种方案中选一种。先看清楚，再决定。"),
        Locale::En => format!(
            "You can choose one of these {options} plans. Look at each first; nothing is agreed until you say so."
        ),
    }
}
