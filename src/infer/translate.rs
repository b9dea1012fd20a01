use crate::engine::{Answer, AnswerState, AnswerValue, Session};
use crate::formula::{BinaryOperator, Function};
use crate::model::{Date, Decimal, Pattern};
use crate::pack::{Choice, FieldKind, Formula, Node, NodeIndex, Plan, Rule};

use super::affine::Affine;
use super::condition::Condition;
use super::number::Number;
use super::ratio::Ratio;

/// A longer list of cases is not followed further.
const MOST_CASES: usize = 12;
/// A metric of a metric of a metric … so deep is not followed further.
const DEEPEST: u8 = 12;

/// Several figures, each with the condition on which it is the one.
type Cases = Vec<(Condition, Number)>;

/// What a part of a formula is, with some fields known and others not.
#[derive(Clone, Debug)]
enum Seen<'a> {
    Number(Cases),
    Truth(Condition),
    Text(&'a str),
    /// The place among these choices, as a variable.
    Choice(usize, &'a [Choice]),
    /// It does not apply, or has no result: the rule says nothing.
    Silent,
    /// It cannot be told.
    Open,
}

/// Reads rules as conditions on the fields that are not known. What it cannot read could be anything: the conditions never
/// forbid what the rule allows.
pub(super) struct Translator<'a> {
    session: &'a Session,
    plan: &'a Plan,
    /// By field: the variable that stands for it, and how much one of it is.
    variables: &'a [Option<(usize, Ratio)>],
    metrics: Vec<Option<Seen<'a>>>,
    /// Where this holds, a divisor is nought and the rule says nothing.
    silence: Condition,
    depth: u8,
}

impl<'a> Translator<'a> {
    pub(super) fn new(session: &'a Session, variables: &'a [Option<(usize, Ratio)>]) -> Self {
        let (plan, silence) = (session.plan(), Condition::Never);
        Self { session, plan, variables, metrics: vec![None; plan.metrics.len()], silence, depth: 0 }
    }

    /// What must hold so that the rule does not fail.
    pub(super) fn rule(&mut self, rule: &'a Rule) -> Condition {
        // What a metric divides by is asked for once a rule.
        self.metrics.fill(None);
        self.silence = Condition::Never;
        let when = rule.when.as_ref().map_or(Seen::Truth(Condition::Always), |when| self.formula(when));
        let assert = self.formula(&rule.assert);
        if matches!(when, Seen::Silent) || matches!(assert, Seen::Silent) {
            return Condition::Always;
        }
        let silence = std::mem::replace(&mut self.silence, Condition::Never);
        silence.or(truth(&when).not()).or(truth(&assert))
    }

