//! Nodes that stand in the document, and what changes them.

use std::borrow::Cow;

use leptos::prelude::{Mountable, Render, RenderEffect};
use leptos::tachys::reactive_graph::RenderEffectState;
use leptos::tachys::renderer::Rndr;
use leptos::tachys::renderer::types::{Element, Node, Placeholder, Text};

use super::slot::{Held, Slot, replace};
use super::{Kind, View};

const SVG: &str = "http://www.w3.org/2000/svg";

/// A view that stands. It stops changing once it is dropped.
pub enum Standing {
    /// Nothing, with a mark of its place.
    Nothing(Placeholder),
    /// A text.
    Text(Text, Cow<'static, str>),
    /// An element.
    Element(Box<StandingElement>),
    /// Several nodes, with a mark behind the last.
    Several(Vec<Self>, Placeholder),
    /// What a closure gave last. The state takes that down at once when it is dropped. A bare effect would not: its task
    /// holds it until its own next turn, and a closure in there, woken by the same change, may come before that and read
    /// what its owner has disposed of.
    Live(RenderEffectState<Self>),
}

/// An element that stands.
pub struct StandingElement {
    node: Element,
    tag: &'static str,
    slots: Vec<Held>,
    children: Vec<Standing>,
}

impl Render for View {
    type State = Standing;

    fn build(self) -> Standing {
        build(self, false)
    }

    fn rebuild(self, state: &mut Standing) {
        update(self, state, false);
    }
}

/// Makes a view stand, not in the document yet. Inside a drawing, elements are of another kind.
fn build(view: View, drawing: bool) -> Standing {
    match *view.0 {
        Kind::Nothing => Standing::Nothing(Rndr::create_placeholder()),
        Kind::Text(text) => Standing::Text(Rndr::create_text_node(&text), text),
        Kind::Element(element) => {
            let parts = element.parts();
            let drawing = drawing || parts.tag == "svg";
            let node = Rndr::create_element(parts.tag, drawing.then_some(SVG));
            let slots = parts.slots.into_iter().map(|slot: Slot| slot.put(&node));
            let slots = slots.collect();
            let mut children = build_all(parts.children, drawing);
            mount_all(&mut children, &node, None);
            Standing::Element(Box::new(StandingElement {
                node,
                tag: parts.tag,
                slots,
                children,
            }))
        }
        Kind::Several(views) => {
            Standing::Several(build_all(views, drawing), Rndr::create_placeholder())
        }
        Kind::Live(make) => {
            let effect = RenderEffect::new(move |before| match before {
                Some(mut standing) => {
                    update(make(), &mut standing, drawing);
                    standing
                }
                None => build(make(), drawing),
            });
            Standing::Live(effect.into())
        }
    }
}

fn build_all(views: Vec<View>, drawing: bool) -> Vec<Standing> {
    views.into_iter().map(|view| build(view, drawing)).collect()
}

fn mount_all(children: &mut [Standing], parent: &Element, before: Option<&Node>) {
    for child in children {
        child.mount(parent, before);
    }
}

/// Has `standing` show `view`. What is of the same kind stays, so that the focus and what was typed stay too.
fn update(view: View, standing: &mut Standing, drawing: bool) {
    match (*view.0, &mut *standing) {
        (Kind::Nothing, Standing::Nothing(_)) => {}
        (Kind::Text(text), Standing::Text(node, before)) => {
            if *before != text {
                Rndr::set_text(node, &text);
                *before = text;
            }
        }
        (Kind::Element(element), Standing::Element(old)) if element.tag() == old.tag => {
            let parts = element.parts();
            replace(&old.node, &mut old.slots, parts.slots);
            let drawing = drawing || old.tag == "svg";
            let node = old.node.clone();
            update_all(parts.children, &mut old.children, drawing, |child| {
                child.mount(&node, None);
            });
        }
        (Kind::Several(views), Standing::Several(old, end)) => {
            update_all(views, old, drawing, |child| {
                end.insert_before_this(child);
            });
        }
        (kind, old) => {
            let mut new = build(View::new(kind), drawing);
            old.insert_before_this(&mut new);
            old.unmount();
            *old = new;
        }
    }
}

fn update_all(
    views: Vec<View>,
    standing: &mut Vec<Standing>,
    drawing: bool,
    mut append: impl FnMut(&mut Standing),
) {
    let count = views.len();
    for (place, view) in views.into_iter().enumerate() {
        if let Some(old) = standing.get_mut(place) {
            update(view, old, drawing);
        } else {
            let mut new = build(view, drawing);
            append(&mut new);
            standing.push(new);
        }
    }
    for mut left in standing.drain(count..) {
        left.unmount();
    }
}

impl Mountable for Standing {
    fn unmount(&mut self) {
        match self {
            Self::Nothing(mark) => mark.unmount(),
            Self::Text(text, _) => text.unmount(),
            Self::Element(element) => element.node.unmount(),
            Self::Several(all, end) => {
                all.iter_mut().for_each(Self::unmount);
                end.unmount();
            }
            Self::Live(effect) => effect.unmount(),
        }
    }

    fn mount(&mut self, parent: &Element, before: Option<&Node>) {
        match self {
            Self::Nothing(mark) => mark.mount(parent, before),
            Self::Text(text, _) => text.mount(parent, before),
            Self::Element(element) => element.node.mount(parent, before),
            Self::Several(all, end) => {
                mount_all(all, parent, before);
                end.mount(parent, before);
            }
            Self::Live(effect) => effect.mount(parent, before),
        }
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        match self {
            Self::Nothing(mark) => mark.insert_before_this(child),
            Self::Text(text, _) => text.insert_before_this(child),
            Self::Element(element) => element.node.insert_before_this(child),
            Self::Several(all, end) => match all.first() {
                Some(first) => first.insert_before_this(child),
                None => end.insert_before_this(child),
            },
            Self::Live(effect) => effect.insert_before_this(child),
        }
    }

    fn elements(&self) -> Vec<Element> {
        match self {
            Self::Nothing(_) | Self::Text(..) => Vec::new(),
            Self::Element(element) => vec![element.node.clone()],
            Self::Several(all, _) => all.iter().flat_map(Self::elements).collect(),
            Self::Live(effect) => effect.elements(),
        }
    }
}
