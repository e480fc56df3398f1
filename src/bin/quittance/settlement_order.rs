//! The order in which payments settle what is owed, as documents write it.

use std::borrow::Cow;
use std::fmt;

use quittance::engine::claim::{
    Cell, Component, GridOrder, GridSwitch, Order, OrderSwitch, Timing, Waterfall,
};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Deserialize, Deserializer, SeqAccess, Visitor};

use crate::amounts::component_named;
use crate::document::BadInput;
use crate::values::code_form;

/// An order as written: a name, or a list.
pub enum OrderText {
    Named(String),
    Listed(Vec<String>),
}

impl<'de> Deserialize<'de> for OrderText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct NameOrList;
        impl<'de> Visitor<'de> for NameOrList {
            type Value = OrderText;
            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("the name of an order, or a list of components or cells")
            }
            fn visit_str<E>(self, name: &str) -> Result<OrderText, E> {
                Ok(OrderText::Named(name.to_owned()))
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<OrderText, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = list.next_element()? {
                    entries.push(entry);
                }
                Ok(OrderText::Listed(entries))
            }
        }
        deserializer.deserialize_any(NameOrList)
    }
}

impl JsonSchema for OrderText {
    fn schema_name() -> Cow<'static, str> {
        "Order".into()
    }
    fn inline_schema() -> bool {
        true
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"anyOf": [
            {"type": "string"},
            {"type": "array", "items": {"type": "string"}, "minItems": 1}
        ]})
    }
}

/// Another order for older debts.
#[derive(serde::Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SwitchText {
    /// The first day past due on which it holds.
    pub from_days_past_due: u32,
    /// The order from that day on.
    pub order: OrderText,
}

/// What an order turns out to be.
pub enum Settled {
    /// One order of components, whatever their due dates.
    Components(Order),
    /// An order of cells.
    Cells(GridOrder),
}

impl Settled {
    fn into_grid(self) -> GridOrder {
        match self {
            Self::Components(order) => order.into(),
            Self::Cells(order) => order,
        }
    }

    fn into_components(self, at: &str) -> Result<Order, BadInput> {
        match self {
            Self::Components(order) => Ok(order),
            Self::Cells(_) => Err(BadInput::place(
                at,
                "without instalments an order names components, not cells",
            )),
        }
    }
}

/// The order of components and its switch; article 561 of the Civil Code if nothing is said.
pub fn waterfall(
    order: Option<&OrderText>,
    switch: Option<&SwitchText>,
) -> Result<Waterfall, BadInput> {
    Ok(Waterfall {
        order: read(order, "order")?.into_components("order")?,
        switch: switch
            .map(|switch| {
                let at = "switch.order";
                Ok(OrderSwitch {
                    from_days_past_due: switch.from_days_past_due,
                    order: read(Some(&switch.order), at)?.into_components(at)?,
                })
            })
            .transpose()?,
    })
}

/// The order over the whole grid and its switch; article 561 of the Civil Code if nothing is said.
pub fn grid(
    order: Option<&OrderText>,
    switch: Option<&SwitchText>,
) -> Result<(GridOrder, Option<GridSwitch>), BadInput> {
    let switch = switch.map(|switch| {
        Ok(GridSwitch {
            from_days_past_due: switch.from_days_past_due,
            order: read(Some(&switch.order), "switch.order")?.into_grid(),
        })
    });
    Ok((read(order, "order")?.into_grid(), switch.transpose()?))
}

fn read(order: Option<&OrderText>, at: &str) -> Result<Settled, BadInput> {
    match order {
        None => Ok(Settled::Components(Order::CIVIL_CODE_561)),
        Some(OrderText::Named(name)) => named(name).ok_or_else(|| {
            let problem = "not known: write civil-code-561, principal-first, advanced-payment-allocation, \
                           components such as penalty-fee-interest-principal, the same after due, in-advance or \
                           past-due, or a list";
            BadInput::value(at, name, problem)
        }),
        Some(OrderText::Listed(entries)) => listed(entries, at),
    }
}