    fn formula(&mut self, formula: &'a Formula) -> Seen<'a> {
        let mut seen: Vec<Seen<'a>> = Vec::with_capacity(formula.nodes.len());
        for node in &formula.nodes {
            let next = self.node(node, &seen);
            seen.push(next);
        }
        seen.pop().unwrap_or(Seen::Silent)
    }

    fn node(&mut self, node: &'a Node, seen: &[Seen<'a>]) -> Seen<'a> {
        let at = |index: NodeIndex| seen.get(index).unwrap_or(&Seen::Silent);
        match node {
            Node::Number(number) => figure(*number),
            Node::Text(text) => Seen::Text(text),
            Node::Truth(truth) => Seen::Truth(Condition::of(*truth)),
            Node::Date(date) => day(*date),
            Node::Field(field) => self.field(*field),
            Node::Metric(metric) => self.metric(*metric),
            Node::Parameter(place) => {
                self.plan.parameters.get(*place).map_or(Seen::Silent, |parameter| figure(parameter.value))
            }
            Node::Negate(inner) => each(at(*inner), &|number| number.times(Ratio::ONE.neg())),
            Node::Not(inner) => kept_silent(at(*inner), |seen| Seen::Truth(truth(seen).not())),
            Node::Scale(inner, factor) => each(at(*inner), &|number| {
                let whole = |number: u64| Ratio::whole(number.into());
                number.times(whole(factor.times).div(whole(factor.over))?)
            }),
            Node::Binary(operator, left, right) => self.binary(*operator, at(*left), at(*right)),
            Node::Round(inner, places, way) => each(at(*inner), &|number| number.clone().rounded(*places, *way)),
            Node::Matches(inner, pattern) => kept_silent(at(*inner), |seen| Seen::Truth(matching(seen, pattern))),
            Node::Call(function, arguments) => {
                let arguments: Vec<&Seen<'a>> = arguments.iter().map(|index| at(*index)).collect();
                call(*function, &arguments)
            }
        }
    }

    fn field(&self, place: usize) -> Seen<'a> {
        let Some(field) = self.plan.fields.get(place) else { return Seen::Silent };
        if let Some((variable, step)) = self.variables.get(place).copied().flatten() {
            let form = Affine::variable(variable, step);
            return match &field.kind {
                FieldKind::Choice(choices) => Seen::Choice(variable, choices),
                FieldKind::Truth => Seen::Truth(Condition::sign(BinaryOperator::Greater, form)),
                _ => certain(Number::of(form)),
            };
        }
        match self.session.answer(place) {
            Some(Answer { state: AnswerState::NotApplicable, .. }) => Seen::Silent,
            Some(Answer { value: Some(value), .. }) if self.session.counts(place) => known(value, &field.kind),
            _ => Seen::Open,
        }
    }

    fn metric(&mut self, place: usize) -> Seen<'a> {
        if let Some(seen) = self.metrics.get(place).cloned().flatten() {
            return seen;
        }
        let Some(metric) = self.plan.metrics.get(place).filter(|_| self.depth < DEEPEST) else { return Seen::Open };
        self.depth = self.depth.saturating_add(1);
        let exact = self.formula(&metric.formula);
        self.depth = self.depth.saturating_sub(1);
        let places = i8::try_from(metric.places).unwrap_or(i8::MAX);
        let seen = each(&exact, &|number| number.clone().rounded(places, metric.rounding));
        if let Some(kept) = self.metrics.get_mut(place) {
            *kept = Some(seen.clone());
        }
        seen
    }

    fn binary(&mut self, operator: BinaryOperator, left: &Seen<'a>, right: &Seen<'a>) -> Seen<'a> {
        match (left, right) {
            (Seen::Silent, _) | (_, Seen::Silent) => Seen::Silent,
            (Seen::Number(left), Seen::Number(right)) if operator.is_comparison() => compared(operator, left, right),
            (Seen::Number(left), Seen::Number(right)) => self.arithmetic(operator, left, right),
            _ => match operator {
                BinaryOperator::And => Seen::Truth(truth(left).and(truth(right))),
                BinaryOperator::Or => Seen::Truth(truth(left).or(truth(right))),
                BinaryOperator::Equal => Seen::Truth(equal(left, right)),
                BinaryOperator::Unequal => Seen::Truth(equal(left, right).not()),
                _ if operator.is_comparison() => Seen::Truth(Condition::Open),
                _ => Seen::Open,
            },
        }
    }

    fn arithmetic(&mut self, operator: BinaryOperator, left: &Cases, right: &Cases) -> Seen<'a> {
        if operator == BinaryOperator::Divide {
            for (when, divisor) in right {
                if divisor.as_constant().is_some_and(Ratio::is_zero) {
                    return if right.len() == 1 { Seen::Silent } else { Seen::Open };
                }
                let Some(zero) = divisor.sign(BinaryOperator::Equal) else { return Seen::Open };
                let silence = std::mem::replace(&mut self.silence, Condition::Never);
                self.silence = silence.or(when.clone().and(zero));
            }
        }
        pairs(left, right, &|left, right| match operator {
            BinaryOperator::Add => left.plus(right, Ratio::ONE),
            BinaryOperator::Subtract => left.plus(right, Ratio::ONE.neg()),
            BinaryOperator::Multiply => left.product(right),
            _ => left.product(&right.inverse()?),
        })
    }
}

/// A condition, as far as it can be told.
fn truth(seen: &Seen<'_>) -> Condition {
    match seen {
        Seen::Truth(truth) => truth.clone(),
        _ => Condition::Open,
    }
}

fn kept_silent<'a>(seen: &Seen<'a>, read: impl FnOnce(&Seen<'a>) -> Seen<'a>) -> Seen<'a> {
    if matches!(seen, Seen::Silent) { Seen::Silent } else { read(seen) }
}

fn figure<'a>(number: Decimal) -> Seen<'a> {
    Ratio::of(number).map_or(Seen::Open, |number| certain(Number::constant(number)))
}

