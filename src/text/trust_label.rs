//! Labels about signing, approving and answering.

use super::Locale;
use super::label::labels;

labels! {
    /// A text about signatures and answers that needs no value.
    TrustLabel:
    // The lender's side.
    Sign => ("签署", "Sign"),
    SignSample => ("这是示例数据，可以用公开的演示密钥试签，所签的内容没有约束力。", "This is sample data: it can be signed with the published demonstration keys, which bind nobody."),
    SignWithDemo => ("用演示密钥签署", "Sign with the demo key"),
    NoKeyHere => ("这台设备上没有出借方的密钥。草稿可以照常发送，之后由出借方会签。", "No key of the lender is on this device. The draft can be sent as it is and signed by the lender later."),
    SignedNow => ("已签署。把链接发给借款人。", "Signed. Send the link to the borrower."),
    AskApproval => ("签署并申请批准", "Sign and ask for approval"),
    NoteToApprover => ("给批准人的说明（选填）", "A note to whoever approves (optional)"),
    AskedNow => ("把这个链接发给主管。批准以后，会得到发给借款人的链接。", "Send this link to the supervisor. Approving it gives the link for the borrower."),
    ApprovalAsked => ("申请批准", "Approval asked"),
    Approve => ("批准", "Approve"),
    ApproveWithDemo => ("用演示主管的密钥批准", "Approve with the demo supervisor's key"),
    Reason => ("理由（借款人也会看到）", "Reason (the borrower sees it too)"),
    ReasonMissing => ("请写明理由。", "Say why: the reason goes with the approval."),
    ValidUntil => ("批准有效至", "The approval holds until"),
    ApprovedNow => ("已批准。把链接交给经办人或借款人。", "Approved. Hand the link to the agent or the borrower."),
    Countersign => ("会签这份接受", "Countersign the acceptance"),
    CountersignHint => ("会签表明出借方收到了这份接受。", "It shows that the lender received the acceptance."),
    CountersignedNow => ("已会签。把链接发给借款人保存。", "Countersigned. Send the link to the borrower to keep."),
    OfferChoice => ("让借款人选择", "Offer a choice"),
    OfferChoiceHint => ("把所有规则允许的方案放进一个链接。", "Puts every option that the rules allow into one link."),

    // The borrower's side.
    YourAnswer => ("您的答复", "Your answer"),
    Accept => ("接受这个方案", "Accept this plan"),
    AcceptReview => ("接受之前，请再核对一遍金额、日期，以及漏付一期的后果。接受后会得到一个链接，您把它发回去，出借方才会知道。", "Before you accept, check the amounts, the dates and what follows a missed payment once more. Accepting makes a link; the lender learns of it only when you send it."),
    AcceptNow => ("确认接受", "Yes, I accept"),
    NotYet => ("先不决定", "Not yet"),
    AcceptedNow => ("已生成您的接受。把这个链接发回给出借方，自己也留一份。", "Your acceptance is ready. Send this link back to the lender, and keep it yourself."),
    Rather => ("我想换一种还法", "I would rather pay differently"),
    RatherHint => ("写下您能做到的。这里不判断能不能通过，由出借方答复。", "Say what you can do. Nobody judges it here: the lender answers."),
    WishNow => ("现在能付（选填）", "I can pay now (optional)"),
    WishEach => ("每月能付", "I can pay each month"),
    WishFirst => ("第一次付款日", "First payment on"),
    WishNote => ("想说明的情况（选填）", "Anything you want to say (optional)"),
    Propose => ("生成我的提议", "Make my proposal"),
    ProposedNow => ("您的提议已生成。把这个链接发给出借方。", "Your proposal is ready. Send this link to the lender."),
    CannotPropose => ("这些数排不出一个还款方案，请改一改。", "No plan can be worked out from these: please change them."),
    TextFailed => ("内容太长，放不进链接，请写短一些。", "It is too long for a link: please make it shorter."),
    ChooseTitle => ("可以选择的方案", "Plans to choose from"),
    LookAtThis => ("看这个方案", "Look at this plan"),
    BackToChoice => ("返回全部方案", "Back to all plans"),
    Proposed => ("借款人的提议", "What the borrower proposes"),
    ProposedHint => ("这是借款人的愿望，没有人判断过，也没有人签署。", "This is what the borrower would like. Nobody has judged or signed it."),

    SaveLink => ("保存为 .quittance 文件", "Save as a .quittance file"),

    // Objects that came by themselves.
    AloneTitle => ("一份单独的答复", "An answer by itself"),
    AloneNext => ("请打开它所答复的方案的链接。", "Open the link of the offer that it answers."),
    LenderTitle => ("出借方的登记资料", "A lender's entry"),
    LenderNext => ("它只在把它写进配置的网页上才算数。", "It counts only on pages whose own settings name it."),
}
