//! Labels about payments made under an agreement, and about how its figures came about.

use super::Locale;
use super::label::labels;

labels! {
    /// A text about payments made, or about where a figure comes from, that needs no value.
    TrackLabel:
    // Payments made.
    PaymentsMade => ("已还款", "Payments made"),
    OwnNote => ("这是您自己的记录，只存在这台设备上，不会发给任何人。以债权人的记录为准。", "This is your own note. It is kept on this device only and sent to nobody. The creditor's record decides."),
    OwnNoteUnkept => ("这是您自己的记录，不会保存，关闭页面后就没有了。以债权人的记录为准。", "This is your own note. It is not kept: it goes when the page is closed. The creditor's record decides."),
    NoteRefused => ("这个浏览器没有存下您的记录：页面开着的时候可以照常使用，也可以保存为表格。", "This browser did not keep your note. It works while the page is open, and you can save it as a spreadsheet."),
    NoteUnreadable => ("这台设备上存的记录读不出来，所以没有使用。清除之后可以重新记。", "The note on this device cannot be read, so it is not used. Clear it to start again."),
    NothingNoted => ("还没有记下付款。付过之后记在这里，就能看到进度、减免和下一笔。", "No payment is noted yet. Note what you pay here to see how far you are, what is waived and what comes next."),
    NoteOtherPayment => ("记一笔别的付款", "Note another payment"),
    PaidOn => ("付款日期", "Paid on"),
    AmountPaid => ("付款金额", "Amount paid"),
    NotePayment => ("记下这笔付款", "Note this payment"),
    NotedPayments => ("记下的付款", "Payments noted"),
    RemovePayment => ("删除", "Remove"),
    UndoNote => ("撤销上一步", "Undo the last step"),
    ForgetNote => ("清除全部记录", "Clear the whole note"),
    SaveNote => ("保存为表格", "Save as a spreadsheet"),
    HowEachStands => ("每一期的情况", "How each payment stands"),
    HowMatched => ("付款先抵最早到期的一期；多出来的部分，算作下一期的提前付款。", "A payment counts for the oldest one due first; what is over counts towards the next."),
    WaiverSoFar => ("减免到了哪一步", "How far the waiver has come"),
    IfStoppedNow => ("如果从现在起不再付", "If you paid nothing more"),
    PaidByNow => ("累计已付", "Paid by then"),

    // Where figures come from.
    WhereFiguresComeFrom => ("这些金额是怎么算出来的", "How these figures were worked out"),
    EachFigureOpens => ("点开每一项，可以看到它由哪些金额、利率和天数算出。", "Each line opens to the amounts, the rate and the days behind it."),
}