fn certain<'a>(number: Number) -> Seen<'a> {
    Seen::Number(vec![(Condition::Always, number)])
}

/// Days in an order, as numbers; between two that follow each other may lie some that no calendar has.
fn day<'a>(date: Date) -> Seen<'a> {
    let months = i128::from(date.year()).saturating_mul(12).saturating_add(date.month().into());
    certain(Number::constant(Ratio::whole(months.saturating_mul(31).saturating_add(date.day().into()))))
}

fn known<'a>(value: &'a AnswerValue, kind: &'a FieldKind) -> Seen<'a> {
    match (value, kind) {
        (AnswerValue::Number(number), _) => figure(*number),
        (AnswerValue::Text(text), _) => Seen::Text(text),
        (AnswerValue::Truth(truth), _) => Seen::Truth(Condition::of(*truth)),
        (AnswerValue::Date(date), _) => day(*date),
        (AnswerValue::Choice(place), FieldKind::Choice(choices)) => {
            choices.get(*place).map_or(Seen::Silent, |choice| Seen::Text(&choice.value))
        }
        (AnswerValue::Choice(_), _) => Seen::Silent,
    }
}

/// What becomes of the figure in each case.
fn each<'a>(seen: &Seen<'a>, change: &dyn Fn(&Number) -> Option<Number>) -> Seen<'a> {
    let Seen::Number(cases) = seen else { return kept_silent(seen, |_| Seen::Open) };
    let mut changed = Cases::new();
    for (when, number) in cases {
        let Some(number) = change(number) else { return Seen::Open };
        changed.push((when.clone(), number));
    }
    Seen::Number(changed)
}

/// What becomes of the figures of both in every pair of cases.
fn pairs<'a>(left: &Cases, right: &Cases, join: &dyn Fn(&Number, &Number) -> Option<Number>) -> Seen<'a> {
    let mut cases = Cases::new();
    for (when, one) in left {
        for (and, other) in right {
            let Some(joined) = join(one, other) else { return Seen::Open };
            cases.push((when.clone().and(and.clone()), joined));
        }
    }
    listed(cases)
}

fn listed<'a>(mut cases: Cases) -> Seen<'a> {
    cases.retain(|(when, _)| !matches!(when, Condition::Never));
    if cases.len() > MOST_CASES { Seen::Open } else { Seen::Number(cases) }
}

fn compared<'a>(operator: BinaryOperator, left: &Cases, right: &Cases) -> Seen<'a> {
    let mut any = Condition::Never;
    for (when, first) in left {
        for (and, second) in right {
            let holds = difference_sign(first, second, operator).unwrap_or(Condition::Open);
            any = any.or(when.clone().and(and.clone()).and(holds));
        }
    }
    Seen::Truth(any)
}

fn difference_sign(one: &Number, other: &Number, operator: BinaryOperator) -> Option<Condition> {
    one.plus(other, Ratio::ONE.neg())?.sign(operator)
}

/// Whether two texts, choices or truths are the same.
fn equal(left: &Seen<'_>, right: &Seen<'_>) -> Condition {
    match (left, right) {
        (Seen::Text(left), Seen::Text(right)) => Condition::of(left == right),
        (Seen::Choice(variable, choices), Seen::Text(text)) | (Seen::Text(text), Seen::Choice(variable, choices)) => {
            chosen(*variable, choices, &|value| value == *text)
        }
        (Seen::Choice(one, choices), Seen::Choice(other, others)) => {
            let mut any = Condition::Never;
            for choice in *choices {
                let same = |value: &str| value == choice.value;
                any = any.or(chosen(*one, choices, &same).and(chosen(*other, others, &same)));
            }
            any
        }
        _ => {
            let (left, right) = (truth(left), truth(right));
            left.clone().and(right.clone()).or(left.not().and(right.not()))
        }
    }
}

/// That the choice is one of those wanted.
fn chosen(variable: usize, choices: &[Choice], wanted: &dyn Fn(&str) -> bool) -> Condition {
    let mut any = Condition::Never;
    for (place, choice) in choices.iter().enumerate() {
        if wanted(&choice.value) {
            let place = Ratio::place(place).unwrap_or(Ratio::ZERO);
            let form = Affine { constant: place.neg(), ..Affine::variable(variable, Ratio::ONE) };
            any = any.or(Condition::sign(BinaryOperator::Equal, form));
        }
    }
    any
}

