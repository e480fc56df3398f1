//! How the words read: nothing forbidden, nothing empty, nothing left in the other language; figures and amounts in words
//! after their published examples.
#![expect(
    clippy::unwrap_used,
    reason = "a test speaks by failing, in what it calls too"
)]

mod offers;
#[path = "offers/profiles.rs"]
mod profiles;
mod refusals;
#[path = "wording/payments.rs"]
mod payments;
#[path = "wording/talk.rs"]
mod talk;

use std::{fs, path::Path};

use offers::{cents, day, document, every_kind, worked};
use profiles::{document_knowing, every_profile, too_old};
use quittance::agreement::{FieldId, PaperKind, Zone};
use quittance::engine::calendar::{DayCount, Frequency};
use quittance::engine::claim::{
    Component, CustomerType, Evidence, Guarantor, Jurisdiction, Product, Stage,
};
use quittance::engine::fields::{CodeSet, Coded};
use quittance::engine::money::{Currency, Money, Rate, Rounding, Share};
use quittance::engine::plan::{
    Carry, DeferralInterest, FlatPrincipal, InterestBasis, PlanRate, Repayment, RowKind, Step,
    VestingKind, Waiver, WhileKept,
};
use quittance::engine::rules::{DutyTopic, PACK_IDS, Strategy, pack_by_id};
use quittance::text::clause::{field_title, sentences};
use quittance::text::format::{self, Noun};
use quittance::text::problem::{field_problem, plan_problem};
use quittance::text::typed::typed_problem;
use quittance::text::words::{in_words, in_words_en, in_words_zh};
use quittance::text::{
    Label, Languages, Locale, RulesLabel, TalkLabel, TrackLabel, TrustLabel, negotiation, noted,
    pack_ladder, plain, vocabulary,
};
use rust_decimal::Decimal;

/// Threats, urgency, promises that no calculator can keep, and a conditional waiver presented as final.
const FORBIDDEN: [&str; 38] = [
    "逮捕",
    "坐牢",
    "拘留",
    "判刑",
    "曝光",
    "公安",
    "警察",
    "上门",
    "单位领导",
    "通讯录",
    "亲友",
    "立即",
    "马上",
    "最后机会",
    "最后通牒",
    "最终减免",
    "最终折扣",
    "保证通过",
    "一定能",
    "具有法律效力",
    "后果自负",
    "黑名单",
    "arrest",
    "police",
    "prison",
    "jail",
    "bailiff",
    "publish your",
    "your employer",
    "your family",
    "immediately",
    "at once",
    "last chance",
    "final discount",
    "final offer",
    "guaranteed",
    "legally binding",
    "act now",
];

fn forbidden_in(text: &str) -> Vec<&'static str> {
    let text = text.to_lowercase();
    FORBIDDEN
        .into_iter()
        .filter(|word| text.contains(word))
        .collect()
}

fn is_chinese(letter: char) -> bool {
    matches!(letter, '\u{3000}'..='\u{303f}' | '\u{4e00}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}')
}

fn every_repayment() -> [Repayment; 10] {
    let step = Step::Plus(Money::ZERO);
    [
        Repayment::EqualInstalment,
        Repayment::EqualPrincipal,
        Repayment::InterestFirst,
        Repayment::Balloon(Money::ZERO),
        Repayment::Stepped { step, every: 1 },
        Repayment::Flat(FlatPrincipal::EqualParts),
        Repayment::OneOff,
        Repayment::InterestLast,
        Repayment::MinimumFirst {
            minimum: Money::ZERO,
            rows: 1,
        },
        Repayment::Custom {
            payments: Vec::new(),
            last_takes_rest: true,
        },
    ]
}

