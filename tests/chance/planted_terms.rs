//! The control of the laws on ways to repay, given payments and reliefs: a plan that is laid out for other terms than
//! those it is held against, or is put out of place with everything that follows from it, is seen from its rows.

use crate::dice::Dice;
use crate::draw::Case;
use crate::judged::{Judged, minor};
use crate::run::laws_of_rows;
use chrono::Days;
use quittance::agreement::{Worked, work_out};
use quittance::engine::calendar::{DayCount, Unit};
use quittance::engine::claim::{Component, Components};
use quittance::engine::money::{Money, Rate};
use quittance::engine::plan::{
    FlatPrincipal, InterestBasis, Plan, PlanRow, Repayment, RowKind, Settlement, Step, Vesting,
    WhileKept, break_table, totals,
};
use rust_decimal::Decimal;

const SEED: u64 = 11;
const CASES: u64 = 6_000;
/// Of every kind of fault at least so many.
const ENOUGH: u32 = 20;

fn cents(minor: i64) -> Money {
    Money::from_minor(minor).unwrap()
}

/// Changes a term of the case after it was laid out; `None` where the case has no such term.
type OtherTerm = fn(&mut Case, &[PlanRow], &Worked) -> Option<()>;

fn repayment(case: &mut Case) -> Option<&mut Repayment> {
    match &mut case.proposal.settlement {
        Settlement::Instalments { repayment, .. } => Some(repayment),
        _ => None,
    }
}

/// Whether rounding cannot grow to much: at most 24 months at 36 %.
fn is_short(case: &Case, rows: &[PlanRow]) -> bool {
    let Settlement::Instalments { frequency, .. } = case.proposal.settlement else {
        return false;
    };
    let months = frequency.unit() != Unit::Months || frequency.every() == 1;
    let days = frequency.unit() != Unit::Days || frequency.every() <= 31;
    let weeks = frequency.unit() != Unit::Weeks || frequency.every() <= 4;
    let most = Rate::parse_percent("36").unwrap();
    months && days && weeks && rows.len() <= 24 && case.proposal.rate <= most
}

/// The row that begins the second step, where it is paid in full and large enough to show a cent.
fn second_step(rows: &[PlanRow], every: u32) -> Option<&PlanRow> {
    let row = rows.get(usize::try_from(every).unwrap())?;
    let large = minor(row.paid.principal) > 1_000;
    (large && row.closing.principal.is_positive()).then_some(row)
}

