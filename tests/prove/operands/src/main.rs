//! Where the operands of every operator, the pattern of every match arm and every `const` before a function stand.
//!
//! cargo-mutants says where an operator is; to build a mutant beside the original, both sides of it must be known.
//! For each file named, one line each, places as `line:column`, columns from 1 in characters:
//!
//! ```text
//! file  NAME
//! binary OPERATOR WHOLE-FROM WHOLE-TO LEFT-FROM LEFT-TO RIGHT-FROM RIGHT-TO
//! unary  OPERATOR WHOLE-FROM WHOLE-TO INNER-FROM INNER-TO
//! arm    FROM PATTERN-TO [GUARD-FROM GUARD-TO]
//! const  KEYWORD-FROM FUNCTION-TO NAME
//! ```

use proc_macro2::{LineColumn, Span};
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{Arm, Expr, ExprBinary, ExprUnary, ImplItemFn, ItemFn, Signature};

fn main() {
    for name in std::env::args().skip(1) {
        let text = std::fs::read_to_string(&name).expect("the file can be read");
        println!("file {name}");
        Places.visit_file(&syn::parse_file(&text).expect("the file is Rust"));
    }
}

struct Places;

impl<'a> Visit<'a> for Places {
    fn visit_expr_binary(&mut self, whole: &'a ExprBinary) {
        if !holds_let(&whole.left) && !holds_let(&whole.right) {
            let [left, right] = [&*whole.left, &*whole.right].map(|side| range(side.span()));
            println!("binary {} {} {left} {right}", from(whole.op.span()), range(whole.span()));
        }
        visit::visit_expr_binary(self, whole);
    }

    fn visit_expr_unary(&mut self, whole: &'a ExprUnary) {
        println!("unary {} {} {}", from(whole.op.span()), range(whole.span()), range(whole.expr.span()));
        visit::visit_expr_unary(self, whole);
    }

    fn visit_arm(&mut self, arm: &'a Arm) {
        let guard = arm.guard.as_ref().map_or_else(String::new, |(_, guard)| range(guard.span()));
        println!("arm {} {} {guard}", from(arm.span()), place(arm.pat.span().end()));
        visit::visit_arm(self, arm);
    }

    fn visit_item_fn(&mut self, function: &'a ItemFn) {
        constant(&function.sig, function.span());
        visit::visit_item_fn(self, function);
    }

    fn visit_impl_item_fn(&mut self, function: &'a ImplItemFn) {
        constant(&function.sig, function.span());
        visit::visit_impl_item_fn(self, function);
    }
}

fn constant(signature: &Signature, whole: Span) {
    if let Some(keyword) = signature.constness {
        println!("const {} {} {}", from(keyword.span), place(whole.end()), signature.ident);
    }
}

/// A chain of conditions with `let` in it is no expression that could stand in brackets.
fn holds_let(side: &Expr) -> bool {
    match side {
        Expr::Let(_) => true,
        Expr::Binary(inner) => holds_let(&inner.left) || holds_let(&inner.right),
        _ => false,
    }
}

fn range(span: Span) -> String {
    format!("{} {}", from(span), place(span.end()))
}

fn from(span: Span) -> String {
    place(span.start())
}

fn place(at: LineColumn) -> String {
    format!("{}:{}", at.line, at.column + 1)
}
