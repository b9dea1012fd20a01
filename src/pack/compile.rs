use crate::formula::{BinaryOperator, Expression, ExpressionKind, Function, UnaryOperator};
use crate::model::{
    Decimal, Factor, Measure, Mismatch, Pattern, Problem, Rounding, Share, Span, Unit, UnitTable, joined,
};

use super::names::{Meaning, Names, NoMeaning};
use super::plan::{Field, FieldKind, Formula, Node, NodeIndex};

/// What a part of a formula gives.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Type {
    Number(Measure),
    Truth,
    Text,
    Choice(usize),
    Date,
}

impl Type {
    fn name(self) -> &'static str {
        match self {
            Self::Number(_) => "number",
            Self::Truth => "true/false",
            Self::Text => "text",
            Self::Choice(_) => "choice",
            Self::Date => "date",
        }
    }

    pub(super) fn unit(self) -> Option<Unit> {
        match self {
            Self::Number(Measure::Of(unit)) => Some(unit),
            _ => None,
        }
    }
}

/// A fault of a formula, in bytes of its text.
#[derive(Debug)]
pub(super) struct Fault {
    pub(super) problem: Problem,
    pub(super) span: Span,
    pub(super) expected: String,
    pub(super) found: String,
}

/// What the checker knows while it reads formulas.
#[derive(Clone, Copy)]
pub(super) struct Surroundings<'a> {
    pub(super) names: &'a Names,
    pub(super) fields: &'a [Field],
    pub(super) field_types: &'a [Type],
    pub(super) metric_types: &'a [Type],
    pub(super) parameter_types: &'a [Type],
    pub(super) rounding: Rounding,
}

/// So many faults of one formula are told.
const MOST_FAULTS: usize = 5;

/// Turns a tree into a checked formula, or says everything that is wrong with it.
pub(super) struct Compiler<'a> {
    around: Surroundings<'a>,
    units: &'a mut UnitTable,
    nodes: Vec<Node>,
    faults: Vec<Fault>,
}

/// A part that was understood: where it stands in the formula, what it gives, and whether it is a number written with its unit.
#[derive(Clone, Copy)]
struct Part {
    node: NodeIndex,
    gives: Type,
    is_written_unit: bool,
}

impl<'a> Compiler<'a> {
    pub(super) fn new(around: Surroundings<'a>, units: &'a mut UnitTable) -> Self {
        Self { around, units, nodes: Vec::new(), faults: Vec::new() }
    }

    /// A condition or an assertion.
    pub(super) fn truth(mut self, tree: &Expression) -> (Formula, Vec<Fault>) {
        if let Some(part) = self.part(tree) {
            self.expect_truth(tree, &part);
        }
        self.finish()
    }

    /// A formula whose result is shown in `unit`, converted to it; without one it must give a plain number or a ratio.
    pub(super) fn number(mut self, tree: &Expression, unit: Option<Unit>) -> (Formula, Vec<Fault>) {
        if let Some(part) = self.part(tree) {
            match (part.gives, unit) {
                (Type::Number(own), Some(unit)) => self.shown_in(tree, part, own, unit),
                (Type::Number(Measure::Of(own)), None) if !self.units.is_ratio(own) => {
                    let name = self.units.name(own).to_owned();
                    self.fault(Problem::UnitMismatch, tree.span, "unit", &name);
                }
                (Type::Number(_), None) => {}
                (other, _) => self.fault(Problem::ExpectedNumber, tree.span, "number", other.name()),
            }
        }
        self.finish()
    }

    /// A figure, choice or text printed in a sentence.
    pub(super) fn any(mut self, tree: &Expression) -> (Formula, Vec<Fault>, Type) {
        let gives = self.part(tree).map_or(Type::Truth, |part| part.gives);
        let (formula, faults) = self.finish();
        (formula, faults, gives)
    }

    fn finish(mut self) -> (Formula, Vec<Fault>) {
        // Most formulas of a sentence are one name, where a list would keep room for four.
        self.nodes.shrink_to_fit();
        (Formula { nodes: self.nodes }, self.faults)
    }

    fn fault(&mut self, problem: Problem, span: Span, expected: &str, found: &str) {
        if self.faults.len() >= MOST_FAULTS {
            return;
        }
        self.faults.push(Fault { problem, span, expected: expected.to_owned(), found: found.to_owned() });
    }

