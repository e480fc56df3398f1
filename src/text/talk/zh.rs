//! What an agent can say, in Chinese.

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
        Stage::M0 => "您好，想提醒您一下：这期的还款日快到了，日期和金额我发给您核对。",
        // The first word to somebody who most likely forgot: not what it is called, and not what it costs.
        Stage::M1 => {
            "您好，这期的款项我们还没有看到，可能是您忙忘了，也可能还在入账，所以来问一声。"
        }
        Stage::M2 => {
            "您好，这笔款项有一段时间没有到了。我来电是想听听您的情况，看看能不能一起排个计划。"
        }
        Stage::M3 => "您好，这笔欠款已经超过两个月。今天想把情况和还有的办法都跟您说清楚。",
        Stage::M3Plus => {
            "您好，这笔欠款已经超过三个月。今天想跟您核对金额，并说明现在可以怎样解决。"
        }
    }
}

const fn listen(customer: Type) -> &'static str {
    match customer {
        Type::WillingAble => "这次没有按时还，是哪里不方便吗？是日期不合适，还是扣款没有成功？",
        Type::WillingUnable => "最近是收入有变化，还是家里有别的开支？您慢慢说，我先听。",
        Type::UnwillingAble => "您对这笔账或者我们的服务有不满意的地方吗？请告诉我，我记下来核实。",
        Type::UnwillingUnable => "您现在最难的是哪一件事？我想先弄清楚，再看能做什么。",
    }
}

const fn find_way(stage: Stage, customer: Type) -> &'static str {
    match (stage, customer) {
        (Stage::M0, Type::WillingAble) => {
            "如果方便，可以设成从您自己的账户自动扣款，省得每月惦记。"
        }
        (Stage::M0, Type::WillingUnable) => {
            "如果这个月手头紧，可以先还一部分，或者看看能不能换个日期。"
        }
        (Stage::M0, _) => "如果账单上有不对的地方，我们先核对清楚，您再安排还款。",
        (Stage::M1, Type::WillingAble) => "您看今天方便，还是这三天里哪一天？我把日期记下来。",
        (Stage::M1, Type::WillingUnable) => "可以先还最低的一部分，剩下的我们按您发薪的日子来排。",
        (Stage::M1, Type::UnwillingAble) => "您说的问题我去核实。没有争议的部分，可以先还上。",
        (Stage::M1, Type::UnwillingUnable) => {
            "先不谈全部，您觉得哪一天能付哪怕一小部分？我们从那里开始。"
        }
        (Stage::M2, Type::WillingAble) => "可以先付最低的一部分，其余分几期还清，日期由您来挑。",
        (Stage::M2, Type::WillingUnable) => {
            "您每月能稳稳拿出多少？按这个数目，我们看分期，或者晚一点开始，哪样更合适。"
        }
        (Stage::M2, Type::UnwillingAble) => {
            "您有异议的地方我会给您书面答复；与此同时，先付没有争议的部分，好吗？"
        }
        (Stage::M2, Type::UnwillingUnable) => {
            "我把能申请的办法列给您，您不用今天决定，三个工作日内告诉我就行。"
        }
        (Stage::M3, Type::WillingAble) => {
            "如果能先付一笔首付款，或者一次结清，我可以替您申请减免一部分罚息。"
        }
        (Stage::M3, Type::WillingUnable) => {
            "如果能说明收入什么时候恢复，可以申请重新排期；先付一点，更容易批下来。"
        }
        (Stage::M3, Type::UnwillingAble) => {
            "您能还，这我们都清楚。请告诉我，是什么让您不愿意现在解决？"
        }
        (Stage::M3, Type::UnwillingUnable) => {
            "就算全额暂时做不到，也请说一个您做得到的数目，我来看规则允许什么。"
        }
        (Stage::M3Plus, Type::WillingAble) => {
            "现在可以谈一次结清，也可以谈分期。条件我逐条念给您听。"
        }
        (Stage::M3Plus, Type::WillingUnable) => {
            "可以申请重新安排整笔债务。如果短期恢复不了，我们也可以商量怎样处置资产对双方都好。"
        }
        (Stage::M3Plus, Type::UnwillingAble) => {
            "还有协商的余地。您提一个方案，我当场告诉您规则允许到哪一步。"
        }
        (Stage::M3Plus, Type::UnwillingUnable) => {
            "协商的门还开着。您也可以先找免费的债务咨询，再回来找我。"
        }
    }
}

