//! `quittance schedule`: one balance laid out from the terms of a contract.

mod answer;
mod beside;
mod fault;
mod parts;
mod repayment;
mod terms;
mod time;

use quittance::engine::plan::Method;
use quittance::engine::plan::schedule::{
    Debt, Repayment, Row, Terms, TermsError, lay_out, re_age, re_amortise,
};
use schemars::JsonSchema;
use serde::Deserialize;

use crate::document::{Answering, BadInput, Outcome};
use crate::repayment::{Minimum, Stepping};
use crate::schedule::answer::{Answer, Numbered, Shown};
use crate::schedule::fault::fault;
use crate::schedule::parts::{Change, Every, Part, ReAge, ReAmortise, Spared, Stretch};
use crate::schedule::repayment::plain;
use crate::values::{Day, DecimalText};

/// The terms of a schedule. The words of a name, such as `equal-instalment`, may also be joined by underscores or spaces.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// `equal-instalment`, `equal-principal`, `interest-first`, `balloon`, `stepped`, `flat`, `one-off`, `interest-last`,
    /// `minimum-first` or `custom`.
    pub method: String,
    /// What is repaid, the down payment included.
    pub principal: DecimalText,
    /// Yearly rate in per cent from the start on.
    pub annual_rate_pct: DecimalText,
    /// Rows in all, a down payment included: 1 to 600. Due dates that are given say it too.
    #[serde(default)]
    pub periods: Option<u32>,
    /// The step between due dates: `monthly` (if nothing is said), `weekly`, `fortnightly`, `half-monthly`, `every-10-days`
    /// and the like, or `{"every": 1, "unit": "months"}`.
    #[serde(default)]
    pub frequency: Option<Every>,
    /// The day interest begins and a down payment is made.
    pub start_date: Day,
    /// The first due date after a down payment; one whole step after the start if nothing is said.
    #[serde(default)]
    pub first_due: Option<Day>,
    /// Every due date, in place of a first one; under a down payment the start itself may be the first of them.
    #[serde(default)]
    pub due_dates: Option<Vec<Day>>,
    /// How time counts for interest: `periodic` (if nothing is said), `30/360 whole-month`, `act/365f`, `act/360`,
    /// `act/364`, `act/act-isda`, `act/act-dec31`, `act/act-feb29`, `30/360`, `30/360-us`, `30e/360`, `whole-month`, or
    /// `none (zero rate)` where no rate is above zero. `30/360 whole-month` counts a whole month as a twelfth of a year
    /// whatever its days, and steps in days or weeks as their days over 360.
    #[serde(default)]
    pub day_count: Option<String>,
    /// `same as repayment period` (if nothing is said) or `daily`, which needs a day count. A day count that is given
    /// decides by itself; `daily` only refuses `periodic`.
    #[serde(default)]
    pub interest_period: Option<String>,
    /// Where `act/act-isda` splits a period: `jan1` (if nothing is said), `dec31`, or `feb29` for no split and 366 days
    /// where the period holds a 29 February.
    #[serde(default)]
    pub year_split: Option<String>,
    /// The repeated amount, in place of one that is worked out: the payment, the first of stepped ones, or the principal of
    /// each row under `equal-principal` and `interest-last`.
    #[serde(default)]
    pub instalment: Option<DecimalText>,
    /// An instalment that is worked out, and a down payment in per cent, are rounded to whole units of this; if nothing is
    /// said, to the last decimal.
    #[serde(default)]
    pub instalment_multiple_of: Option<DecimalText>,
    /// How they are rounded to whole units; as `rounding` if nothing is said.
    #[serde(default)]
    pub multiple_rounding: Option<String>,
    /// How time counts when the instalment is worked out, written as in `day_count`, which it follows if nothing is said.
    #[serde(default)]
    pub instalment_basis: Option<String>,
    /// Decimals of all amounts: 0 to 4, and 2 if nothing is said.
    #[serde(default)]
    pub money_decimals: Option<u32>,
    /// What the first rows are spared; nothing if nothing is said.
    #[serde(default)]
    pub grace: Option<Spared>,
    /// A first payment on the start date, all principal; none if nothing is said.
    #[serde(default)]
    pub down_payment: Option<Part>,
    /// One stretch of days that bears no interest.
    #[serde(default)]
    pub pause: Option<Stretch>,
    /// Such stretches in place of one; none if nothing is said.
    #[serde(default)]
    pub pauses: Option<Vec<Stretch>>,
    /// New rates, the earliest first; none if nothing is said.
    #[serde(default)]
    pub rate_changes: Option<Vec<Change>>,
    /// Under `balloon`: paid with the last instalment on top of it.
    #[serde(default)]
    pub balloon: Option<DecimalText>,
    /// Under `stepped`: from one payment to the next.
    #[serde(default)]
    pub step: Option<Stepping>,
    /// Under `flat`: `equal-parts` (if nothing is said; also `level principal`) or `level-instalment`.
    #[serde(default)]
    pub flat_principal: Option<String>,
    /// Under `minimum-first`: the smaller payment of the first rows.
    #[serde(default)]
    pub minimum: Option<Minimum>,
    /// Under `custom`: every payment after a down payment.
    #[serde(default)]
    pub payments: Option<Vec<DecimalText>>,
    /// Under `custom`: whether the last payment is what is left, whatever is given for it; `false` if nothing is said.
    #[serde(default)]
    pub last_takes_rest: Option<bool>,
    /// `half-up` (if nothing is said), `half-even`, `toward-zero` or `away-from-zero`.
    #[serde(default)]
    pub rounding: Option<String>,
    /// What becomes of the remainder that rounding leaves: `plain` (if nothing is said), the last row takes it; `smoothed`,
    /// the instalment is moved so that the last differs least; `interest-absorbs`, the last row is an equal payment and its
    /// interest takes it. Also called `last_rule`.
    #[serde(default, alias = "last_rule")]
    pub last_instalment: Option<String>,
    /// `rounded` (if nothing is said) or `unrounded`: cells are rounded for display only and need not add up.
    #[serde(default)]
    pub balances: Option<String>,
    /// The schedule was not kept: what is left of it is spread over the due dates that are left.
    #[serde(default)]
    pub re_amortise: Option<ReAmortise>,
    /// The principal comes with overdue interest, and both are laid out anew.
    #[serde(default)]
    pub re_age: Option<ReAge>,
}

