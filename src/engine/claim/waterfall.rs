//! The order in which a payment settles what is owed (冲还顺序).

use super::{Component, Components};
use crate::engine::money::{Money, OutOfRange};

/// The components in the order in which a payment settles them; a permutation of all six.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Order([Component; 6]);

impl Order {
    /// Costs of enforcement, then interest of every kind, then principal: the order of Civil Code
    /// (中华人民共和国民法典) article 561 where the parties agreed nothing else. Late charges stand with
    /// interest, ahead of it, as lenders' contracts commonly place them.
    pub const CIVIL_CODE_561: Self = Self([
        Component::Costs,
        Component::Charges,
        Component::Penalty,
        Component::Compound,
        Component::Interest,
        Component::Principal,
    ]);

    /// Principal first: Chinese card debts from day 91 past due (an issuer's charter quoting the
    /// card Measures; `CN-ALLOC-CARD90`).
    pub const PRINCIPAL_FIRST: Self = Self([
        Component::Principal,
        Component::Interest,
        Component::Penalty,
        Component::Compound,
        Component::Charges,
        Component::Costs,
    ]);

    /// An order from a list of components, if the list names each of the six exactly once.
    #[must_use]
    pub fn new(components: [Component; 6]) -> Option<Self> {
        Component::ALL
            .into_iter()
            .all(|component| components.contains(&component))
            .then_some(Self(components))
    }

    /// The components, first settled first.
    #[must_use]
    pub const fn components(&self) -> [Component; 6] {
        self.0
    }
}

/// The order of settlement, which may change with the age of the debt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Waterfall {
    /// The order while no switch has taken effect.
    pub order: Order,
    /// From this many days past due on, another order.
    pub switch: Option<OrderSwitch>,
}

/// Another order of settlement from some day past due on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OrderSwitch {
    /// The first day past due, in days, on which `order` holds.
    pub from_days_past_due: u32,
    /// The order from that day on.
    pub order: Order,
}

impl Waterfall {
    /// The default of Civil Code article 561, at any age of the debt.
    pub const CIVIL_CODE_561: Self = Self {
        order: Order::CIVIL_CODE_561,
        switch: None,
    };

    /// The order in force when the debt is that many days past due.
    #[must_use]
    pub fn order_at(&self, days_past_due: i64) -> Order {
        match self.switch {
            Some(switch) if days_past_due >= i64::from(switch.from_days_past_due) => switch.order,
            _ => self.order,
        }
    }
}

/// A payment split over components, and what was left of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Allocation {
    /// What each component received.
    pub paid: Components,
    /// What no component needed: an overpayment, to be returned.
    pub excess: Money,
}

/// Splits `payment` over what is `owed` in the given order; no component receives more than is owed.
///
/// A payment or balance below zero allocates nothing to that component.
///
/// # Errors
/// [`OutOfRange`] if an amount leaves the supported range.
pub fn allocate(payment: Money, owed: &Components, order: Order) -> Result<Allocation, OutOfRange> {
    let mut left = payment;
    let owed = owed.to_array();
    let mut paid = [Money::ZERO; 6];
    for component in order.components() {
        if !left.is_positive() {
            break;
        }
        let place = component as usize;
        if let (Some(owed), Some(paid)) = (owed.get(place), paid.get_mut(place))
            && owed.is_positive()
        {
            *paid = left.min(*owed);
            left = left.checked_sub(*paid)?;
        }
    }
    Ok(Allocation {
        paid: Components::from_array(paid),
        excess: left,
    })
}
