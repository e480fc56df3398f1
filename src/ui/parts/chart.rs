//! The balance over time: a falling staircase, with its axes in words beside it.

use std::fmt::Write as _;

use crate::engine::calendar::{Date, days_between};
use crate::engine::money::Money;
use crate::ui::view::{View, view};

/// What the chart shows. Labels stand outside the drawing, so that they keep their size when it stretches.
pub struct BalanceChart {
    /// The day from which time runs.
    pub from: Date,
    /// What is left to pay on that day.
    pub opening: Money,
    /// What is left after each payment, in order of date.
    pub steps: Vec<(Date, Money)>,
    /// The amount at the top of the scale, in words.
    pub top_label: String,
    /// Half of it.
    pub middle_label: String,
    /// The first day, in words.
    pub from_label: String,
    /// The last day, in words.
    pub to_label: String,
    /// What the chart shows, in a sentence, for those who do not see it.
    pub described: String,
}

const WIDTH: i128 = 1000;
const HEIGHT: i128 = 200;

/// Draws the chart. The table of the schedule carries the same figures.
#[must_use]
pub fn balance_chart(chart: BalanceChart) -> View {
    let edge = staircase(&chart);
    let area = format!("{edge}V{HEIGHT}H0Z");
    view! {
        <figure class="balance">
            <div class="balance-scale figure" aria-hidden="true">
                <span>{chart.top_label}</span>
                <span>{chart.middle_label}</span>
                <span>"0"</span>
            </div>
            <svg
                class="chart"
                viewBox=format!("0 0 {WIDTH} {HEIGHT}")
                preserveAspectRatio="none"
                role="img"
                aria-label=chart.described
            >
                <path class="area" d=area />
                <path class="grid" d=format!("M0 {}H{WIDTH}", HEIGHT / 2) />
                <path class="edge" d=edge />
                <path class="axis" d=format!("M0 {HEIGHT}H{WIDTH}") />
            </svg>
            <div class="balance-days figure" aria-hidden="true">
                <span>{chart.from_label}</span>
                <span>{chart.to_label}</span>
            </div>
        </figure>
    }
}

/// The outline: level until a payment, then straight down.
fn staircase(chart: &BalanceChart) -> String {
    let highest = chart
        .steps
        .iter()
        .map(|(_, left)| left.minor())
        .max()
        .unwrap_or(0);
    let highest = i128::from(highest.max(chart.opening.minor()).max(1));
    let last = chart.steps.last().map_or(chart.from, |(date, _)| *date);
    let days = i128::from(days_between(chart.from, last).max(1));
    let across = |date: Date| i128::from(days_between(chart.from, date)) * WIDTH / days;
    let down = |left: Money| HEIGHT - i128::from(left.minor()) * HEIGHT / highest;
    let mut path = format!("M0 {}", down(chart.opening));
    for (date, left) in &chart.steps {
        // Writing to a string cannot fail.
        let _ = write!(path, "H{}V{}", across(*date), down(*left));
    }
    path
}
