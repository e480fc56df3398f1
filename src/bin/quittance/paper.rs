//! `quittance document`: the papers and files of the agreement that an option makes.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use quittance::agreement::{Offer, PaperKind, Profile, build, work_out};
use quittance::engine::claim::Jurisdiction;
use quittance::engine::rules::{Decision, Layer};
use quittance::papers::pdf::{PageSize, pdf};
use quittance::papers::{Made, calendar, data, table};
use quittance::share::{LONGEST, ShareError, encode_offer, short_code};
use quittance::text::{Languages, Locale, plain};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::asked::Asked;
use crate::document::{Answering, BadInput, Outcome};
use crate::option::OptionDocument;
use crate::values::named_or;
use crate::verdict::Judged;

const ENGINE_VERSION: &str = env!("CARGO_PKG_VERSION");
const FORMS: [&str; 6] = ["text", "message", "pdf", "calendar", "table", "data"];

/// A case, an option for it that the rules do not refuse, and which file is wanted of the agreement.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// A case file as the app opens it, or the name of a sample case such as `card-cn`.
    case: Value,
    /// Which balances count where the case has a history: `stated` (if nothing is said) or `recomputed`.
    #[serde(default)]
    balances: Option<String>,
    /// The option, as in `quittance plan`.
    option: OptionDocument,
    /// The rule packs, as files; as in `quittance plan` if none are given. The agreement names the house pack.
    #[serde(default)]
    packs: Option<Vec<Value>>,
    /// `agreement` (if nothing is said), `arrears` for the notice of arrears, or `plan` for the repayment plan.
    #[serde(default)]
    paper: Option<String>,
    /// `zh`, `en`, or `zh-en` for both side by side; if nothing is said, `zh` for a debt in China and `en` for others.
    #[serde(default)]
    languages: Option<String>,
    /// `text` (if nothing is said), `message` for a short one in one language, `pdf`, `calendar` (iCalendar), `table` (CSV)
    /// or `data` (JSON). The last three are of the agreement, whichever paper is named.
    #[serde(default)]
    form: Option<String>,
    /// The paper of a PDF: `a4` or `letter`; if nothing is said, `letter` for a debt in the United States and `a4` for others.
    #[serde(default)]
    page: Option<String>,
    /// The address at which links open, such as `https://plans.example/`. Without it a file holds no link and no QR code.
    #[serde(default)]
    address: Option<String>,
}

/// A file, and the agreement that it is of.
#[derive(Serialize, JsonSchema)]
pub struct Answer {
    /// The code that both sides can compare.
    code: String,
    /// `cn-card`, `cn-loan`, `cn-receivable`, `gb` or `us`.
    profile: &'static str,
    /// What stands behind `#` in the link.
    fragment: Option<String>,
    /// What the file is to be called.
    name: String,
    media_type: &'static str,
    /// The file, where it is text.
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
    /// The file in base 64, where it is not.
    #[serde(skip_serializing_if = "Option::is_none")]
    base64: Option<String>,
}

/// The command.
pub struct Paper;

impl Answering for Paper {
    type Document = Document;
    type Answer = Answer;
    const NAME: &'static str = "document";
    const ABOUT: &'static str =
        "The agreement that an option makes, or a notice: as text, PDF, calendar, table or data";
    const EXAMPLE: &'static str = r#"{"case":"card-cn","option":{"settlement":"instalments","count":24,"first_due":"2026-12-21","rate_pct":"6","waivers":{"penalty":"30%"},"down_payment":"9707.00"},"languages":"zh-en"}"#;

    fn answer(document: Document) -> Result<Outcome<Answer>, BadInput> {
        let asked = Asked::read(
            &document.case,
            document.balances.as_deref(),
            document.packs.as_deref(),
        )?;
        let proposal = document.option.proposal(&asked.claim)?;
        let wanted = document.wanted(asked.case.jurisdiction)?;
        let found = asked.verdict(&proposal, "option")?;
        if found.decision == Decision::Refused {
            let reasons = Judged::of(&found, asked.claim.currency).refusals();
            return Ok(Outcome::Refused {
                reasons,
                answer: None,
            });
        }
        let packs = asked.packs();
        let house = packs.into_iter().find(|pack| pack.layer == Layer::House);
        let house = house.ok_or_else(|| {
            BadInput::place("packs", "no house pack among them: the agreement names one")
        })?;
        let offer = Offer::of_case(&asked.case, asked.claim, house, proposal);
        wanted
            .made(&document, &asked, &offer)
            .map(Outcome::Answered)
    }
}

/// Which file is wanted.
struct Wanted {
    kind: PaperKind,
    languages: Languages,
    form: &'static str,
    page: PageSize,
}

