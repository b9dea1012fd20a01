use std::iter::Peekable;
use std::rc::Rc;
use std::str::Chars;

use super::text::head_of;

/// A text pattern: the everyday part of regular expressions, searched in time linear in the text.
///
/// Letters and digits stand for themselves; `.` is any character; `[0-9]`, `[^,]` are classes; `\d \w \s` are digits,
/// letters and blanks; `( | )` choose; `* + ?` and `{2}`, `{2,}`, `{2,5}` repeat; `^` and `$` are the ends of the text.
/// At most 200 characters and 2,000 steps, so no pattern can run away; in a text of more than 1,000 characters it finds
/// nothing.
#[derive(Clone, Debug)]
pub struct Pattern {
    source: String,
    program: Vec<Step>,
}

/// Why a pattern is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PatternError {
    /// It does not read as a pattern.
    Syntax,
    /// It is longer than 200 characters, nests deeper than 20, or unfolds to more than 2,000 steps.
    TooLarge,
}

const LONGEST: usize = 200;
const LONGEST_TEXT: usize = 1_000;
const MOST_STEPS: usize = 2_000;
const MOST_WORK: usize = 10_000;
const DEEPEST: usize = 20;

#[derive(Clone, Debug)]
enum Step {
    Letter(char),
    Any,
    /// Shared, because a repeated class stands in the program many times.
    Class {
        ranges: Rc<[(char, char)]>,
        negated: bool,
    },
    Fork(usize, usize),
    Go(usize),
    Start,
    End,
    Found,
}

#[derive(Clone)]
enum Tree {
    Empty,
    Leaf(Step),
    Sequence(Vec<Tree>),
    Choice(Vec<Tree>),
    Repeat { what: Box<Tree>, least: usize, most: Option<usize> },
}

impl Pattern {
    /// Reads a pattern.
    ///
    /// # Errors
    /// [`PatternError`].
    pub fn parse(text: &str) -> Result<Self, PatternError> {
        if text.chars().count() > LONGEST {
            return Err(PatternError::TooLarge);
        }
        let mut reader = Reader { rest: text.chars().peekable(), depth: 0 };
        let tree = reader.choice()?;
        if reader.rest.peek().is_some() {
            return Err(PatternError::Syntax);
        }
        let mut draft = Draft::default();
        draft.emit(&tree)?;
        draft.push(Step::Found)?;
        Ok(Self { source: text.to_owned(), program: draft.program })
    }

    /// The pattern as written.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// How many steps it has: what a character of the text costs at most.
    pub fn steps(&self) -> usize {
        self.program.len()
    }

    /// True where the pattern is found anywhere in `text`.
    pub fn is_found_in(&self, text: &str) -> bool {
        if head_of(text, LONGEST_TEXT).is_some() {
            return false;
        }
        if let Some(found) = self.found_straight(text) {
            return found;
        }
        let mut threads = Threads::new(self.program.len());
        let mut characters = text.chars().peekable();
        let mut at_start = true;
        loop {
            let next = characters.next();
            threads.add(&self.program, 0, at_start, next.is_none());
            if threads.found {
                return true;
            }
            let Some(character) = next else { return false };
            threads.advance(&self.program, character, characters.peek().is_none());
            if threads.found {
                return true;
            }
            at_start = false;
        }
    }
}

impl Pattern {
    /// A pattern from the start of the text without a choice on the way, as codes mostly have: walked through once.
    fn found_straight(&self, text: &str) -> Option<bool> {
        let (Some(Step::Start), Some(rest)) = (self.program.first(), self.program.get(1..)) else { return None };
        if rest.iter().any(|step| matches!(step, Step::Fork(..) | Step::Go(_) | Step::Start)) {
            return None;
        }
        let mut characters = text.chars();
        for step in rest {
            let goes_on = match step {
                Step::Found => return Some(true),
                Step::End => characters.as_str().is_empty(),
                step => characters.next().is_some_and(|character| step.takes(character)),
            };
            if !goes_on {
                return Some(false);
            }
        }
        None
    }
}

struct Threads {
    live: Vec<usize>,
    seen: Vec<bool>,
    found: bool,
}

impl Threads {
    fn new(steps: usize) -> Self {
        Self { live: Vec::new(), seen: vec![false; steps], found: false }
    }

    fn add(&mut self, program: &[Step], step: usize, at_start: bool, at_end: bool) {
        let mut open = vec![step];
        while let Some(step) = open.pop() {
            match self.seen.get_mut(step) {
                Some(seen) if !*seen => *seen = true,
                _ => continue,
            }
            let next = step.saturating_add(1);
            match program.get(step) {
                Some(Step::Fork(left, right)) => open.extend([*left, *right]),
                Some(Step::Go(to)) => open.push(*to),
                Some(Step::Start) if at_start => open.push(next),
                Some(Step::End) if at_end => open.push(next),
                Some(Step::Found) => self.found = true,
                Some(Step::Letter(_) | Step::Any | Step::Class { .. }) => self.live.push(step),
                _ => {}
            }
        }
    }

