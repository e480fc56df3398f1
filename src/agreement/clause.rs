//! The clauses: what is said, as values, in no language.

use super::{Moment, Signing, Special, Zone};
use crate::engine::calendar::{Date, Frequency};
use crate::engine::claim::{Component, Components, Jurisdiction, Order, OrderSwitch, Product};
use crate::engine::money::{Currency, Money, Rate, Rounding};
use crate::engine::plan::{
    Carry, Cure, DeferralInterest, InterestBasis, PlanRate, RowKind, Vesting, VestingKind,
    WhileKept,
};

/// One line of the schedule as it is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Payment {
    /// Its number among the payments, the down payment included, from 1; `None` where nothing is paid.
    pub number: Option<u32>,
    /// What kind of line it is.
    pub kind: RowKind,
    /// The day.
    pub date: Date,
    /// The amount.
    pub amount: Money,
    /// What of it settles which component.
    pub paid: Components,
    /// What the plan's interest adds since the line before.
    pub interest: Money,
    /// What is left to pay afterwards.
    pub left: Money,
}

/// One line of the table "if payments stop".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OwedThen {
    /// How many payments were made, the down payment included.
    pub after: u32,
    /// The day on which the first missed payment was due.
    pub on: Date,
    /// What had been paid.
    pub paid: Money,
    /// What had been given up on condition, and is owed again.
    pub revived: Money,
    /// What is owed on that day by component.
    pub owed: Components,
    /// The same in total.
    pub total: Money,
}

