//! Labels of screens and papers. A label without a text in both languages does not compile.

use super::Locale;

/// Declares labels: what they are called together; a name, the Chinese text, the English text of each.
macro_rules! labels {
    ($(#[$about:meta])* $kind:ident: $($name:ident => ($zh:literal, $en:literal)),+ $(,)?) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $kind {
            $(
                #[doc = $en]
                $name,
            )+
        }

        impl $kind {
            /// Every label.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The label in a language.
            #[must_use]
            pub const fn text(self, locale: Locale) -> &'static str {
                match locale {
                    Locale::Zh => match self { $(Self::$name => $zh),+ },
                    Locale::En => match self { $(Self::$name => $en),+ },
                }
            }
        }
    };
}

pub(super) use labels;

labels! {
    /// A text on a screen or a paper that needs no value.
    Label:
    // The app.
    Tagline => ("逾期债务的还款方案与协商计算器", "Repayment plans for overdue debts"),
    LoadingApp => ("正在载入", "Loading"),
    SwitchLanguage => ("切换语言", "Switch language"),
    Language => ("语言", "Language"),
    Desk => ("工作台", "Desk"),
    Sample => ("示例", "Sample"),
    SampleNote => ("示例数据，并非真实债务", "Sample data, not a real debt"),
    Close => ("关闭", "Close"),
    Back => ("返回", "Back"),
    Cancel => ("取消", "Cancel"),
    Undo => ("撤销", "Undo"),
    Redo => ("重做", "Redo"),
    Details => ("详情", "Details"),
    Yes => ("是", "Yes"),
    No => ("否", "No"),
    OptionalField => ("选填", "optional"),

    // Ways in.
    StartHere => ("从哪里开始", "Where to start"),
    OpenSample => ("打开示例", "Open a sample"),
    OpenCaseFile => ("打开案件文件", "Open a case file"),
    PasteOrDrop => ("粘贴或拖入案件文件，或收到的链接", "Paste or drop a case file, or a link you received"),
    TypeIn => ("手工录入", "Type one in"),
    ReadCase => ("读取案件", "Read the case"),
    NewCase => ("新案件", "New case"),
    CaseText => ("案件文件内容", "Text of the case file"),
    DropHere => ("松开即可读取", "Let go to read it"),

    // The claim.
    Claim => ("债权", "Claim"),
    Owed => ("所欠", "Owed"),
    TotalOwed => ("欠款合计", "Owed in total"),
    Component => ("项目", "Part of the debt"),
    Creditor => ("债权人", "Creditor"),
    OriginalCreditor => ("原债权人", "Original creditor"),
    Borrower => ("借款人", "Borrower"),
    Account => ("账户", "Account"),
    Product => ("业务类型", "Kind of debt"),
    Jurisdiction => ("适用地", "Law of"),
    Currency => ("币种", "Currency"),
    AsOf => ("截至日期", "As of"),
    DaysPastDue => ("逾期天数", "Days past due"),
    OverdueSince => ("逾期起始日", "Overdue since"),
    OverduePrincipal => ("逾期本金", "Principal past due"),
    Stage => ("阶段", "Stage"),
    ContractRate => ("合同利率", "Contract rate"),
    PenaltyRate => ("罚息利率", "Penalty rate"),
    LateChargeRate => ("违约金费率", "Late charge rate"),
    SignedOn => ("合同签订日", "Contract made on"),
    OriginalPrincipal => ("合同本金", "Original principal"),
    Willing => ("愿意还款", "Willing"),
    Unwilling => ("不愿还款", "Not willing"),
    Able => ("有能力", "Able"),
    Unable => ("暂无能力", "Not able"),
    PromisesBroken => ("未兑现承诺", "Promises broken"),
    ClaimChecked => ("债权核对", "Claim check"),
    ClaimAgrees => ("与还款记录核对一致", "Agrees with the payment history"),
    ClaimDiffers => ("与还款记录核对不一致", "Differs from the payment history"),
    ClaimNotChecked => ("没有还款记录，未能核对", "No payment history to check against"),
    Stated => ("债权人所列", "Stated"),
    Recomputed => ("重新计算", "Recomputed"),
    Difference => ("差额", "Difference"),
    UseRecomputed => ("改用重新计算的金额", "Use the recomputed figures"),

    // Options.
    Choices => ("方案", "Options"),
    AddChoice => ("增加方案", "Add an option"),
    RemoveChoice => ("删除方案", "Remove the option"),
    DuplicateChoice => ("复制为新方案", "Copy as a new option"),
    Instalments => ("分期", "Instalments"),
    LumpSum => ("一次性结清", "Lump sum"),
    OnDates => ("按约定日期", "Agreed days"),
    Deferral => ("延期还款", "Deferral"),
    Waiver => ("减免", "Waiver"),
    Discount => ("总额减免", "Discount on the total"),
    ConditionalWaiver => ("附条件减免", "Conditional waiver"),
    Method => ("还款方式", "Method"),
    Frequency => ("还款频率", "How often"),
    DownPayment => ("首付款", "Down payment"),
    FirstPaymentOn => ("首期还款日", "First payment on"),
    PayBy => ("付清日期", "Pay by"),
    HowManyPayments => ("期数", "How many payments"),
    CanPayEach => ("每期可还", "Can pay each time"),
    CanPayNow => ("现在可付", "Can pay now"),
    RoundUpTo => ("每期取整到", "Round payments up to"),
    UntilStart => ("开始还款之前", "Until payments start"),
    Arrears => ("本金以外的欠款", "Arrears other than principal"),
    Rate => ("年利率", "Yearly rate of the plan"),
    OfferExpires => ("方案有效期至", "Offer open until"),
    GraceDays => ("宽限天数", "Days of grace"),
    AsShare => ("按比例", "As a percentage"),
    AsAmount => ("按金额", "As an amount"),
    Conditions => ("条件", "Terms"),

    // The totals of an option.
    DueNow => ("现在支付", "Due now"),
    EachPayment => ("每期还款", "Each payment"),
    LastPayment => ("末期还款", "Last payment"),
    Payments => ("期数", "Payments"),
    FirstDate => ("首期日", "First date"),
    LastDate => ("末期日", "Last date"),
    TotalToPay => ("支付总额", "Total to pay"),
    TotalWaived => ("减免总额", "Total waived"),
    PlanInterest => ("方案利息", "Interest of the plan"),
    AgainstNothing => ("与不还款相比", "Against doing nothing"),
    YearlyRate => ("年化利率", "Yearly rate"),
    YearlyRateOnClaim => ("年化利率（按全部欠款）", "Yearly rate, on all that is owed"),
    YearlyRateOnBalance => ("年化利率（按减免后余额）", "Yearly rate, on what the waiver leaves"),

    // Schedule, balance and stops.
    Schedule => ("还款计划", "Schedule"),
    Number => ("期次", "No."),
    Date => ("日期", "Date"),
    Amount => ("金额", "Amount"),
    Total => ("合计", "Total"),
    AfterWaiver => ("减免后", "After the waiver"),
    LeftToPay => ("剩余应还", "Left to pay"),
    Balance => ("余额变化", "Balance over time"),
    IfIStop => ("如果中途停止还款", "If payments stop"),
    StopsAfter => ("已还期数", "After payment"),
    PaidSoFar => ("已付", "Paid so far"),
    Revived => ("恢复的减免", "Waiver that falls away"),
    OwedThen => ("届时所欠", "Owed then"),
    WhereMoneyGoes => ("款项去向", "Where the money goes"),

    // Verdicts.
    Verdict => ("结论", "Verdict"),
    Allowed => ("可以办理", "Allowed"),
    NeedsApproval => ("需要审批", "Needs approval"),
    Refused => ("不能办理", "Not allowed"),
    Rules => ("规则", "Rules"),
    RulePack => ("规则包", "Rule pack"),
    Limit => ("限额", "Limit"),
    Actual => ("本方案", "This option"),
    Shortfall => ("相差", "Misses by"),
    RuleSource => ("依据", "Source"),
    Met => ("符合", "Met"),
    NotMet => ("不符合", "Not met"),
    DoesNotApply => ("不适用", "Does not apply"),
    NextStep => ("下一步", "Next step"),

    // Agreement, sharing, keeping.
    MakeAgreement => ("生成协议摘要", "Make the agreement"),
    Agreement => ("还款协议摘要", "Repayment agreement summary"),
    ArrearsNotice => ("逾期告知书", "Notice of arrears"),
    RepaymentPlan => ("还款计划书", "Repayment plan"),
    WhichPaper => ("哪一份文件", "Which paper"),
    BothLanguages => ("中英对照", "Both languages"),
    SavePdf => ("存为PDF", "Save as a PDF"),
    SaveCalendar => ("还款日历", "Due dates (calendar)"),
    SaveSpreadsheet => ("还款表（CSV）", "Schedule (CSV)"),
    SaveData => ("数据（JSON）", "Data (JSON)"),
    NoFilesUnverified => (
        "金额未通过核对，因此不生成文件。",
        "The figures could not be verified, so no files are made of them."
    ),
    FirstToKnow => ("接受之前请先了解", "Before you agree"),
    Review => ("核对", "Review"),
    Agree => ("确认此方案", "Agree to this option"),
    Copy => ("复制", "Copy"),
    CopyText => ("复制文本", "Copy as text"),
    CopyShortText => ("复制短信文本", "Copy as a short message"),
    Copied => ("已复制", "Copied"),
    CopyFailed => ("未能复制，请手动选中文本复制", "Could not copy: select the text and copy it"),
    Print => ("打印", "Print"),
    SaveFile => ("保存文件", "Save a file"),
    ShareLink => ("分享链接", "Share link"),
    CopyLink => ("复制链接", "Copy the link"),
    ShowQr => ("显示二维码", "Show the QR code"),
    QrCode => ("二维码", "QR code"),
    LinkTooLong => ("链接过长，请改用文件", "The link is too long: use a file"),
    VerificationCode => ("核对码", "Verification code"),
    DraftSaved => ("草稿已保存", "Draft saved"),
    DraftNotSaved => ("草稿无法保存在此设备上", "The draft cannot be kept on this device"),
    DraftKept => ("草稿保存在此设备上", "The draft is kept on this device"),
    Unsigned => ("草稿，未签署", "Draft, unsigned"),
    StatusOffered => ("出借方已签署", "Offered, signed by the lender"),
    StatusAwaited => ("等待批准", "Waiting for approval"),
    StatusApproved => ("已批准", "Approved by the lender"),
    StatusAccepted => ("已接受", "Accepted"),
    StatusWithdrawn => ("已撤回", "Withdrawn by the lender"),
    DemoKeys => ("这是演示密钥：人人都能用它签署，所签的内容对任何人都没有约束力。", "These are demonstration keys: anybody can sign with them, and nothing they sign binds anybody."),
    AwaitsApproval => ("这份方案超出经办人的权限，经批准后才有效，现在还不能接受。", "It goes beyond what the agent may offer: it holds once it is approved, and cannot be accepted before."),

    // The reader and the borrower's page.
    YouOwe => ("您所欠的金额", "What you owe"),
    YouCouldPay => ("您可以这样还", "What you could pay"),
    WhatIsWaived => ("减免了什么，条件是什么", "What is waived, and on what condition"),
    WhatIfIMiss => ("如果有一期没有按时还", "What happens if I miss a payment"),
    HelpAndDispute => ("求助与异议", "Help and dispute"),
    KeepThis => ("保存这份摘要", "Keep a copy"),
    SameFigures => ("与发出时的金额一致", "The same figures as when it was sent"),
    NotVerified => ("未通过核对", "Not verified"),
    YouOweNow => ("您目前欠款", "You owe"),
    WhatYouPay => ("您要付多少", "What you pay"),
    InOneSum => ("一次付清", "In one sum"),
    FirstPayment => ("第一期", "First payment"),
    LargestPayment => ("最高的一期", "Largest payment"),
    HowMany => ("期数", "How many"),
    WaivedIfKept => ("付清后减免", "waived on completion"),
    EveryPayment => ("每一期", "Every payment"),
    FurtherPayments => ("展开其余", "Show the other"),
    OwedAfterEach => ("查看停在每一期时所欠的金额", "What you would owe after each payment"),
    WorkedOutHere => ("金额已在本机重新计算。", "Every figure was worked out again on this device."),
    HowToCheck => ("怎么核对", "How to check"),
    OpenCalculator => ("打开计算器", "Open the calculator"),
    BackToDesk => ("返回工作台", "Back to the desk"),
    ShareTitle => ("发给对方", "Send it"),
    CreateLink => ("生成链接", "Create a link"),
    HideQr => ("收起二维码", "Hide the QR code"),
    WhatALinkShows => (
        "方案全部写在链接里，不经过任何服务器。拿到链接的人都能看到其中已隐去部分字符的姓名、金额和条件。",
        "The link itself holds the agreement; no server keeps it. Whoever has the link can read the masked names, the amounts and the terms."
    ),
    LinkImpossible => (
        "这份方案里有链接放不下的内容，请改用文件或打印。",
        "This agreement holds something that a link cannot carry: use the file or print it."
    ),
    SaveTextFile => ("保存为文本文件", "Save as a text file"),
    FileSaved => ("已交给浏览器保存", "Handed to the browser to save"),
    FileNotSaved => ("未能保存，请改用复制", "Could not save: copy the text instead"),
    PrintMayFail => (
        "有的应用内置浏览器不能打印，可以改存PDF。",
        "Some in-app browsers cannot print: save the PDF instead."
    ),
    Agreed => ("已确认，并已告知本页面", "Agreed; this page has been told"),

    // The desk.
    CanPayHeading => ("借款人的还款能力", "What the borrower can pay"),
    CanPayMonthly => ("借款人每月可还", "Borrower can pay"),
    CanPayWeekly => ("借款人每周可还", "Borrower can pay"),
    CanPayFortnightly => ("借款人每两周可还", "Borrower can pay"),
    CanPayHalfMonthly => ("借款人每半个月可还", "Borrower can pay"),
    CanPayPeriodic => ("借款人每期可还", "Borrower can pay"),
    EachMonth => ("，", "each month,"),
    EachWeek => ("，", "each week,"),
    EachFortnight => ("，", "each fortnight,"),
    EachHalfMonth => ("，", "twice a month,"),
    EachPeriod => ("，", "each time,"),
    CanPayAtOnce => ("一次性结清，总额减免", "Paid in one sum with"),
    OffTheTotal => ("，", "off the total,"),
    AndNow => ("现在先付", "and now"),
    RightNow => ("。", "."),
    TermsOf => ("条件", "Terms of"),
    HowPaid => ("还款安排", "How it is paid"),
    CanPayFirst => ("借款人首期可还", "Borrower can pay"),
    CanPaySmaller => ("借款人前几期每期可还", "Borrower can pay"),
    AtFirst => ("，", "at first,"),
    PaysOnDates => ("借款人在约定的日期付款，", "Borrower pays on agreed days,"),
    Balloon => ("尾款", "Balloon"),
    StepBy => ("每次增减", "Rises or falls by"),
    StepEvery => ("每几期变动一次", "After every so many"),
    FlatShare => ("怎样分摊", "How it is shared"),
    Minimum => ("前几期每期还", "Smaller payment"),
    MinimumRows => ("少还几期", "How many smaller ones"),
    DaysAndAmounts => ("日期和金额，每行一笔", "Days and amounts, one payment to a line"),
    DaysAndAmountsHint => (
        "最后一行可以写日期和“余额”：到那天付清剩下的全部。",
        "The last line may be a day and the word “rest”: whatever is left is paid then."
    ),
    TheRest => ("余额", "rest"),
    IfKeptOrNot => ("方案履行与中断", "If the plan is kept, and if it is not"),
    TimeCosts => ("方案中断时，此前的时间怎样计息", "If it breaks: what the time until then costs"),
    TakesEffect => ("减免何时生效", "When the waiver takes effect"),
    Milestones => ("付几笔后累计生效多少（含首付款）", "After how many payments (down payment counted), how much in all"),
    WholeUnits => ("每期取整到元", "Round payments up to whole units"),
    GivenUp => ("减免", "Given up"),
    GivenUpHint => ("金额或百分比，", "amount or percentage, effective "),
    CustomerType => ("客户类型", "Customer"),
    PlanStartsFrom => ("方案以哪个金额为准", "Plans start from"),
    EditCase => ("修改案件", "Edit the case"),
    SaveCaseFile => ("保存案件文件", "Save the case file"),
    OtherCase => ("换一个案件", "Another case"),
    BackToCase => ("回到刚才的案件", "Back to the case you put away"),
    StatutoryRule => ("法定规则", "Law"),
    HouseRule => ("机构规则", "House rule"),
    CannotMakeUnreadable => (
        "先改正标出的填写，才能生成协议摘要。",
        "Mend what is marked first; then an agreement can be made."
    ),
    CannotMakeRefused => (
        "规则不允许这个方案，不能生成协议摘要。请按下面的说明调整。",
        "The rules do not allow this option, so no agreement can be made. The list below says what to change."
    ),
    MakeNeedsApproval => (
        "可以先生成协议摘要，但须经审批后才能给借款人。",
        "You can make it now; it needs the approval named here before it goes to the borrower."
    ),
    ShowAllRows => ("显示全部各期", "Show every payment"),
    FirstMissed => ("首次未付日", "First one missed"),
    IfIStopHint => (
        "减免在按约付清之前不生效。停止还款后，原来的债权加上期间产生的利息，减去已付金额。",
        "Nothing is given up before the plan is kept to its end. If payments stop, the original debt with what it has grown by stands again, less what was paid."
    ),
    KeepsNoDraft => (
        "这个浏览器不保存草稿。请在离开前保存案件文件，或者复制链接。",
        "This browser keeps no draft. Save the case file or copy the link before you leave."
    ),
    ChangedElsewhere => (
        "另一个标签页里的草稿已经改变。要用哪一份？",
        "The draft was changed in another tab. Which one should stand?"
    ),
    TakeTheirs => ("用另一页的", "Use the other tab's"),
    KeepMine => ("用这一页的", "Keep this one"),
    ChooseFile => ("选择文件", "Choose a file"),
    PasteHere => ("把案件文件的内容粘贴到这里", "Paste the text of a case file here"),
    NoSuchPack => ("没有适用的规则包：", "No rule pack fits this case:"),
    NoSuchSample => ("没有这个名称的示例：", "There is no sample of this name:"),
    NoCaseGiven => ("没有给出案件。", "No case was given."),
    NotADraft => (
        "这不是由本计算器保存的草稿。",
        "This is not a draft that this calculator kept."
    ),
    SampleCard => ("信用卡，逾期45天", "Chinese credit card, 45 days past due"),
    SampleLoan => ("银行分期贷款，逾期75天，附还款记录", "Chinese bank loan, 75 days past due, with its history"),
    SampleMicro => ("小额贷款，罚息每天0.8%", "Chinese small loan with 0.8% penalty a day"),
    SampleProperty => ("物业费，附违约金", "Chinese property fees with a late charge"),
    SampleAgency => ("美国代收的信用卡欠款，附欠款构成", "United States card debt with an agency, itemised"),
    SampleBritish => ("英国个人贷款", "British personal loan in arrears"),
    TypeInHint => (
        "填写几项即可；金额可以写成48,532.17或者4.85万。",
        "A few fields are enough; write amounts as you would, such as 48,532.17."
    ),
    FormParties => ("双方", "The two sides"),
    FormDebt => ("债务", "The debt"),
    FormContract => ("合同", "The contract"),
    FormBalances => ("各项余额", "What is owed"),
    CreditorContact => ("债权人联系方式", "How to reach the creditor"),
    CreditorComplaints => ("投诉与求助渠道", "Where to complain or get advice"),
    PaymentChannel => ("收款渠道", "How payments are taken"),
    BorrowerMasked => ("借款人（请隐去部分字符）", "Borrower, masked"),
    AccountMasked => ("账户（请隐去部分字符）", "Account, masked"),
    ContractRatePercent => ("合同年利率（%）", "Contract rate, % a year"),
    PenaltyMultiple => ("罚息倍数（选填，如1.5）", "Penalty multiple (optional, such as 1.5)"),
    LateChargeRatePercent => ("违约金年费率（%，选填）", "Late charge, % a year (optional)"),
    StillMissing => ("还缺：", "Still missing:"),
    ToMend => ("需要改正：", "To mend:"),
    ToThePlan => ("去制定方案", "On to the plan"),

    // A lender's own rule pack.
    OwnPack => ("使用自己的规则包", "Use a rule pack of your own"),
    ToRules => ("查看规则", "See the rules"),
    PackTaken => ("可以使用了：", "Ready to judge:"),
    PackRefused => (
        "没有使用这个规则包，之前的仍然有效。",
        "This rule pack is not used; the one before it stays."
    ),
    PackNotALenders => (
        "法定规则包（layer为statutory）不能作为机构的规则包；请把layer改为house。",
        "A pack of law (layer: statutory) cannot stand as a lender's: write house as its layer."
    ),
    PackIdTaken => (
        "这个编号属于随本计算器提供的规则包；请给规则包另起一个id：",
        "This id is that of a pack that comes with the calculator; give the pack another id:"
    ),
    PackNoLaw => ("没有这个适用地的法定规则包：", "There is no pack of law for this place:"),
    PackNotRead => (
        "浏览器没有读出这个文件；请把它的内容粘贴到案件文件的位置。",
        "The browser could not read that file; paste its text where case files are taken."
    ),
}
