//! What repair and solve are timed over: random options on the sample debts, mostly for too much; the same natively and
//! in WebAssembly, since each follows from the seed.

use quittance::engine::calendar::{Frequency, add_days};
use quittance::engine::claim::{Case, Component, PerComponent, read_case};
use quittance::engine::money::{Money, Rate, Rounding, Share};
use quittance::engine::negotiate::{Question, Repairs, Solution, Unknown, repair, solve};
use quittance::engine::plan::{
    Carry, Concessions, DeferralInterest, InterestBasis, Proposal, Relief, Repayment, Settlement,
    Size, Waiver,
};
use quittance::engine::rules::{OfferTerms, Pack, Role, Situation, house_pack, statutory_pack};
use quittance::samples;

/// What solve is asked for.
pub const UNKNOWNS: [Unknown; 6] = [
    Unknown::Count,
    Unknown::DownPayment,
    Unknown::Discount,
    Unknown::Rate,
    Unknown::FirstDate,
    Unknown::Waiver(Component::Penalty),
];

/// Dice by `SplitMix64`.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: u64) -> i64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^= mixed >> 31;
        i64::try_from(mixed.checked_rem(end.max(1)).unwrap_or(0)).unwrap_or(0)
    }
}

/// A sample debt with the law and the rules of its lender.
struct Debt {
    case: Case,
    packs: [Pack; 2],
}

/// Options one after the other, each on one of the debts.
pub struct Options {
    dice: Dice,
    debts: Vec<Debt>,
    /// The debt that the option is for.
    at: usize,
    option: Option<Proposal>,
    payment: Option<Money>,
}

impl Options {
    /// The options of a seed; `None` if a sample or its packs are gone.
    pub fn of(seed: u64) -> Option<Self> {
        let debts = samples::ALL.iter().map(|sample| {
            let case = read_case(sample.file).ok()?;
            let statutory = statutory_pack(case.jurisdiction)?;
            let house = house_pack(case.jurisdiction, case.product, case.pack.as_deref())?;
            Some(Debt {
                case,
                packs: [statutory, house],
            })
        });
        Some(Self {
            dice: Dice(seed),
            debts: debts.collect::<Option<_>>()?,
            at: 0,
            option: None,
            payment: None,
        })
    }

    /// Draws the next option, and the most that a payment may be.
    pub fn draw(&mut self) -> Option<()> {
        let debts = u64::try_from(self.debts.len()).ok()?;
        self.at = usize::try_from(self.dice.below(debts)).ok()?;
        let case = &self.debts.get(self.at)?.case;
        self.option = Some(asked(&mut self.dice, case)?);
        let owed = case.claim.components().total().ok()?.minor();
        let parts = self.dice.below(48).checked_add(1)?;
        self.payment = Money::from_minor(owed.checked_div(parts)?).ok();
        Some(())
    }

    /// Answers a question about the option.
    pub fn asked<A>(&self, answer: impl FnOnce(&Question<'_>, &Proposal) -> A) -> Option<A> {
        let debt = self.debts.get(self.at)?;
        let packs = [&debt.packs[0], &debt.packs[1]];
        let offer = OfferTerms::of_house(&packs);
        let question = Question {
            packs: &packs,
            situation: Situation::of_case(&debt.case, &debt.case.claim, offer),
        };
        Some(answer(&question, self.option.as_ref()?))
    }

    /// What an agent may agree to in its place.
    pub fn repaired(&self) -> Option<Repairs> {
        self.asked(|question, option| repair(question, option, Role::Agent).ok())?
    }

    /// One unknown of it.
    pub fn solved(&self, unknown: Unknown) -> Option<Solution> {
        let debt = self.debts.get(self.at)?;
        Some(solve(
            &debt.case.claim,
            self.option.as_ref()?,
            unknown,
            self.payment,
        ))
    }
}

/// What somebody might ask for: mostly too much.
fn asked(dice: &mut Dice, case: &Case) -> Option<Proposal> {
    let claim = &case.claim;
    let owed = claim.components().total().ok()?.minor();
    let percent = |part: i64| Share::parse_percent(&part.to_string()).ok();
    let mut waivers = PerComponent::all(Waiver::Nothing);
    for component in [Component::Penalty, Component::Charges, Component::Interest] {
        if dice.below(2) == 0 {
            waivers.set(component, Waiver::Share(percent(dice.below(101))?));
        }
    }
    let frequencies = [
        Frequency::MONTHLY,
        Frequency::FORTNIGHTLY,
        Frequency::WEEKLY,
    ];
    let frequency = *frequencies.get(usize::try_from(dice.below(3)).ok()?)?;
    let count = u32::try_from(1 + dice.below(60)).ok()?;
    Some(Proposal {
        concessions: Concessions {
            waivers,
            discount: Waiver::Nothing,
        },
        down_payment: Money::from_minor(owed / 100 * dice.below(25)).ok()?,
        settlement: Settlement::Instalments {
            repayment: Repayment::EqualInstalment,
            frequency,
            size: Size::Count(count),
            multiple: None,
        },
        first_due: add_days(claim.as_of, dice.below(120)).ok()?,
        deferral: DeferralInterest::Accrues,
        carry: PerComponent::all(Carry::Spread),
        rate: Rate::parse_percent(&dice.below(13).to_string()).ok()?,
        basis: InterestBasis::Periodic,
        rounding: Rounding::HalfUp,
        relief: Relief::default(),
    })
}
