//! The closed lists with their numbers. A number, once given, is never given again.

use crate::engine::calendar::{DayCount, Unit};
use crate::engine::claim::{Component, Guarantor, Jurisdiction, Order, PenaltyBase, Product};
use crate::engine::money::{Currency, Rounding};
use crate::engine::plan::{Carry, DeferralInterest, FlatPrincipal, InterestBasis, WhileKept};
use crate::engine::rules::Role;

/// A closed list whose members have numbers in links.
pub trait Numbered: Copy + PartialEq + 'static {
    /// Every member that a link of this version can name.
    const ALL: &'static [Self];

    /// The number of a member.
    fn number(self) -> i64;

    /// The member of a number.
    fn from_number(number: i64) -> Option<Self> {
        Self::ALL
            .iter()
            .copied()
            .find(|member| member.number() == number)
    }
}

/// One table serves both ways; the match makes the compiler ask for a number for every new member.
macro_rules! numbered {
    ($name:ty { $($member:path = $number:literal),+ $(,)? }) => {
        impl Numbered for $name {
            const ALL: &'static [Self] = &[$($member),+];

            fn number(self) -> i64 {
                match self {
                    $($member => $number),+
                }
            }
        }
    };
}

numbered!(Currency {
    Currency::Cny = 0,
    Currency::Gbp = 1,
    Currency::Usd = 2,
    Currency::Eur = 3,
    Currency::Inr = 4,
    Currency::Hkd = 5,
    Currency::Jpy = 6,
});

numbered!(Jurisdiction {
    Jurisdiction::China = 0,
    Jurisdiction::Britain = 1,
    Jurisdiction::UnitedStates = 2,
});

numbered!(Product {
    Product::CreditCard = 0,
    Product::BankLoan = 1,
    Product::MicroLoan = 2,
    Product::Receivable = 3,
    Product::PersonalLoan = 4,
    Product::PrivateLoan = 5,
});

numbered!(Role { Role::Agent = 0, Role::Supervisor = 1, Role::Manager = 2 });

numbered!(Guarantor { Guarantor::Consented = 1, Guarantor::NotAsked = 2 });

numbered!(Component {
    Component::Principal = 0,
    Component::Interest = 1,
    Component::Penalty = 2,
    Component::Compound = 3,
    Component::Charges = 4,
    Component::Costs = 5,
});

numbered!(PenaltyBase {
    PenaltyBase::OverduePrincipal = 0,
    PenaltyBase::WholePrincipal = 1,
    PenaltyBase::OverdueInstalment = 2,
});

numbered!(Rounding {
    Rounding::HalfUp = 0,
    Rounding::HalfEven = 1,
    Rounding::TowardZero = 2,
    Rounding::AwayFromZero = 3,
});

numbered!(DayCount {
    DayCount::Act365Fixed = 0,
    DayCount::Act360 = 1,
    DayCount::Act364 = 2,
    DayCount::ActActIsda = 3,
    DayCount::Thirty360BondBasis = 4,
    DayCount::Thirty360Us = 5,
    DayCount::ThirtyE360 = 6,
    DayCount::WholeMonth = 7,
    DayCount::ActActDec31 = 8,
    DayCount::ActActFeb29 = 9,
});

numbered!(Unit { Unit::Months = 0, Unit::Weeks = 1, Unit::HalfMonths = 2, Unit::Days = 3 });

numbered!(FlatPrincipal { FlatPrincipal::EqualParts = 0, FlatPrincipal::LevelInstalment = 1 });

numbered!(WhileKept {
    WhileKept::ReleasedOnCompletion = 0,
    WhileKept::AccruesUncharged = 1,
    WhileKept::NoAccrual = 2,
    WhileKept::PlanRate = 3,
});

numbered!(DeferralInterest {
    DeferralInterest::Accrues = 0,
    DeferralInterest::Frozen = 1,
    DeferralInterest::Capitalised = 2,
});

numbered!(Carry { Carry::Spread = 0, Carry::First = 1, Carry::Capitalised = 2 });

/// 0 for regular periods, otherwise one more than the number of the day count.
pub fn basis_number(basis: InterestBasis) -> i64 {
    match basis {
        InterestBasis::Periodic => 0,
        InterestBasis::Daily(day_count) => day_count.number().saturating_add(1),
    }
}

/// The basis of a number.
pub fn basis_from_number(number: i64) -> Option<InterestBasis> {
    match number.checked_sub(1)? {
        -1 => Some(InterestBasis::Periodic),
        day_count => DayCount::from_number(day_count).map(InterestBasis::Daily),
    }
}

/// The orders that have a number of their own. Spelt out here, so that they stay what they are even if
/// the engine's own constants change.
const NAMED_ORDERS: [[Component; 6]; 2] = [
    [
        Component::Costs,
        Component::Charges,
        Component::Penalty,
        Component::Compound,
        Component::Interest,
        Component::Principal,
    ],
    [
        Component::Principal,
        Component::Interest,
        Component::Penalty,
        Component::Compound,
        Component::Charges,
        Component::Costs,
    ],
];

/// The number of an order, if it has one.
pub fn order_number(order: Order) -> Option<i64> {
    (0..)
        .zip(NAMED_ORDERS)
        .find(|(_, named)| *named == order.components())
        .map(|(number, _)| number)
}

/// The order of a number.
pub fn order_from_number(number: i64) -> Option<Order> {
    NAMED_ORDERS
        .get(usize::try_from(number).ok()?)
        .copied()
        .and_then(Order::new)
}
