//! The closed vocabulary of what a rule can limit.

use rust_decimal::Decimal;

use super::{FrequencyList, Strategy};
use crate::engine::claim::{Component, Evidence};
use crate::engine::fields::CodeSet;
use crate::engine::money::{Money, Rate, Share};

/// What a rule limits, and at what value. There is no expression language: each kind can be explained,
/// repaired and compared.
///
/// A limit judges lump sum, deferral and instalments alike; where one cannot bear on an option it says why.
/// Amounts that come from a share are rounded in the option's favour, by less than a minor unit, so that an
/// option written with the same share meets it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// Everything paid, down payment included, is at least the higher of a share of what is owed today and an
    /// amount, though never more than what is owed. With components: what is still collected of these, and of what is
    /// owed of these; what the plan itself charges is then not counted.
    MinimumSettlement {
        /// Share of what is owed today.
        share: Option<Share>,
        /// Amount.
        amount: Option<Money>,
        /// The components that are meant; all of them if `None`.
        components: Option<CodeSet<Component>>,
    },
    /// At most the lower of this share and this amount of one component is given up, whether by a waiver or by a
    /// discount on the total. At least one of them is there.
    WaiverCap {
        /// The component.
        component: Component,
        /// Share of what is owed of it.
        share: Option<Share>,
        /// Amount.
        amount: Option<Money>,
    },
    /// At most this share of everything owed is given up.
    WaiverCapTotal {
        /// Share of what is owed.
        share: Share,
    },
    /// Nothing of this component is given up.
    NotWaivable {
        /// The component.
        component: Component,
    },
    /// Nothing of this component, nor interest in its place, is turned into principal that bears interest.
    NotCapitalisable {
        /// The component.
        component: Component,
    },
    /// At least this share of what is owed is paid on the as-of date. A lump sum pays everything at once, and is
    /// bound in time by the limits on days.
    MinimumDownPayment {
        /// Share of what is owed.
        share: Share,
    },
    /// At most this many payments follow the down payment.
    MaximumInstalments {
        /// The most payments.
        count: u32,
    },
    /// At least this many payments follow the down payment, unless the customer is noted as able to pay.
    MinimumPayments {
        /// The fewest payments.
        count: u32,
    },
    /// The last payment falls due at most this many days after the as-of date.
    MaximumTotalDays {
        /// Calendar days.
        days: u32,
    },
    /// The last payment falls due at most this many months, to the day, after the as-of date.
    MaximumTermMonths {
        /// Months.
        months: u32,
    },
    /// No two payments that follow each other are further apart. The down payment is not counted among them.
    MaximumDaysBetween {
        /// Calendar days.
        days: u32,
    },
    /// The first payment after the down payment falls due at most this many days after the as-of date.
    MaximumDaysToFirst {
        /// Calendar days.
        days: u32,
    },
    /// Every instalment but the last is at least this amount, however often instalments fall due.
    MinimumInstalment {
        /// The least amount.
        amount: Money,
    },
    /// Instalments fall due at one of these steps.
    AllowedFrequencies {
        /// The steps.
        frequencies: FrequencyList,
    },
    /// The time that passes before the instalments' own time begins, one period before the first of them, is
    /// at most this. For a lump sum it is the whole time until it falls due.
    MaximumDeferralDays {
        /// Calendar days.
        days: u32,
    },
    /// What is left to finance after concessions and down payment is at most the principal of the contract.
    BalanceWithinOriginalPrincipal,
    /// What the plan charges is at most this rate, on a year of 365 days. The rate solved from the payments is held
    /// against it too.
    AllInCap {
        /// Yearly rate.
        rate: Rate,
    },
    /// Interest, penalty interest, compound interest and late charges that the plan still collects are at most what
    /// the outstanding principal earns at this rate in the days past due, over 365.
    ///
    /// Interest that belongs to the time before the oldest unpaid due date counts in, though that time does
    /// not: the strict side. A pack applies it only to products whose arrears begin with that date.
    ArrearsCap {
        /// Yearly rate.
        rate: Rate,
    },
    /// Late charges that the plan still collects are at most this amount for each 30 days past due, begun ones
    /// counted whole.
    ChargesPerMonth {
        /// Amount for 30 days.
        amount: Money,
    },
    /// The contract's penalty rate is between two multiples of its interest rate, both included.
    PenaltyMultipleBand {
        /// The lowest multiple.
        from: Decimal,
        /// The highest multiple.
        to: Decimal,
    },
    /// The contract's penalty rate is at most this. Says nothing where the plan collects no penalty interest.
    PenaltyRateCap {
        /// Yearly rate.
        rate: Rate,
    },
    /// A customer who is willing but not able is through within this many months; days of a month begun are not
    /// counted. 24 is a house convention for "recovery can be expected".
    RecoveryHorizonMonths {
        /// Months.
        months: u32,
    },
    /// At most this many promises were broken before.
    BrokenPromises {
        /// The most broken promises.
        most: u32,
    },
    /// At most this many payments are left out in all, and so many running: rows of a plan on which nothing falls due,
    /// or, of days agreed one by one, the months between two payments beyond the first.
    SkippedPayments {
        /// The most in all.
        most: u32,
        /// The most running.
        running: u32,
    },
    /// A payment is in time for at most this many days after its due date.
    MaximumGraceDays {
        /// Calendar days.
        days: u32,
    },
    /// The debt was restructured at most this many times in the months before; this option is not counted.
    Restructures {
        /// The most times.
        most: u32,
        /// Months from a restructuring until it counts no more.
        within_months: u32,
    },
    /// What the plan asks for in a month is at most this share of what a month leaves the borrower. See
    /// [`monthly_equivalent`](crate::engine::plan::monthly_equivalent); rounded down, as the limit protects the borrower.
    AffordableShare {
        /// Share of the surplus of a month.
        share: Share,
    },
    /// After what the plan asks for in a month, this much of the surplus stays with the borrower.
    MinimumResidual {
        /// Amount of a month.
        amount: Money,
    },
    /// Whoever guarantees the debt has agreed in writing. Says nothing where no guarantor is noted.
    GuarantorConsent,
    /// All payments are worth at least this share of what is owed, as of the as-of date, at this effective yearly rate
    /// over actual days of a 365-day year.
    MinimumValue {
        /// Share of what is owed today.
        share: Share,
        /// The yearly rate at which later payments are worth less.
        rate: Rate,
    },
    /// At least this many payments arrived since the debt fell past due.
    RepaymentBehaviour {
        /// The fewest payments.
        payments: u32,
    },
    /// All of these papers are at hand.
    EvidenceRequired {
        /// The papers.
        evidence: CodeSet<Evidence>,
    },
    /// The offer can be accepted for at most this many days.
    MaximumOfferDays {
        /// Calendar days.
        days: u32,
    },
    /// No time is running in which nothing may be asked for. Says nothing where none is noted.
    Moratorium,
    /// The oldest unpaid amount fell due at most this many months ago, to the day. Whether anything interrupted that time
    /// is not known to a claim: whoever writes the rule says in its source what follows.
    LimitationPeriod {
        /// Months.
        months: u32,
    },
    /// Interest, penalty interest, compound interest and charges that the plan still collects, and the interest that it
    /// charges itself, are together at most this share of the contract's principal. What was paid before the claim is not
    /// known to it, and not counted.
    TotalCostCap {
        /// Share of the contract's principal.
        share: Share,
    },
    /// All that the plan collects is at most the contract's principal and what that principal earns at this rate from the
    /// day of the contract to the plan's last payment, over 365. What was paid before the claim is not counted.
    TotalWithinRate {
        /// Yearly rate.
        rate: Rate,
    },
    /// The option uses no strategies but these.
    AllowedStrategies {
        /// The strategies.
        strategies: CodeSet<Strategy>,
    },
}
