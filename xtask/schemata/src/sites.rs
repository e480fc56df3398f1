//! Where in a file the mutants stand: the extent of each expression that an operator, an arm or a body belongs to.

use crate::list::Genre;
use proc_macro2::Span;
use std::ops::Range;
use syn::{
    BinOp, Expr, Member, ReturnType, Signature, UnOp,
    spanned::Spanned,
    visit::{self, Visit},
};

/// How operands of an operator may be held while one of several operators is chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operator {
    /// `==` and the like look at their operands.
    Compare,
    /// `&&` and `||` may leave the right one out.
    Lazy,
    /// `+` and the like take their operands.
    Plain,
    /// `|=` and the like change the left one.
    Assign,
}

/// What stands at a site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A function's body, from its first statement to its last; `opaque` if it returns `impl Trait`.
    Body { opaque: bool },
    /// Two operands with an operator between them.
    Binary {
        kind: Operator,
        left: Range<usize>,
        operator: Range<usize>,
        right: Range<usize>,
    },
    /// A sign before its operand.
    Unary { operator: Range<usize> },
    /// An arm whose pattern ends here.
    Arm { pattern_end: usize },
    /// The condition of an arm.
    Guard,
    /// The value of a field, and the expression that gives the field if its own value is taken out.
    Field { shorthand: bool, other: String },
    /// What no choice at run time can change: `let` in a condition, a hidden type inside the one returned.
    Fixed,
}

/// One place with all mutants that change it.
#[derive(Clone, Debug)]
pub struct Site {
    /// From the first byte to the one after the last.
    pub extent: Range<usize>,
    /// What stands there.
    pub shape: Shape,
    /// The kind of mutant that has this site.
    pub genre: Genre,
    /// Where such a mutant begins.
    pub start: usize,
    /// Worked out by the compiler: a constant, a length, a number of a variant.
    pub constant: bool,
    /// The innermost `const fn` around, as an index.
    pub inside: Option<usize>,
}

/// A `const` before `fn`: taken away where nothing needs it, because nothing can be chosen in a constant.
#[derive(Clone, Debug)]
pub struct ConstFn {
    /// The function's name alone.
    pub name: String,
    /// The name of the type that it belongs to, if any.
    pub owner: Option<String>,
    /// Where the word stands.
    pub word: Range<usize>,
}

/// The sites of one file, each before those inside it.
#[derive(Default)]
pub struct Sites {
    /// In the order in which they begin.
    pub all: Vec<Site>,
    /// Every `const fn` of the file.
    pub const_fns: Vec<ConstFn>,
}

/// Finds the sites of a text.
///
/// # Errors
/// What the parser says where the text is not Rust.
pub fn find(text: &str) -> Result<Sites, syn::Error> {
    let file = syn::parse_file(text)?;
    let mut finder = Finder {
        text,
        found: Sites::default(),
        constant: 0,
        owner: None,
        inside: Vec::new(),
    };
    finder.visit_file(&file);
    Ok(finder.found)
}

struct Finder<'a> {
    text: &'a str,
    found: Sites,
    /// How many constants are around.
    constant: usize,
    /// The type whose `impl` is around.
    owner: Option<String>,
    /// The functions around: `Some` for a `const fn`.
    inside: Vec<Option<usize>>,
}

impl Finder<'_> {
    fn site(&mut self, genre: Genre, start: usize, extent: Range<usize>, shape: Shape) {
        self.found.all.push(Site {
            extent,
            shape,
            genre,
            start,
            constant: self.constant > 0,
            inside: self.inside.last().copied().flatten(),
        });
    }

    fn in_constant(&mut self, visit: impl FnOnce(&mut Self)) {
        self.constant += 1;
        visit(self);
        self.constant -= 1;
    }

    fn function(&mut self, signature: &Signature, body: &syn::Block) {
        self.inside.push(signature.constness.map(|word| {
            self.found.const_fns.push(ConstFn {
                name: signature.ident.to_string(),
                owner: self.owner.clone(),
                word: bytes(word.span()),
            });
            self.found.const_fns.len() - 1
        }));
        if let (Some(first), Some(last)) = (body.stmts.first(), body.stmts.last()) {
            let extent = bytes(first.span()).start..bytes(last.span()).end;
            let shape = match opaque(&signature.output) {
                Opaque::No => Shape::Body { opaque: false },
                Opaque::Whole => Shape::Body { opaque: true },
                Opaque::Inside => Shape::Fixed,
            };
            self.site(Genre::FnValue, extent.start, extent, shape);
        }
    }

    fn slice(&self, range: Range<usize>) -> &str {
        self.text.get(range).unwrap_or_default()
    }
}