    fn advance(&mut self, program: &[Step], character: char, last: bool) {
        let live = std::mem::take(&mut self.live);
        self.seen.fill(false);
        for step in live {
            if program.get(step).is_some_and(|step| step.takes(character)) {
                self.add(program, step.saturating_add(1), false, last);
            }
        }
    }
}

impl Step {
    fn takes(&self, character: char) -> bool {
        match self {
            Self::Letter(letter) => *letter == character,
            Self::Any => true,
            Self::Class { ranges, negated } => {
                ranges.iter().any(|(low, high)| (*low..=*high).contains(&character)) != *negated
            }
            _ => false,
        }
    }
}

struct Reader<'a> {
    rest: Peekable<Chars<'a>>,
    depth: usize,
}

impl Reader<'_> {
    fn choice(&mut self) -> Result<Tree, PatternError> {
        let mut branches = vec![self.sequence()?];
        while self.rest.next_if_eq(&'|').is_some() {
            branches.push(self.sequence()?);
        }
        Ok(if branches.len() == 1 { branches.pop().unwrap_or(Tree::Empty) } else { Tree::Choice(branches) })
    }

    fn sequence(&mut self) -> Result<Tree, PatternError> {
        let mut parts = Vec::new();
        while self.rest.peek().is_some_and(|next| !matches!(next, '|' | ')')) {
            let part = self.part()?;
            parts.push(self.repeat(part)?);
        }
        Ok(Tree::Sequence(parts))
    }

    fn part(&mut self) -> Result<Tree, PatternError> {
        let leaf = match self.rest.next().ok_or(PatternError::Syntax)? {
            '(' => return self.group(),
            '[' => self.class()?,
            '.' => Step::Any,
            '^' => Step::Start,
            '$' => Step::End,
            '\\' => escape(self.rest.next().ok_or(PatternError::Syntax)?)?,
            '*' | '+' | '?' | '{' | '}' | ']' => return Err(PatternError::Syntax),
            letter => Step::Letter(letter),
        };
        Ok(Tree::Leaf(leaf))
    }

    fn group(&mut self) -> Result<Tree, PatternError> {
        self.depth = self.depth.saturating_add(1);
        if self.depth > DEEPEST {
            return Err(PatternError::TooLarge);
        }
        let tree = self.choice()?;
        self.depth = self.depth.saturating_sub(1);
        self.rest.next_if_eq(&')').map(|_| tree).ok_or(PatternError::Syntax)
    }

    fn class(&mut self) -> Result<Step, PatternError> {
        let negated = self.rest.next_if_eq(&'^').is_some();
        let mut ranges = Vec::new();
        loop {
            match self.rest.next().ok_or(PatternError::Syntax)? {
                ']' => break,
                '\\' => match escape(self.rest.next().ok_or(PatternError::Syntax)?)? {
                    Step::Class { ranges: inner, negated: false } => ranges.extend_from_slice(&inner),
                    Step::Letter(letter) => ranges.push((letter, letter)),
                    _ => return Err(PatternError::Syntax),
                },
                low => ranges.push(self.range(low)?),
            }
        }
        if ranges.is_empty() { Err(PatternError::Syntax) } else { Ok(Step::Class { ranges: ranges.into(), negated }) }
    }

    fn range(&mut self, low: char) -> Result<(char, char), PatternError> {
        let mut ahead = self.rest.clone();
        if ahead.next() != Some('-') || matches!(ahead.peek(), None | Some(']')) {
            return Ok((low, low));
        }
        self.rest.next();
        let high = self.rest.next().ok_or(PatternError::Syntax)?;
        if low <= high && high != '\\' { Ok((low, high)) } else { Err(PatternError::Syntax) }
    }

    fn repeat(&mut self, what: Tree) -> Result<Tree, PatternError> {
        let (least, most) = match self.rest.peek() {
            Some('*') => (0, None),
            Some('+') => (1, None),
            Some('?') => (0, Some(1)),
            Some('{') => return self.counted(what),
            _ => return Ok(what),
        };
        self.rest.next();
        self.repeated(what, least, most)
    }

    fn counted(&mut self, what: Tree) -> Result<Tree, PatternError> {
        self.rest.next();
        let least = self.number()?;
        let most = match self.rest.next() {
            Some('}') => return self.repeated(what, least, Some(least)),
            Some(',') if self.rest.peek() == Some(&'}') => None,
            Some(',') => Some(self.number()?),
            _ => return Err(PatternError::Syntax),
        };
        match self.rest.next() {
            Some('}') if most.is_none_or(|most| most >= least) => self.repeated(what, least, most),
            _ => Err(PatternError::Syntax),
        }
    }

    fn number(&mut self) -> Result<usize, PatternError> {
        let mut digits = String::new();
        while let Some(digit) = self.rest.next_if(char::is_ascii_digit) {
            digits.push(digit);
        }
        if digits.len() > 4 { Err(PatternError::TooLarge) } else { digits.parse().map_err(|_| PatternError::Syntax) }
    }

    fn repeated(&mut self, what: Tree, least: usize, most: Option<usize>) -> Result<Tree, PatternError> {
        if matches!(self.rest.peek(), Some('*' | '+' | '?' | '{')) {
            return Err(PatternError::Syntax);
        }
        Ok(Tree::Repeat { what: Box::new(what), least, most })
    }
}

