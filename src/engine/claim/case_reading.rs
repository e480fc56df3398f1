//! Case files read strictly.
//!
//! Format `quittance-case/1`, JSON: amounts, rates and shares are decimal text, dates are ISO text.

use super::circumstances_reading::{penalty_owed, read_circumstances};
use super::history_reading::{bounded, read_history};
use super::itemisation::read_itemisation;
use super::{
    Balances, Case, Circumstances, Claim, Component, Components, Creditor, Customer, Jurisdiction,
    LateCharge, Order, OrderSwitch, Parties, Penalty, PenaltyBase, PenaltyRate, Product,
    Recomputed, Terms, Waterfall, recompute,
};
use crate::engine::calendar::{Date, DayCount};
use crate::engine::fields::{Field, FieldError, Fields, Problem, parse_document};
use crate::engine::money::{Currency, Rounding};

/// The format that [`read_case`] reads.
pub const CASE_FORMAT: &str = "quittance-case/1";

const NAME_LENGTH: usize = 80;
const LINE_LENGTH: usize = 160;

/// Reads a case file.
///
/// # Errors
/// [`FieldError`] for the first field that is missing, unknown, malformed or at odds with another.
pub fn read_case(text: &str) -> Result<Case, FieldError> {
    let document = parse_document(text)?;
    let root = Field::root(&document).object()?;
    root.only(&[
        "format",
        "sample",
        "jurisdiction",
        "currency",
        "as_of",
        "product",
        "pack",
        "creditor",
        "borrower",
        "contract",
        "overdue_since",
        "balances",
        "overdue_principal",
        "history",
        "itemisation",
        "customer",
        "circumstances",
    ])?;
    root.required("format")?
        .code(&[CASE_FORMAT], |code| (code == CASE_FORMAT).then_some(()))?;
    let currency = root
        .required("currency")?
        .code(&Currency::ALL.map(Currency::code), Currency::from_code)?;
    let as_of = root.required("as_of")?.date()?;
    let terms = read_terms(&root.required("contract")?.object()?, currency)?;
    if terms.signed_on > as_of {
        return Err(root.refuse("contract.signed_on", Problem::AfterDate { latest: as_of }));
    }
    let recomputed = match root.optional("history") {
        None => None,
        Some(field) => {
            let (history, late) = read_history(&field.object()?, currency)?;
            let overflow = |_| {
                field.refuse(Problem::TooLarge {
                    found: String::new(),
                })
            };
            Some(recompute(&history, &terms, &late, as_of).map_err(overflow)?)
        }
    };
    let (mut balances, overdue_since) = read_standing(&root, currency, as_of, recomputed)?;
    let stated = balances.components;
    let circumstances = match root.optional("circumstances") {
        None => Circumstances::default(),
        Some(field) => {
            let noted = field.object()?;
            let circumstances = read_circumstances(&noted, currency, as_of)?;
            let owed = penalty_owed(&noted, &circumstances, stated.penalty, currency)?;
            balances.components.penalty = owed;
            circumstances
        }
    };
    let penalty_not_owed = stated
        .penalty
        .checked_sub(balances.components.penalty)
        .unwrap_or_default();
    let itemisation = match root.optional("itemisation") {
        None => None,
        Some(field) => Some(read_itemisation(
            &field.object()?,
            currency,
            as_of,
            &stated,
        )?),
    };
    Ok(Case {
        sample: root
            .optional("sample")
            .map(|field| field.yes_no())
            .transpose()?
            .unwrap_or(false),
        jurisdiction: root
            .required("jurisdiction")?
            .code(Jurisdiction::CODES, Jurisdiction::from_code)?,
        product: root
            .required("product")?
            .code(&Product::ALL.map(Product::code), Product::from_code)?,
        pack: optional_text(&root, "pack", NAME_LENGTH)?,
        parties: read_parties(&root)?,
        customer: root
            .optional("customer")
            .map(|field| read_customer(&field))
            .transpose()?,
        circumstances,
        stated,
        penalty_not_owed,
        claim: Claim {
            currency,
            as_of,
            balances,
            overdue_since,
            terms,
        },
        recomputed,
        itemisation,
    })
}