/// One thing that the document says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Clause {
    /// Who is owed and how to reach them.
    Creditor {
        /// The creditor's name.
        name: String,
        /// How to reach the creditor.
        contact: String,
    },
    /// Who was owed first.
    OriginalCreditor {
        /// The name, if the debt was assigned.
        name: Option<String>,
    },
    /// Who owes, masked.
    Borrower {
        /// The masked name.
        name: String,
        /// The masked account or contract number.
        account: String,
    },
    /// The contract that the debt comes from.
    Contract {
        /// What kind of debt it is.
        product: Product,
        /// The day on which it was made.
        signed_on: Date,
        /// Principal on that day.
        original_principal: Money,
    },
    /// The day of the balances.
    AsOf {
        /// The day.
        date: Date,
        /// Days past due on it.
        days_past_due: i64,
    },
    /// What is owed; a table.
    Owed {
        /// By component.
        components: Components,
        /// What is given up of it under the plan, by component.
        waived: Components,
        /// In total.
        total: Money,
    },
    /// Nothing is given up.
    NothingWaived,
    /// What is given up of one component.
    Waived {
        /// The component.
        component: Component,
        /// What is owed of it.
        owed: Money,
        /// What is given up of it.
        waived: Money,
        /// When it is given up for good.
        vesting: VestingKind,
    },
    /// When it is given up for good, and on what condition.
    ReleaseCondition {
        /// Everything given up.
        total: Money,
        /// When it is given up for good.
        vesting: Vesting,
        /// The day of the last payment.
        last_date: Date,
        /// Whose law is named.
        jurisdiction: Jurisdiction,
    },
    /// What falls away if the condition is not met; never said of what is given up at once.
    ClawBack {
        /// Everything given up.
        total: Money,
        /// When it is given up for good.
        vesting: VestingKind,
    },
    /// Every payment; a table.
    Schedule {
        /// The lines in order of date.
        rows: Vec<Payment>,
    },
    /// When payments begin and end.
    FirstAndLast {
        /// The day of the down payment, if there is one.
        down_payment: Option<Date>,
        /// The day of the first payment after it.
        first: Date,
        /// The day of the last payment.
        last: Date,
        /// How many payments follow the down payment.
        count: u32,
        /// How often; `None` for one sum, and for days agreed one by one.
        frequency: Option<Frequency>,
    },
    /// Everything to pay, in figures and in words.
    ToPay {
        /// Down payment included.
        total: Money,
    },
    /// Everything given up.
    TotalWaived {
        /// By the end of the plan.
        total: Money,
        /// When it is given up for good.
        vesting: VestingKind,
    },
    /// What the plan costs against doing nothing.
    AgainstNothing {
        /// What would be owed.
        owed: Money,
        /// On this day, the last of the plan.
        on: Date,
        /// Paid under the plan less `owed`.
        difference: Money,
    },
    /// What the plan costs a year.
    YearlyRate {
        /// On everything owed today.
        on_claim: PlanRate,
        /// On what is left after concessions.
        on_balance: PlanRate,
    },
    /// The rate of the plan.
    PlanInterest {
        /// Yearly rate on principal.
        rate: Rate,
        /// How periods become parts of a year.
        basis: InterestBasis,
        /// Interest that the plan charges in all.
        total: Money,
    },
    /// Interest before the instalments, or the one sum, begin.
    BeforeStart {
        /// What happens to it.
        treatment: DeferralInterest,
        /// From this day.
        from: Date,
        /// To this day.
        until: Date,
        /// What it comes to.
        interest: Money,
    },
    /// Nothing but the plan's interest is added while it is kept.
    NothingElseGrows,
    /// What happens to arrears of a component that are not given up.
    Carried {
        /// The component.
        component: Component,
        /// How much of it.
        amount: Money,
        /// What happens to it.
        carry: Carry,
        /// Whether payments are given one by one: what is spread is then settled as they come.
        as_given: bool,
    },
    /// The order in which payments settle components.
    Allocation {
        /// The order.
        order: Order,
        /// Another order from some age of the debt on.
        switch: Option<OrderSwitch>,
    },
    /// Where the remainder goes.
    Remainder {
        /// How amounts become whole minor units.
        rounding: Rounding,
        /// The multiple that instalments are rounded up to.
        multiple: Option<Money>,
        /// The last payment; `None` where there is only one.
        last: Option<Money>,
    },
    /// What happens if a payment is missed.
    Missed {
        /// When it is missed, and when misses end the plan.
        cure: Cure,
        /// The day of the balances.
        as_of: Date,
        /// What had been given up.
        waived: Money,
        /// When it is given up for good.
        vesting: VestingKind,
        /// What the time of the plan costs if it breaks.
        while_kept: WhileKept,
        /// The plan's yearly rate.
        rate: Rate,
    },
    /// What is owed if payments stop; a table.
    Stops {
        /// One line for every payment that can be the first one missed.
        rows: Vec<OwedThen>,
    },
    /// What is left of the debt after the last payment.
    RemainingBalance {
        /// What had been given up.
        waived: Money,
        /// When it is given up for good.
        vesting: VestingKind,
        /// The day of the last payment.
        last_date: Date,
    },
    /// What may be reported.
    CreditReporting {
        /// Whether less than the full debt is paid.
        settled_for_less: bool,
    },
    /// Paying early.
    EarlySettlement {
        /// Whose law is named.
        jurisdiction: Jurisdiction,
    },
    /// The only channels.
    Channels {
        /// As the lender names them.
        channels: Vec<String>,
    },
    /// Until when the offer can be accepted.
    Expiry {
        /// The last day, where the debt is governed.
        on: Date,
        /// The clock there.
        zone: Zone,
        /// The last minute in UTC.
        utc: Moment,
    },
    /// Who has signed, or that nobody has.
    Status {
        /// Whether it was made from a sample case.
        sample: bool,
        /// What the signatures say.
        signing: Option<Box<Signing>>,
    },
    /// Where to turn.
    Contacts {
        /// As the lender names them.
        complaints: String,
        /// Where free advice is signposted.
        jurisdiction: Jurisdiction,
    },
    /// The right to a copy.
    Copy {
        /// Whom to ask for it.
        contact: String,
    },
    /// The rules and the engine.
    Versions {
        /// The rule pack's id.
        pack: String,
        /// The rule pack's version.
        pack_version: String,
        /// The engine's version.
        engine: String,
    },
    /// The code and how to check it.
    Verification {
        /// The code.
        code: String,
    },
    /// What the figures rest on.
    Conventions {
        /// Currency of every amount.
        currency: Currency,
        /// How periods of the plan become parts of a year.
        basis: InterestBasis,
        /// Whose calendar and clock the dates follow.
        jurisdiction: Jurisdiction,
    },
    /// What the document cannot show.
    Limits,
    /// What only some documents say.
    Special(Special),
}