/// Everything that the text can say without a case, in a language.
fn fixed_texts(locale: Locale) -> Vec<String> {
    let mut said: Vec<String> = Label::ALL
        .iter()
        .map(|label| label.text(locale).to_owned())
        .collect();
    said.extend(
        TalkLabel::ALL
            .iter()
            .map(|label| label.text(locale).to_owned()),
    );
    said.extend(
        RulesLabel::ALL
            .iter()
            .map(|label| label.text(locale).to_owned()),
    );
    said.extend(
        TrustLabel::ALL
            .iter()
            .map(|label| label.text(locale).to_owned()),
    );
    said.extend(
        TrackLabel::ALL
            .iter()
            .map(|label| label.text(locale).to_owned()),
    );
    said.extend(FieldId::ALL.map(|field| field_title(locale, field).to_owned()));
    said.extend(Component::ALL.map(|it| vocabulary::component(locale, it).to_owned()));
    said.extend(every_repayment().map(|it| vocabulary::repayment(locale, &it).to_owned()));
    said.extend(WhileKept::ALL.map(|it| vocabulary::while_kept(locale, it).to_owned()));
    said.extend(VestingKind::ALL.map(|it| vocabulary::vesting(locale, it).to_owned()));
    said.extend(DeferralInterest::ALL.map(|it| vocabulary::deferral(locale, it).to_owned()));
    said.extend(Product::ALL.map(|it| vocabulary::product(locale, it).to_owned()));
    said.extend(DayCount::ALL.map(|it| vocabulary::day_count(locale, it).to_owned()));
    said.extend(Rounding::ALL.map(|it| vocabulary::rounding(locale, it).to_owned()));
    said.extend(Currency::ALL.map(|it| format::currency_name(locale, it).to_owned()));
    for stage in [Stage::M0, Stage::M1, Stage::M2, Stage::M3, Stage::M3Plus] {
        said.push(vocabulary::stage(locale, stage).to_owned());
    }
    for carry in [Carry::Spread, Carry::First, Carry::Capitalised] {
        said.push(vocabulary::carry(locale, carry).to_owned());
        said.push(vocabulary::carry_in_plan(locale, carry, true).to_owned());
    }
    said.extend(DutyTopic::ALL.map(|it| vocabulary::duty_topic(locale, it).to_owned()));
    for pack in PACK_IDS.map(|id| pack_by_id(id).unwrap()) {
        said.push(
            locale
                .pick(pack.name.zh.as_str(), pack.name.en.as_str())
                .to_owned(),
        );
        if let Some(ladder) = &pack.ladder {
            said.push(pack_ladder::ladder(locale, ladder));
        }
        if let Some(expected) = &pack.expectations {
            said.push(pack_ladder::expectations(locale, expected));
        }
        for duty in &pack.duties {
            said.push(
                locale
                    .pick(duty.words.zh.as_str(), duty.words.en.as_str())
                    .to_owned(),
            );
        }
    }
    for place in Jurisdiction::ALL {
        said.push(vocabulary::jurisdiction(locale, place).to_owned());
    }
    said.extend(
        Strategy::ALL
            .iter()
            .map(|it| noted::strategy(locale, *it).to_owned()),
    );
    said.extend(
        Evidence::ALL
            .iter()
            .map(|it| noted::paper(locale, *it).to_owned()),
    );
    said.extend(CustomerType::ALL.map(|it| noted::customer_type(locale, it).to_owned()));
    said.extend(
        Guarantor::ALL
            .iter()
            .map(|it| noted::consent(locale, *it).to_owned()),
    );
    said.push(noted::papers(locale, CodeSet::EMPTY));
    for debits in [1, 2] {
        said.push(noted::penalty_not_owed(
            locale,
            debits,
            cents(3_500),
            Currency::Cny,
        ));
    }
    for zone in [
        Zone::Beijing,
        Zone::London,
        Zone::LondonSummer,
        Zone::NewYork,
        Zone::NewYorkSummer,
    ] {
        said.push(vocabulary::zone(locale, zone).to_owned());
    }
    for kind in [
        RowKind::DownPayment,
        RowKind::Deferral,
        RowKind::Instalment,
        RowKind::LumpSum,
    ] {
        said.push(vocabulary::row_kind(locale, kind).to_owned());
    }
    for frequency in [
        Frequency::WEEKLY,
        Frequency::FORTNIGHTLY,
        Frequency::HALF_MONTHLY,
        Frequency::MONTHLY,
    ] {
        said.push(vocabulary::frequency(locale, frequency));
    }
    for noun in Noun::ALL {
        said.extend([0, 1, 2, 12_345].map(|size| format::count(locale, size, noun)));
    }
    said.push(negotiation::above_budget(locale, cents(100), Currency::Cny));
    said.push(vocabulary::basis(locale, InterestBasis::Periodic));
    said.push(vocabulary::waiver(locale, Waiver::Nothing, Currency::Cny));
    said.push(format::plan_rate(locale, PlanRate::None));
    said.push(format::date(locale, day("2026-12-25")));
    said.push(format::month_of(locale, day("2026-12-25")));
    said
}