/// The command.
pub struct Schedule;

impl Answering for Schedule {
    type Document = Document;
    type Answer = Answer;
    const NAME: &'static str = "schedule";
    const ABOUT: &'static str =
        "One balance and the terms of a contract: every row of principal and interest";
    const EXAMPLE: &'static str = r#"{"method":"equal-instalment","principal":"10000.00","annual_rate_pct":"9.4822","periods":6,"frequency":{"every":1,"unit":"months"},"start_date":"2023-12-12","day_count":"ACT/ACT ISDA","year_split":"dec31"}"#;

    fn answer(document: Document) -> Result<Outcome<Answer>, BadInput> {
        let terms = document.terms()?;
        let refused = |error: TermsError| fault(&document, &terms, &error);
        let shown = Shown {
            digits: document.digits()?,
            down_payment: terms.down_payment.is_some(),
            arrears: document.re_amortise.is_some() || document.re_age.is_some(),
        };
        let answer = match (&document.re_amortise, &document.re_age) {
            (None, None) => {
                let laid = lay_out(&terms).map_err(refused)?;
                let numbered = Numbered::all(&laid.rows, terms.timetable.start());
                Answer::of(&numbered, laid.instalment, shown)
            }
            (Some(again), None) => {
                let method = plain(&terms, "re_amortise")?;
                let contract = lay_out(&terms).map_err(refused)?.rows;
                let left = spread(&terms, method, &contract, again).map_err(refused)?;
                let numbered = Numbered::last(&contract, &left, terms.timetable.start());
                Answer::of(&numbered, None, shown)
            }
            (None, Some(again)) => {
                plain(&terms, "re_age")?;
                let rows = document.aged(&terms, again, &refused)?;
                let numbered = Numbered::all(&rows, terms.timetable.start());
                Answer::of(&numbered, None, shown)
            }
            (Some(_), Some(_)) => {
                let problem = "has no meaning together with re_amortise";
                return Err(BadInput::place("re_age", problem));
            }
        };
        answer
            .map(Outcome::Answered)
            .map_err(|error| refused(error.into()))
    }
}

/// What is left of a contract's rows, spread over the dates that are left.
fn spread(
    terms: &Terms,
    method: Method,
    contract: &[Row],
    again: &ReAmortise,
) -> Result<Vec<Row>, TermsError> {
    let down = terms.down_payment.is_some();
    let periods = terms.timetable.periods(down, terms.basis)?;
    re_amortise(
        contract.get(usize::from(down)..).unwrap_or_default(),
        &periods,
        usize::try_from(again.paid).unwrap_or(usize::MAX),
        again.as_of.0,
        terms.annual_rate,
        method,
        terms.rounding,
    )
}

impl Document {
    /// The debt over its new dates.
    fn aged(
        &self,
        terms: &Terms,
        again: &ReAge,
        refused: &impl Fn(TermsError) -> BadInput,
    ) -> Result<Vec<Row>, BadInput> {
        let at = "re_age.overdue_interest";
        let arrears = again.overdue_interest.amount(at, self.digits()?)?;
        if arrears.is_negative() {
            let written = &again.overdue_interest.0;
            return Err(BadInput::value(at, written, "it must not be below zero"));
        }
        for (there, field) in [
            (terms.down_payment.is_some(), "down_payment"),
            (terms.instalment.is_some(), "instalment"),
        ] {
            if there {
                return Err(BadInput::place(
                    "re_age",
                    &format!("has no meaning together with {field}"),
                ));
            }
        }
        if terms.repayment != Repayment::EqualInstalment {
            let problem = "re_age lays out equal instalments: write equal-instalment";
            return Err(BadInput::value("method", &self.method, problem));
        }
        let debt = Debt {
            principal: terms.principal,
            arrears,
        };
        let how = again.how()?;
        let periods = terms.timetable.periods(false, terms.basis);
        periods
            .and_then(|periods| re_age(debt, terms.annual_rate, &periods, how, terms.rounding))
            .map_err(refused)
    }
}