fn read_standing(
    root: &Fields<'_>,
    currency: Currency,
    as_of: Date,
    recomputed: Option<Recomputed>,
) -> Result<(Balances, Date), FieldError> {
    let stated = root
        .optional("balances")
        .map(|field| field.object())
        .transpose()?;
    let balances = match (stated, recomputed) {
        (Some(stated), _) => read_balances(root, &stated, currency, recomputed)?,
        (None, Some(recomputed)) => recomputed.balances,
        (None, None) => return Err(root.refuse("balances", Problem::Missing)),
    };
    let overdue_since = match (root.optional("overdue_since"), recomputed) {
        (Some(field), _) => {
            let date = field.date()?;
            if date > as_of {
                return Err(field.refuse(Problem::AfterDate { latest: as_of }));
            }
            date
        }
        (None, Some(recomputed)) => recomputed.overdue_since.unwrap_or(as_of),
        (None, None) => return Err(root.refuse("overdue_since", Problem::Missing)),
    };
    Ok((balances, overdue_since))
}

fn read_balances(
    root: &Fields<'_>,
    stated: &Fields<'_>,
    currency: Currency,
    recomputed: Option<Recomputed>,
) -> Result<Balances, FieldError> {
    stated.only(&[
        "principal",
        "interest",
        "penalty",
        "compound",
        "charges",
        "costs",
        "total",
    ])?;
    let mut components = Components::ZERO;
    for component in Component::ALL {
        if let Some(field) = stated.optional(component.code()) {
            components.set(component, field.money(currency)?);
        }
    }
    stated.required(Component::Principal.code())?;
    let too_large = |_| {
        stated.refuse(
            "total",
            Problem::TooLarge {
                found: String::new(),
            },
        )
    };
    let computed = components.total().map_err(too_large)?;
    if let Some(field) = stated.optional("total") {
        let total = field.money(currency)?;
        if total != computed {
            return Err(field.refuse(Problem::DoesNotAddUp {
                stated: total,
                computed,
                currency,
            }));
        }
    }
    let overdue_principal = match (root.optional("overdue_principal"), recomputed) {
        (Some(field), _) => {
            let overdue = field.money(currency)?;
            if overdue > components.principal {
                let most = components.principal;
                return Err(field.refuse(Problem::Above { most, currency }));
            }
            overdue
        }
        (None, Some(recomputed)) => recomputed
            .balances
            .overdue_principal
            .min(components.principal),
        (None, None) => components.principal,
    };
    Ok(Balances {
        components,
        overdue_principal,
    })
}

fn read_terms(contract: &Fields<'_>, currency: Currency) -> Result<Terms, FieldError> {
    contract.only(&[
        "signed_on",
        "original_principal",
        "interest_rate",
        "penalty",
        "late_charge",
        "ceiling",
        "day_count",
        "rounding",
        "allocation",
        "allocation_switch",
    ])?;
    let order = contract
        .optional("allocation")
        .map(|field| read_order(&field))
        .transpose()?;
    let switch = contract
        .optional("allocation_switch")
        .map(|field| read_switch(&field));
    Ok(Terms {
        signed_on: contract.required("signed_on")?.date()?,
        original_principal: contract.required("original_principal")?.money(currency)?,
        interest_rate: contract.required("interest_rate")?.rate()?,
        penalty: contract
            .optional("penalty")
            .map(|field| read_penalty(&field.object()?))
            .transpose()?,
        late_charge: contract
            .optional("late_charge")
            .map(|field| read_late_charge(&field.object()?, currency))
            .transpose()?,
        ceiling: contract
            .optional("ceiling")
            .map(|field| field.rate())
            .transpose()?,
        day_count: contract
            .required("day_count")?
            .code(&DayCount::ALL.map(DayCount::code), DayCount::from_code)?,
        rounding: contract
            .optional("rounding")
            .map(|field| field.code(&Rounding::ALL.map(Rounding::code), Rounding::from_code))
            .transpose()?
            .unwrap_or(Rounding::HalfUp),
        waterfall: Waterfall {
            order: order.unwrap_or(Order::CIVIL_CODE_561),
            switch: switch.transpose()?,
        },
    })
}

