//! Attributes, classes, properties and listeners on a standing element.

use leptos::prelude::RenderEffect;
use leptos::tachys::renderer::types::{Element, Event};
use leptos::tachys::renderer::{RemoveEventHandler, Rndr};

use super::value::{Source, Value};

/// Something on an element, as it is written.
pub struct Slot {
    pub name: &'static str,
    pub what: What,
}

/// What is on it.
pub enum What {
    /// A value in its place.
    Set(Place, Source),
    /// What an event calls.
    Listen(Box<dyn FnMut(Event)>),
    /// Who is told of the element.
    Tell(Box<dyn FnOnce(&Element)>),
}

/// Where a value is set.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Place {
    Attribute,
    Class,
    Property,
}

/// Something on a standing element. Dropping it stops its closure or its listener.
pub struct Held {
    name: &'static str,
    place: Option<Place>,
    alive: Alive,
}

/// What lives as long as a slot does.
enum Alive {
    Nothing,
    /// What was set once: the same again is not written again, because the browser lays out anew what was written.
    Fixed(Value),
    Effect(#[expect(dead_code, reason = "held to keep it running")] RenderEffect<Value>),
    Listener(
        #[expect(dead_code, reason = "held to keep it listening")] RemoveEventHandler<Element>,
    ),
}

impl Slot {
    /// Puts it on an element that has nothing in its place yet.
    pub fn put(self, on: &Element) -> Held {
        self.put_over(on, false)
    }

    /// Puts it on an element, over what an earlier slot may have left in its place.
    fn put_over(self, on: &Element, left: bool) -> Held {
        let name = self.name;
        let (place, alive) = match self.what {
            What::Set(place, Source::Fixed(value)) => {
                begin(on, place, name, &value, left);
                (Some(place), Alive::Fixed(value))
            }
            What::Set(place, Source::Live(read)) => {
                let effect = follow(on.clone(), place, name, read, left);
                (Some(place), Alive::Effect(effect))
            }
            What::Listen(handler) => {
                let listener = Rndr::add_event_listener(on, name, handler);
                (None, Alive::Listener(listener))
            }
            What::Tell(tell) => {
                tell(on);
                (None, Alive::Nothing)
            }
        };
        Held { name, place, alive }
    }

    /// Whether it would only write what an earlier slot of the same element has written for good. What somebody has
    /// typed or ticked since is written over, so that properties are always set again.
    fn repeats(&self, held: &Held) -> bool {
        match (&self.what, &held.alive) {
            (What::Set(place, Source::Fixed(value)), Alive::Fixed(before)) => {
                *place != Place::Property
                    && held.place == Some(*place)
                    && held.name == self.name
                    && before == value
            }
            _ => false,
        }
    }

    fn stands_in(&self, place: Place, name: &str) -> bool {
        matches!(&self.what, What::Set(this, _) if *this == place && self.name == name)
    }
}

fn follow(
    on: Element,
    place: Place,
    name: &'static str,
    read: Box<dyn Fn() -> Value>,
    left: bool,
) -> RenderEffect<Value> {
    RenderEffect::new(move |before: Option<Value>| {
        let value = read();
        match before {
            None => begin(&on, place, name, &value, left),
            Some(before) if before != value => set(&on, place, name, &value),
            Some(_) => {}
        }
        value
    })
}

fn begin(on: &Element, place: Place, name: &str, value: &Value, left: bool) {
    match place {
        // What the slot before it set is gone only if this one says so.
        Place::Attribute | Place::Class if left => set(on, place, name, value),
        _ => first(on, place, name, value),
    }
}

/// Sets a value on an element that has none in this place yet.
fn first(on: &Element, place: Place, name: &str, value: &Value) {
    match (place, value) {
        // An input takes its value once its other attributes stand: its type decides what it keeps of it.
        (Place::Property, Value::Text(text)) => {
            Rndr::set_property_or_value(on, name, &text.as_ref().into());
        }
        (Place::Attribute | Place::Class, Value::Absent) => {}
        _ => set(on, place, name, value),
    }
}

fn set(on: &Element, place: Place, name: &str, value: &Value) {
    match (place, value) {
        (Place::Attribute, Value::Absent) => Rndr::remove_attribute(on, name),
        (Place::Attribute, Value::Present) => Rndr::set_attribute(on, name, ""),
        (Place::Attribute, Value::Text(text)) => Rndr::set_attribute(on, name, text),
        (Place::Class, Value::Absent) => Rndr::remove_class(&Rndr::class_list(on), name),
        (Place::Class, _) => Rndr::add_class(&Rndr::class_list(on), name),
        (Place::Property, Value::Text(text)) => {
            Rndr::set_property(on, name, &text.as_ref().into());
        }
        (Place::Property, value) => {
            Rndr::set_property(on, name, &(*value == Value::Present).into());
        }
    }
}

/// Puts other slots on an element that stands; what the new ones do not name is taken off.
pub fn replace(on: &Element, held: &mut Vec<Held>, slots: Vec<Slot>) {
    let old = std::mem::take(held);
    // What stands already stays as it is, unless something else changes the same attribute under it.
    let same =
        old.len() == slots.len() && old.iter().zip(&slots).all(|(old, slot)| slot.repeats(old));
    if same {
        *held = old;
        return;
    }
    for old in old {
        let Some(place) = old.place else { continue };
        if !slots.iter().any(|slot| slot.stands_in(place, old.name)) {
            set(on, place, old.name, &Value::Absent);
        }
    }
    held.extend(slots.into_iter().map(|slot| slot.put_over(on, true)));
}
