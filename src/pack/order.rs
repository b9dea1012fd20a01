use super::plan::{Field, Formula, Metric, Node, Piece, Readers, Rule};

/// Over all rules together, so many inputs are noted down; a pack that needs more is refused.
const MOST_INPUTS: usize = 200_000;
/// To find them, so many nodes are looked at.
const MOST_LOOKS: usize = 4_000_000;

/// The metrics that a formula names itself.
fn named_metrics(formula: &Formula) -> impl Iterator<Item = usize> + '_ {
    formula.nodes.iter().filter_map(|node| match node {
        Node::Metric(metric) => Some(*metric),
        _ => None,
    })
}

/// The metrics in an order in which each comes after those it names.
///
/// # Errors
/// The metrics of one cycle, in order, where there is one.
pub(super) fn order(metrics: &[Metric]) -> Result<Vec<usize>, Vec<usize>> {
    let mut waits: Vec<usize> = metrics.iter().map(|metric| named_metrics(&metric.formula).count()).collect();
    let mut readers = vec![Vec::new(); metrics.len()];
    for (place, metric) in metrics.iter().enumerate() {
        for named in named_metrics(&metric.formula) {
            if let Some(list) = readers.get_mut(named) {
                list.push(place);
            }
        }
    }
    let mut order: Vec<usize> = (0..metrics.len()).filter(|place| waits.get(*place) == Some(&0)).collect();
    let mut done = 0;
    while let Some(place) = order.get(done).copied() {
        done = done.saturating_add(1);
        for reader in readers.get(place).into_iter().flatten() {
            if let Some(wait) = waits.get_mut(*reader) {
                *wait = wait.saturating_sub(1);
                if *wait == 0 {
                    order.push(*reader);
                }
            }
        }
    }
    if order.len() == metrics.len() { Ok(order) } else { Err(cycle(metrics, &waits)) }
}

/// Each metric's place in `order`.
pub(super) fn ranks(order: &[usize]) -> Vec<usize> {
    let mut ranks = vec![0; order.len()];
    for (rank, metric) in order.iter().enumerate() {
        if let Some(place) = ranks.get_mut(*metric) {
            *place = rank;
        }
    }
    ranks
}

fn cycle(metrics: &[Metric], waits: &[usize]) -> Vec<usize> {
    let open = |place: usize| waits.get(place).is_some_and(|wait| *wait > 0);
    let (mut path, mut seen): (Vec<usize>, _) = (Vec::new(), vec![false; metrics.len()]);
    let mut at = (0..metrics.len()).find(|place| open(*place));
    while let Some(place) = at.filter(|place| first_time(&mut seen, *place)) {
        path.push(place);
        at = metrics.get(place).and_then(|metric| named_metrics(&metric.formula).find(|named| open(*named)));
    }
    let first = path.iter().position(|place| Some(*place) == at).unwrap_or_default();
    path.split_off(first)
}

/// Every field that the formulas depend on, through metrics too, each once, in the order of first appearance;
/// `None` where that is more than `budget`, which it is taken from.
pub(super) fn inputs(
    formulas: &[&Formula],
    fields: usize,
    metrics: &[Metric],
    budget: &mut usize,
) -> Option<Vec<usize>> {
    let (mut seen_fields, mut seen_metrics) = (vec![false; fields], vec![false; metrics.len()]);
    let mut found = Vec::new();
    let mut open: Vec<&Node> = formulas.iter().rev().flat_map(|formula| formula.nodes.iter().rev()).collect();
    while let Some(node) = open.pop() {
        *budget = budget.checked_sub(1)?;
        match node {
            Node::Field(field) if first_time(&mut seen_fields, *field) => found.push(*field),
            Node::Metric(metric) if first_time(&mut seen_metrics, *metric) => {
                open.extend(metrics.get(*metric).into_iter().flat_map(|metric| metric.formula.nodes.iter().rev()));
            }
            _ => {}
        }
    }
    Some(found)
}

fn first_time(seen: &mut [bool], place: usize) -> bool {
    seen.get_mut(place).is_some_and(|seen| !std::mem::replace(seen, true))
}

/// Notes down every rule's inputs; `None` where rules and metrics are too entangled to be told what they wait for.
pub(super) fn note_inputs(rules: &mut [Rule], fields: usize, metrics: &[Metric]) -> Option<()> {
    let (mut budget, mut noted) = (MOST_LOOKS, 0_usize);
    for metric in metrics {
        inputs(&[&metric.formula], fields, metrics, &mut budget)?;
        budget = budget.checked_sub(marks(fields, metrics))?;
    }
    for rule in rules {
        let formulas: Vec<&Formula> = std::iter::once(&rule.assert).chain(&rule.when).collect();
        rule.inputs = inputs(&formulas, fields, metrics, &mut budget)?;
        noted = noted.saturating_add(rule.inputs.len());
        if noted > MOST_INPUTS {
            return None;
        }
        budget = budget.checked_sub(marks(fields, metrics))?;
    }
    Some(())
}

/// What it costs to make the marks of what was seen, which every formula needs anew.
fn marks(fields: usize, metrics: &[Metric]) -> usize {
    fields.saturating_add(metrics.len()).checked_div(64).unwrap_or(0)
}

/// What waits on each field, and on each metric.
pub(super) fn readers(fields: &[Field], metrics: &[Metric], rules: &[Rule]) -> (Vec<Readers>, Vec<Readers>) {
    let mut of_fields = vec![Readers::default(); fields.len()];
    let mut of_metrics = vec![Readers::default(); metrics.len()];
    let mut note = |formula: &Formula, reader: usize, is_rule: bool| {
        for node in &formula.nodes {
            let readers = match node {
                Node::Field(place) => of_fields.get_mut(*place),
                Node::Metric(place) => of_metrics.get_mut(*place),
                _ => None,
            };
            let list = readers.map(|readers| if is_rule { &mut readers.rules } else { &mut readers.metrics });
            if let Some(list) = list.filter(|list| list.last() != Some(&reader)) {
                list.push(reader);
            }
        }
    };
    for (place, metric) in metrics.iter().enumerate() {
        note(&metric.formula, place, false);
    }
    for (place, rule) in rules.iter().enumerate() {
        rule.when.iter().for_each(|formula| note(formula, place, true));
        note(&rule.assert, place, true);
        for piece in rule.message.iter().flatten() {
            if let Piece::Figure { formula, .. } = piece {
                note(formula, place, true);
            }
        }
    }
    (of_fields, of_metrics)
}