impl<'ast> Visit<'ast> for Finder<'_> {
    fn visit_item_impl(&mut self, node: &'ast syn::ItemImpl) {
        if let syn::Type::Path(path) = &*node.self_ty {
            self.owner = path.path.segments.last().map(|part| part.ident.to_string());
        }
        visit::visit_item_impl(self, node);
        self.owner = None;
    }

    fn visit_item_fn(&mut self, node: &'ast syn::ItemFn) {
        self.function(&node.sig, &node.block);
        visit::visit_item_fn(self, node);
        self.inside.pop();
    }

    fn visit_impl_item_fn(&mut self, node: &'ast syn::ImplItemFn) {
        self.function(&node.sig, &node.block);
        visit::visit_impl_item_fn(self, node);
        self.inside.pop();
    }

    fn visit_trait_item_fn(&mut self, node: &'ast syn::TraitItemFn) {
        if let Some(body) = &node.default {
            self.function(&node.sig, body);
            visit::visit_trait_item_fn(self, node);
            self.inside.pop();
        }
    }

    fn visit_item_const(&mut self, node: &'ast syn::ItemConst) {
        self.in_constant(|this| visit::visit_item_const(this, node));
    }

    fn visit_item_static(&mut self, node: &'ast syn::ItemStatic) {
        self.in_constant(|this| visit::visit_item_static(this, node));
    }

    fn visit_impl_item_const(&mut self, node: &'ast syn::ImplItemConst) {
        self.in_constant(|this| visit::visit_impl_item_const(this, node));
    }

    fn visit_trait_item_const(&mut self, node: &'ast syn::TraitItemConst) {
        self.in_constant(|this| visit::visit_trait_item_const(this, node));
    }

    fn visit_variant(&mut self, node: &'ast syn::Variant) {
        self.in_constant(|this| visit::visit_variant(this, node));
    }

    fn visit_type_array(&mut self, node: &'ast syn::TypeArray) {
        self.in_constant(|this| visit::visit_type_array(this, node));
    }

    fn visit_expr_const(&mut self, node: &'ast syn::ExprConst) {
        self.in_constant(|this| visit::visit_expr_const(this, node));
    }

    fn visit_expr_repeat(&mut self, node: &'ast syn::ExprRepeat) {
        self.visit_expr(&node.expr);
        self.in_constant(|this| this.visit_expr(&node.len));
    }

    fn visit_pat(&mut self, node: &'ast syn::Pat) {
        self.in_constant(|this| visit::visit_pat(this, node));
    }

    fn visit_expr_binary(&mut self, node: &'ast syn::ExprBinary) {
        let (left, right) = (bytes(node.left.span()), bytes(node.right.span()));
        let operator = bytes(node.op.span());
        let extent = left.start..right.end;
        let kind = kind(node.op);
        let shape = if kind == Operator::Lazy && (has_let(&node.left) || has_let(&node.right)) {
            Shape::Fixed
        } else {
            Shape::Binary {
                kind,
                left,
                operator: operator.clone(),
                right,
            }
        };
        self.site(Genre::BinaryOperator, operator.start, extent, shape);
        visit::visit_expr_binary(self, node);
    }

    fn visit_expr_unary(&mut self, node: &'ast syn::ExprUnary) {
        if matches!(node.op, UnOp::Not(_) | UnOp::Neg(_)) {
            let operator = bytes(node.op.span());
            let extent = operator.start..bytes(node.expr.span()).end;
            let shape = Shape::Unary {
                operator: operator.clone(),
            };
            self.site(Genre::UnaryOperator, operator.start, extent, shape);
        }
        visit::visit_expr_unary(self, node);
    }

    fn visit_arm(&mut self, node: &'ast syn::Arm) {
        let extent = bytes(node.span());
        match &node.guard {
            None => {
                let pattern_end = bytes(node.pat.span()).end;
                let shape = Shape::Arm { pattern_end };
                self.site(Genre::MatchArm, extent.start, extent, shape);
            }
            Some((_, guard)) => {
                let extent = bytes(guard.span());
                let shape = if has_let(guard) {
                    Shape::Fixed
                } else {
                    Shape::Guard
                };
                self.site(Genre::MatchArmGuard, extent.start, extent, shape);
            }
        }
        visit::visit_arm(self, node);
    }

    fn visit_expr_struct(&mut self, node: &'ast syn::ExprStruct) {
        if let Some(rest) = &node.rest {
            let path = self.slice(bytes(node.path.span())).to_owned();
            let base = self.slice(bytes(rest.span())).to_owned();
            for field in &node.fields {
                let Member::Named(name) = &field.member else {
                    continue;
                };
                let other = if place(rest) {
                    format!("({base}).{name}")
                } else {
                    format!("{{ let base: {path} = {base}; base.{name} }}")
                };
                let shape = Shape::Field {
                    shorthand: field.colon_token.is_none(),
                    other,
                };
                let start = bytes(field.span()).start;
                self.site(Genre::StructField, start, bytes(field.expr.span()), shape);
            }
        }
        visit::visit_expr_struct(self, node);
    }
}

