//! Building the document: every field, for every kind of plan.

use super::rows::{owed_then, payments};
use super::{Clause, FieldId, Offer, Profile, Signing, Worked, end_of_day};
use crate::engine::money::OutOfRange;
use crate::engine::plan::{RowKind, Settlement, VestingKind};

/// An agreement summary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Whose law and which product it is written for.
    pub profile: Profile,
    /// What whoever agrees is to know first; empty where there is nothing to warn of.
    pub warnings: Vec<Clause>,
    /// One section per field, in the order of [`Profile::fields`].
    pub sections: [Section; 22],
}

/// One field and what the document says of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The field.
    pub field: FieldId,
    /// What is said, in order; never empty.
    pub clauses: Vec<Clause>,
}

/// Builds the document of an offer that nobody has signed from what was worked out of it.
///
/// `code` is the verification code of the offer, `engine_version` the version of the engine that worked it out.
///
/// # Errors
/// [`OutOfRange`] if a total over components leaves the supported range of amounts.
pub fn build(
    offer: &Offer,
    worked: &Worked,
    code: &str,
    engine_version: &str,
) -> Result<Document, OutOfRange> {
    build_signed(offer, worked, None, code, engine_version)
}

/// Builds the document of an offer as [`build`] does, with what the signatures on it say.
///
/// # Errors
/// [`OutOfRange`] if a total over components leaves the supported range of amounts.
pub fn build_signed(
    offer: &Offer,
    worked: &Worked,
    signing: Option<&Signing>,
    code: &str,
    engine_version: &str,
) -> Result<Document, OutOfRange> {
    let profile = Profile::of(offer.jurisdiction, offer.product);
    let source = Source {
        offer,
        worked,
        signing,
        profile,
        code,
        engine_version,
    };
    let mut sections = profile.fields().map(|field| Section {
        field,
        clauses: Vec::new(),
    });
    for section in &mut sections {
        section.clauses = source.clauses(section.field)?;
        let special = source.special(section.field);
        section
            .clauses
            .extend(special.into_iter().map(Clause::Special));
    }
    let warnings = source.warnings().into_iter().map(Clause::Special).collect();
    Ok(Document {
        profile,
        warnings,
        sections,
    })
}

/// Everything that a document is made from.
pub(super) struct Source<'a> {
    pub(super) offer: &'a Offer,
    pub(super) worked: &'a Worked,
    pub(super) signing: Option<&'a Signing>,
    pub(super) profile: Profile,
    code: &'a str,
    engine_version: &'a str,
}