/// An order by a name of its own, or by one that spells it out.
fn named(name: &str) -> Option<Settled> {
    let code = code_form(name);
    let code = code.strip_suffix("-strategy").unwrap_or(&code);
    let code = code.strip_suffix("-order").unwrap_or(code);
    match code {
        "civil-code-561" => return Some(Settled::Components(Order::CIVIL_CODE_561)),
        "principal-first" => return Some(Settled::Components(Order::PRINCIPAL_FIRST)),
        // The peer's default list for its configurable strategy.
        "advanced-payment-allocation" => return named("penalty-fee-principal-interest"),
        _ => {}
    }
    let words: Vec<&str> = code.split('-').collect();
    let mut rest = words.as_slice();
    let mut everywhere = Vec::new();
    let mut rows: Vec<(Timing, Vec<Component>)> = Vec::new();
    loop {
        let (timing, after) = match rest {
            [] => break,
            ["past", "due", after @ ..] => (Timing::PastDue, after),
            ["in", "advance", after @ ..] => (Timing::InAdvance, after),
            ["due", after @ ..] => (Timing::Due, after),
            [word, after @ ..] => {
                let row = rows.last_mut().map_or(&mut everywhere, |(_, row)| row);
                row.push(component_named(word)?);
                rest = after;
                continue;
            }
        };
        if rows.iter().any(|(known, _)| *known == timing) {
            return None;
        }
        rows.push((timing, Vec::new()));
        rest = after;
    }
    if rows.is_empty() {
        return completed(&everywhere).map(Settled::Components);
    }
    if !everywhere.is_empty() {
        return None;
    }
    // Where a name says nothing of what is past due or in advance, it means what is due.
    let row = |timing| {
        let row = rows.iter().find(|(known, _)| *known == timing);
        let due = || rows.iter().find(|(known, _)| *known == Timing::Due);
        completed(&row.or_else(due)?.1)
    };
    let order = GridOrder::by_timing(
        row(Timing::PastDue)?,
        row(Timing::Due)?,
        row(Timing::InAdvance)?,
    );
    Some(Settled::Cells(order))
}

/// Components left out come last, in the order of article 561; none if one is named twice or none is named.
fn completed(components: &[Component]) -> Option<Order> {
    let left_out = Order::CIVIL_CODE_561.components().into_iter();
    let left_out = left_out.filter(|component| !components.contains(component));
    let all: Vec<Component> = components.iter().copied().chain(left_out).collect();
    let all = <[Component; 6]>::try_from(all).ok()?;
    Order::new(all).filter(|_| !components.is_empty())
}

fn listed(entries: &[String], at: &str) -> Result<Settled, BadInput> {
    let mut components = Vec::new();
    let mut cells = Vec::new();
    for (entry, place) in entries.iter().zip(1_u32..) {
        let at = format!("{at}.{place}");
        let twice = || BadInput::value(&at, entry, "is named a second time");
        let code = code_form(entry);
        if let Some(component) = component_named(&code) {
            if components.contains(&component) {
                return Err(twice());
            }
            components.push(component);
        } else if let Some(cell) = cell(&code) {
            if cells.contains(&cell) {
                return Err(twice());
            }
            cells.push(cell);
        } else {
            let problem =
                "not known: write a component such as interest, or a cell such as past-due-penalty";
            return Err(BadInput::value(&at, entry, problem));
        }
    }
    let order = match (components.is_empty(), cells.is_empty()) {
        (false, true) => completed(&components).map(Settled::Components),
        (true, false) => GridOrder::new(cells).ok().map(Settled::Cells),
        _ => None,
    };
    order.ok_or_else(|| {
        BadInput::place(
            at,
            "an order lists components or cells, one at least and not both",
        )
    })
}

fn cell(code: &str) -> Option<Cell> {
    let (timing, component) = code.rsplit_once('-')?;
    Some(Cell {
        timing: Timing::from_code(timing)?,
        component: component_named(component)?,
    })
}