const OTHER_TERMS: [(&str, OtherTerm); 14] = [
    ("another balloon", |case, rows, _| {
        let principal = rows.first()?.closing.principal;
        let short = is_short(case, rows);
        let Repayment::Balloon(balloon) = repayment(case)? else {
            return None;
        };
        let fits = minor(*balloon) < minor(principal) / 2 && minor(principal) > 100_000;
        (short && fits && rows.len() > 2).then_some(())?;
        *balloon = cents(minor(*balloon) + 10_000);
        Some(())
    }),
    ("another factor", |case, rows, _| {
        let Repayment::Stepped {
            step: Step::Times(factor),
            every,
        } = repayment(case)?
        else {
            return None;
        };
        second_step(rows, *every)?;
        *factor += Decimal::new(1, 2);
        Some(())
    }),
    ("steps a cent larger", |case, rows, _| {
        let Repayment::Stepped {
            step: Step::Plus(more),
            every,
        } = repayment(case)?
        else {
            return None;
        };
        second_step(rows, *every)?;
        *more = cents(minor(*more) + 1);
        Some(())
    }),
    ("steps of a row more", |case, rows, _| {
        let Repayment::Stepped { step, every } = repayment(case)? else {
            return None;
        };
        second_step(rows, *every)?;
        let steps = match step {
            Step::Times(factor) => (*factor - Decimal::ONE).abs() > Decimal::new(1, 3),
            Step::Plus(more) => !more.is_zero(),
        };
        steps.then_some(())?;
        *every += 1;
        Some(())
    }),
    ("flat interest on what is left", |case, rows, _| {
        let grown = minor(rows.get(2)?.interest) > 1_000 && rows.len() > 3;
        (is_plain(case) && grown).then_some(())?;
        let way = repayment(case)?;
        (*way == Repayment::Flat(FlatPrincipal::EqualParts)).then_some(())?;
        *way = Repayment::EqualPrincipal;
        Some(())
    }),
    ("a minimum of a cent more", |case, rows, _| {
        let Repayment::MinimumFirst {
            minimum,
            rows: smaller,
        } = repayment(case)?
        else {
            return None;
        };
        let first = rows.first()?.closing.principal;
        (*smaller > 0 && first.is_positive()).then_some(())?;
        *minimum = cents(minor(*minimum) + 1);
        Some(())
    }),
    ("a given payment of a cent more", |case, rows, _| {
        let Repayment::Custom { payments, .. } = repayment(case)? else {
            return None;
        };
        (rows.len() > 1).then_some(())?;
        let first = payments.first_mut()?;
        *first = cents(minor(*first) + 1);
        Some(())
    }),
    ("an agreed payment of a cent more", |case, _, _| {
        let Settlement::OnDates { payments, .. } = &mut case.proposal.settlement else {
            return None;
        };
        let first = payments.first_mut()?;
        first.amount = cents(minor(first.amount) + 1);
        Some(())
    }),
    ("an agreed day later", |case, _, _| {
        let Settlement::OnDates { payments, rest_on } = &mut case.proposal.settlement else {
            return None;
        };
        let last = match rest_on {
            Some(date) => date,
            None => &mut payments.last_mut()?.date,
        };
        *last = last.checked_add_days(Days::new(1))?;
        Some(())
    }),
    ("the rest on no day", |case, _, _| {
        let Settlement::OnDates { rest_on, .. } = &mut case.proposal.settlement else {
            return None;
        };
        rest_on.take().map(|_| ())
    }),
    ("vested at once", |case, _, worked| {
        let first = worked.stops.first()?;
        (first.vested != worked.plan.waived).then_some(())?;
        case.proposal.relief.vesting = Vesting::AtOnce;
        Some(())
    }),
    ("nothing vested before the end", |case, _, worked| {
        let last = worked.stops.last()?;
        (last.vested != Components::ZERO).then_some(())?;
        case.proposal.relief.vesting = Vesting::OnCompletion;
        Some(())
    }),
    ("frozen while kept", |case, _, worked| {
        let last = worked.stops.last()?;
        let vesting = &case.proposal.relief.vesting;
        // A claim that is worked out anew with every payment is compared by its sums only.
        let carried = !matches!(vesting, Vesting::ProRata | Vesting::Milestones(_));
        (carried && last.accrued != Components::ZERO).then_some(())?;
        case.proposal.relief.while_kept = WhileKept::NoAccrual;
        Some(())
    }),
    ("charged in full while kept", |case, _, worked| {
        let was = case.proposal.relief.while_kept;
        let vesting = &case.proposal.relief.vesting;
        let carried = !matches!(vesting, Vesting::ProRata | Vesting::Milestones(_));
        case.proposal.relief.while_kept = WhileKept::ReleasedOnCompletion;
        let table = break_table(&case.claim, &case.proposal, &worked.plan).ok()?;
        let differs = table.last()?.accrued != worked.stops.last()?.accrued;
        (carried && differs && was != WhileKept::ReleasedOnCompletion).then_some(())
    }),
];

/// Puts rows out of place; what follows from them is worked out again.
type OtherRows = fn(&Case, &mut [PlanRow]) -> Option<()>;

/// Whether every day is the same part of a year.
fn is_plain(case: &Case) -> bool {
    let plain = [DayCount::Act365Fixed, DayCount::Act360, DayCount::Act364];
    matches!(case.proposal.basis, InterestBasis::Daily(day_count) if plain.contains(&day_count))
}

/// Moves part of a payment from one row to another one after it.
fn put_off(rows: &mut [PlanRow], to: usize, component: Component, part: i64) -> Option<()> {
    let [first, .., last] = rows.get_mut(..=to)? else {
        return None;
    };
    first.paid.take_from(component, cents(part)).ok()?;
    last.paid.add_to(component, cents(part)).ok()?;
    for row in &mut rows[..to] {
        row.closing.add_to(component, cents(part)).ok()?;
    }
    Some(())
}

