//! `view!` for the app's screens: the markup that Leptos knows, written as calls of `crate::ui::view`, where every
//! element is of one type. Why not Leptos' own macro: `docs/decisions.md`.
//!
//! ```text
//! name=value        an attribute; a closure keeps it up to date
//! name              an attribute that is there
//! class:name=value  a class that is there or not; stands after class=
//! prop:name=value   a property of the DOM's object
//! on:name=value     what an event calls
//! node_ref=value    where the element is to be found once it stands
//! ```

use proc_macro2::{Ident, TokenStream};
use quote::{quote, quote_spanned};
use rstml::node::{KeyedAttribute, Node, NodeAttribute, NodeElement};
use syn::{Expr, ExprLit, Lit, spanned::Spanned};

/// Markup as one `crate::ui::view::View`.
#[proc_macro]
pub fn view(markup: proc_macro::TokenStream) -> proc_macro::TokenStream {
    let calls = match rstml::parse(markup) {
        Ok(nodes) => siblings(&nodes),
        Err(error) => Err(error),
    };
    calls
        .unwrap_or_else(|error| error.into_compile_error())
        .into()
}

fn siblings(nodes: &[Node]) -> syn::Result<TokenStream> {
    if let [Node::Element(element)] = nodes {
        let element = built(element)?;
        return Ok(quote!(#element.view()));
    }
    let children = children(nodes)?;
    Ok(quote!(crate::ui::view::several() #children.view()))
}

fn children(nodes: &[Node]) -> syn::Result<TokenStream> {
    nodes.iter().map(child).collect()
}

fn child(node: &Node) -> syn::Result<TokenStream> {
    match node {
        Node::Element(element) => {
            let element = built(element)?;
            Ok(quote!(.child(#element)))
        }
        Node::Text(text) => {
            let text = &text.value;
            Ok(quote!(.text(#text)))
        }
        Node::Block(block) => {
            // A block of one expression needs no braces as an argument.
            let value = match block.try_block().map(|block| block.stmts.as_slice()) {
                Some([syn::Stmt::Expr(value, None)]) => quote!(#value),
                _ => quote!(#block),
            };
            Ok(quote_spanned!(value.span()=> .child(#value)))
        }
        other => Err(syn::Error::new(
            other.span(),
            "write elements, \"text\" or {values}",
        )),
    }
}

fn built(element: &NodeElement<rstml::Infallible>) -> syn::Result<TokenStream> {
    let tag = element.name().to_string();
    let slots = element.attributes().iter().map(slot);
    let slots: TokenStream = slots.collect::<syn::Result<_>>()?;
    let children = children(&element.children)?;
    Ok(quote!(crate::ui::view::element(#tag) #slots #children))
}

fn slot(attribute: &NodeAttribute) -> syn::Result<TokenStream> {
    let NodeAttribute::Attribute(attribute) = attribute else {
        return Err(syn::Error::new(attribute.span(), "write name=value"));
    };
    let key = attribute.key.to_string();
    let value = value(attribute);
    let span = attribute.key.span();
    Ok(match key.split_once(':') {
        Some(("class", name)) => quote_spanned!(span=> .class(#name, #value)),
        Some(("prop", name)) => quote_spanned!(span=> .property(#name, #value)),
        Some(("on", name)) => {
            let event = Ident::new(name, span);
            quote_spanned!(span=> .on(leptos::ev::#event, #name, #value))
        }
        Some(_) => {
            return Err(syn::Error::new(span, "known are class:, prop: and on:"));
        }
        None if key == "node_ref" => quote_spanned!(span=> .node_ref(#value)),
        None => match literal(attribute) {
            Some(text) => quote_spanned!(span=> .fixed(#key, #text)),
            None => quote_spanned!(span=> .attribute(#key, #value)),
        },
    })
}

fn literal(attribute: &KeyedAttribute) -> Option<&syn::LitStr> {
    match attribute.value()? {
        Expr::Lit(ExprLit {
            lit: Lit::Str(text),
            ..
        }) => Some(text),
        _ => None,
    }
}

/// The value; a name alone means that the attribute is there.
fn value(attribute: &KeyedAttribute) -> TokenStream {
    attribute
        .value()
        .map_or_else(|| quote!(true), |value| quote!(#value))
}