fn matching(seen: &Seen<'_>, pattern: &Pattern) -> Condition {
    match seen {
        Seen::Text(text) => Condition::of(pattern.is_found_in(text)),
        Seen::Choice(variable, choices) => chosen(*variable, choices, &|value| pattern.is_found_in(value)),
        _ => Condition::Open,
    }
}

fn call<'a>(function: Function, arguments: &[&Seen<'a>]) -> Seen<'a> {
    if let (Function::If, [condition, then, otherwise]) = (function, arguments) {
        return branch(condition, then, otherwise);
    }
    if arguments.iter().any(|argument| matches!(argument, Seen::Silent)) {
        return Seen::Silent;
    }
    match function {
        Function::And => Seen::Truth(arguments.iter().fold(Condition::Always, |so_far, next| so_far.and(truth(next)))),
        Function::Or => Seen::Truth(arguments.iter().fold(Condition::Never, |so_far, next| so_far.or(truth(next)))),
        Function::Count | Function::IsBlank => presence(function, arguments),
        Function::Abs => {
            let inner = arguments.first().map_or(&Seen::Open, |inner| *inner);
            match (inner, each(inner, &|number| number.times(Ratio::ONE.neg()))) {
                (Seen::Number(cases), Seen::Number(mirrors)) => folded(Function::Max, cases, &mirrors),
                _ => Seen::Open,
            }
        }
        _ => {
            let mut parts = arguments.iter();
            let mut so_far = parts.next().map_or(Seen::Open, |first| (*first).clone());
            for next in parts {
                so_far = match (&so_far, next) {
                    (Seen::Number(left), Seen::Number(right)) => folded(function, left, right),
                    _ => Seen::Open,
                };
            }
            so_far
        }
    }
}

/// Whether a blank stays blank nobody knows.
fn presence<'a>(function: Function, arguments: &[&Seen<'a>]) -> Seen<'a> {
    let is_known = |argument: &&Seen<'a>| match argument {
        Seen::Number(cases) => cases.iter().all(|(_, number)| number.as_constant().is_some()),
        Seen::Truth(truth) => matches!(truth, Condition::Always | Condition::Never),
        Seen::Text(_) => true,
        _ => false,
    };
    match (arguments.iter().all(is_known), function) {
        (true, Function::Count) => Ratio::place(arguments.len()).map_or(Seen::Open, |it| certain(Number::constant(it))),
        (true, _) => Seen::Truth(Condition::Never),
        (false, Function::Count) => Seen::Open,
        (false, _) => Seen::Truth(Condition::Open),
    }
}

fn folded<'a>(function: Function, left: &Cases, right: &Cases) -> Seen<'a> {
    let operator = match function {
        Function::Min => BinaryOperator::AtMost,
        Function::Max => BinaryOperator::AtLeast,
        _ => return pairs(left, right, &|left, right| left.plus(right, Ratio::ONE)),
    };
    let mut cases = Cases::new();
    for (when, one) in left {
        for (and, other) in right {
            let Some(first) = difference_sign(one, other, operator) else { return Seen::Open };
            let both = when.clone().and(and.clone());
            cases.push((both.clone().and(first.clone()), one.clone()));
            cases.push((both.and(first.not()), other.clone()));
        }
    }
    listed(cases)
}

fn branch<'a>(condition: &Seen<'a>, then: &Seen<'a>, otherwise: &Seen<'a>) -> Seen<'a> {
    let condition = match condition {
        Seen::Truth(condition) => condition,
        other => return kept_silent(other, |_| Seen::Open),
    };
    match (condition, then, otherwise) {
        (Condition::Always, then, _) => then.clone(),
        (Condition::Never, _, otherwise) => otherwise.clone(),
        (_, Seen::Number(then), Seen::Number(otherwise)) => {
            let mut cases = Cases::new();
            for (guard, branch) in [(condition.clone(), then), (condition.clone().not(), otherwise)] {
                for (when, number) in branch {
                    cases.push((guard.clone().and(when.clone()), number.clone()));
                }
            }
            listed(cases)
        }
        (_, Seen::Truth(then), Seen::Truth(otherwise)) => {
            let yes = condition.clone().and(then.clone());
            Seen::Truth(yes.or(condition.clone().not().and(otherwise.clone())))
        }
        _ => Seen::Open,
    }
}
