//! What an agent can say, in English.

use super::{Moment, Objection};
use crate::engine::claim::{CustomerType as Type, Stage};

pub(super) const fn say(moment: Moment, stage: Stage, customer: Type) -> &'static str {
    match moment {
        Moment::Opening => opening(stage),
        Moment::Listen => listen(customer),
        Moment::FindWay => find_way(stage, customer),
        Moment::Facts => facts(stage, customer.willing()),
        Moment::Close => close(customer),
    }
}

const fn opening(stage: Stage) -> &'static str {
    match stage {
        Stage::M0 => {
            "Hello, just a reminder that your payment date is close. I will send you the day and the amount to check."
        }
        // The first word to somebody who most likely forgot: not what it is called, and not what it costs.
        Stage::M1 => {
            "Hello, we have not seen this month's payment yet. It may have slipped your mind, or it may still be on its way, so I thought I would ask."
        }
        Stage::M2 => {
            "Hello, this payment has not arrived for some time. I am calling to hear how things are, and whether we can work out a plan together."
        }
        Stage::M3 => {
            "Hello, this account is more than two months behind. I would like to go through where it stands, and what can still be done."
        }
        Stage::M3Plus => {
            "Hello, this account is more than three months behind. I would like to check the figures with you and explain how it can be settled now."
        }
    }
}

const fn listen(customer: Type) -> &'static str {
    match customer {
        Type::WillingAble => {
            "What got in the way this time? Is the date awkward, or did the transfer not go through?"
        }
        Type::WillingUnable => {
            "Has your income changed, or has something come up at home? Take your time, I will listen first."
        }
        Type::UnwillingAble => {
            "Is there anything about this account or our service that you are unhappy with? Tell me, and I will have it checked."
        }
        Type::UnwillingUnable => {
            "What is hardest for you right now? I would like to understand that before we look at what can be done."
        }
    }
}

const fn find_way(stage: Stage, customer: Type) -> &'static str {
    match (stage, customer) {
        (Stage::M0, Type::WillingAble) => {
            "If you like, it can be taken from your own account each month, so that there is nothing to remember."
        }
        (Stage::M0, Type::WillingUnable) => {
            "If this month is tight, you can pay a part early, or we can look at another date."
        }
        (Stage::M0, _) => {
            "If something on the statement looks wrong, let us check it first, before you arrange the payment."
        }
        (Stage::M1, Type::WillingAble) => {
            "Would today suit you, or which of the next three days? I will note the date."
        }
        (Stage::M1, Type::WillingUnable) => {
            "You could pay the minimum first, and we place the rest around the day you are paid."
        }
        (Stage::M1, Type::UnwillingAble) => {
            "I will look into what you told me. The part that is not in dispute could be paid meanwhile."
        }
        (Stage::M1, Type::UnwillingUnable) => {
            "Let us leave the whole sum aside. On which day could you pay even a small part? We start from there."
        }
        (Stage::M2, Type::WillingAble) => {
            "You could pay the minimum first and the rest in a few instalments, on days that you choose."
        }
        (Stage::M2, Type::WillingUnable) => {
            "What can you spare each month without worry? With that figure we can see whether instalments or a later start fits better."
        }
        (Stage::M2, Type::UnwillingAble) => {
            "You will have a written answer to your points. Meanwhile, could the part that is not in dispute be paid?"
        }
        (Stage::M2, Type::UnwillingUnable) => {
            "I will list what you can apply for. You need not decide today; within three working days is fine."
        }
        (Stage::M3, Type::WillingAble) => {
            "With something paid up front, or all of it in one sum, I can apply for part of the penalty to be waived."
        }
        (Stage::M3, Type::WillingUnable) => {
            "If you can show when your income will recover, I can apply for a new schedule. A little paid now makes it easier to approve."
        }
        (Stage::M3, Type::UnwillingAble) => {
            "We both know that you could pay. What keeps you from settling it now?"
        }
        (Stage::M3, Type::UnwillingUnable) => {
            "If the whole is out of reach for now, name a sum that is not, and I will see what the rules allow."
        }
        (Stage::M3Plus, Type::WillingAble) => {
            "We can talk about one sum that settles it, or about instalments. I will read you the conditions one by one."
        }
        (Stage::M3Plus, Type::WillingUnable) => {
            "I can apply for new terms for the whole debt. If recovery is far off, we can also talk about selling something in the way that is best for both sides."
        }
        (Stage::M3Plus, Type::UnwillingAble) => {
            "There is still room to agree. Make me a proposal, and I will tell you now how far the rules go."
        }
        (Stage::M3Plus, Type::UnwillingUnable) => {
            "The door is still open. You can also speak to a free debt adviser first, and then call me back."
        }
    }
}