fn bytes(span: Span) -> Range<usize> {
    span.byte_range()
}

/// Whether a field can be taken out of the expression without working it out twice.
fn place(expression: &Expr) -> bool {
    match expression {
        Expr::Path(_) => true,
        Expr::Field(field) => place(&field.base),
        Expr::Unary(unary) => matches!(unary.op, UnOp::Deref(_)) && place(&unary.expr),
        Expr::Paren(inner) => place(&inner.expr),
        _ => false,
    }
}

fn has_let(expression: &Expr) -> bool {
    match expression {
        Expr::Let(_) => true,
        Expr::Binary(node) if matches!(node.op, BinOp::And(_)) => {
            has_let(&node.left) || has_let(&node.right)
        }
        _ => false,
    }
}

/// Whether a function hides the type that it returns.
enum Opaque {
    No,
    Whole,
    Inside,
}

fn opaque(output: &ReturnType) -> Opaque {
    struct Hidden(bool);
    impl Visit<'_> for Hidden {
        fn visit_type_impl_trait(&mut self, _: &syn::TypeImplTrait) {
            self.0 = true;
        }
    }
    match output {
        ReturnType::Type(_, kind) if matches!(**kind, syn::Type::ImplTrait(_)) => Opaque::Whole,
        output => {
            let mut hidden = Hidden(false);
            hidden.visit_return_type(output);
            if hidden.0 { Opaque::Inside } else { Opaque::No }
        }
    }
}

fn kind(operator: BinOp) -> Operator {
    match operator {
        BinOp::And(_) | BinOp::Or(_) => Operator::Lazy,
        BinOp::Eq(_) | BinOp::Ne(_) | BinOp::Lt(_) | BinOp::Le(_) | BinOp::Gt(_) | BinOp::Ge(_) => {
            Operator::Compare
        }
        BinOp::Add(_)
        | BinOp::Sub(_)
        | BinOp::Mul(_)
        | BinOp::Div(_)
        | BinOp::Rem(_)
        | BinOp::BitXor(_)
        | BinOp::BitAnd(_)
        | BinOp::BitOr(_)
        | BinOp::Shl(_)
        | BinOp::Shr(_) => Operator::Plain,
        _ => Operator::Assign,
    }
}
