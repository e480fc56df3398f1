//! What a host page is told about: the option that stands, and the option that was agreed to.

use leptos::prelude::*;
use serde::Serialize;

use crate::agreement::Offer;
use crate::engine::calendar::format_date;
use crate::engine::claim::Claim;
use crate::engine::money::Money;
use crate::engine::plan::PlanRate;
use crate::engine::rules::{Decision, Role};
use crate::text::format::rate_decimal;
use crate::ui::model::Evaluated;
use crate::ui::session::{OptionView, Session};

/// The head figures of an option: amounts as decimal text, dates as ISO text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PlanSummary {
    /// Code of the currency.
    pub currency: &'static str,
    /// Owed on the as-of date.
    pub owed: String,
    /// Paid on the as-of date.
    pub due_now: String,
    /// The first instalment; none for a lump sum.
    pub each: Option<String>,
    /// How many payments follow the down payment.
    pub payments: u32,
    /// Day of the first of them.
    pub first_date: String,
    /// Day of the last of them.
    pub last_date: String,
    /// Everything paid.
    pub total: String,
    /// Given up on completion.
    pub waived: String,
    /// Yearly rate of what the plan itself costs, such as `6.13%`; none where there is no such rate.
    pub yearly_rate: Option<String>,
    /// `allowed`, `needs-approval` or `refused`.
    pub verdict: &'static str,
    /// The role that must approve, where one must: `supervisor`, `manager`.
    pub approver: Option<&'static str>,
}

impl PlanSummary {
    /// The summary of an option.
    #[must_use]
    pub fn of(claim: &Claim, option: &Evaluated) -> Self {
        let totals = &option.worked.totals;
        let text = |amount: Money| amount.to_decimal_string(claim.currency);
        let (verdict, approver) = match option.verdict.decision {
            Decision::Allowed => ("allowed", None),
            Decision::NeedsApproval(role) => ("needs-approval", Some(role_code(role))),
            Decision::Refused => ("refused", None),
        };
        Self {
            currency: claim.currency.code(),
            owed: claim.components().total().map(text).unwrap_or_default(),
            due_now: text(totals.due_now),
            each: totals.instalment.map(text),
            payments: totals.count,
            first_date: format_date(totals.first_date),
            last_date: format_date(totals.last_date),
            total: text(totals.paid),
            waived: text(totals.waived),
            yearly_rate: match totals.rate_on_balance {
                PlanRate::Found { effective, .. } => Some(rate_decimal(effective, 2)),
                PlanRate::BelowZero { simple } => Some(rate_decimal(simple, 2)),
                PlanRate::None => None,
            },
            verdict,
            approver,
        }
    }
}

const fn role_code(role: Role) -> &'static str {
    match role {
        Role::Agent => "agent",
        Role::Supervisor => "supervisor",
        Role::Manager => "manager",
    }
}

/// The option that someone agreed to in an embedded calculator.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AgreedDetail {
    /// Its terms as the fragment of a link, without `#`.
    pub link: String,
    /// The code that both sides can compare.
    pub code: String,
    /// Its figures.
    pub plan: PlanSummary,
}

impl AgreedDetail {
    /// What an offer of the open case comes to; `None` if no option stands that makes it.
    #[must_use]
    pub fn of(session: Session, offer: &Offer, link: String, code: String) -> Option<Self> {
        let makes_it = |option: &Memo<Option<OptionView>>| {
            let option = option.get_untracked()?.result.ok()?;
            (option.proposal == offer.proposal).then_some(option)
        };
        let option = session.options.iter().find_map(makes_it)?;
        Some(Self {
            link,
            code,
            plan: PlanSummary::of(&offer.claim, &option),
        })
    }
}

/// What a host page listens to. All are silent in the app's own page.
#[derive(Clone, Copy, Default)]
pub struct Hooks {
    /// Called after every settled change with the selected option; `None` while it cannot be laid out.
    pub on_change: Option<Callback<Option<PlanSummary>>>,
    /// Called when someone agrees.
    pub on_agree: Option<Callback<AgreedDetail>>,
    /// Called with each text that was signed here.
    pub on_sign: Option<Callback<String>>,
}

impl Hooks {
    /// The hooks of the surrounding app; silent ones if none were given.
    #[must_use]
    pub fn current() -> Self {
        use_context().unwrap_or_default()
    }
}