    fn push(&mut self, node: Node) -> NodeIndex {
        self.nodes.push(node);
        self.nodes.len().saturating_sub(1)
    }

    fn made(&mut self, node: Node, gives: Type) -> Option<Part> {
        Some(Part { node: self.push(node), gives, is_written_unit: false })
    }

    fn part(&mut self, tree: &Expression) -> Option<Part> {
        match &tree.kind {
            ExpressionKind::Number { value, unit } => self.literal(tree, *value, unit),
            ExpressionKind::Text(text) => self.made(Node::Text(text.clone()), Type::Text),
            ExpressionKind::Truth(truth) => self.made(Node::Truth(*truth), Type::Truth),
            ExpressionKind::Name(name) => self.name(tree, name),
            ExpressionKind::Unary(operator, inner) => self.unary(*operator, inner),
            ExpressionKind::Binary(operator, left, right) => self.binary(tree, *operator, left, right),
            ExpressionKind::Call(function, arguments) => self.call(tree, *function, arguments),
        }
    }

    fn literal(&mut self, tree: &Expression, value: Decimal, unit: &str) -> Option<Part> {
        let node = self.push(Node::Number(value));
        if unit.is_empty() {
            return Some(Part { node, gives: Type::Number(Measure::Bare), is_written_unit: false });
        }
        let Some(unit) = self.units.parse(unit) else {
            self.fault(Problem::BadValue, tree.span, "", unit);
            return None;
        };
        Some(Part { node, gives: Type::Number(Measure::Of(unit)), is_written_unit: true })
    }

    fn name(&mut self, tree: &Expression, name: &str) -> Option<Part> {
        let (node, types, place) = match self.around.names.find(name) {
            Ok(Meaning::Field(place)) => (Node::Field(place), self.around.field_types, place),
            Ok(Meaning::Metric(place)) => (Node::Metric(place), self.around.metric_types, place),
            Ok(Meaning::Parameter(place)) => (Node::Parameter(place), self.around.parameter_types, place),
            Err(NoMeaning::Ambiguous) => {
                self.fault(Problem::AmbiguousName, tree.span, "", name);
                return None;
            }
            Err(NoMeaning::Unknown) => {
                // Looking for what was meant is slow, and only the first faults of a formula are told.
                let near = if self.faults.len() < MOST_FAULTS { self.around.names.nearest(name) } else { None };
                let near = near.unwrap_or("");
                self.fault(Problem::UnknownName, tree.span, near, name);
                return None;
            }
        };
        let gives = *types.get(place)?;
        self.made(node, gives)
    }

    fn unary(&mut self, operator: UnaryOperator, inner: &Expression) -> Option<Part> {
        let part = self.part(inner)?;
        match operator {
            UnaryOperator::Not => {
                self.expect_truth(inner, &part);
                self.made(Node::Not(part.node), Type::Truth)
            }
            UnaryOperator::Negate => {
                self.measure(inner, &part)?;
                let node = self.push(Node::Negate(part.node));
                Some(Part { node, ..part })
            }
        }
    }

    fn expect_truth(&mut self, tree: &Expression, part: &Part) {
        if part.gives != Type::Truth {
            self.fault(Problem::ExpectedTruth, tree.span, "true/false", part.gives.name());
        }
    }

    fn measure(&mut self, tree: &Expression, part: &Part) -> Option<Measure> {
        match part.gives {
            Type::Number(measure) => Some(measure),
            other => {
                self.fault(Problem::ExpectedNumber, tree.span, "number", other.name());
                None
            }
        }
    }

