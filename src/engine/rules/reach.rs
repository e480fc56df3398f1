//! What a rule reaches of its pack: a box of debts, or one for each segment that it is written for.

use super::debts::{Axis, Band, Choice, Debts, Span};
use super::{Pack, Rule};

/// The debts that a rule of a pack reaches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Reach {
    /// What the pack is written for, whatever its segments.
    whole: Debts,
    /// What the rule is written for of that, whatever its segments; `None` where that is nothing.
    own: Option<Debts>,
    /// The segments that it names; all of them if `None`.
    segments: Option<Vec<String>>,
    /// What the rule reaches in the end.
    boxes: Vec<Debts>,
}

impl Reach {
    pub fn of(pack: &Pack, rule: &Rule) -> Self {
        let of_rule = Debts::of_rule(rule);
        Self::within(pack, &of_rule, rule.applies.segments.clone())
    }

    /// Everything that a pack is written for.
    pub fn of_pack(pack: &Pack) -> Self {
        Self::within(pack, &Debts::all(), None)
    }

    fn within(pack: &Pack, of_rule: &Debts, segments: Option<Vec<String>>) -> Self {
        let whole = Debts::of_pack(pack);
        let own = whole.meet(of_rule);
        let named = |id: &String| segments.as_ref().is_none_or(|named| named.contains(id));
        let boxes = if pack.segments.is_empty() {
            own.into_iter().collect()
        } else {
            pack.segments
                .iter()
                .filter(|segment| named(&segment.id))
                .filter_map(|segment| own?.meet(&Debts::of_segment(segment)))
                .collect()
        };
        Self {
            whole,
            own,
            segments,
            boxes,
        }
    }

    /// The debts that a rule is written for, whatever its pack is written for.
    pub fn of_rule_alone(rule: &Rule) -> Self {
        let of_rule = Debts::of_rule(rule);
        Self {
            whole: of_rule,
            own: Some(of_rule),
            segments: rule.applies.segments.clone(),
            boxes: vec![of_rule],
        }
    }

    /// What the rule is written for itself, whatever its segments.
    pub const fn own(&self) -> Option<&Debts> {
        self.own.as_ref()
    }

    pub const fn is_empty(&self) -> bool {
        self.boxes.is_empty()
    }

    /// A box that both reach, if there is one.
    pub fn meet(&self, other: &Self) -> Option<Debts> {
        other.boxes.iter().find_map(|theirs| self.meet_box(theirs))
    }

    /// What is reached of a box.
    pub fn meet_box(&self, debts: &Debts) -> Option<Debts> {
        self.boxes.iter().find_map(|ours| ours.meet(debts))
    }

    /// Whether everything that `other` reaches is reached here, box by box.
    pub fn holds(&self, other: &Self) -> bool {
        other.boxes.iter().all(|theirs| self.holds_box(theirs))
    }

    pub fn holds_box(&self, debts: &Debts) -> bool {
        self.boxes.iter().any(|ours| ours.holds(debts))
    }

    /// Whether every segment that `other` is written for is one of these, by name.
    pub fn names_segments_of(&self, other: &Self) -> bool {
        match (&self.segments, &other.segments) {
            (None, _) => true,
            (Some(_), None) => false,
            (Some(ours), Some(theirs)) => theirs.iter().all(|id| ours.contains(id)),
        }
    }

    /// Whether this is a part of `wider` taken out of it by conditions that `wider` does not set: no band in a band.
    pub fn narrows(&self, wider: &Self) -> bool {
        let (Some(ours), Some(theirs)) = (&self.own, &wider.own) else {
            return false;
        };
        let unbound = |axis: Axis| {
            ours.band(axis) == theirs.band(axis) || theirs.band(axis).holds(wider.whole.band(axis))
        };
        wider.holds(self) && !self.holds(wider) && Axis::ALL.into_iter().all(unbound)
    }

    /// Whether two reaches are told apart by different conditions: where one sets a condition, the other sets the same or
    /// none.
    pub fn set_apart(&self, other: &Self) -> bool {
        let (Some(ours), Some(theirs)) = (&self.own, &other.own) else {
            return false;
        };
        let bands = Axis::ALL.into_iter().all(|axis| {
            let whole = self.whole.band(axis);
            let (one, other) = (ours.band(axis), theirs.band(axis));
            one == other || one.holds(whole) || other.holds(whole)
        });
        let choices = Choice::ALL.into_iter().all(|choice| {
            let whole = self.whole.chosen(choice);
            let (one, other) = (ours.chosen(choice), theirs.chosen(choice));
            one == other || one == whole || other == whole
        });
        let segments =
            self.segments == other.segments || self.segments.is_none() || other.segments.is_none();
        let the_same = ours == theirs && self.segments == other.segments;
        bands && choices && segments && !the_same
    }

    /// The first axis on which two reaches differ, with what both have of it.
    pub fn common_band(&self, other: &Self) -> Option<Band> {
        let both = self.meet(other)?;
        let differs = |axis: &Axis| {
            let spans = |reach: &Self| -> Vec<Span> {
                reach.boxes.iter().map(|debts| debts.band(*axis)).collect()
            };
            spans(self) != spans(other)
        };
        let axis = Axis::ALL.into_iter().find(differs)?;
        Some(both.band(axis).on(axis))
    }

    /// What would be reached if nothing were chosen.
    pub fn regardless_of(&self, choice: Choice) -> Self {
        let every = Debts::all().chosen(choice);
        let opened = |debts: &Debts| debts.with_chosen(choice, every);
        Self {
            own: self.own.as_ref().map(opened),
            boxes: self.boxes.iter().map(opened).collect(),
            ..self.clone()
        }
    }

    /// What is chosen of a choice, in all boxes together.
    pub fn chosen(&self, choice: Choice) -> u32 {
        self.boxes
            .iter()
            .fold(0, |bits, debts| bits | debts.chosen(choice))
    }
}