impl Source<'_> {
    #[expect(
        clippy::too_many_lines,
        reason = "one arm per field: the list of 22 reads best whole"
    )]
    fn clauses(&self, field: FieldId) -> Result<Vec<Clause>, OutOfRange> {
        let Self { offer, worked, .. } = self;
        let (claim, creditor) = (&offer.claim, &offer.parties.creditor);
        let (plan, totals) = (&worked.plan, &worked.totals);
        let jurisdiction = offer.jurisdiction;
        let vesting = self.vesting();
        let (zone, utc) = end_of_day(jurisdiction, offer.expires_on);
        Ok(match field {
            FieldId::Creditor => {
                let (name, contact) = (creditor.name.clone(), creditor.contact.clone());
                let original = Clause::OriginalCreditor {
                    name: creditor.original.clone(),
                };
                vec![Clause::Creditor { name, contact }, original]
            }
            FieldId::Borrower => self.borrower(),
            FieldId::AsOf => {
                let days_past_due = claim.days_past_due(claim.as_of);
                vec![Clause::AsOf {
                    date: claim.as_of,
                    days_past_due,
                }]
            }
            FieldId::Owed => {
                vec![Clause::Owed {
                    components: plan.opening,
                    waived: plan.waived,
                    total: plan.opening.total()?,
                }]
            }
            FieldId::Concessions => self.concessions(),
            FieldId::Payments => {
                vec![
                    Clause::Schedule {
                        rows: payments(&plan.rows)?,
                    },
                    self.first_and_last(),
                ]
            }
            FieldId::Totals => self.totals(),
            FieldId::Interest => self.interest()?,
            FieldId::Allocation => {
                let waterfall = claim.terms.waterfall;
                vec![Clause::Allocation {
                    order: waterfall.order,
                    switch: waterfall.switch,
                }]
            }
            FieldId::Remainder => vec![self.remainder()],
            FieldId::MissedPayment => {
                let missed = Clause::Missed {
                    cure: offer.cure,
                    as_of: claim.as_of,
                    waived: totals.waived,
                    vesting,
                    while_kept: offer.proposal.relief.while_kept,
                    rate: offer.proposal.rate,
                };
                vec![
                    missed,
                    Clause::Stops {
                        rows: owed_then(&worked.stops)?,
                    },
                ]
            }
            FieldId::RemainingBalance => vec![Clause::RemainingBalance {
                waived: totals.waived,
                vesting,
                last_date: totals.last_date,
            }],
            FieldId::CreditReporting => {
                vec![Clause::CreditReporting {
                    settled_for_less: totals.waived.is_positive(),
                }]
            }
            FieldId::EarlySettlement => vec![Clause::EarlySettlement { jurisdiction }],
            FieldId::Channels => vec![Clause::Channels {
                channels: creditor.channels.clone(),
            }],
            FieldId::Expiry => vec![Clause::Expiry {
                on: offer.expires_on,
                zone,
                utc,
            }],
            FieldId::Status => vec![Clause::Status {
                sample: offer.sample,
                signing: self.signing.cloned().map(Box::new),
            }],
            FieldId::Contacts => {
                let complaints = creditor.complaints.clone();
                vec![Clause::Contacts {
                    complaints,
                    jurisdiction,
                }]
            }
            FieldId::Copy => vec![Clause::Copy {
                contact: creditor.contact.clone(),
            }],
            FieldId::Versions => vec![self.versions()],
            FieldId::Verification => vec![Clause::Verification {
                code: self.code.to_owned(),
            }],
            FieldId::Conventions => {
                let (currency, basis) = (claim.currency, offer.proposal.basis);
                vec![
                    Clause::Conventions {
                        currency,
                        basis,
                        jurisdiction,
                    },
                    Clause::Limits,
                ]
            }
        })
    }

    pub(super) const fn vesting(&self) -> VestingKind {
        self.offer.proposal.relief.vesting.kind()
    }

    fn borrower(&self) -> Vec<Clause> {
        let (parties, terms) = (&self.offer.parties, &self.offer.claim.terms);
        let (name, account) = (parties.borrower.clone(), parties.account.clone());
        let contract = Clause::Contract {
            product: self.offer.product,
            signed_on: terms.signed_on,
            original_principal: terms.original_principal,
        };
        vec![Clause::Borrower { name, account }, contract]
    }

    fn totals(&self) -> Vec<Clause> {
        let totals = &self.worked.totals;
        vec![
            Clause::ToPay { total: totals.paid },
            Clause::TotalWaived {
                total: totals.waived,
                vesting: self.vesting(),
            },
            Clause::AgainstNothing {
                owed: totals.owed_if_nothing_paid,
                on: totals.last_date,
                difference: totals.cost_against_nothing,
            },
            Clause::YearlyRate {
                on_claim: totals.rate_on_claim,
                on_balance: totals.rate_on_balance,
            },
        ]
    }

    fn remainder(&self) -> Clause {
        let (proposal, totals) = (&self.offer.proposal, &self.worked.totals);
        Clause::Remainder {
            rounding: proposal.rounding,
            multiple: match proposal.settlement {
                Settlement::Instalments { multiple, .. } => multiple,
                Settlement::LumpSum | Settlement::OnDates { .. } => None,
            },
            last: (totals.count > 1).then_some(totals.last_payment),
        }
    }

    fn versions(&self) -> Clause {
        Clause::Versions {
            pack: self.offer.pack.id.clone(),
            pack_version: self.offer.pack.version.clone(),
            engine: self.engine_version.to_owned(),
        }
    }

    fn concessions(&self) -> Vec<Clause> {
        let (plan, totals) = (&self.worked.plan, &self.worked.totals);
        let mut clauses: Vec<Clause> = plan
            .waived
            .iter()
            .filter(|(_, waived)| waived.is_positive())
            .map(|(component, waived)| Clause::Waived {
                component,
                owed: plan.opening.get(component),
                waived,
                vesting: self.vesting(),
            })
            .collect();
        if clauses.is_empty() {
            return vec![Clause::NothingWaived];
        }
        clauses.push(Clause::ReleaseCondition {
            total: totals.waived,
            vesting: self.offer.proposal.relief.vesting.clone(),
            last_date: totals.last_date,
            jurisdiction: self.offer.jurisdiction,
        });
        if self.vesting() != VestingKind::AtOnce {
            clauses.push(Clause::ClawBack {
                total: totals.waived,
                vesting: self.vesting(),
            });
        }
        clauses
    }

    fn first_and_last(&self) -> Clause {
        let totals = &self.worked.totals;
        let down_payment = self
            .worked
            .plan
            .rows
            .iter()
            .find(|row| row.kind == RowKind::DownPayment);
        Clause::FirstAndLast {
            down_payment: down_payment.map(|row| row.date),
            first: totals.first_date,
            last: totals.last_date,
            count: totals.count,
            frequency: match self.offer.proposal.settlement {
                Settlement::Instalments { frequency, .. } => Some(frequency),
                Settlement::LumpSum | Settlement::OnDates { .. } => None,
            },
        }
    }
}
