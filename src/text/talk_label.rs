//! Labels of the talk at the desk: what would pass, the next step, what was said, what the borrower can bear.

use super::Locale;
use super::label::labels;

labels! {
    /// A text of the talk at the desk that needs no value.
    TalkLabel:
    Give => ("给出", "Give"),
    AskFor => ("换取", "Ask in return"),
    CostsUs => ("我方成本", "Costs us"),
    OfferStep => ("提出这一步", "Offer this step"),
    NoFurtherStep => ("目前没有下一步可以提出。", "There is no further step to offer now."),
    FurtherSteps => ("其后各步", "Steps after it"),
    Say => ("可以这样说", "What can be said"),
    TalkOpening => ("开场", "Opening"),
    TalkListen => ("倾听", "Listen"),
    TalkFindWay => ("一起想办法", "Find a way"),
    TalkFacts => ("说明事实", "The facts"),
    TalkClose => ("确认约定", "Read it back"),
    IfTheySay => ("对方可能会说", "If they say"),
    WorthToUs => ("我方现值", "Worth to us today"),
    AgainstNoPlan => ("与没有方案相比", "against no plan"),
    Unbeaten => ("没有更优的方案", "No option beats it"),
    WhatWouldPass => ("怎样可以通过", "What would pass"),
    UseThis => ("改用此条件", "Use this"),
    PutBeside => ("并列比较", "Put beside"),
    MoreWays => ("其他办法", "More ways"),
    NothingNear => (
        "改动一两项条件，这个方案仍不能通过。可以换一种还款安排再试。",
        "No change of one or two terms lets this option pass. Another way of paying may."
    ),
    RulesApart => (
        "以下规则不能由此同时满足：",
        "These rules are not met together that way:"
    ),
    BeyondTerms => (
        "以下规则与条件无关，改动方案不能满足：",
        "These rules do not turn on the terms, so no change of the option meets them:"
    ),
    FindWhatFits => ("找出合适的条件", "Find what fits"),
    FitsAlready => ("当前条件已经合适。", "The terms as they stand fit already."),
    FitsNeedsNumber => (
        "请先填写借款人每期能还的金额，或者填写还款能力测算。",
        "Type what the borrower can pay each time first, or what can be afforded."
    ),
    CallDuties => ("通话须知", "What binds a call"),
    OfferLog => ("报价记录", "Offer log"),
    NoteBorrowers => ("记为借款人提出", "Note theirs"),
    NoteOurs => ("记为我方提出", "Note ours"),
    ByUs => ("我方", "We"),
    Remark => ("对方的回应", "What was answered"),
    RemarkExample => ("例如：太多了", "such as: too much"),
    PutOnDesk => ("放回工作台", "Put on the desk"),
    TakeBack => ("撤回此条", "Take back"),
    LogIsPrivate => ("随草稿保存，不进入链接和协议。", "Kept with the draft; never in a link or an agreement."),
    CanAfford => ("还款能力测算", "What can be afforded"),
    OnThisDevice => (
        "只在此设备上计算和保存，不进入链接和协议。",
        "Worked out and kept on this device only; never in a link or an agreement."
    ),
    Income => ("每月收入", "Income a month"),
    LivingCosts => ("必要生活支出", "Necessary living costs"),
    FixedSpending => ("固定支出", "Fixed spending"),
    FlexibleSpending => ("日常支出", "Flexible spending"),
    PriorityDebts => ("优先偿还的债务", "Priority debts"),
    OtherPlans => ("其他债务每月还款", "Other repayment plans"),
    MustStay => ("每月至少留下", "Must stay each month"),
    ShareToAsk => ("可用于还款的比例", "Share to ask for"),
    Surplus => ("每月结余", "Left each month"),
    KeptForEmergencies => ("留作应急", "Kept for emergencies"),
    MostToAsk => ("每月最多可还", "Most to ask a month"),
    ClearBudget => ("清除测算", "Clear these figures"),
}