fn refusals_in_words(locale: Locale) -> Vec<String> {
    let fields = refusals::fields();
    let plans = refusals::plans();
    fields
        .iter()
        .map(|(error, ..)| field_problem(locale, error))
        .chain(
            plans
                .iter()
                .map(|(error, ..)| plan_problem(locale, Currency::Cny, error)),
        )
        .chain(
            refusals::typed()
                .into_iter()
                .map(|(error, ..)| typed_problem(locale, error)),
        )
        .collect()
}

fn agreements_in_words(locale: Locale) -> Vec<String> {
    let mut said = Vec::new();
    for (_, offer) in every_kind() {
        let (built, currency) = (document(&offer), offer.claim.currency);
        for clause in built.sections.iter().flat_map(|section| &section.clauses) {
            said.extend(sentences(locale, clause, currency));
            said.extend(plain::table(locale, clause, currency));
        }
        said.extend(
            plain::short(locale, &built, currency)
                .lines()
                .map(str::to_owned),
        );
    }
    said.extend(papers_in_words(locale));
    said
}

/// Every line of every paper of every profile, with all warnings.
fn papers_in_words(locale: Locale) -> Vec<String> {
    let mut said = Vec::new();
    for (_, offer) in every_profile() {
        let currency = offer.claim.currency;
        for document in [
            document_knowing(&offer),
            document_knowing(&too_old(offer.clone())),
        ] {
            said.extend(lines(&plain::short(locale, &document, currency)));
            for kind in PaperKind::ALL {
                let paper = document.paper(kind);
                said.extend(lines(&plain::whole(
                    Languages::One(locale),
                    &paper,
                    currency,
                )));
            }
        }
    }
    said
}

fn lines(text: &str) -> Vec<String> {
    let lines = text.lines().filter(|line| !line.is_empty());
    lines.map(str::to_owned).collect()
}

#[test]
fn nothing_that_can_be_said_is_forbidden_or_empty() {
    for locale in Locale::ALL {
        let said = [
            fixed_texts(locale),
            refusals_in_words(locale),
            agreements_in_words(locale),
        ]
        .concat();
        assert!(said.len() > 1000, "{} texts", said.len());
        for text in said {
            assert!(!text.trim().is_empty());
            assert_eq!(forbidden_in(&text), Vec::<&str>::new(), "{text}");
        }
    }
    assert_eq!(
        forbidden_in("This waiver is FINAL OFFER, legally binding"),
        ["final offer", "legally binding"]
    );
    assert_eq!(forbidden_in("请立即还款"), ["立即"]);
}

#[test]
fn no_source_of_text_holds_a_forbidden_word() {
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src/text")];
    let mut read = 0;
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            read += 1;
            let found = forbidden_in(&fs::read_to_string(&path).unwrap());
            assert_eq!(found, Vec::<&str>::new(), "{}", path.display());
        }
    }
    assert!(read >= 15, "{read} files");
}

#[test]
fn no_text_is_left_in_the_other_language() {
    let chinese = [
        fixed_texts(Locale::Zh),
        refusals_in_words(Locale::Zh),
        agreements_in_words(Locale::Zh),
    ];
    for text in chinese.concat() {
        assert!(text.chars().any(is_chinese), "not Chinese: {text}");
    }
    let english = [
        fixed_texts(Locale::En),
        refusals_in_words(Locale::En),
        agreements_in_words(Locale::En),
    ];
    for text in english.concat() {
        assert!(!text.chars().any(is_chinese), "not English: {text}");
        assert!(!text.contains("  "), "two spaces: {text}");
    }
}

