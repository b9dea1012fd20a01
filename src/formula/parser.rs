use crate::model::{Decimal, Problem, Span};

use super::lexer::{self, Token};
use super::{BinaryOperator, Expression, ExpressionKind, Function, UnaryOperator};

/// The longest formula, in bytes.
const LONGEST: usize = 4_096;
/// The deepest nesting of parentheses, calls and signs.
const DEEPEST: usize = 64;
/// The most levels of the tree: a chain `a + b + c + …` has one for every operator.
const MOST_LEVELS: u16 = 256;
/// The longest number, in digits.
const MOST_DIGITS: usize = 28;

/// Why a text is no formula.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParseError {
    /// What is wrong.
    pub problem: Problem,
    /// Where.
    pub span: Span,
    /// What could stand there.
    pub expected: &'static str,
}

/// Reads a formula: at most 4,096 bytes, nested at most 64 deep, numbers of at most 28 digits.
///
/// From loose to tight: `or`, `and`, `not`, comparison, `+ -`, `* /`, a sign. A comparison is not chained.
/// `knows_unit` tells which words behind a number are units.
///
/// # Errors
/// The first place that does not fit, and what could stand there.
pub fn parse(text: &str, knows_unit: &dyn Fn(&str) -> bool) -> Result<Expression, ParseError> {
    if text.len() > LONGEST {
        return Err(ParseError { problem: Problem::Limits, span: Span::new(0, text.len()), expected: "4096" });
    }
    let mut parser = Parser { text, token: Token::End, span: Span::default(), depth: 0, knows_unit };
    parser.advance()?;
    let tree = parser.binary(0)?;
    if parser.token == Token::End { Ok(tree) } else { Err(parser.unexpected("+ - * / = < > and or")) }
}

struct Parser<'a> {
    text: &'a str,
    token: Token,
    span: Span,
    depth: usize,
    knows_unit: &'a dyn Fn(&str) -> bool,
}

impl<'a> Parser<'a> {
    fn advance(&mut self) -> Result<(), ParseError> {
        let at = self.span.end;
        match lexer::next(self.text, at) {
            Some((token, span)) => {
                (self.token, self.span) = (token, span);
                Ok(())
            }
            None => {
                let blanks = self.text.get(at..).map_or(0, |rest| rest.len().saturating_sub(rest.trim_start().len()));
                let start = at.saturating_add(blanks);
                let width = self.text.get(start..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
                self.span = Span::new(start, start.saturating_add(width));
                Err(self.unexpected(""))
            }
        }
    }

    fn unexpected(&self, expected: &'static str) -> ParseError {
        let ended = self.span.start >= self.text.len();
        let problem = if ended { Problem::UnexpectedEnd } else { Problem::Syntax };
        ParseError { problem, span: self.span, expected }
    }

    fn words(&self) -> &'a str {
        self.text.get(self.span.start..self.span.end).unwrap_or("")
    }

    fn take(&mut self, mark: &'static str) -> Result<bool, ParseError> {
        let here = self.token == Token::Mark(mark);
        if here {
            self.advance()?;
        }
        Ok(here)
    }

    fn deeper<T>(&mut self, read: impl FnOnce(&mut Self) -> Result<T, ParseError>) -> Result<T, ParseError> {
        self.depth = self.depth.saturating_add(1);
        if self.depth > DEEPEST {
            return Err(ParseError { problem: Problem::TooDeep, span: self.span, expected: "64" });
        }
        let result = read(self);
        self.depth = self.depth.saturating_sub(1);
        result
    }

    fn operator(&self) -> Option<BinaryOperator> {
        Some(match self.token {
            Token::Mark("=") => BinaryOperator::Equal,
            Token::Mark("<>") => BinaryOperator::Unequal,
            Token::Mark("<") => BinaryOperator::Less,
            Token::Mark("<=") => BinaryOperator::AtMost,
            Token::Mark(">") => BinaryOperator::Greater,
            Token::Mark(">=") => BinaryOperator::AtLeast,
            Token::Mark("+") => BinaryOperator::Add,
            Token::Mark("-") => BinaryOperator::Subtract,
            Token::Mark("*") => BinaryOperator::Multiply,
            Token::Mark("/") => BinaryOperator::Divide,
            Token::Word if self.words().eq_ignore_ascii_case("or") => BinaryOperator::Or,
            Token::Word if self.words().eq_ignore_ascii_case("and") => BinaryOperator::And,
            _ => return None,
        })
    }

