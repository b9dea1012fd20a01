//! What stands before a figure: signs, brackets, currency, 百分之.

use super::kind::{BLANK, DASH, FIGURE, SIGN, any, is, skip};
use super::notes::Notes;
use crate::entry::Code;
use crate::entry::text::{among, find_word, first, has_word};

/// What was taken off, and the rest.
pub struct Head<'a> {
    /// A minus sign.
    pub negative: bool,
    /// Brackets, which bookkeepers write for a negative amount.
    pub brackets: bool,
    /// ¥ or a word for the renminbi.
    pub money: bool,
    /// 百分之, as the unit that it stands for; else empty.
    pub share: &'static str,
    /// What is left.
    pub body: &'a str,
}

/// Whether another currency is named.
pub fn is_foreign(text: &str) -> bool {
    has_word(text, "$ € £ ₩ ₽ ฿ ¢ usd hkd eur gbp jpy krw") && any(text, FIGURE)
}

/// Takes everything off the front, in whatever order it comes, each kind once.
pub fn take<'a>(text: &'a str, notes: &mut Notes) -> Result<Head<'a>, Code> {
    let mut head = Head { negative: false, brackets: false, money: false, share: "", body: text };
    let mut signed = false;
    loop {
        let before = head.body.len();
        let next = first(head.body);
        if among(next, "△▲▽▼±") || (is(next, SIGN) && (signed || head.brackets)) {
            return Err(if any(text, FIGURE) { Code::Sign } else { Code::Syntax });
        }
        if is(next, SIGN) {
            signed = true;
            head.sign(next, notes);
        }
        head.bracket()?;
        head.currency(notes);
        head.share();
        if head.body.len() == before {
            return Ok(head);
        }
    }
}

impl Head<'_> {
    fn sign(&mut self, sign: char, notes: &mut Notes) {
        self.negative = sign != '+';
        if is(sign, DASH) {
            notes.say(Code::DashAsMinus);
        }
        if sign == '负' {
            notes.say(Code::ChineseNumerals);
        }
        let rest = self.body.strip_prefix(sign).unwrap_or(self.body);
        self.body = skip(rest, BLANK);
        if self.body != rest {
            notes.say(Code::SpaceAfterSign);
        }
    }

    fn bracket(&mut self) -> Result<(), Code> {
        let Some(open) = self.body.strip_prefix('(') else {
            return Ok(());
        };
        let may_open = !self.brackets && !self.negative;
        let inner = open.strip_suffix(')').filter(|inner| may_open && any(inner, FIGURE));
        self.body = inner.ok_or(Code::Syntax)?;
        self.brackets = true;
        Ok(())
    }

    fn currency(&mut self, notes: &mut Notes) {
        let body = self.body;
        let stands_here = |word: &str| body.starts_with(word) || body.ends_with(word);
        let Some(word) = find_word("rmb cny 人民币 ¥", &stands_here).filter(|_| !self.money) else {
            return;
        };
        let front = body.strip_prefix(word).map(|rest| rest.trim_start_matches([':', '¥']));
        self.body = front.or_else(|| body.strip_suffix(word)).unwrap_or(body);
        self.money = true;
        if word != "¥" {
            notes.say(Code::CurrencyWord);
        }
    }

    fn share(&mut self) {
        for (word, unit) in [("百分之", "%"), ("千分之", "‰"), ("万分之", "‱")] {
            if let (Some(rest), "") = (self.body.strip_prefix(word), self.share) {
                (self.share, self.body) = (unit, rest);
            }
        }
    }
}