#[test]
fn sentences_end_once_and_chinese_ones_use_chinese_marks() {
    for (locale, stop) in [(Locale::Zh, '。'), (Locale::En, '.')] {
        for (name, offer) in every_kind() {
            for clause in document(&offer)
                .sections
                .iter()
                .flat_map(|section| &section.clauses)
            {
                let said = sentences(locale, clause, offer.claim.currency);
                let list = matches!(
                    clause,
                    quittance::agreement::Clause::Owed { .. }
                        | quittance::agreement::Clause::Schedule { .. }
                        | quittance::agreement::Clause::Stops { .. }
                );
                for sentence in said {
                    let ends = sentence.ends_with(stop) || list;
                    assert!(ends && !sentence.ends_with(".."), "{name}: {sentence}");
                    assert!(
                        !sentence.contains('!') && !sentence.contains('！'),
                        "{name}: {sentence}"
                    );
                }
            }
        }
    }
    for text in refusals_in_words(Locale::Zh) {
        assert!(text.ends_with('。'), "{text}");
    }
    for text in refusals_in_words(Locale::En) {
        assert!(text.ends_with('.'), "{text}");
    }
}

#[test]
fn labels_differ_where_they_stand_side_by_side() {
    for locale in Locale::ALL {
        let verdicts =
            [Label::Allowed, Label::NeedsApproval, Label::Refused].map(|label| label.text(locale));
        assert!(
            verdicts[0] != verdicts[1] && verdicts[1] != verdicts[2] && verdicts[0] != verdicts[2]
        );
        let parts = Component::ALL.map(|it| vocabulary::component(locale, it));
        for (place, part) in parts.iter().enumerate() {
            assert!(!parts[..place].contains(part), "{part} twice");
        }
    }
    assert_eq!(Locale::ALL.map(Locale::own_name), ["中文", "English"]);
    for locale in Locale::ALL {
        assert_eq!(Locale::from_code(locale.code()), Some(locale));
        assert_eq!(locale.other().other(), locale);
        assert_ne!(locale.other(), locale);
    }
    assert_eq!(Locale::from_code("fr"), None);
}

#[test]
fn amounts_carry_their_sign_and_separators() {
    let money = |minor, currency| format::money(Locale::Zh, cents(minor), currency);
    assert_eq!(money(4_853_217, Currency::Cny), "¥48,532.17");
    assert_eq!(money(120_000, Currency::Gbp), "£1,200.00");
    assert_eq!(money(-2_000, Currency::Cny), "−¥20.00");
    assert_eq!(money(0, Currency::Eur), "€0.00");
    assert_eq!(money(99_999, Currency::Usd), "US$999.99");
    assert_eq!(money(100_000_000, Currency::Hkd), "HK$1,000,000.00");
    assert_eq!(money(1_234_567, Currency::Jpy), "JP¥1,234,567");
    assert_eq!(money(5, Currency::Inr), "₹0.05");
    assert_eq!(
        format::money_bare(cents(-123_456), Currency::Cny),
        "−1,234.56"
    );
    assert_eq!(
        format::money(Locale::En, Money::MAX, Currency::Cny),
        "¥1,000,000,000,000,000.00"
    );
    assert_eq!(format::number(12_345), "12,345");
    assert_eq!(format::number(999), "999");
}

#[test]
fn rates_and_shares_are_exact_or_rounded_half_up() {
    assert_eq!(
        format::percent(Share::parse_percent("12.5").unwrap()),
        "12.5%"
    );
    assert_eq!(
        format::rate(Rate::parse_percent("18.25").unwrap()),
        "18.25%"
    );
    assert_eq!(
        format::rate(Rate::parse_percent("100000").unwrap()),
        "100,000%"
    );
    let decimal = |text: &str| Decimal::from_str_exact(text).unwrap();
    for (fraction, digits, text) in [
        ("0.061345", 2, "6.13%"),
        ("0.06125", 1, "6.1%"),
        ("0.0615", 1, "6.2%"),
        ("0.0625", 0, "6%"),
        ("0.065", 0, "7%"),
        ("-0.065", 0, "-7%"),
        ("0.00001", 2, "0.00%"),
        ("-0.00001", 2, "0.00%"),
        ("2.92", 2, "292.00%"),
        ("12", 2, "1,200.00%"),
    ] {
        let text = text.replace('-', format::MINUS);
        assert_eq!(
            format::rate_decimal(decimal(fraction), digits),
            text,
            "{fraction}"
        );
    }
    let rate = |effective: &str| PlanRate::Found {
        simple: Decimal::ONE,
        effective: decimal(effective),
    };
    assert_eq!(format::plan_rate(Locale::En, rate("0.0613")), "6.13%");
    let below = PlanRate::BelowZero {
        simple: decimal("-3.6351"),
    };
    assert_eq!(format::plan_rate(Locale::Zh, below), "低于零");
}

