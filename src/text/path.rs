//! The path of a field in words: its names from the outside in, and the path itself for whoever edits the file.

use super::Locale;

/// Where something stands: `合同、利率（contract.interest_rate）`, `Contract, interest rate (contract.interest_rate)`.
#[must_use]
pub fn place(locale: Locale, path: &str) -> String {
    if path.is_empty() {
        return locale.pick("整个文件", "The document").to_owned();
    }
    let words: Vec<String> = path.split('.').map(|name| segment(locale, name)).collect();
    match locale {
        Locale::Zh => format!("{}（{path}）", words.join("、")),
        Locale::En => format!("{} ({path})", super::vocabulary::heading(&words.join(", "))),
    }
}

/// Field names, separated by commas, as an error names them: `天数（days）`, `days`.
pub(super) fn names(locale: Locale, names: &str) -> String {
    match locale {
        Locale::En => names.to_owned(),
        Locale::Zh => {
            let in_words = |one: &str| format!("{}（{one}）", segment(locale, one));
            let words: Vec<String> = names.split(", ").map(in_words).collect();
            words.join("、")
        }
    }
}

fn segment(locale: Locale, name: &str) -> String {
    if !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_digit()) {
        return match locale {
            Locale::Zh => format!("第{name}项"),
            Locale::En => format!("entry {name}"),
        };
    }
    match locale {
        // The names of the format are English words.
        Locale::En => name.replace(['_', '-'], " "),
        Locale::Zh => NAMES
            .iter()
            .find(|(known, _)| *known == name)
            .map_or(name, |(_, zh)| zh)
            .to_owned(),
    }
}

/// The names of case files and rule packs in Chinese. A name that is not here is shown as it stands.
const NAMES: &[(&str, &str)] = &[
    ("format", "格式"),
    ("sample", "示例标记"),
    ("jurisdiction", "适用地"),
    ("currency", "币种"),
    ("as_of", "截至日期"),
    ("product", "业务类型"),
    ("pack", "规则包"),
    ("creditor", "债权人"),
    ("borrower", "借款人"),
    ("contract", "合同"),
    ("overdue_since", "逾期起始日"),
    ("balances", "欠款余额"),
    ("overdue_principal", "逾期本金"),
    ("history", "还款记录"),
    ("customer", "客户"),
    ("name", "名称"),
    ("original", "原债权人"),
    ("contact", "联系方式"),
    ("complaints", "投诉与咨询"),
    ("channels", "付款渠道"),
    ("account", "账户"),
    ("signed_on", "签订日"),
    ("original_principal", "合同本金"),
    ("interest_rate", "利率"),
    ("penalty", "罚息"),
    ("late_charge", "违约金条款"),
    ("ceiling", "利率上限"),
    ("day_count", "计息天数规则"),
    ("rounding", "取整方式"),
    ("allocation", "冲还顺序"),
    ("allocation_switch", "冲还顺序的变更"),
    ("multiple", "倍数"),
    ("rate", "费率"),
    ("base", "计算基数"),
    ("compound", "复利"),
    ("beside_interest", "与利息并行"),
    ("cap", "上限"),
    ("from_days_past_due", "起始逾期天数"),
    ("order", "顺序"),
    ("start", "起息日"),
    ("instalments", "分期"),
    ("payments", "到账款项"),
    ("due", "到期日"),
    ("late", "逾期约定"),
    ("grace", "宽限期"),
    ("penalty_from", "罚息起算日"),
    ("missed_charge", "漏还违约金"),
    ("each_at_most", "每次上限"),
    ("together_at_most", "合计上限"),
    ("accelerated_on", "提前到期日"),
    ("last_day_counts", "末日计入"),
    ("settling", "取整时点"),
    ("principal", "本金"),
    ("interest", "利息"),
    ("date", "日期"),
    ("amount", "金额"),
    ("total", "合计"),
    ("willing", "愿意还款"),
    ("able", "有还款能力"),
    ("promises_broken", "未兑现承诺"),
    ("charges", "违约金"),
    ("costs", "实现债权的费用"),
    ("id", "编号"),
    ("version", "版本"),
    ("rules", "规则"),
    ("source", "依据"),
    ("severity", "级别"),
    ("layer", "层级"),
    ("effective_from", "生效日"),
    ("effective_to", "失效日"),
    ("defaults", "默认条件"),
    ("duties", "义务"),
    ("topic", "主题"),
    ("words", "文字"),
    ("zh", "中文"),
    ("en", "英文"),
    ("itemisation", "欠款构成"),
    ("fees", "费用"),
    ("credits", "其他抵扣"),
    ("plan_rate", "方案利率"),
    ("basis", "计息方式"),
    ("grace_days", "宽限天数"),
    ("misses_that_end", "终止方案的连续未还期数"),
    ("offer_days", "方案有效天数"),
    ("limit", "限额"),
    ("visibility", "公开范围"),
    ("applies", "适用条件"),
    ("products", "业务类型"),
    ("days_past_due", "逾期天数"),
    ("signed", "签订日期"),
    ("from", "起"),
    ("to", "止"),
    ("kind", "类别"),
    ("most", "上限"),
    ("least", "下限"),
    ("share", "比例"),
    ("count", "数量"),
    ("days", "天数"),
    ("months", "月数"),
    ("component", "项目"),
    ("waivers", "减免"),
    ("frequencies", "还款频率"),
    ("components", "项目"),
    ("running", "连续上限"),
    ("within_months", "考察月数"),
    ("evidence", "材料"),
    ("strategies", "方式"),
    ("customers", "客户类型"),
    ("balance", "欠款总额"),
    ("segments", "分组"),
    ("circumstances", "其他情况"),
    ("payments_since_overdue", "逾期后的还款次数"),
    ("restructured_on", "此前重组的日期"),
    ("guarantor", "保证人"),
    ("moratorium_until", "暂缓期的最后一天"),
    ("surplus", "每月结余"),
    ("failed_debits", "未能成功的扣款"),
    ("on", "日期"),
];
