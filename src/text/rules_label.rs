//! Labels of the rules place, apart from those of the first visit. A label without a text in both languages does not
//! compile.

use super::Locale;
use super::label::labels;

labels! {
    /// A text at the rules place that needs no value.
    RulesLabel:
    // The place.
    RulesPlace => ("规则", "Rules"),
    ToDesk => ("工作台", "Desk"),
    RulesHint => (
        "查看、检查、比较和试用规则包。所有内容只在本页处理，不会发往任何地方。",
        "Browse, check, compare and try a rule pack. Everything stays in this page and is sent nowhere."
    ),
    WhichPack => ("规则包", "Rule pack"),
    PackOfFile => ("使用文件中的规则包", "Use a pack from a file"),
    OwnPackText => ("规则包文件内容", "Text of a rule pack file"),
    PastePack => ("把规则包文件的内容粘贴或拖到这里", "Paste or drop a rule pack file here"),
    ChoosePackFile => ("选择规则包文件", "Choose a rule pack file"),
    OwnFile => ("文件：", "From a file:"),
    PackStays => (
        "之前的规则包仍在使用，下面的内容以它为准。",
        "The pack before it stays, and what stands here is of that pack."
    ),
    FileNotRead => (
        "浏览器没有读出这个文件；请改为粘贴其内容。",
        "The browser could not read that file; paste its text instead."
    ),
    WhatToDo => ("要做什么", "What to do"),
    Browse => ("查看", "Browse"),
    Lint => ("检查", "Check"),
    Compare => ("比较", "Compare"),
    TryOut => ("试用", "Try"),

    // The head of a pack, and its rules.
    PackId => ("编号", "Id"),
    PackVersion => ("版本", "Version"),
    PackLayer => ("层级", "Layer"),
    PackPlace => ("适用地", "Law of"),
    PackCurrency => ("币种", "Currency"),
    PackDates => ("有效期", "In force"),
    PackProducts => ("业务类型", "Written for"),
    EveryProduct => ("所有业务", "every kind of debt"),
    PackSegments => ("分组", "Segments"),
    FilterRules => ("按文字筛选", "Filter by words"),
    FilterHint => ("如：首付、主管、编号的一部分", "such as down payment, supervisor, part of an id"),
    RulesShown => ("显示的规则", "Rules shown"),
    NoRuleLikeThat => ("没有含这些文字的规则。", "No rule has these words."),
    BindsWhom => ("适用于", "Binds"),
    BreachMeans => ("违反后果", "A breach means"),
    TopicGivenUp => ("减免与底线", "What is given up"),
    TopicPayments => ("付款", "Payments"),
    TopicTime => ("时间", "Time"),
    TopicCost => ("利息与费用", "What it costs"),
    TopicPeople => ("客户与手续", "The customer, and what is needed first"),
    Duties => ("义务", "Duties"),
    DutiesHint => (
        "约束催收行为，不限制方案条件。",
        "They bind whoever collects, and limit no option."
    ),

    LadderOfPack => ("让步步骤", "Concessions, step by step"),
    LadderOfPackHint => (
        "每一步写的是到这一步为止总共给予的内容，以及要求对方做到的事。",
        "Each step says what is given altogether by then, and what is asked in return."
    ),
    ShownOnCall => ("通话时", "On the call"),
    Expected => ("机构对方案的预期", "What is expected of plans"),

    // What is wrong with it.
    LintUnder => ("与法定规则包一并检查：", "Checked under the pack of law"),
    LintAlone => ("法定规则包，单独检查。", "A pack of law, checked by itself."),
    NothingFound => ("没有发现问题。", "Nothing was found."),
    FitToJudge => ("可以用于判断方案。", "Options can be judged by this pack."),
    NotFitToJudge => (
        "在改正之前，不能用它判断方案：有的规则互相矛盾、有缺口或者比法律宽松。",
        "No option can be judged by it until this is mended: rules say two things, leave a gap or are looser than the law."
    ),
    LintErrors => ("需要改正", "To mend"),
    LintWarnings => ("值得一看", "Worth a look"),

    // Two packs.
    CompareWith => ("与哪个规则包比较（之前的）", "Compare with (the pack before)"),
    PacksAlike => ("两个规则包完全相同。", "The two packs are the same."),
    ChangedHead => ("规则以外", "Besides the rules"),
    ChangedRules => ("规则", "The rules"),
    ChangedVerdicts => ("示例方案的结论", "Verdicts of the sample options"),
    NoSampleFits => ("没有适合这两个规则包的示例案件。", "No sample case fits these packs."),
    Tightens => ("更严", "tighter"),
    Loosens => ("更宽", "looser"),
    Mixed => ("有严有宽", "both ways"),
    SameRoom => ("不变", "the same"),

    // One case.
    WhichCase => ("案件", "Case"),
    OwnCase => ("粘贴的案件文件", "A pasted case file"),
    OwnCaseText => ("案件文件内容", "Text of the case file"),
    PasteCase => ("把案件文件的内容粘贴到这里", "Paste the text of a case file here"),
    NoSampleOfPlace => (
        "没有适用地相同的示例案件；可以粘贴一个案件文件。",
        "No sample case is of the same law; paste a case file."
    ),
    CaseOfOtherPlace => (
        "案件和规则包的适用地不同；请换一个案件或者规则包。",
        "The case and the pack are under different laws; choose another case or pack."
    ),
    TermsToTry => ("方案条件", "The option to try"),
    RuleByRule => ("逐条结论", "The verdict, rule by rule"),
    BrokenRules => ("不符合", "Not met"),
    MetRules => ("符合", "Met"),
    SilentRules => ("不适用", "Says nothing here"),

    // Options of the sample book.
    OptionYear => ("12期，每月一期", "12 monthly payments"),
    OptionThreeYears => ("36期，每月一期", "36 monthly payments"),
    OptionFifthDown => ("首付20%，再分24期，罚息减免30%", "20% down, 24 monthly, 30% of penalty interest given up"),
    OptionLumpSum => ("30日内一次性结清，罚息减免一半", "one sum in 30 days, half of penalty interest given up"),
    OptionLater => ("60日后开始，分12期", "12 monthly payments that begin in 60 days"),
}