#[test]
fn dates_and_counts_follow_the_language() {
    let christmas = day("2026-12-25");
    assert_eq!(format::date(Locale::Zh, christmas), "2026年12月25日");
    assert_eq!(format::date(Locale::En, christmas), "25 December 2026");
    assert_eq!(format::date(Locale::En, day("2027-05-01")), "1 May 2027");
    assert_eq!(format::date_iso(day("2027-05-01")), "2027-05-01");
    assert_eq!(format::month_of(Locale::Zh, christmas), "2026年12月");
    assert_eq!(format::days(Locale::En, 1), "1 day");
    assert_eq!(format::days(Locale::En, 45), "45 days");
    assert_eq!(format::days(Locale::Zh, 45), "45天");
    assert_eq!(format::months(Locale::Zh, 24), "24个月");
    assert_eq!(format::payments(Locale::En, 0), "0 payments");
    assert_eq!(format::payments(Locale::Zh, 36), "36期");
}

/// The examples of the appendix 正确填写票据和结算凭证的基本规定 to the payment and settlement rules of the People's Bank of
/// China (支付结算办法, 银发〔1997〕393号), item four. Where it allows two forms, the first is the one written here.
#[test]
fn amounts_in_chinese_words_follow_the_published_examples() {
    for (minor, words) in [
        (140_950, "壹仟肆佰零玖元伍角"),
        (600_714, "陆仟零柒元壹角肆分"),
        (168_032, "壹仟陆佰捌拾元零叁角贰分"),
        (10_700_053, "壹拾万柒仟元零伍角叁分"),
        (1_640_902, "壹万陆仟肆佰零玖元零贰分"),
        (32_504, "叁佰贰拾伍元零肆分"),
    ] {
        assert_eq!(in_words_zh(cents(minor), Currency::Cny), words, "{minor}");
    }
    assert_eq!(
        in_words(Locale::Zh, cents(140_950), Currency::Cny),
        "人民币壹仟肆佰零玖元伍角"
    );
}

#[test]
fn noughts_in_chinese_words_stand_where_they_belong() {
    for (yuan, words) in [
        (0, "零元整"),
        (1, "壹元整"),
        (10, "壹拾元整"),
        (11, "壹拾壹元整"),
        (100, "壹佰元整"),
        (101, "壹佰零壹元整"),
        (110, "壹佰壹拾元整"),
        (1_000, "壹仟元整"),
        (1_001, "壹仟零壹元整"),
        (1_010, "壹仟零壹拾元整"),
        (10_001, "壹万零壹元整"),
        (10_100, "壹万零壹佰元整"),
        (100_500, "壹拾万零伍佰元整"),
        (48_532, "肆万捌仟伍佰叁拾贰元整"),
        (1_000_000, "壹佰万元整"),
        (100_000_000, "壹亿元整"),
        (100_001_000, "壹亿零壹仟元整"),
        (100_010_000, "壹亿零壹万元整"),
        (110_000_000, "壹亿壹仟万元整"),
        (120_030_405, "壹亿贰仟零叁万零肆佰零伍元整"),
        (1_000_000_000_000, "壹万亿元整"),
    ] {
        assert_eq!(
            in_words_zh(cents(yuan * 100), Currency::Cny),
            words,
            "{yuan}"
        );
    }
    assert_eq!(in_words_zh(cents(53), Currency::Cny), "伍角叁分");
    assert_eq!(in_words_zh(cents(4), Currency::Cny), "肆分");
    assert_eq!(
        in_words_zh(cents(-140_950), Currency::Cny),
        "负壹仟肆佰零玖元伍角"
    );
    assert_eq!(in_words_zh(Money::MAX, Currency::Cny), "壹仟万亿元整");
    assert_eq!(in_words_zh(cents(1_200), Currency::Jpy), "壹仟贰佰元整");
}

