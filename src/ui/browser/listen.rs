//! What happens to the window, for an app that owns its page. Dropping a [`Listening`] ends it.

use gloo::events::EventListener;
use wasm_bindgen::JsCast;

/// Listeners that end when this is dropped.
#[must_use]
pub struct Listening(Vec<EventListener>);

fn on_window(names: &[&'static str], act: impl Fn(&web_sys::Event) + Clone + 'static) -> Listening {
    let window = web_sys::window();
    let listener = |name: &&'static str| {
        let act = act.clone();
        Some(EventListener::new(window.as_ref()?, *name, move |event| {
            act(event);
        }))
    };
    Listening(names.iter().filter_map(listener).collect())
}

/// Runs when the fragment of the address changes.
pub fn fragment_changes(act: impl Fn() + Clone + 'static) -> Listening {
    on_window(&["hashchange"], move |_| act())
}

/// Runs when the page is left, hidden or frozen: the last moment at which something can be kept.
pub fn page_leaves(act: impl Fn() + Clone + 'static) -> Listening {
    let mut listening = on_window(&["pagehide"], {
        let act = act.clone();
        move |_| act()
    });
    if let Some(document) = web_sys::window().and_then(|window| window.document()) {
        let hidden = EventListener::new(&document, "visibilitychange", move |_| {
            let document = web_sys::window().and_then(|window| window.document());
            if document.is_some_and(|document| document.hidden()) {
                act();
            }
        });
        listening.0.push(hidden);
    }
    listening
}

/// Runs when another tab keeps a new text under a name, or forgets what was kept.
pub fn other_tab_keeps(name: &str, act: impl Fn() + Clone + 'static) -> Listening {
    let name = name.to_owned();
    on_window(&["storage"], move |event| {
        let event = event.dyn_ref::<web_sys::StorageEvent>();
        if event
            .and_then(web_sys::StorageEvent::key)
            .is_some_and(|key| key == name)
        {
            act();
        }
    })
}