    fn binary(
        &mut self,
        tree: &Expression,
        operator: BinaryOperator,
        left: &Expression,
        right: &Expression,
    ) -> Option<Part> {
        // Both sides are read before either may fail, so that several faults are told at once.
        let (first, second) = (self.part(left), self.part(right));
        let (mut first, mut second) = (first?, second?);
        let gives = match operator {
            BinaryOperator::And | BinaryOperator::Or => {
                self.expect_truth(left, &first);
                self.expect_truth(right, &second);
                Type::Truth
            }
            BinaryOperator::Multiply | BinaryOperator::Divide => {
                let _ = (self.measure(left, &first), self.measure(right, &second));
                if !self.faults.is_empty() {
                    return None;
                }
                let multiply = operator == BinaryOperator::Multiply;
                self.without_shares(multiply, &mut first, &mut second);
                let (measure, factor) = self.product(tree, multiply, first, second)?;
                let node = self.push(Node::Binary(operator, first.node, second.node));
                let node = self.scale(node, factor);
                return Some(Part { node, gives: Type::Number(measure), is_written_unit: false });
            }
            BinaryOperator::Add | BinaryOperator::Subtract => {
                let measures = (self.measure(left, &first), self.measure(right, &second));
                let _ = (measures.0?, measures.1?);
                Type::Number(self.sum(tree, operator == BinaryOperator::Add, &first, &mut second)?)
            }
            comparison => self.comparison(tree, comparison, (left, &mut first), (right, &mut second))?,
        };
        self.made(Node::Binary(operator, first.node, second.node), gives)
    }

    /// A share beside a figure is a part of it: 30% of 户 are 户. The share is turned into the pure number that it stands
    /// for, so that no hundred stays hidden in a unit; only beside a plain number or ratio it stays a share (人/人 × 100%).
    fn without_shares(&mut self, multiply: bool, first: &mut Part, second: &mut Part) {
        let is_share =
            |part: &Part, units: &UnitTable| part.gives.unit().is_some_and(|unit| units.share(unit) != Share::None);
        let is_number = |part: &Part, units: &UnitTable| part.gives.unit().is_none_or(|unit| units.is_ratio(unit));
        let (left, right) = (is_share(first, self.units), is_share(second, self.units));
        if left && !is_number(second, self.units) && !(multiply && right) {
            self.drop_share(first);
        }
        if right && !(multiply && is_number(first, self.units)) {
            self.drop_share(second);
        }
    }

    fn drop_share(&mut self, part: &mut Part) {
        if let Some(unit) = part.gives.unit() {
            part.node = self.scale(part.node, self.units.factor(unit));
            part.gives = Type::Number(Measure::Of(Unit::RATIO));
        }
    }

    fn product(&mut self, tree: &Expression, multiply: bool, first: Part, second: Part) -> Option<(Measure, Factor)> {
        let result = match (first.gives.unit(), second.gives.unit()) {
            (None, None) => return Some((Measure::Bare, Factor::ONE)),
            (Some(unit), None) => return Some((Measure::Of(unit), Factor::ONE)),
            (None, Some(unit)) if multiply => return Some((Measure::Of(unit), Factor::ONE)),
            (None, Some(unit)) => self.units.over(Unit::RATIO, unit),
            (Some(left), Some(right)) if multiply => self.units.times(left, right),
            (Some(left), Some(right)) => self.units.over(left, right),
        };
        if result.is_none() {
            self.fault(Problem::Limits, tree.span, "", "");
        }
        result.map(|(unit, factor)| (Measure::Of(unit), factor))
    }

    fn sum(&mut self, tree: &Expression, adding: bool, first: &Part, second: &mut Part) -> Option<Measure> {
        match (first.gives.unit(), second.gives.unit()) {
            (Some(left), Some(right)) => match self.units.sum(left, right, adding) {
                Ok((unit, factor)) => {
                    second.node = self.scale(second.node, factor);
                    Some(Measure::Of(unit))
                }
                Err(mismatch) => {
                    self.mismatch(tree, mismatch, left, right);
                    None
                }
            },
            (Some(unit), None) => self.adopted(tree, second, first, unit),
            (None, Some(unit)) => self.adopted(tree, first, second, unit),
            (None, None) => Some(Measure::Bare),
        }
    }

    /// A bare number beside a figure takes the figure's unit; beside a number written with its unit it must be written too.
    fn adopted(&mut self, tree: &Expression, bare: &Part, figure: &Part, unit: Unit) -> Option<Measure> {
        let is_literal = matches!(self.nodes.get(bare.node), Some(Node::Number(_)));
        if figure.is_written_unit && is_literal {
            let name = self.units.name(unit).to_owned();
            self.fault(Problem::BareBesideUnit, tree.span, &name, "");
            return None;
        }
        Some(Measure::Of(unit))
    }

