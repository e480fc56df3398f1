//! An element as it is written, before it stands.

use leptos::ev::EventDescriptor;
use leptos::prelude::{NodeRef, Owner};
use leptos::tachys::html::element::ElementType;
use leptos::tachys::html::node_ref::NodeRefContainer;
use leptos::tachys::renderer::types::Event;

use super::slot::{Place, Slot, What};
use super::value::{IntoSource, Source};
use super::{IntoView, Kind, View};

/// An element with what stands in and on it. Markup writes it: `view!`.
#[must_use = "an element that stands nowhere is not seen"]
pub struct Element(Box<Parts>);

pub(super) struct Parts {
    pub tag: &'static str,
    pub slots: Vec<Slot>,
    pub children: Vec<View>,
}

/// An element of this tag, with nothing in it yet.
#[inline(never)]
pub fn element(tag: &'static str) -> Element {
    Element(Box::new(Parts {
        tag,
        slots: Vec::new(),
        children: Vec::new(),
    }))
}

impl Element {
    pub(super) fn tag(&self) -> &'static str {
        self.0.tag
    }

    pub(super) fn parts(self) -> Parts {
        *self.0
    }

    /// An attribute that never changes.
    #[inline(never)]
    pub fn fixed(self, name: &'static str, text: &'static str) -> Self {
        self.attribute(name, text)
    }

    /// An attribute.
    pub fn attribute(self, name: &'static str, value: impl IntoSource) -> Self {
        self.set(Place::Attribute, name, value.into_source())
    }

    /// A class that is there while the value is true; written after the attribute `class`.
    pub fn class(self, name: &'static str, value: impl IntoSource) -> Self {
        self.set(Place::Class, name, value.into_source())
    }

    /// A property of the DOM's object.
    pub fn property(self, name: &'static str, value: impl IntoSource) -> Self {
        self.set(Place::Property, name, value.into_source())
    }

    #[inline(never)]
    fn set(mut self, place: Place, name: &'static str, value: Source) -> Self {
        let what = What::Set(place, value);
        self.0.slots.push(Slot { name, what });
        self
    }

    /// What an event calls, under the owner that stands now.
    pub fn on<E: EventDescriptor>(
        self,
        _event: E,
        name: &'static str,
        mut handler: impl FnMut(E::EventType) + 'static,
    ) -> Self
    where
        E::EventType: From<Event>,
    {
        self.listen(name, Box::new(move |event| handler(event.into())))
    }

    #[inline(never)]
    fn listen(mut self, name: &'static str, mut handler: Box<dyn FnMut(Event)>) -> Self {
        let owner = Owner::current().unwrap_or_default();
        let what = What::Listen(Box::new(move |event| owner.with(|| handler(event))));
        self.0.slots.push(Slot { name, what });
        self
    }

    /// Tells where the element is to be found once it stands.
    pub fn node_ref<E: ElementType + 'static>(mut self, node: NodeRef<E>) -> Self
    where
        NodeRef<E>: NodeRefContainer<E>,
    {
        let what = What::Tell(Box::new(move |element| node.load(element)));
        self.0.slots.push(Slot { name: "", what });
        self
    }

    /// What stands in it next.
    pub fn child(self, child: impl IntoView) -> Self {
        self.push(child.into_view())
    }

    /// Words that stand in it next.
    #[inline(never)]
    pub fn text(self, text: &'static str) -> Self {
        self.child(text)
    }

    #[inline(never)]
    fn push(mut self, child: View) -> Self {
        self.0.children.push(child);
        self
    }

    /// The element as a view.
    #[must_use]
    #[inline(never)]
    pub fn view(self) -> View {
        View::new(Kind::Element(self))
    }
}

impl IntoView for Element {
    fn into_view(self) -> View {
        self.view()
    }
}

/// Nodes that stand one after the other.
#[must_use = "nodes that stand nowhere are not seen"]
pub struct Several(Vec<View>);

/// No node yet.
#[inline(never)]
pub fn several() -> Several {
    Several(Vec::new())
}

impl Several {
    /// The next one.
    pub fn child(self, child: impl IntoView) -> Self {
        self.push(child.into_view())
    }

    /// Words that stand next.
    #[inline(never)]
    pub fn text(self, text: &'static str) -> Self {
        self.child(text)
    }

    #[inline(never)]
    fn push(mut self, child: View) -> Self {
        self.0.push(child);
        self
    }

    /// The nodes as a view.
    #[must_use]
    #[inline(never)]
    pub fn view(self) -> View {
        self.0.into_view()
    }
}