const OTHER_ROWS: [(&str, OtherRows); 4] = [
    ("a cent of the second is left for the last", |_, rows| {
        let full = |row: &PlanRow| minor(row.paid.principal) > 1;
        let [_, second, third, .., _] = &*rows else {
            return None;
        };
        (rows.len() > 3 && full(second) && full(third)).then_some(())?;
        let to = rows.len() - 2;
        put_off(&mut rows[1..], to, Component::Principal, 1)
    }),
    ("a cent of interest too much", |case, rows| {
        let last = rows.last_mut()?;
        let principal = last.paid.principal.is_positive();
        (is_plain(case) && principal).then_some(())?;
        last.interest = last.interest.checked_add(cents(1)).ok()?;
        last.paid.add_to(Component::Interest, cents(1)).ok()
    }),
    ("arrears of the first are put off", |case, rows| {
        let level = matches!(
            &case.proposal.settlement,
            Settlement::Instalments {
                repayment: Repayment::EqualInstalment,
                ..
            }
        );
        let of_costs = minor(rows.first()?.paid.costs);
        (!level && of_costs > 1).then_some(())?;
        put_off(rows, 1, Component::Costs, 2)
    }),
    ("interest of the end is paid at once", |case, rows| {
        let at_the_end = matches!(
            &case.proposal.settlement,
            Settlement::Instalments {
                repayment: Repayment::OneOff | Repayment::InterestLast,
                ..
            }
        );
        let [first, .., last] = rows else {
            return None;
        };
        (at_the_end && last.interest.is_positive()).then_some(())?;
        last.interest = last.interest.checked_sub(cents(1)).ok()?;
        last.paid.take_from(Component::Interest, cents(1)).ok()?;
        first.interest = cents(1);
        first.paid.add_to(Component::Interest, cents(1)).ok()
    }),
];

fn laid_out() -> Vec<(Case, Worked)> {
    (0..CASES)
        .filter_map(|number| {
            let case = Case::draw(&mut Dice::of_case(SEED, number));
            let worked = work_out(&case.claim, &case.proposal).ok()?;
            Some((case, worked))
        })
        .collect()
}

fn instalments(plan: &Plan) -> usize {
    let first = plan
        .rows
        .iter()
        .position(|row| row.kind == RowKind::Instalment);
    first.unwrap_or(plan.rows.len())
}

fn held(case: &Case, worked: &Worked) -> Result<(), String> {
    laws_of_rows(&Judged {
        case,
        plan: &worked.plan,
        totals: &worked.totals,
        stops: &worked.stops,
    })
}

#[test]
fn a_plan_of_other_terms_is_seen_in_its_rows() {
    let cases = laid_out();
    for (name, change) in OTHER_TERMS {
        let mut planted = 0;
        for (case, worked) in &cases {
            let mut other = case.clone();
            let rows = &worked.plan.rows[instalments(&worked.plan)..];
            if change(&mut other, rows, worked).is_none() {
                continue;
            }
            planted += 1;
            assert!(
                held(&other, worked).is_err(),
                "{name}: not seen in {other:#?} {worked:#?}"
            );
        }
        println!("{name}: seen {planted} of {planted} times");
        assert!(planted >= ENOUGH, "{name}: planted {planted} times only");
    }
}

#[test]
fn rows_out_of_place_are_seen_though_everything_else_follows_them() {
    let cases = laid_out();
    for (name, change) in OTHER_ROWS {
        let mut planted = 0;
        for (case, worked) in &cases {
            let mut other = worked.clone();
            let first = instalments(&other.plan);
            if change(case, &mut other.plan.rows[first..]).is_none() {
                continue;
            }
            let (Ok(totals), Ok(stops)) = (
                totals(&case.claim, &case.proposal, &other.plan),
                break_table(&case.claim, &case.proposal, &other.plan),
            ) else {
                continue;
            };
            (other.totals, other.stops) = (totals, stops);
            planted += 1;
            assert!(
                held(case, &other).is_err(),
                "{name}: not seen in {case:#?} {other:#?}"
            );
        }
        println!("{name}: seen {planted} of {planted} times");
        assert!(planted >= ENOUGH, "{name}: planted {planted} times only");
    }
}
