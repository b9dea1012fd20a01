//! The short way through a formula: figures as machine words, leaves read where they stand, nothing allocated.
//!
//! It knows most of what people type and most of what packs ask. Whatever it cannot do exactly (a figure beyond 2^63, a text,
//! a date) is [`Slot::UNKNOWN`], and the formula goes the long way, through [`evaluate`](super::evaluate). Both ways give the
//! same: the tests hold them side by side.

mod coder;
mod slot;
#[cfg(test)]
mod tests;

use crate::formula::BinaryOperator;
use crate::model::Rounding;
use crate::pack::Plan;

use coder::Coder;
pub(super) use slot::Slot;

/// A place in the register file: fields, then metrics, then what is computed on the way, then constants.
type Register = usize;

/// One step of a formula; the first writes the first register for what is computed on the way, the second the second.
#[derive(Clone, Copy, Debug)]
struct Step {
    action: Action,
    left: Register,
    right: Register,
}

#[derive(Clone, Copy, Debug)]
enum Action {
    Binary(BinaryOperator),
    Smaller,
    Larger,
    Negate,
    Not,
    Abs,
    IsBlank,
    Round(i8, Rounding),
    /// `left` is the condition, `right` what is taken where it holds, and this what is taken where it does not.
    If(Register),
}

/// Where a formula begins and ends among the steps, and where its result stands.
#[derive(Clone, Copy, Debug)]
struct Code {
    from: usize,
    to: usize,
    result: Register,
}

/// Every formula of a pack as steps, and the registers that they work on.
#[derive(Debug)]
pub(super) struct Quick {
    registers: Vec<Slot>,
    steps: Vec<Step>,
    /// By the metric's place; `None` where only the long way will do.
    metrics: Vec<Option<Code>>,
    /// By the rule's place.
    conditions: Vec<Option<Code>>,
    /// By the rule's place.
    assertions: Vec<Option<Code>>,
    /// The register of the first metric.
    first_metric: Register,
    /// The register of the first step's result.
    first_step: Register,
}

impl Quick {
    /// The formulas of a pack, on a form on which nothing is read yet.
    pub(super) fn of(plan: &Plan) -> Self {
        let mut coder = Coder::new(plan);
        let metrics = plan.metrics.iter().map(|metric| coder.formula(&metric.formula)).collect();
        let conditions = plan.rules.iter().map(|rule| coder.formula(rule.when.as_ref()?)).collect();
        let assertions = plan.rules.iter().map(|rule| coder.formula(&rule.assert)).collect();
        let Coder { registers, steps, first_metric, first_step, .. } = coder;
        Self { registers, steps, metrics, conditions, assertions, first_metric, first_step }
    }

    /// What a field says.
    pub(super) fn field(&self, place: usize) -> Slot {
        read(&self.registers, place)
    }

    /// Notes what a field says.
    pub(super) fn put_field(&mut self, place: usize, slot: Slot) {
        put(&mut self.registers, place, slot);
    }

    /// Notes what a metric gives.
    pub(super) fn put_metric(&mut self, place: usize, slot: Slot) {
        put(&mut self.registers, self.first_metric.saturating_add(place), slot);
    }

    /// What the formula of a metric gives, not yet rounded.
    pub(super) fn metric(&mut self, place: usize) -> Slot {
        let code = at(&self.metrics, place);
        self.run(code)
    }

    /// Whether the condition of a rule holds.
    pub(super) fn condition(&mut self, place: usize) -> Slot {
        let code = at(&self.conditions, place);
        self.run(code)
    }

    /// Whether the assertion of a rule holds.
    pub(super) fn assertion(&mut self, place: usize) -> Slot {
        let code = at(&self.assertions, place);
        self.run(code)
    }

    #[cfg_attr(speed, optimize(speed))]
    fn run(&mut self, code: Option<Code>) -> Slot {
        let Some(code) = code else { return Slot::UNKNOWN };
        let mut free = self.first_step;
        for step in self.steps.get(code.from..code.to).unwrap_or(&[]) {
            let slot = take(&self.registers, step);
            put(&mut self.registers, free, slot);
            free = free.wrapping_add(1);
        }
        read(&self.registers, code.result)
    }
}

#[inline(always)]
fn take(registers: &[Slot], step: &Step) -> Slot {
    let (left, right) = (read(registers, step.left), read(registers, step.right));
    match step.action {
        Action::Binary(operator) => left.binary(operator, right),
        Action::Smaller => left.extreme(right, false),
        Action::Larger => left.extreme(right, true),
        Action::Negate => left.negated(),
        Action::Abs => left.absolute(),
        Action::IsBlank => left.is_blank(),
        Action::Round(places, way) => left.round(places, way),
        Action::Not => match left {
            Slot::TRUE => Slot::FALSE,
            Slot::FALSE => Slot::TRUE,
            lack => lack.lacking(),
        },
        Action::If(otherwise) => match left {
            Slot::TRUE => right,
            Slot::FALSE => read(registers, otherwise),
            lack => lack.lacking(),
        },
    }
}

#[inline]
fn at(codes: &[Option<Code>], place: usize) -> Option<Code> {
    codes.get(place).copied().flatten()
}

#[inline(always)]
fn read(registers: &[Slot], register: Register) -> Slot {
    registers.get(register).copied().unwrap_or(Slot::UNKNOWN)
}

#[inline(always)]
fn put(registers: &mut [Slot], register: Register, slot: Slot) {
    if let Some(place) = registers.get_mut(register) {
        *place = slot;
    }
}