const fn facts(stage: Stage, willing: bool) -> &'static str {
    match (stage, willing) {
        (Stage::M0, _) => "在还款日或之前还上，就不会有别的费用。",
        (Stage::M1, true) => "早一天还，费用就少一天。您先看一下屏幕上的明细，有疑问我来解释。",
        (Stage::M1, false) => "款项没到之前，费用按合同每天计算，算法我可以给您看。",
        (Stage::M2, true) => "没有安排之前，费用会按合同继续计算；有了计划，就按计划来算。",
        (Stage::M2, false) => {
            "费用按合同继续计算，还款记录会按规定如实报送。您还的款，记录也会如实更新。"
        }
        (Stage::M3, true) => "减免以按约定还完为条件。中途停下来，没有减免的部分要按合同继续还。",
        (Stage::M3, false) => {
            "如果一直没有安排，出借方可以按合同和法律走正式的程序，相关费用可能由欠款人承担。"
        }
        (Stage::M3Plus, true) => {
            "方案签好以后，只要您按约定还款，就按方案办。没有还完之前，减免是有条件的。"
        }
        (Stage::M3Plus, false) => {
            "没有达成方案的话，出借方可能通过诉讼等法律途径主张权利。您有权得到账目的说明，也有权提出异议。"
        }
    }
}

const fn close(customer: Type) -> &'static str {
    match customer {
        Type::WillingAble => "我念一遍：日期、金额和付款方式，您听听对不对。挂断之前我把它发给您。",
        Type::WillingUnable => {
            "我念一遍我们约好的日期和金额，您看能不能坚持得住。发给您之后，有变化请提前告诉我。"
        }
        Type::UnwillingAble => {
            "我念一遍：您提出的问题、我答复的时间，还有您约定的日期和金额。没有错的话，我现在发给您。"
        }
        Type::UnwillingUnable => {
            "我把今天说到的办法和联系方式发给您，再念一遍确认没有记错。谢谢您愿意谈。"
        }
    }
}

pub(super) const fn objection(objection: Objection) -> &'static str {
    match objection {
        Objection::PaidAlready => "我已经还过了。",
        Objection::PenaltyTooHigh => "罚息太高了。",
        Objection::SomebodyElse => "钱是别人用的。",
        Objection::LostJob => "我失业了。",
        Objection::OtherBanks => "别的银行可以少还。",
        Objection::OnlyTheManager => "我只跟你们经理谈。",
    }
}

pub(super) const fn answer(objection: Objection) -> &'static str {
    match objection {
        Objection::PaidAlready => {
            "谢谢您。可能还在入账，我来查。请把付款凭证发给我；查到之前，这一笔先记为待核实。"
        }
        Objection::PenaltyTooHigh => {
            "我把算法给您看：从哪天起、按什么利率、依据哪一条。如果算错了，我们更正；能减多少、由谁批，我也告诉您。"
        }
        Objection::SomebodyElse => {
            "我明白您的难处。合同约束的是签字的人，所以还要请您来安排。我们可以看看怎样排，您压力小一些。"
        }
        Objection::LostJob => {
            "听到这个我很抱歉。遇到困难有专门的办法，请准备能说明情况的材料，我们一起看哪一种适合您。"
        }
        Objection::OtherBanks => {
            "各家规则不一样。我把我们的规则念给您听，再找出离您要的最近、又能批的方案。"
        }
        Objection::OnlyTheManager => {
            "谁来谈，规则都一样。需要审批的，我现在就可以替您提交，结果按同样的条件给您。"
        }
    }
}