    fn scale(&mut self, node: NodeIndex, factor: Factor) -> NodeIndex {
        if factor == Factor::ONE { node } else { self.push(Node::Scale(node, factor)) }
    }

    fn mismatch(&mut self, tree: &Expression, mismatch: Mismatch, left: Unit, right: Unit) {
        let problem = match mismatch {
            Mismatch::Kind => Problem::UnitMismatch,
            Mismatch::Point => Problem::PointMismatch,
            Mismatch::Ratio => Problem::RatioMismatch,
        };
        let name = |unit: Unit| match self.units.name(unit) {
            "" => "1".to_owned(),
            name => name.to_owned(),
        };
        let (left, right) = (name(left), name(right));
        self.fault(problem, tree.span, &left, &right);
    }

    fn comparison(
        &mut self,
        tree: &Expression,
        operator: BinaryOperator,
        (left, first): (&Expression, &mut Part),
        (right, second): (&Expression, &mut Part),
    ) -> Option<Type> {
        let ordered = !matches!(operator, BinaryOperator::Equal | BinaryOperator::Unequal);
        match (first.gives, second.gives) {
            (Type::Number(_), Type::Number(_)) => self.compared_numbers(tree, first, second)?,
            (Type::Date, Type::Date) => {}
            (Type::Date, Type::Text) => self.date_literal(right, second)?,
            (Type::Text, Type::Date) => self.date_literal(left, first)?,
            (Type::Truth, Type::Truth) | (Type::Text, Type::Text) if !ordered => {}
            (Type::Choice(field), Type::Text) if !ordered => self.choice_literal(right, field, second)?,
            (Type::Text, Type::Choice(field)) if !ordered => self.choice_literal(left, field, first)?,
            (Type::Choice(_), Type::Choice(_)) if !ordered => {}
            (one, other) => {
                let (one, other) = (one.name(), other.name());
                self.fault(Problem::TypeMismatch, tree.span, one, other);
                return None;
            }
        }
        Some(Type::Truth)
    }

    fn compared_numbers(&mut self, tree: &Expression, first: &Part, second: &mut Part) -> Option<()> {
        match (first.gives.unit(), second.gives.unit()) {
            (Some(left), Some(right)) => match self.units.beside(left, right) {
                Ok(factor) => second.node = self.scale(second.node, factor),
                Err(mismatch) => {
                    self.mismatch(tree, mismatch, left, right);
                    return None;
                }
            },
            (Some(unit), None) => drop(self.adopted(tree, second, first, unit)?),
            (None, Some(unit)) => drop(self.adopted(tree, first, second, unit)?),
            (None, None) => {}
        }
        Some(())
    }

    fn choice_literal(&mut self, tree: &Expression, field: usize, part: &mut Part) -> Option<()> {
        let Some(Node::Text(text)) = self.nodes.get(part.node) else {
            self.fault(Problem::TypeMismatch, tree.span, "choice", "text");
            return None;
        };
        let text = text.clone();
        let choices = match self.around.fields.get(field).map(|field| &field.kind) {
            Some(FieldKind::Choice(choices)) => choices.as_slice(),
            _ => &[],
        };
        let meant = choices.iter().find(|choice| choice.value == text || choice.label.zh == text);
        match meant {
            Some(choice) => part.node = self.push(Node::Text(choice.value.clone())),
            None => {
                let all = joined(choices.iter().take(6).map(|choice| choice.value.as_str()), " · ");
                self.fault(Problem::UnknownChoice, tree.span, &all, &text);
            }
        }
        Some(())
    }

    fn date_literal(&mut self, tree: &Expression, part: &mut Part) -> Option<()> {
        let text = match self.nodes.get(part.node) {
            Some(Node::Text(text)) => text.clone(),
            _ => String::new(),
        };
        match crate::entry::read_date(&text) {
            Ok(date) => {
                part.node = self.push(Node::Date(date));
                Some(())
            }
            Err(_) => {
                self.fault(Problem::TypeMismatch, tree.span, "\"2024-03-05\"", &text);
                None
            }
        }
    }

