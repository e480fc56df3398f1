//! What people paste: a link with whatever a message put into it and around it.

use quittance::share::{LinkError, decode_offer, encode_offer, link_in};

use crate::cards;

fn link() -> String {
    let offer = cards::card();
    encode_offer(&offer, &offer.work_out().unwrap()).unwrap()
}

#[test]
fn a_link_is_found_in_what_a_message_made_of_it() {
    let text = link();
    let (head, tail) = text.split_at(70);
    for pasted in [
        text.clone(),
        format!("  {text}\n"),
        format!("#{text}"),
        format!("https://example.org/pay/#{text}"),
        format!("https://example.org/pay/%23{text}"),
        format!("您好，请看 https://example.org/#{text}。谢谢"),
        format!("Here it is: https://example.org/#{text}. Please answer."),
        format!("https://example.org/#{head}\r\n  {tail}"),
        format!("https://example.org/#{head}\u{200b}\u{ad}{tail})"),
    ] {
        assert_eq!(link_in(&pasted), Some(text.clone()), "{pasted}");
        assert!(decode_offer(&link_in(&pasted).unwrap()).is_ok());
    }
}

#[test]
fn what_is_no_link_is_left_alone_and_a_cut_one_is_called_cut() {
    for pasted in [
        "",
        "   ",
        "{\"format\": \"quittance-case/1\"}",
        "see faq1.zip",
        "https://example.org/faq1.html",
        "https://example.org/#about",
    ] {
        assert_eq!(link_in(pasted), None, "{pasted}");
    }
    let text = link();
    let cut = link_in(&format!("https://example.org/#{}", &text[..100])).unwrap();
    assert_eq!(decode_offer(&cut), Err(LinkError::CutOff));
    // Of two links the last one is meant: an answer often quotes what it answers.
    let both = format!("> https://example.org/#q1.AAAA.z\nhttps://example.org/#{text}");
    assert_eq!(link_in(&both), Some(text));
}
