//! What every screen is made of: one kind of node, whatever stands in it, so that one copy of the code builds and
//! updates them all. Leptos' own elements are a type each, with a copy of that code for every one (`docs/decisions.md`).
//!
//! ```text
//! element   an element as it is written
//! value     what an attribute, class or property is set to, once or by a closure
//! slot      attributes, classes, properties and listeners on a standing element
//! standing  nodes that stand in the document, and what changes them
//! effect    what is done beside the screen whenever something changes
//! ```

mod effect;
mod element;
mod slot;
mod standing;
mod value;

use std::borrow::Cow;

pub use self::effect::effect;
pub use self::element::{Element, Several, element, several};
pub use self::standing::Standing;
pub use quittance_markup::view;

/// A part of a screen: a text, an element, several of them, nothing, or what a closure gives again and again.
pub struct View(Box<Kind>);

enum Kind {
    Nothing,
    Text(Cow<'static, str>),
    Element(Element),
    Several(Vec<View>),
    Live(Box<dyn Fn() -> View>),
}

impl View {
    fn new(kind: Kind) -> Self {
        Self(Box::new(kind))
    }

    /// Nothing at all.
    #[must_use]
    #[inline(never)]
    pub fn nothing() -> Self {
        Self::new(Kind::Nothing)
    }

    /// What `make` gives, made anew whenever a signal that it reads changes.
    pub fn live<V: IntoView>(make: impl Fn() -> V + 'static) -> Self {
        Self::live_boxed(Box::new(move || make().into_view()))
    }

    #[inline(never)]
    fn live_boxed(make: Box<dyn Fn() -> Self>) -> Self {
        Self::new(Kind::Live(make))
    }

    #[inline(never)]
    fn fixed(text: &'static str) -> Self {
        Self::new(Kind::Text(Cow::Borrowed(text)))
    }

    #[inline(never)]
    fn owned(text: String) -> Self {
        Self::new(Kind::Text(Cow::Owned(text)))
    }
}

/// What may stand between the tags of markup.
pub trait IntoView {
    /// As the one kind of node.
    fn into_view(self) -> View;
}

impl IntoView for View {
    fn into_view(self) -> View {
        self
    }
}

impl IntoView for &'static str {
    fn into_view(self) -> View {
        View::fixed(self)
    }
}

impl IntoView for String {
    fn into_view(self) -> View {
        View::owned(self)
    }
}

impl IntoView for usize {
    fn into_view(self) -> View {
        View::owned(self.to_string())
    }
}

impl<V: IntoView> IntoView for Option<V> {
    fn into_view(self) -> View {
        self.map_or_else(View::nothing, V::into_view)
    }
}

impl IntoView for Vec<View> {
    #[inline(never)]
    fn into_view(self) -> View {
        View::new(Kind::Several(self))
    }
}

impl FromIterator<View> for View {
    fn from_iter<I: IntoIterator<Item = Self>>(views: I) -> Self {
        views.into_iter().collect::<Vec<_>>().into_view()
    }
}

impl<V: IntoView, F: Fn() -> V + 'static> IntoView for F {
    fn into_view(self) -> View {
        View::live(self)
    }
}