    fn call(&mut self, tree: &Expression, function: Function, arguments: &[Expression]) -> Option<Part> {
        match function {
            Function::If => self.branch(tree, arguments),
            Function::Round => self.round(arguments),
            Function::Abs => self.absolute(arguments),
            Function::Min | Function::Max | Function::Sum => self.fold(tree, function, arguments),
            Function::Count | Function::IsBlank => self.presence(function, arguments),
            Function::And | Function::Or => self.connected(function, arguments),
            Function::Not => self.unary(UnaryOperator::Not, arguments.first()?),
            Function::Matches => self.matches(arguments),
            Function::Num => self.bare(tree, arguments),
        }
    }

    fn parts(&mut self, arguments: &[Expression]) -> Option<Vec<Part>> {
        let parts: Vec<Option<Part>> = arguments.iter().map(|argument| self.part(argument)).collect();
        parts.into_iter().collect()
    }

    fn branch(&mut self, tree: &Expression, arguments: &[Expression]) -> Option<Part> {
        let ([condition, ..], parts) = (arguments, self.parts(arguments)?) else { return None };
        let [test, first, mut second] = <[Part; 3]>::try_from(parts).ok()?;
        self.expect_truth(condition, &test);
        let gives = match (first.gives, second.gives) {
            (Type::Number(_), Type::Number(_)) => {
                self.compared_numbers(tree, &first, &mut second)?;
                if first.gives.unit().is_some() { first.gives } else { second.gives }
            }
            (one, other) if one == other => first.gives,
            (one, other) => {
                let (one, other) = (one.name(), other.name());
                self.fault(Problem::TypeMismatch, tree.span, one, other);
                return None;
            }
        };
        self.made(Node::Call(Function::If, vec![test.node, first.node, second.node]), gives)
    }

    fn round(&mut self, arguments: &[Expression]) -> Option<Part> {
        let [inner, places] = arguments else { return None };
        let part = self.part(inner)?;
        self.measure(inner, &part)?;
        let sign = |kind: &ExpressionKind| match kind {
            ExpressionKind::Number { value, unit } if unit.is_empty() => whole(*value),
            _ => None,
        };
        let count = match &places.kind {
            ExpressionKind::Unary(UnaryOperator::Negate, size) => sign(&size.kind).and_then(i8::checked_neg),
            kind => sign(kind),
        };
        let Some(count) = count.filter(|count| (-9..=9).contains(count)) else {
            self.fault(Problem::BadValue, places.span, "-9 … 9", "");
            return None;
        };
        let node = self.push(Node::Round(part.node, count, self.around.rounding));
        Some(Part { node, is_written_unit: false, ..part })
    }

    fn absolute(&mut self, arguments: &[Expression]) -> Option<Part> {
        let [inner] = arguments else { return None };
        let part = self.part(inner)?;
        self.measure(inner, &part)?;
        let node = self.push(Node::Call(Function::Abs, vec![part.node]));
        Some(Part { node, is_written_unit: false, ..part })
    }

    fn fold(&mut self, tree: &Expression, function: Function, arguments: &[Expression]) -> Option<Part> {
        let mut parts = self.parts(arguments)?.into_iter();
        for (argument, part) in arguments.iter().zip(parts.as_slice()) {
            if !matches!(part.gives, Type::Number(_)) {
                self.fault(Problem::ExpectedNumber, argument.span, "number", part.gives.name());
                return None;
            }
        }
        let mut whole = parts.next()?;
        let mut nodes = vec![whole.node];
        for mut part in parts {
            if function == Function::Sum {
                whole.gives = Type::Number(self.sum(tree, true, &whole, &mut part)?);
            } else {
                self.compared_numbers(tree, &whole, &mut part)?;
                if whole.gives.unit().is_none() {
                    whole.gives = part.gives;
                }
            }
            nodes.push(part.node);
        }
        self.made(Node::Call(function, nodes), whole.gives)
    }

    fn presence(&mut self, function: Function, arguments: &[Expression]) -> Option<Part> {
        for argument in arguments {
            if !matches!(argument.kind, ExpressionKind::Name(_)) {
                self.fault(Problem::BadValue, argument.span, "name", "");
            }
        }
        let nodes = self.parts(arguments)?.into_iter().map(|part| part.node).collect();
        let gives = if function == Function::Count { Type::Number(Measure::Bare) } else { Type::Truth };
        self.made(Node::Call(function, nodes), gives)
    }

