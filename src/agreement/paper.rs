//! The papers that one offer makes: the agreement, and two notices cut from the same clauses.

use super::{Clause, Document, FieldId, Profile, Section, Signing, Special};
use crate::engine::claim::Components;

/// Which paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaperKind {
    /// 还款协议摘要: all 22 fields.
    Agreement,
    /// 逾期告知书: what is owed, and whom to talk to. Says nothing of an offer.
    Arrears,
    /// 还款计划书: how it is repaid.
    Plan,
}

impl PaperKind {
    /// Every paper.
    pub const ALL: [Self; 3] = [Self::Agreement, Self::Arrears, Self::Plan];

    /// The code used in the names of files: `agreement`, `arrears`, `plan`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Agreement => "agreement",
            Self::Arrears => "arrears",
            Self::Plan => "plan",
        }
    }

    /// The fields that a notice takes from the agreement, in the agreement's own order; `None` takes all.
    const fn fields(self) -> Option<&'static [FieldId]> {
        match self {
            Self::Agreement => None,
            Self::Arrears => Some(&[
                FieldId::Creditor,
                FieldId::Borrower,
                FieldId::AsOf,
                FieldId::Owed,
                FieldId::Channels,
                FieldId::Contacts,
                FieldId::Status,
            ]),
            Self::Plan => Some(&[
                FieldId::Creditor,
                FieldId::Borrower,
                FieldId::AsOf,
                FieldId::Owed,
                FieldId::Concessions,
                FieldId::Payments,
                FieldId::Totals,
                FieldId::RemainingBalance,
                FieldId::MissedPayment,
                FieldId::EarlySettlement,
                FieldId::Channels,
                FieldId::Expiry,
                FieldId::Status,
                FieldId::Contacts,
                FieldId::Verification,
            ]),
        }
    }
}

/// A paper: what stands before everything else, then titled sections.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    /// Which paper it is.
    pub kind: PaperKind,
    /// Whose law and which product it is written for.
    pub profile: Profile,
    /// What the paper is, where it is a notice.
    pub preface: Vec<Clause>,
    /// What is to be known before anybody agrees or pays.
    pub warnings: Vec<Clause>,
    /// Its sections.
    pub sections: Vec<Section>,
}

/// What the signatures say, as the field of status has it.
fn signing(sections: &[Section]) -> Option<&Signing> {
    let mut clauses = sections.iter().flat_map(|section| &section.clauses);
    clauses.find_map(|clause| match clause {
        Clause::Status { signing, .. } => signing.as_deref(),
        _ => None,
    })
}

impl Paper {
    /// What the signatures say; nothing where nobody has signed.
    #[must_use]
    pub fn signing(&self) -> Option<&Signing> {
        signing(&self.sections)
    }
}

impl Document {
    /// What the signatures say; nothing where nobody has signed.
    #[must_use]
    pub fn signing(&self) -> Option<&Signing> {
        signing(&self.sections)
    }

    /// One of the papers that this document makes.
    #[must_use]
    pub fn paper(&self, kind: PaperKind) -> Paper {
        let taken = |section: &&Section| {
            kind.fields()
                .is_none_or(|fields| fields.contains(&section.field))
        };
        let mut sections: Vec<Section> = self.sections.iter().filter(taken).cloned().collect();
        if kind == PaperKind::Arrears {
            sections.iter_mut().for_each(without_offer);
        }
        let preface = match kind {
            PaperKind::Agreement => None,
            PaperKind::Arrears => Some(Special::ArrearsNotice),
            PaperKind::Plan => Some(Special::PlanNotice),
        };
        let of_plan = |clause: &&Clause| {
            kind != PaperKind::Arrears
                || !matches!(clause, Clause::Special(Special::Guarantor { .. }))
        };
        Paper {
            kind,
            profile: self.profile,
            preface: preface.into_iter().map(Clause::Special).collect(),
            warnings: self.warnings.iter().filter(of_plan).cloned().collect(),
            sections,
        }
    }
}

/// A notice of arrears tells what is owed, not what is offered: the offer's part of each clause is left out.
fn without_offer(section: &mut Section) {
    for clause in &mut section.clauses {
        match clause {
            Clause::Owed { waived, .. } => *waived = Components::ZERO,
            Clause::Status { sample, .. } => {
                *clause = Clause::Special(Special::NoticeUnsigned { sample: *sample });
            }
            _ => {}
        }
    }
    section
        .clauses
        .retain(|clause| !matches!(clause, Clause::Special(Special::ChangesContract)));
}
