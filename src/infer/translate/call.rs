use crate::formula::{BinaryOperator, Function};
use crate::infer::demand::Demand;
use crate::infer::ratio::Ratio;

use super::Translator;
use super::seen::{Cases, Seen, case, constant, crossed, each, listed, open, truth};

impl<'a> Translator<'a, '_> {
    #[inline(never)]
    pub(super) fn call(&mut self, function: Function, arguments: &[&Seen<'a>]) -> Seen<'a> {
        if let (Function::If, [condition, then, otherwise]) = (function, arguments) {
            return branch(condition, then, otherwise);
        }
        if arguments.iter().any(|argument| matches!(argument, Seen::Silent)) {
            return Seen::Silent;
        }
        match function {
            Function::And | Function::Or => {
                let is_and = function == Function::And;
                let mut so_far = Demand::of(is_and);
                for next in arguments {
                    so_far = if is_and { so_far.and(truth(next)) } else { so_far.or(truth(next)) };
                }
                Seen::Truth(so_far)
            }
            Function::Count | Function::IsBlank => presence(function, arguments),
            _ => {
                let mut so_far = arguments.first().map_or_else(open, |first| (*first).clone());
                if function == Function::Abs {
                    let mirror = each(&so_far, &|number| number.times(&Ratio::MINUS));
                    return self.folded(Function::Max, &so_far, &mirror);
                }
                for next in arguments.iter().skip(1) {
                    so_far = self.folded(function, &so_far, next);
                }
                so_far
            }
        }
    }

    fn folded(&mut self, function: Function, left: &Seen<'a>, right: &Seen<'a>) -> Seen<'a> {
        let (Seen::Number(left), Seen::Number(right)) = (left, right) else { return open() };
        let operator = match function {
            Function::Min => BinaryOperator::AtMost,
            Function::Max => BinaryOperator::AtLeast,
            _ => return self.arithmetic(BinaryOperator::Add, left, right),
        };
        let mut cases = Cases::new();
        crossed(left, right, &mut |both, one, other| {
            let first = self.difference_sign(one, other, operator);
            case(&mut cases, both.clone().and(first.clone()), one.clone());
            case(&mut cases, both.and(first.not()), other.clone());
        });
        listed(cases)
    }
}

/// Whether a blank stays blank nobody knows.
#[inline(never)]
fn presence<'a>(function: Function, arguments: &[&Seen<'a>]) -> Seen<'a> {
    let is_known = |argument: &&Seen<'a>| match argument {
        Seen::Number(cases) => cases.iter().all(|(_, number)| number.is_known()),
        Seen::Truth(truth) => matches!(truth, Demand::Always | Demand::Never),
        Seen::Text(_) => true,
        _ => false,
    };
    match (arguments.iter().all(is_known), function) {
        (true, Function::Count) => constant(Ratio::place(arguments.len())),
        (true, _) => Seen::Truth(Demand::Never),
        (false, Function::Count) => open(),
        (false, _) => Seen::Truth(Demand::Open),
    }
}

#[inline(never)]
fn branch<'a>(condition: &Seen<'a>, then: &Seen<'a>, otherwise: &Seen<'a>) -> Seen<'a> {
    let condition = match condition {
        Seen::Silent => return Seen::Silent,
        other => truth(other),
    };
    match (&condition, then, otherwise) {
        (Demand::Always, then, _) => then.clone(),
        (Demand::Never, _, otherwise) => otherwise.clone(),
        (_, Seen::Number(then), Seen::Number(otherwise)) => {
            let mut cases = Cases::new();
            let mut take = |guard: &Demand, branch: &Cases| {
                for (when, number) in branch {
                    case(&mut cases, guard.clone().and(when.clone()), number.clone());
                }
            };
            take(&condition, then);
            take(&condition.not(), otherwise);
            listed(cases)
        }
        (_, Seen::Truth(then), Seen::Truth(otherwise)) => {
            let yes = condition.clone().and(then.clone());
            Seen::Truth(yes.or(condition.not().and(otherwise.clone())))
        }
        _ => open(),
    }
}