const fn facts(stage: Stage, willing: bool) -> &'static str {
    match (stage, willing) {
        (Stage::M0, _) => "Paid on or before its date, nothing is added.",
        (Stage::M1, true) => {
            "Each day sooner is a day less of charges. The details are in front of us; ask about any of them."
        }
        (Stage::M1, false) => {
            "Until it arrives, charges are worked out by the day under the contract. I can show you how."
        }
        (Stage::M2, true) => {
            "Without an arrangement, charges go on under the contract. With a plan, the plan counts."
        }
        (Stage::M2, false) => {
            "Charges go on under the contract, and payments are reported as the rules ask, truthfully. What you pay is reported just the same."
        }
        (Stage::M3, true) => {
            "What is waived depends on the plan being kept to its end. If it stops, that part is owed again under the contract."
        }
        (Stage::M3, false) => {
            "Without any arrangement the lender can take formal steps under the contract and the law, and their costs may be added."
        }
        (Stage::M3Plus, true) => {
            "Once it is signed, the plan counts as long as it is kept. Until it is paid in full, what is waived stays conditional."
        }
        (Stage::M3Plus, false) => {
            "Without an agreement the lender may go to court. You have a right to have the account explained, and a right to dispute it."
        }
    }
}

const fn close(customer: Type) -> &'static str {
    match customer {
        Type::WillingAble => {
            "Let me read it back: the date, the amount and how you pay. Is that right? I will send it before we hang up."
        }
        Type::WillingUnable => {
            "Let me read back the dates and amounts. Can you keep to them? I will send them to you; if anything changes, tell me beforehand."
        }
        Type::UnwillingAble => {
            "Let me read it back: your points, when you will have our answer, and the date and amount you named. If that is right, I will send it now."
        }
        Type::UnwillingUnable => {
            "I will send you what we went through and how to reach us, and read it back to be sure. Thank you for talking to me."
        }
    }
}

pub(super) const fn objection(objection: Objection) -> &'static str {
    match objection {
        Objection::PaidAlready => "I have paid already.",
        Objection::PenaltyTooHigh => "The penalty is too high.",
        Objection::SomebodyElse => "Somebody else used the money.",
        Objection::LostJob => "I have lost my job.",
        Objection::OtherBanks => "Other banks let me pay less.",
        Objection::OnlyTheManager => "I will only talk to your manager.",
    }
}

pub(super) const fn answer(objection: Objection) -> &'static str {
    match objection {
        Objection::PaidAlready => {
            "Thank you. It may still be clearing, so I will check. Please send me the slip; until it is found, I will note it as being looked into."
        }
        Objection::PenaltyTooHigh => {
            "I can show you how it is worked out: from which day, at what rate, under which rule. If it is wrong, we correct it; and I can tell you how much can be waived, and by whom."
        }
        Objection::SomebodyElse => {
            "I see how hard that is. The contract binds whoever signed it, so I have to ask you. Let us see what would be easier for you to manage."
        }
        Objection::LostJob => {
            "I am sorry to hear that. There are ways for hardship. If you can show me what happened, we can look together for the one that suits you."
        }
        Objection::OtherBanks => {
            "Rules differ from lender to lender. I will read you ours, and find what comes nearest to what you ask and can be approved."
        }
        Objection::OnlyTheManager => {
            "The rules are the same whoever talks to you. What needs approval I can ask for now, on the same terms."
        }
    }
}