/// Reads Chinese words back into minor units.
fn read_back(words: &str) -> u64 {
    let (mut total, mut high, mut section, mut digit) = (0, 0, 0, 0);
    for letter in words.chars() {
        let unit = match letter {
            '仟' => Some(1000),
            '佰' => Some(100),
            '拾' => Some(10),
            _ => None,
        };
        match (letter, unit) {
            (_, Some(unit)) => {
                section += digit * unit;
                digit = 0;
            }
            ('万', _) => {
                high += (section + digit) * 10_000;
                (section, digit) = (0, 0);
            }
            ('亿', _) => {
                high = (high + section + digit) * 100_000_000;
                (section, digit) = (0, 0);
            }
            ('元', _) => {
                total = (high + section + digit) * 100;
                digit = 0;
            }
            ('角', _) => {
                total += digit * 10;
                digit = 0;
            }
            ('分', _) => total += digit,
            ('整', _) => {}
            _ => {
                let place = "零壹贰叁肆伍陆柒捌玖"
                    .chars()
                    .position(|it| it == letter)
                    .unwrap();
                digit = u64::try_from(place).unwrap();
            }
        }
    }
    total
}

#[test]
fn chinese_words_read_back_to_the_same_amount() {
    let mut minor: i64 = 1;
    for step in 0..20_000_i64 {
        let words = in_words_zh(cents(minor), Currency::Cny);
        assert_eq!(read_back(&words), minor.unsigned_abs(), "{words}");
        assert!(
            !words.contains("零零") && !words.contains("零万") && !words.contains("零亿"),
            "{words}"
        );
        minor = (minor * 7 + step * 1_000_003 + 13) % 100_000_000_000_000;
    }
}

#[test]
fn amounts_in_english_words_name_their_units() {
    for (minor, currency, words) in [
        (
            120_005,
            Currency::Gbp,
            "one thousand two hundred pounds and five pence",
        ),
        (101, Currency::Gbp, "one pound and one penny"),
        (0, Currency::Gbp, "zero pounds"),
        (45, Currency::Usd, "forty-five cents"),
        (10_000_000, Currency::Cny, "one hundred thousand yuan"),
        (100_001_300, Currency::Cny, "one million and thirteen yuan"),
        (
            4_853_217,
            Currency::Cny,
            "forty-eight thousand five hundred and thirty-two yuan and seventeen fen",
        ),
        (-2_000, Currency::Eur, "minus twenty euros"),
        (1_019, Currency::Jpy, "one thousand and nineteen yen"),
    ] {
        assert_eq!(in_words_en(cents(minor), currency), words);
    }
    assert_eq!(
        in_words_en(Money::MAX, Currency::Cny),
        "one quadrillion yuan"
    );
}

#[test]
fn lists_and_headings_read_as_sentences_do() {
    assert_eq!(
        vocabulary::list(Locale::Zh, &["本金", "利息", "罚息"]),
        "本金、利息和罚息"
    );
    assert_eq!(
        vocabulary::list(Locale::En, &["principal", "interest", "costs"]),
        "principal, interest and costs"
    );
    assert_eq!(vocabulary::list(Locale::En, &["principal"]), "principal");
    assert_eq!(vocabulary::heading("late charges"), "Late charges");
    assert_eq!(vocabulary::heading("违约金"), "违约金");
    assert_eq!(vocabulary::heading(""), "");
}

#[test]
fn the_sum_in_words_stands_beside_the_sum_in_figures() {
    for (name, offer) in every_kind() {
        let (built, worked) = (document(&offer), worked(&offer));
        for locale in Locale::ALL {
            let currency = offer.claim.currency;
            let text = plain::full(locale, &built, currency);
            let figures = format::money(locale, worked.totals.paid, currency);
            let words = in_words(locale, worked.totals.paid, currency);
            let together = match locale {
                Locale::Zh => format!("{figures}（{words}）"),
                Locale::En => format!("{figures} ({words})"),
            };
            assert!(text.contains(&together), "{name}: {together}");
        }
    }
}
