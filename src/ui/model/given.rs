//! What a host page hands over as text: the name of a sample, a case file, or a draft that it kept.

use super::{CaseDraft, Draft, OpenError, open_case};
use crate::samples;

/// Why a text that was handed over cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GivenError {
    /// No sample has that name, and the text is not a case file either.
    NoSample(String),
    /// A case file that cannot be opened.
    Case(OpenError),
    /// Not a draft that this version wrote.
    Draft,
}

/// A draft with the case that a text names or holds; an empty draft for an empty text.
///
/// # Errors
/// [`GivenError`] if there is no such sample, or the case file cannot be opened.
pub fn given_case(text: &str) -> Result<Draft, GivenError> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(Draft::default());
    }
    let file = if text.starts_with(['{', '[']) {
        text
    } else {
        samples::by_id(text)
            .ok_or_else(|| GivenError::NoSample(text.to_owned()))?
            .file
    };
    let draft = Draft {
        case: CaseDraft::File(file.to_owned()),
        ..Draft::default()
    };
    open_case(&draft).map_err(GivenError::Case)?;
    Ok(draft)
}

/// A draft that a host page kept.
///
/// # Errors
/// [`GivenError::Draft`] if the text is not one.
pub fn given_draft(text: &str) -> Result<Draft, GivenError> {
    Draft::from_text(text).ok_or(GivenError::Draft)
}

#[cfg(test)]
mod tests {
    use super::{GivenError, given_case, given_draft};
    use crate::samples;
    use crate::ui::model::{CaseDraft, Draft, OpenError};

    #[test]
    fn a_sample_is_named_and_a_case_file_is_given_whole() {
        for sample in samples::ALL {
            let wanted = Ok(CaseDraft::File(sample.file.trim().to_owned()));
            let trimmed = |text: &str| {
                given_case(text).map(|draft| match draft.case {
                    CaseDraft::File(text) => CaseDraft::File(text.trim().to_owned()),
                    other => other,
                })
            };
            assert_eq!(trimmed(sample.id), wanted);
            assert_eq!(trimmed(&format!(" {} ", sample.id)), wanted);
            assert_eq!(trimmed(sample.file), wanted);
        }
        assert_eq!(given_case(" \n"), Ok(Draft::default()));
    }

    #[test]
    fn what_cannot_be_used_says_why() {
        let unknown = given_case("card-fr");
        assert_eq!(unknown, Err(GivenError::NoSample("card-fr".to_owned())));
        for text in ["{", "[]", "{\"format\": \"quittance-case/1\"}"] {
            let refused = given_case(text);
            assert!(
                matches!(refused, Err(GivenError::Case(OpenError::Unreadable(_)))),
                "{text}: {refused:?}"
            );
        }
        assert_eq!(given_draft("card-cn"), Err(GivenError::Draft));
    }

    #[test]
    fn a_kept_draft_comes_back_whole() {
        let draft = given_case("loan-gb");
        let again = draft
            .clone()
            .and_then(|draft| given_draft(&draft.to_text()));
        assert!(draft.is_ok());
        assert_eq!(again, draft);
    }
}