    fn binary(&mut self, loosest: u8) -> Result<Expression, ParseError> {
        let mut left = self.unary()?;
        while let Some(operator) = self.operator().filter(|operator| operator.binding() > loosest) {
            self.advance()?;
            let right = self.deeper(|parser| parser.binary(operator.binding()))?;
            if operator.is_comparison() && self.operator().is_some_and(BinaryOperator::is_comparison) {
                return Err(self.unexpected("and or"));
            }
            let (span, below) = (left.span.to(right.span), left.depth.max(right.depth));
            left = node(span, ExpressionKind::Binary(operator, Box::new(left), Box::new(right)), below)?;
        }
        Ok(left)
    }

    fn unary(&mut self) -> Result<Expression, ParseError> {
        let start = self.span;
        let (operator, binding) = match self.token {
            Token::Mark("-") => (UnaryOperator::Negate, 6),
            Token::Word if self.words().eq_ignore_ascii_case("not") => (UnaryOperator::Not, 3),
            _ => return self.primary(),
        };
        self.advance()?;
        let inner = self.deeper(|parser| parser.binary(binding))?;
        let (span, below) = (start.to(inner.span), inner.depth);
        node(span, ExpressionKind::Unary(operator, Box::new(inner)), below)
    }

    fn primary(&mut self) -> Result<Expression, ParseError> {
        let (span, words) = (self.span, self.words());
        let kind = match self.token {
            Token::Number => return self.number(),
            Token::Word => return self.word(),
            Token::Mark("(") => return self.parentheses(),
            Token::Quoted => ExpressionKind::Text(inside(words)),
            Token::Bracketed => ExpressionKind::Name(inside(words).trim().to_owned()),
            _ => return Err(self.unexpected("1 · name · ( · -")),
        };
        self.advance()?;
        node(span, kind, 0)
    }

    fn parentheses(&mut self) -> Result<Expression, ParseError> {
        self.advance()?;
        let inner = self.deeper(|parser| parser.binary(0))?;
        if self.take(")")? { Ok(inner) } else { Err(self.unexpected(")")) }
    }

    fn number(&mut self) -> Result<Expression, ParseError> {
        let (mut span, words) = (self.span, self.words());
        if words.len() > MOST_DIGITS {
            return Err(ParseError { problem: Problem::NumberTooLong, span, expected: "28" });
        }
        let value = Decimal::parse(words).ok_or_else(|| self.unexpected("12.5"))?;
        self.advance()?;
        let mut unit = String::new();
        let is_unit = match self.token {
            Token::Percent => true,
            Token::Word => (self.knows_unit)(self.words()),
            _ => false,
        };
        if is_unit {
            unit = self.words().replace('％', "%");
            span = span.to(self.span);
            self.advance()?;
        }
        node(span, ExpressionKind::Number { value, unit }, 0)
    }

    fn word(&mut self) -> Result<Expression, ParseError> {
        let (span, words) = (self.span, self.words());
        self.advance()?;
        if self.token == Token::Mark("(") {
            return self.call(words, span);
        }
        let kind = match words {
            "是" => ExpressionKind::Truth(true),
            "否" => ExpressionKind::Truth(false),
            _ if words.eq_ignore_ascii_case("true") => ExpressionKind::Truth(true),
            _ if words.eq_ignore_ascii_case("false") => ExpressionKind::Truth(false),
            _ => ExpressionKind::Name(words.to_owned()),
        };
        node(span, kind, 0)
    }

    fn call(&mut self, name: &str, start: Span) -> Result<Expression, ParseError> {
        let function = Function::parse(name);
        let function = function.ok_or(ParseError { problem: Problem::UnknownFunction, span: start, expected: "" })?;
        self.advance()?;
        let mut arguments = Vec::new();
        while self.token != Token::Mark(")") {
            arguments.push(self.deeper(|parser| parser.binary(0))?);
            if self.token != Token::Mark(")") && !self.take(",")? {
                return Err(self.unexpected(", · )"));
            }
        }
        let span = start.to(self.span);
        self.advance()?;
        let (least, most) = function.arguments();
        if !(least..=most).contains(&arguments.len()) {
            return Err(ParseError { problem: Problem::ArgumentCount, span, expected: function.name() });
        }
        let below = arguments.iter().map(|argument| argument.depth).max().unwrap_or(0);
        node(span, ExpressionKind::Call(function, arguments), below)
    }
}

/// A part that stands over others nested `below` deep.
fn node(span: Span, kind: ExpressionKind, below: u16) -> Result<Expression, ParseError> {
    let depth = below.saturating_add(1);
    let too_deep = ParseError { problem: Problem::TooDeep, span, expected: "256" };
    if depth > MOST_LEVELS { Err(too_deep) } else { Ok(Expression { span, kind, depth }) }
}

/// A quoted or bracketed text without its first and last mark.
fn inside(words: &str) -> String {
    let mut letters = words.chars();
    letters.next();
    letters.next_back();
    letters.as_str().to_owned()
}