impl Document {
    fn wanted(&self, place: Jurisdiction) -> Result<Wanted, BadInput> {
        let usual = match place {
            Jurisdiction::China => Locale::Zh,
            Jurisdiction::Britain | Jurisdiction::UnitedStates => Locale::En,
        };
        let every = [
            Languages::One(Locale::Zh),
            Languages::One(Locale::En),
            Languages::Both,
        ];
        let letter = place == Jurisdiction::UnitedStates;
        let size = if letter {
            PageSize::Letter
        } else {
            PageSize::A4
        };
        let wanted = Wanted {
            kind: named_or(
                "paper",
                self.paper.as_deref(),
                &PaperKind::ALL.map(PaperKind::code),
                |code| PaperKind::ALL.into_iter().find(|kind| kind.code() == code),
                PaperKind::Agreement,
            )?,
            languages: named_or(
                "languages",
                self.languages.as_deref(),
                &every.map(Languages::code),
                |code| every.into_iter().find(|it| it.code() == code),
                Languages::One(usual),
            )?,
            form: named_or(
                "form",
                self.form.as_deref(),
                &FORMS,
                |code| FORMS.into_iter().find(|form| *form == code),
                "text",
            )?,
            page: named_or(
                "page",
                self.page.as_deref(),
                &["a4", "letter"],
                |code| match code {
                    "a4" => Some(PageSize::A4),
                    "letter" => Some(PageSize::Letter),
                    _ => None,
                },
                size,
            )?,
        };
        let two_languages = wanted.form == "message" && wanted.languages == Languages::Both;
        if two_languages {
            let problem = "a message is in one language: write zh or en";
            return Err(BadInput::value(
                "languages",
                wanted.languages.code(),
                problem,
            ));
        }
        Ok(wanted)
    }
}

impl Wanted {
    fn made(&self, document: &Document, asked: &Asked, offer: &Offer) -> Result<Answer, BadInput> {
        let worked = work_out(&offer.claim, &offer.proposal)
            .map_err(|error| asked.unplannable("option", &error))?;
        let beyond = |_| BadInput::place("case", "holds a value that agreements cannot carry");
        let code = short_code(offer, &worked).map_err(beyond)?;
        let built = build(offer, &worked, &code, ENGINE_VERSION)
            .map_err(|_| BadInput::place("case", "its amounts add up beyond what is supported"))?;
        let fragment = match encode_offer(offer, &worked) {
            Ok(fragment) => Some(fragment),
            Err(ShareError::TooLong { .. }) => None,
            Err(refused @ ShareError::Refused(_)) => return Err(beyond(refused)),
        };
        let link = match (&document.address, &fragment) {
            (Some(address), Some(fragment)) => Some(linked(address, fragment)?),
            (Some(_), None) | (None, _) => None,
        };
        let made = Made {
            offer,
            worked: &worked,
            document: &built,
            code: &code,
            link: link.as_deref(),
        };
        let (media_type, ending, text, base64) = self.file(&made);
        let name = match self.form {
            "calendar" | "table" | "data" => format!("quittance-{code}.{ending}"),
            _ => made.file_name(self.kind, self.languages, ending),
        };
        Ok(Answer {
            profile: Profile::of(offer.jurisdiction, offer.product).code(),
            fragment,
            name,
            media_type,
            text,
            base64,
            code,
        })
    }

    /// The kind of file, the end of its name, and the file as text or in base 64.
    fn file(
        &self,
        made: &Made<'_>,
    ) -> (&'static str, &'static str, Option<String>, Option<String>) {
        let (kind, languages) = (self.kind, self.languages);
        let currency = made.offer.claim.currency;
        let (media_type, ending, text) = match self.form {
            "pdf" => {
                let bytes = pdf(made, kind, languages, self.page);
                return ("application/pdf", "pdf", None, Some(STANDARD.encode(bytes)));
            }
            "calendar" => ("text/calendar", "ics", calendar(made, languages)),
            "table" => ("text/csv", "csv", table(made, languages)),
            "data" => ("application/json", "json", data(made, ENGINE_VERSION)),
            "message" => {
                let locale = languages.locales().first().copied().unwrap_or(Locale::Zh);
                let short = plain::short(locale, made.document, currency);
                let lines = std::iter::once(short.as_str()).chain(made.link);
                ("text/plain", "txt", lines.collect::<Vec<_>>().join("\n"))
            }
            _ => {
                let paper = made.document.paper(kind);
                (
                    "text/plain",
                    "txt",
                    plain::whole(languages, &paper, currency),
                )
            }
        };
        (media_type, ending, Some(text), None)
    }
}

/// The whole link, which must arrive as it was sent.
fn linked(address: &str, fragment: &str) -> Result<String, BadInput> {
    let link = format!("{address}#{fragment}");
    if address.contains('#') || address.chars().any(char::is_whitespace) {
        let problem = "must be an address without # and without spaces";
        return Err(BadInput::value("address", address, problem));
    }
    if link.chars().count() > LONGEST {
        let problem = format!("too long: with it a link has over {LONGEST} characters");
        return Err(BadInput::value("address", address, &problem));
    }
    Ok(link)
}
