//! An option on the sample card debt, changed field by field, and checked against rules written on the spot.

use quittance::agreement::work_out;
use quittance::engine::calendar::{Date, Frequency, parse_date};
use quittance::engine::claim::{
    Circumstances, Claim, Component, Customer, PerComponent, Product, read_case,
};
use quittance::engine::money::{Currency, Money, Rate, Rounding, Share};
use quittance::engine::plan::{
    Carry, Concessions, DeferralInterest, InterestBasis, Proposal, Relief, Repayment, Settlement,
    Size, Waiver,
};
use quittance::engine::rules::{OfferTerms, Outcome, Pack, Situation, Verdict, check, read_pack};
use quittance::samples;

/// A debt, a customer and what is proposed.
#[derive(Clone, Debug)]
pub struct Case {
    pub product: Product,
    pub claim: Claim,
    pub customer: Option<Customer>,
    pub circumstances: Circumstances,
    pub offer: OfferTerms,
    pub proposal: Proposal,
}

pub fn date(text: &str) -> Date {
    parse_date(text).unwrap()
}

pub fn money(text: &str) -> Money {
    Money::parse(text, Currency::Cny).unwrap()
}

pub fn share(percent: &str) -> Share {
    Share::parse_percent(percent).unwrap()
}

pub fn rate(percent: &str) -> Rate {
    Rate::parse_percent(percent).unwrap()
}

/// A sample debt with everything paid in 36 monthly instalments at 6 %, and nothing given up.
pub fn sample(id: &str) -> Case {
    let case = read_case(samples::by_id(id).unwrap().file).unwrap();
    Case {
        product: case.product,
        claim: case.claim,
        customer: case.customer,
        circumstances: case.circumstances,
        offer: OfferTerms::default(),
        proposal: Proposal {
            concessions: Concessions::NONE,
            down_payment: Money::ZERO,
            settlement: instalments(Frequency::MONTHLY, 36),
            first_due: date("2026-12-20"),
            deferral: DeferralInterest::Accrues,
            carry: PerComponent::all(Carry::Spread),
            rate: rate("6"),
            basis: InterestBasis::Periodic,
            rounding: Rounding::HalfUp,
            relief: Relief::default(),
        },
    }
}

/// The sample card debt in 36 instalments with half the penalty interest given up and nothing down.
pub fn card() -> Case {
    sample("card-cn").waiving(Component::Penalty, "50")
}

pub fn instalments(frequency: Frequency, count: u32) -> Settlement {
    let size = Size::Count(count);
    Settlement::Instalments {
        repayment: Repayment::EqualInstalment,
        frequency,
        size,
        multiple: None,
    }
}

impl Case {
    pub fn with(mut self, change: impl FnOnce(&mut Proposal)) -> Self {
        change(&mut self.proposal);
        self
    }

    pub fn owing(mut self, change: impl FnOnce(&mut Claim)) -> Self {
        change(&mut self.claim);
        self
    }

    pub fn noted(mut self, customer: Option<Customer>) -> Self {
        self.customer = customer;
        self
    }

    pub fn beside(mut self, change: impl FnOnce(&mut Circumstances)) -> Self {
        change(&mut self.circumstances);
        self
    }

    pub const fn offered(mut self, open_days: Option<u32>, grace_days: Option<u32>) -> Self {
        self.offer = OfferTerms {
            open_days,
            grace_days,
        };
        self
    }

    pub fn waiving(self, component: Component, percent: &str) -> Self {
        let waiver = Waiver::Share(share(percent));
        self.with(|proposal| proposal.concessions.waivers.set(component, waiver))
    }

    pub fn down(self, amount: &str) -> Self {
        self.with(|proposal| proposal.down_payment = money(amount))
    }

    pub fn counted(self, frequency: Frequency, count: u32) -> Self {
        self.with(|proposal| proposal.settlement = instalments(frequency, count))
    }

    pub fn lump_sum(self) -> Self {
        self.with(|proposal| proposal.settlement = Settlement::LumpSum)
    }

    pub fn due(self, first: &str) -> Self {
        self.with(|proposal| proposal.first_due = date(first))
    }

    pub const fn situation(&self) -> Situation<'_> {
        Situation {
            product: self.product,
            claim: &self.claim,
            customer: self.customer.as_ref(),
            circumstances: &self.circumstances,
            offer: self.offer,
        }
    }

    pub fn verdict(&self, packs: &[&Pack]) -> Verdict {
        let worked = work_out(&self.claim, &self.proposal).unwrap();
        check(
            packs,
            &self.situation(),
            &self.proposal,
            &worked.plan,
            &worked.totals,
        )
    }

    /// What one limit, written as in a pack's file, answers.
    pub fn answer(&self, limit: &str) -> Outcome {
        let pack = pack_of(&[rule("R", limit, "block", "")]);
        let verdict = self.verdict(&[&pack]);
        assert_eq!(verdict.findings.len(), 1, "{limit}");
        verdict.findings[0].outcome
    }
}

/// One rule as it stands in a file; `more` are further fields, each with a comma after it.
pub fn rule(id: &str, limit: &str, severity: &str, more: &str) -> String {
    format!(
        r#"{{"id":"{id}","limit":{limit},"severity":"{severity}","visibility":"public",{more}"source":"house"}}"#
    )
}

pub fn pack_text(rules: &[String]) -> String {
    format!(
        r#"{{"format":"quittance-pack/1","id":"p","name":{{"zh":"p","en":"p"}},"version":"1","layer":"statutory","jurisdiction":"cn",
        "currency":"CNY","effective_from":"2026-01-01","rules":[{}]}}"#,
        rules.join(",")
    )
}

pub fn pack_of(rules: &[String]) -> Pack {
    read_pack(&pack_text(rules)).unwrap()
}
