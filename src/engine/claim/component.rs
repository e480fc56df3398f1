//! The six components of a claim and amounts kept apart by component.

use crate::engine::fields::Coded;
use crate::engine::money::{Money, OutOfRange};

/// A part of a claim that is accounted for on its own.
///
/// The order of the variants is the order in which a claim is usually itemised: principal first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Component {
    /// 本金: the amount lent or invoiced and not yet repaid.
    Principal,
    /// 利息: interest at the contract rate.
    Interest,
    /// 罚息: interest at the higher rate that the contract sets for overdue amounts.
    Penalty,
    /// 复利: interest on unpaid interest.
    Compound,
    /// 违约金: late charges and liquidated damages.
    Charges,
    /// 实现债权的费用: costs of enforcement.
    Costs,
}

impl Component {
    /// Every component, in the order of itemisation.
    pub const ALL: [Self; 6] = [
        Self::Principal,
        Self::Interest,
        Self::Penalty,
        Self::Compound,
        Self::Charges,
        Self::Costs,
    ];

    /// The name used in case files, rule packs and links.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Principal => "principal",
            Self::Interest => "interest",
            Self::Penalty => "penalty",
            Self::Compound => "compound",
            Self::Charges => "charges",
            Self::Costs => "costs",
        }
    }

    /// The component of that [`code`](Self::code), if there is one.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|component| component.code() == code)
    }
}

impl Coded for Component {
    const ALL: &'static [Self] = &Self::ALL;

    fn code(self) -> &'static str {
        Self::code(self)
    }
}

/// One value per component.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct PerComponent<T> {
    /// Value for [`Component::Principal`].
    pub principal: T,
    /// Value for [`Component::Interest`].
    pub interest: T,
    /// Value for [`Component::Penalty`].
    pub penalty: T,
    /// Value for [`Component::Compound`].
    pub compound: T,
    /// Value for [`Component::Charges`].
    pub charges: T,
    /// Value for [`Component::Costs`].
    pub costs: T,
}

impl<T: Copy> PerComponent<T> {
    /// The same value for every component.
    #[must_use]
    pub const fn all(value: T) -> Self {
        Self {
            principal: value,
            interest: value,
            penalty: value,
            compound: value,
            charges: value,
            costs: value,
        }
    }

    /// The value of one component.
    #[must_use]
    pub const fn get(&self, component: Component) -> T {
        match component {
            Component::Principal => self.principal,
            Component::Interest => self.interest,
            Component::Penalty => self.penalty,
            Component::Compound => self.compound,
            Component::Charges => self.charges,
            Component::Costs => self.costs,
        }
    }

    /// Sets the value of one component.
    pub const fn set(&mut self, component: Component, value: T) {
        match component {
            Component::Principal => self.principal = value,
            Component::Interest => self.interest = value,
            Component::Penalty => self.penalty = value,
            Component::Compound => self.compound = value,
            Component::Charges => self.charges = value,
            Component::Costs => self.costs = value,
        }
    }

    /// These values with one replaced.
    #[must_use]
    pub const fn with(mut self, component: Component, value: T) -> Self {
        self.set(component, value);
        self
    }

    /// The values in the order of itemisation, that of [`Component::ALL`] and of the variants.
    pub(super) const fn to_array(self) -> [T; 6] {
        [
            self.principal,
            self.interest,
            self.penalty,
            self.compound,
            self.charges,
            self.costs,
        ]
    }

    /// The values from the order of itemisation.
    pub(super) const fn from_array(values: [T; 6]) -> Self {
        let [principal, interest, penalty, compound, charges, costs] = values;
        Self {
            principal,
            interest,
            penalty,
            compound,
            charges,
            costs,
        }
    }

    /// Every component with its value, in the order of itemisation.
    pub fn iter(&self) -> impl Iterator<Item = (Component, T)> + '_ {
        Component::ALL
            .into_iter()
            .map(|component| (component, self.get(component)))
    }
}

/// An amount of money per component.
pub type Components = PerComponent<Money>;

impl PerComponent<Money> {
    /// Nothing in any component.
    pub const ZERO: Self = Self::all(Money::ZERO);

    /// The sum of all components.
    ///
    /// # Errors
    /// [`OutOfRange`] if the sum leaves the supported range of amounts.
    pub fn total(&self) -> Result<Money, OutOfRange> {
        // Written out, as in `zip`: a plan adds components up a hundred times.
        self.principal
            .checked_add(self.interest)?
            .checked_add(self.penalty)?
            .checked_add(self.compound)?
            .checked_add(self.charges)?
            .checked_add(self.costs)
    }

    /// Component by component sum.
    ///
    /// # Errors
    /// [`OutOfRange`] if a component leaves the supported range of amounts.
    pub fn checked_add(&self, other: &Self) -> Result<Self, OutOfRange> {
        self.zip(other, i64::wrapping_add)
    }

    /// Component by component difference.
    ///
    /// # Errors
    /// [`OutOfRange`] if a component leaves the supported range of amounts.
    pub fn checked_sub(&self, other: &Self) -> Result<Self, OutOfRange> {
        self.zip(other, i64::wrapping_sub)
    }

    /// Adds an amount to one component.
    ///
    /// # Errors
    /// [`OutOfRange`] if the component leaves the supported range of amounts.
    pub fn add_to(&mut self, component: Component, amount: Money) -> Result<(), OutOfRange> {
        self.set(component, self.get(component).checked_add(amount)?);
        Ok(())
    }

    /// Takes an amount from one component.
    ///
    /// # Errors
    /// [`OutOfRange`] if the component leaves the supported range of amounts.
    pub fn take_from(&mut self, component: Component, amount: Money) -> Result<(), OutOfRange> {
        self.set(component, self.get(component).checked_sub(amount)?);
        Ok(())
    }

    /// Whether every component is zero.
    #[must_use]
    pub fn is_zero(&self) -> bool {
        self.iter().all(|(_, amount)| amount.is_zero())
    }

    fn zip(&self, other: &Self, combine: impl Fn(i64, i64) -> i64) -> Result<Self, OutOfRange> {
        // Two amounts are far within 64 bits together.
        let both = |one: Money, other: Money| combine(one.minor(), other.minor());
        Money::all_from_minor([
            both(self.principal, other.principal),
            both(self.interest, other.interest),
            both(self.penalty, other.penalty),
            both(self.compound, other.compound),
            both(self.charges, other.charges),
            both(self.costs, other.costs),
        ])
        .map(Self::from_array)
    }
}