fn escape(letter: char) -> Result<Step, PatternError> {
    let class = |ranges: &[(char, char)]| Step::Class { ranges: ranges.into(), negated: false };
    match letter {
        'd' => Ok(class(&[('0', '9')])),
        'w' => Ok(class(&[('0', '9'), ('A', 'Z'), ('_', '_'), ('a', 'z')])),
        's' => Ok(class(&[('\t', '\r'), (' ', ' '), ('\u{a0}', '\u{a0}'), ('\u{3000}', '\u{3000}')])),
        mark if mark.is_ascii_alphanumeric() => Err(PatternError::Syntax),
        mark => Ok(Step::Letter(mark)),
    }
}

/// A program while it is written. Work is counted too, because a repeated empty group writes nothing.
#[derive(Default)]
struct Draft {
    program: Vec<Step>,
    work: usize,
}

impl Draft {
    fn here(&self) -> usize {
        self.program.len()
    }

    fn push(&mut self, step: Step) -> Result<usize, PatternError> {
        if self.here() >= MOST_STEPS {
            return Err(PatternError::TooLarge);
        }
        self.program.push(step);
        Ok(self.here().saturating_sub(1))
    }

    fn set(&mut self, at: usize, step: Step) {
        if let Some(place) = self.program.get_mut(at) {
            *place = step;
        }
    }

    fn emit(&mut self, tree: &Tree) -> Result<(), PatternError> {
        self.work = self.work.saturating_add(1);
        if self.work > MOST_WORK {
            return Err(PatternError::TooLarge);
        }
        match tree {
            Tree::Empty => Ok(()),
            Tree::Leaf(step) => self.push(step.clone()).map(|_| ()),
            Tree::Sequence(parts) => parts.iter().try_for_each(|part| self.emit(part)),
            Tree::Choice(branches) => self.choice(branches),
            Tree::Repeat { what, least, most } => self.repeat(what, *least, *most),
        }
    }

    fn choice(&mut self, branches: &[Tree]) -> Result<(), PatternError> {
        let mut ends = Vec::new();
        let Some((last, firsts)) = branches.split_last() else { return Ok(()) };
        for branch in firsts {
            let fork = self.push(Step::Go(0))?;
            self.emit(branch)?;
            ends.push(self.push(Step::Go(0))?);
            self.set(fork, Step::Fork(fork.saturating_add(1), self.here()));
        }
        self.emit(last)?;
        let end = self.here();
        ends.into_iter().for_each(|at| self.set(at, Step::Go(end)));
        Ok(())
    }

    fn repeat(&mut self, what: &Tree, least: usize, most: Option<usize>) -> Result<(), PatternError> {
        for _ in 0..least {
            self.emit(what)?;
        }
        let Some(most) = most else {
            let fork = self.push(Step::Go(0))?;
            self.emit(what)?;
            self.push(Step::Go(fork))?;
            self.set(fork, Step::Fork(fork.saturating_add(1), self.here()));
            return Ok(());
        };
        let mut forks = Vec::new();
        for _ in least..most {
            forks.push(self.push(Step::Go(0))?);
            self.emit(what)?;
        }
        let end = self.here();
        forks.into_iter().for_each(|fork| self.set(fork, Step::Fork(fork.saturating_add(1), end)));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn found(pattern: &str, text: &str) -> bool {
        Pattern::parse(pattern).unwrap().is_found_in(text)
    }

    #[test]
    fn reads_everyday_patterns() {
        assert!(found("^[0-9]{9}$", "330781101"));
        assert!(!found("^[0-9]{9}$", "3307811010"));
        assert!(!found("^[0-9]{9}$", "33078110"));
        assert!(found("镇$", "青石镇"));
        assert!(!found("镇$", "青石镇乡"));
        assert!(found("镇(（[^）]*）|\\([^)]*\\))?$", "青石镇（试点）"));
        assert!(found("a{2,3}b", "xaab") && !found("^a{2,3}b", "aaaab"));
        assert!(found("(街道|镇|乡)$", "城关街道") && found("\\d+\\.\\d*", "v1.") && found("^$", ""));
        assert!(found("[^a-c-]", "-d") && !found("^[^a-c-]", "-d") && found("x|", "y"));
    }

    #[test]
    fn refuses_what_is_no_pattern_or_runs_away() {
        for text in ["(", ")", "[", "[]", "*", "a**", "a{2,1}", "\\", "\\q", "{", "a{,2}"] {
            assert_eq!(Pattern::parse(text).err(), Some(PatternError::Syntax), "{text}");
        }
        for text in [
            "((((a{50}){50}){50}){50})",
            "a{9999}",
            "((((){9999}){9999}){9999}){99}",
            &"(".repeat(50),
            &"a".repeat(201),
        ] {
            assert_eq!(Pattern::parse(text).err(), Some(PatternError::TooLarge), "{text}");
        }
        assert!(!found("(a*)*b", &"a".repeat(1_000)));
    }
}
