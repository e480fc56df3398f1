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
    UnsignedLink => ("这是未签署草稿的链接。", "This is the link of the unsigned draft."),
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
    SignRefused => ("没有签成：密钥没有给出可用的签名。", "It was not signed: the key gave no signature that fits."),
    BeyondOwn => ("这超出您自己的权限，需要批准。", "It is more than you may offer alone, so it needs approval."),
    CountersignedNow => ("已会签。把链接发给借款人保存。", "Countersigned. Send the link to the borrower to keep."),
    LenderSide => ("出借方", "The lender's side"),
    Withdraw => ("撤回这个方案", "Withdraw this offer"),
    WithdrawHint => ("撤回会生成一个新链接。已经拿到原链接的人离线时无法知道，请把新链接也发给对方。", "Withdrawing makes a new link. Whoever has the first one cannot know of it offline: send them the new one too."),
    WithdrawnNow => ("已撤回。把这个链接发给借款人。", "Withdrawn. Send this link to the borrower."),
    OfferChoice => ("让借款人选择", "Offer a choice"),
    OfferChoiceHint => ("把所有规则允许的方案放进一个链接。", "Puts every option that the rules allow into one link."),

    // The key of this device.
    KeyTitle => ("这台设备的签名密钥", "The signing key of this device"),
    KeyLooking => ("正在查找密钥。", "Looking for the key."),
    KeyUnable => ("这个浏览器不能保管签名密钥。草稿可以照常发送，之后由出借方会签。", "This browser cannot keep a signing key. The draft can be sent as it is and signed by the lender later."),
    KeyNone => ("这台设备还没有签名密钥。密钥由浏览器生成，留在这台设备上，不能复制出去；出借方认证之后才算数。", "This device has no signing key. The browser makes one that stays on the device and cannot be copied; it counts once the lender has certified it."),
    MakeKey => ("生成签名密钥", "Make a signing key"),
    Fingerprint => ("指纹，可以互相念一遍核对：", "Fingerprint, to be read out and compared:"),
    PublicKeyText => ("公钥", "Public key"),
    KeyNotCertified => ("出借方还没有认证这把密钥。请把公钥发给负责认证的人，在电话里念一遍指纹，再把收到的证书粘贴在下面。", "The lender has not certified this key yet. Send the public key to whoever certifies keys there, read the fingerprint out to them, and paste the certificate below when it comes."),
    CertificateText => ("出借方给的证书或权限", "The certificate or authority that the lender gave"),
    TakeCertificate => ("添加", "Add it"),
    NotACertificate => ("这不是出借方给这把密钥的证书。请粘贴完整的内容。", "It is no certificate of this key by a lender that this page knows. Paste the whole of what was sent."),
    ForgetKey => ("删除这把密钥", "Delete this key"),
    ForgetKeyHint => ("删除后不能再用它签署，也不能恢复。已经签过的内容不受影响。", "Nothing can be signed with it afterwards, and it cannot be brought back. What it signed is not affected."),
    ForgetKeyNow => ("确认删除", "Yes, delete it"),

    // A passphrase.
    Protect => ("给链接加口令", "Protect the link with a passphrase"),
    ProtectHint => ("链接里有姓名或账号时用。没有口令，谁也打不开这个链接；口令丢了也找不回来。", "For links that hold a name or an account. Nobody opens the link without the passphrase, and a lost passphrase cannot be found again."),
    ProtectNow => ("生成加口令的链接", "Make a protected link"),
    ProtectFailed => ("没有生成：这个浏览器不能加口令，或者链接会太长。", "None was made: this browser cannot protect links, or the link would be too long."),
    PhraseIs => ("口令", "Passphrase"),
    PhraseApart => ("链接和口令不要用同一种方式发送：比如链接发短信，口令在电话里念。", "Do not send the link and the passphrase by the same way: send the link as a message, say, and read the passphrase out on the phone."),
    LockedTitle => ("这个链接加了口令", "This link is protected by a passphrase"),
    LockedHint => ("口令是十二个字母和数字，由发链接的人另外告诉您。", "The passphrase has twelve letters and digits. Whoever sent you the link tells it to you by another way."),
    Unlock => ("打开", "Open it"),
    NotAPhrase => ("口令应是十二个字母和数字，如 7K3M-9QXT-2F4H。请再核对一遍。", "A passphrase has twelve letters and digits, such as 7K3M-9QXT-2F4H. Please check it once more."),
    WrongPhrase => ("口令不对，链接没有打开。请向发链接的人再问一遍。", "This is not the passphrase of the link, so nothing was opened. Ask whoever sent it once more."),
    CannotUnlock => ("这个浏览器解不开加了口令的链接。请复制链接，用系统自带的浏览器打开。", "This browser cannot open protected links. Copy the link and open it in the device's own browser."),

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