fn read_penalty(penalty: &Fields<'_>) -> Result<Penalty, FieldError> {
    penalty.only(&["multiple", "rate", "base", "compound", "beside_interest"])?;
    let rate = match (penalty.optional("multiple"), penalty.optional("rate")) {
        (Some(_), Some(field)) => {
            return Err(field.refuse(Problem::Unknown {
                known: "multiple".to_owned(),
            }));
        }
        (Some(field), None) => PenaltyRate::Multiple(field.decimal()?),
        (None, Some(field)) => PenaltyRate::Own(field.rate()?),
        (None, None) => return Err(penalty.refuse("multiple", Problem::Missing)),
    };
    let base = penalty.required("base")?.code(
        &PenaltyBase::ALL.map(PenaltyBase::code),
        PenaltyBase::from_code,
    )?;
    Ok(Penalty {
        rate,
        base,
        compound: penalty.required("compound")?.yes_no()?,
        beside_interest: penalty.required("beside_interest")?.yes_no()?,
    })
}

fn read_late_charge(charge: &Fields<'_>, currency: Currency) -> Result<LateCharge, FieldError> {
    charge.only(&["rate", "cap"])?;
    Ok(LateCharge {
        rate: charge.required("rate")?.rate()?,
        cap: charge
            .optional("cap")
            .map(|field| field.money(currency))
            .transpose()?,
    })
}

fn read_order(field: &Field<'_>) -> Result<Order, FieldError> {
    let codes = Component::ALL.map(Component::code);
    let components: Vec<Component> = field
        .list()?
        .iter()
        .map(|entry| entry.code(&codes, Component::from_code))
        .collect::<Result<_, _>>()?;
    <[Component; 6]>::try_from(components)
        .ok()
        .and_then(Order::new)
        .ok_or_else(|| field.refuse(Problem::NotEachOnce))
}

fn read_switch(field: &Field<'_>) -> Result<OrderSwitch, FieldError> {
    let switch = field.object()?;
    switch.only(&["from_days_past_due", "order"])?;
    Ok(OrderSwitch {
        from_days_past_due: switch.required("from_days_past_due")?.count(36_500)?,
        order: read_order(&switch.required("order")?)?,
    })
}

fn read_parties(root: &Fields<'_>) -> Result<Parties, FieldError> {
    let creditor = root.required("creditor")?.object()?;
    creditor.only(&["name", "original", "contact", "complaints", "channels"])?;
    let borrower = root.required("borrower")?.object()?;
    borrower.only(&["name", "account"])?;
    let channels = creditor.required("channels")?;
    Ok(Parties {
        creditor: Creditor {
            name: creditor.required("name")?.text(NAME_LENGTH)?.to_owned(),
            original: optional_text(&creditor, "original", NAME_LENGTH)?,
            contact: creditor.required("contact")?.text(LINE_LENGTH)?.to_owned(),
            complaints: creditor
                .required("complaints")?
                .text(LINE_LENGTH)?
                .to_owned(),
            channels: bounded(&channels, 6)?
                .iter()
                .map(|entry| entry.text(LINE_LENGTH).map(str::to_owned))
                .collect::<Result<_, _>>()?,
        },
        borrower: borrower.required("name")?.text(NAME_LENGTH)?.to_owned(),
        account: borrower.required("account")?.text(NAME_LENGTH)?.to_owned(),
    })
}

fn read_customer(field: &Field<'_>) -> Result<Customer, FieldError> {
    let customer = field.object()?;
    customer.only(&["willing", "able", "promises_broken"])?;
    Ok(Customer {
        willing: customer.required("willing")?.yes_no()?,
        able: customer.required("able")?.yes_no()?,
        promises_broken: customer.required("promises_broken")?.count(1000)?,
    })
}

fn optional_text(
    fields: &Fields<'_>,
    name: &str,
    most: usize,
) -> Result<Option<String>, FieldError> {
    fields
        .optional(name)
        .map(|field| field.text(most).map(str::to_owned))
        .transpose()
}