    fn connected(&mut self, function: Function, arguments: &[Expression]) -> Option<Part> {
        let parts = self.parts(arguments)?;
        for (argument, part) in arguments.iter().zip(&parts) {
            self.expect_truth(argument, part);
        }
        let nodes = parts.into_iter().map(|part| part.node).collect();
        self.made(Node::Call(function, nodes), Type::Truth)
    }

    fn matches(&mut self, arguments: &[Expression]) -> Option<Part> {
        let [text, pattern] = arguments else { return None };
        let part = self.part(text)?;
        if !matches!(part.gives, Type::Text | Type::Choice(_)) {
            self.fault(Problem::TypeMismatch, text.span, "text", part.gives.name());
        }
        let ExpressionKind::Text(source) = &pattern.kind else {
            self.fault(Problem::BadPattern, pattern.span, "\"^[0-9]{6}$\"", "");
            return None;
        };
        match Pattern::parse(source) {
            Ok(pattern) => self.made(Node::Matches(part.node, pattern), Type::Truth),
            Err(_) => {
                self.fault(Problem::BadPattern, pattern.span, "", source);
                None
            }
        }
    }

    fn bare(&mut self, tree: &Expression, arguments: &[Expression]) -> Option<Part> {
        let (inner, wanted) = (arguments.first()?, arguments.get(1));
        let part = self.part(inner)?;
        let measure = self.measure(inner, &part)?;
        let node = match (measure, wanted) {
            (Measure::Of(unit), None) if !self.units.is_plain(unit) => {
                let written = ["NUM(…, \"", self.units.name(unit), "\")"].concat();
                self.fault(Problem::HiddenConversion, tree.span, &written, "");
                return None;
            }
            (_, None) | (Measure::Bare, _) => part.node,
            (Measure::Of(unit), Some(wanted)) => self.bare_in(tree, unit, wanted, part.node)?,
        };
        Some(Part { node, gives: Type::Number(Measure::Bare), is_written_unit: false })
    }

    fn bare_in(&mut self, tree: &Expression, unit: Unit, wanted: &Expression, node: NodeIndex) -> Option<NodeIndex> {
        let named = match &wanted.kind {
            ExpressionKind::Text(name) => self.units.parse(name),
            _ => None,
        };
        let Some(named) = named else {
            self.fault(Problem::BadValue, wanted.span, "\"元/人\"", "");
            return None;
        };
        match self.units.conversion(unit, named) {
            Ok(factor) => Some(self.scale(node, factor)),
            Err(mismatch) => {
                self.mismatch(tree, mismatch, named, unit);
                None
            }
        }
    }

    fn shown_in(&mut self, tree: &Expression, part: Part, own: Measure, unit: Unit) {
        let Measure::Of(own) = own else { return };
        let is_share = self.units.share(unit) != Share::None;
        if is_share && self.units.is_ratio(own) && multiplies_by_hundred(tree) {
            self.fault(Problem::PercentTwice, tree.span, "× 100%", "× 100");
            return;
        }
        match self.units.conversion(own, unit) {
            Ok(factor) => drop(self.scale(part.node, factor)),
            Err(mismatch) => self.mismatch(tree, mismatch, unit, own),
        }
    }
}

fn whole(value: Decimal) -> Option<i8> {
    if value.is_integer() { i8::try_from(value.mantissa()).ok() } else { None }
}

/// True where a sum's or product's outermost parts multiply by a bare 100: the habit of those who write `… * 100` and mean %.
fn multiplies_by_hundred(tree: &Expression) -> bool {
    let hundred = |tree: &Expression| match &tree.kind {
        ExpressionKind::Number { value, unit } => unit.is_empty() && *value == Decimal::from_int(100),
        _ => false,
    };
    match &tree.kind {
        ExpressionKind::Binary(BinaryOperator::Multiply, left, right) => {
            hundred(left) || hundred(right) || multiplies_by_hundred(left) || multiplies_by_hundred(right)
        }
        ExpressionKind::Binary(
            BinaryOperator::Add | BinaryOperator::Subtract | BinaryOperator::Divide,
            left,
            right,
        ) => multiplies_by_hundred(left) || multiplies_by_hundred(right),
        _ => false,
    }
}
