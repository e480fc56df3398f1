//! The sentences in Chinese.

use super::condition_zh::{counts_again, loses, missed, release, until_then};
use super::special_zh;
use crate::agreement::Clause;
use crate::engine::calendar::{Date, Frequency};
use crate::engine::claim::Jurisdiction;
use crate::engine::money::{Currency, Money};
use crate::engine::plan::{DeferralInterest, VestingKind};
use crate::text::format::{MINUS, currency_name, date, days, money, payments, plan_rate, rate};
use crate::text::trust::signed;
use crate::text::words::in_words;
use crate::text::{Locale, vocabulary};

const ZH: Locale = Locale::Zh;

#[expect(
    clippy::too_many_lines,
    reason = "one arm per clause: the whole document in one language"
)]
pub(super) fn sentences(clause: &Clause, currency: Currency) -> Vec<String> {
    let sum = |amount: Money| money(ZH, amount, currency);
    let day = |on: Date| date(ZH, on);
    match clause {
        Clause::Creditor { name, contact } => {
            vec![
                format!("债权人：{name}。"),
                format!("联系方式：{contact}。"),
            ]
        }
        Clause::OriginalCreditor { name: Some(name) } => {
            vec![format!("原债权人：{name}；债权已转让给上述债权人。")]
        }
        Clause::OriginalCreditor { name: None } => {
            vec!["资料未载明债权转让：原债权人就是上述债权人。".to_owned()]
        }
        Clause::Borrower { name, account } => {
            vec![format!(
                "债务人：{name}；账号：{account}（均已隐去部分字符）。"
            )]
        }
        Clause::Contract {
            product,
            signed_on,
            original_principal,
        } => vec![format!(
            "债务类型：{}；合同签订日：{}；合同本金：{}。",
            vocabulary::product(ZH, *product),
            day(*signed_on),
            sum(*original_principal),
        )],
        Clause::AsOf {
            date: as_of,
            days_past_due,
        } => vec![match u32::try_from(*days_past_due) {
            Ok(overdue @ 1..) => {
                format!(
                    "以下欠款截至{}，当日已逾期{}。",
                    day(*as_of),
                    days(ZH, overdue)
                )
            }
            _ => format!("以下欠款截至{}，当日尚未逾期。", day(*as_of)),
        }],
        Clause::Owed { total, .. } => vec![format!(
            "共欠{}（{}），各项如下。",
            sum(*total),
            in_words(ZH, *total, currency)
        )],
        Clause::NothingWaived => vec!["本方案不减免任何金额。".to_owned()],
        Clause::Waived {
            component,
            owed,
            waived,
            vesting,
        } => vec![format!(
            "{}：所欠{}，其中{}{}减免。",
            vocabulary::component(ZH, *component),
            sum(*owed),
            sum(*waived),
            if *vesting == VestingKind::AtOnce {
                ""
            } else {
                "附条件"
            },
        )],
        Clause::ReleaseCondition {
            total,
            vesting,
            last_date,
            jurisdiction,
        } => release(&sum(*total), vesting, &day(*last_date), *jurisdiction),
        Clause::ClawBack {
            total,
            vesting: VestingKind::OnCompletion,
        } => vec![format!(
            "方案中途终止的，减免不生效，这{}仍须偿还。",
            sum(*total)
        )],
        Clause::ClawBack { .. } => {
            vec!["方案中途终止的，已经生效的减免不受影响，其余部分仍须偿还。".to_owned()]
        }
        Clause::Schedule { .. } => vec!["各期的日期、金额和冲还明细如下。".to_owned()],
        Clause::FirstAndLast {
            down_payment,
            first,
            last,
            count,
            frequency,
        } => {
            let mut said: Vec<String> = down_payment
                .map(|on| format!("首付款于{}支付。", day(on)))
                .into_iter()
                .collect();
            said.push(first_and_last(*first, *last, *count, *frequency));
            said
        }
        Clause::ToPay { total } => vec![format!(
            "按本方案一共支付{}（{}）。",
            sum(*total),
            in_words(ZH, *total, currency)
        )],
        Clause::TotalWaived {
            total,
            vesting: VestingKind::AtOnce,
        } => vec![format!("一共减免{}。", sum(*total))],
        Clause::TotalWaived { total, .. } => vec![format!("付清后一共减免{}。", sum(*total))],
        Clause::AgainstNothing {
            owed,
            on,
            difference,
        } => vec![format!(
            "如果到{}一直不还款，按合同将欠{}；{}。",
            day(*on),
            sum(*owed),
            against_nothing(*difference, &sum(*difference)),
        )],
        Clause::YearlyRate {
            on_claim,
            on_balance,
        } => vec![format!(
            "年化利率（实际年利率）按全部欠款计：{}；按减免后的余额计：{}。",
            plan_rate(ZH, *on_claim),
            plan_rate(ZH, *on_balance),
        )],
        Clause::PlanInterest { rate: yearly, .. } if yearly.is_zero() => {
            vec!["方案期间不收利息。".to_owned()]
        }
        Clause::PlanInterest {
            rate: yearly,
            basis,
            total,
        } => vec![format!(
            "方案期间对剩余本金按年利率{}计息，计息方式为{}；方案利息共{}。",
            rate(*yearly),
            vocabulary::basis(ZH, *basis),
            sum(*total),
        )],
        Clause::BeforeStart {
            treatment,
            from,
            until,
            interest,
        } => {
            let span = format!("自{}至{}", day(*from), day(*until));
            vec![match treatment {
                DeferralInterest::Frozen => format!("{span}停息。"),
                _ if interest.is_zero() => format!("{span}不产生利息。"),
                DeferralInterest::Accrues => {
                    format!("{span}照常计息，利息{}随方案款项支付。", sum(*interest))
                }
                DeferralInterest::Capitalised => {
                    format!("{span}照常计息，利息{}转入本金。", sum(*interest))
                }
            }]
        }
        Clause::NothingElseGrows => {
            vec!["按本方案还款期间，不另加罚息、复利和违约金。".to_owned()]
        }
        Clause::Carried {
            component,
            amount,
            carry,
            as_given,
        } => vec![format!(
            "仍需支付的{}{}：{}。",
            vocabulary::component(ZH, *component),
            sum(*amount),
            vocabulary::carry_in_plan(ZH, *carry, *as_given),
        )],
        Clause::Allocation { order, switch } => {
            let mut said = vec![format!(
                "各期款项按还款计划所列冲还；首付款和计划以外的款项依次冲还：{}。",
                vocabulary::order(ZH, *order)
            )];
            said.extend(switch.map(|switch| {
                format!(
                    "自逾期第{}天起依次冲还：{}。",
                    switch.from_days_past_due,
                    vocabulary::order(ZH, switch.order)
                )
            }));
            said
        }
        Clause::Remainder {
            rounding,
            multiple,
            last,
        } => {
            let mut said = vec![format!(
                "金额精确到最小货币单位，{}。",
                vocabulary::rounding(ZH, *rounding)
            )];
            said.extend(multiple.map(|unit| format!("每期金额向上取整到{}的整数倍。", sum(unit))));
            said.push(match last {
                Some(last) => format!("取整产生的尾差计入最后一期，最后一期为{}。", sum(*last)),
                None => "只有一笔款项，没有尾差。".to_owned(),
            });
            said
        }
        Clause::Missed {
            cure,
            as_of,
            waived,
            vesting,
            while_kept,
            rate: yearly,
        } => {
            let falls_away = if waived.is_positive() {
                loses(*vesting)
            } else {
                ""
            };
            let counts_again = counts_again(*while_kept, &day(*as_of), *yearly);
            missed(*cure, falls_away, &counts_again)
        }
        Clause::Stops { .. } => {
            vec!["如果还过若干期之后不再还款，到下一个到期日所欠金额如下。".to_owned()]
        }
        Clause::RemainingBalance {
            waived,
            vesting,
            last_date,
        } if waived.is_positive() && *vesting != VestingKind::AtOnce => vec![
            format!(
                "最后一期（{}）付清后，附条件减免的{}全部予以免除，本笔债务不再有任何余额。",
                day(*last_date),
                sum(*waived)
            ),
            until_then(*vesting).to_owned(),
        ],
        Clause::RemainingBalance { last_date, .. } => {
            vec![format!(
                "最后一期（{}）付清后，本笔债务不再有任何余额。",
                day(*last_date)
            )]
        }
        Clause::CreditReporting { settled_for_less } => {
            let settled = if *settled_for_less {
                "，并可如实注明以低于全额的金额结清"
            } else {
                ""
            };
            vec![
                "本协议不改变真实的信用记录：已经发生的逾期可以依法如实报送。".to_owned(),
                format!("付清后，记录应当更新为已结清{settled}。"),
                "任何人都不能承诺删除真实的记录。".to_owned(),
            ]
        }
        Clause::EarlySettlement { jurisdiction } => {
            let source = match jurisdiction {
                Jurisdiction::China => "（《中华人民共和国民法典》第677条）",
                Jurisdiction::Britain | Jurisdiction::UnitedStates => "",
            };
            vec![
                format!("可以提前还清部分或者全部款项；利息只按实际用款的期间计算{source}。"),
                "提前付清全部款项，视为按本方案付清。".to_owned(),
            ]
        }
        Clause::Channels { channels } if channels.is_empty() => {
            vec!["资料未载明付款渠道：付款之前请先向债权人核实。".to_owned()]
        }
        Clause::Channels { channels } => vec![
            format!("只通过以下渠道付款：{}。", channels.join("；")),
            "不要向任何个人账户付款。".to_owned(),
        ],
        Clause::Expiry { on, zone, utc } => vec![format!(
            "在{}23:59（{}）之前可以接受本方案，即协调世界时{}{:02}:{:02}。",
            day(*on),
            vocabulary::zone(ZH, *zone),
            day(utc.date),
            utc.hour,
            utc.minute,
        )],
        Clause::Status { sample, signing } => {
            let mut said = signing.as_deref().map_or_else(
                || vec!["草稿，未经任何一方签署。".to_owned()],
                |signing| signed(ZH, signing),
            );
            if *sample {
                said.push("由示例数据生成，不代表任何真实的债务。".to_owned());
            }
            said
        }
        Clause::Contacts {
            complaints,
            jurisdiction,
        } => {
            let mut said = vec![
                format!("投诉、异议与免费咨询：{complaints}。"),
                "对任何金额有异议，都可以在接受之前提出。".to_owned(),
            ];
            match jurisdiction {
                Jurisdiction::China => {}
                Jurisdiction::Britain => {
                    said.push("英国有免费、独立的债务咨询，例如MoneyHelper。".to_owned());
                }
                Jurisdiction::UnitedStates => said.push(
                    "美国消费者金融保护局（consumerfinance.gov）受理投诉，并说明消费者在催收中的权利。".to_owned(),
                ),
            }
            said
        }
        Clause::Copy { contact } => vec![format!(
            "双方各有权留存一份：可以复制、打印或保存，也可以向债权人索取（{contact}）。"
        )],
        Clause::Versions {
            pack,
            pack_version,
            engine,
        } => {
            vec![format!(
                "规则包{pack}，版本{pack_version}；计算引擎版本{engine}。"
            )]
        }
        Clause::Verification { code } => vec![
            format!("核对码：{code}。"),
            "用Quittance打开本协议的链接或者扫描二维码，全部金额会重新计算。".to_owned(),
            "双方读出的核对码相同，说明看到的是同一份内容；核对码不能说明由谁制作。".to_owned(),
        ],
        Clause::Conventions {
            currency,
            basis,
            jurisdiction,
        } => vec![
            "本文件为中文文本；英文文本由同一组数据生成。".to_owned(),
            format!(
                "币种：{}（{}）；计息方式：{}；日期按{}。",
                currency_name(ZH, *currency),
                currency.code(),
                vocabulary::basis(ZH, *basis),
                match jurisdiction {
                    Jurisdiction::China => "北京时间",
                    Jurisdiction::Britain => "伦敦当地时间",
                    Jurisdiction::UnitedStates => "纽约当地时间",
                },
            ),
        ],
        Clause::Special(special) => special_zh::sentences(special, currency),
        Clause::Limits => vec![
            "离线无法得知：方案是否已被撤回，可信的签发时间，是否为最新版本，以及密钥由谁持有。"
                .to_owned(),
            "没有签署之前，任何人都可能制作出这样一份文件；付款之前请向债权人核实。".to_owned(),
            "本文件是方案的摘要，不是法律意见。".to_owned(),
        ],
    }
}

fn first_and_last(first: Date, last: Date, count: u32, frequency: Option<Frequency>) -> String {
    match frequency {
        None if count > 1 => format!(
            "按约定的日期还款，第一期{}，最后一期{}，共{}。",
            date(ZH, first),
            date(ZH, last),
            payments(ZH, count),
        ),
        Some(frequency) => format!(
            "{}还款一次，第一期{}，最后一期{}，共{}。",
            vocabulary::frequency(ZH, frequency),
            date(ZH, first),
            date(ZH, last),
            payments(ZH, count),
        ),
        None => format!("一次付清，付款日{}，第一期也是最后一期。", date(ZH, last)),
    }
}

fn against_nothing(difference: Money, written: &str) -> String {
    let size = written.strip_prefix(MINUS).unwrap_or(written);
    if difference.is_zero() {
        "本方案支付的金额与此相同".to_owned()
    } else if difference.is_negative() {
        format!("本方案比这少付{size}")
    } else {
        format!("本方案比这多付{size}")
    }
}
