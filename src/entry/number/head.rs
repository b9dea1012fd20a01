//! What stands before a figure: signs, brackets, currency, 百分之.

use super::clean::{has_figure, is_dash, is_sign};
use crate::entry::Code;
use crate::entry::text::is_blank;

/// What was taken off, and the rest.
#[derive(Default)]
pub struct Head<'a> {
    /// A minus sign.
    pub negative: bool,
    /// Brackets, which bookkeepers write for a negative amount.
    pub brackets: bool,
    /// ¥ or a word for the renminbi.
    pub money: bool,
    /// 百分之, as the unit that it stands for.
    pub share: Option<&'static str>,
    /// Notices, in the order of the text.
    pub codes: Vec<Code>,
    /// What is left.
    pub body: &'a str,
}

const RENMINBI: [&str; 4] = ["rmb", "cny", "人民币", "¥"];
const FOREIGN: [&str; 13] = ["$", "€", "£", "₩", "₽", "฿", "¢", "usd", "hkd", "eur", "gbp", "jpy", "krw"];
const SHARES: [(&str, &str); 3] = [("百分之", "%"), ("千分之", "‰"), ("万分之", "‱")];

/// Whether another currency is named.
pub fn is_foreign(text: &str) -> bool {
    FOREIGN.iter().any(|currency| text.contains(currency)) && has_figure(text)
}

/// Takes everything off the front, in whatever order it comes, each kind once.
pub fn take(text: &str) -> Result<Head<'_>, Code> {
    let mut head = Head { body: text, ..Head::default() };
    let mut signed = false;
    loop {
        let before = head.body.len();
        let first = head.body.chars().next().unwrap_or(' ');
        if matches!(first, '△' | '▲' | '▽' | '▼' | '±') || (is_sign(first) && (signed || head.brackets)) {
            return Err(if has_figure(text) { Code::Sign } else { Code::Syntax });
        }
        if is_sign(first) {
            signed = true;
            head.sign(first);
        }
        head.bracket()?;
        head.currency();
        head.share();
        if head.body.len() == before {
            return Ok(head);
        }
    }
}

impl<'a> Head<'a> {
    fn sign(&mut self, sign: char) {
        self.negative = sign != '+';
        if is_dash(sign) {
            self.codes.push(Code::DashAsMinus);
        }
        if sign == '负' {
            self.codes.push(Code::ChineseNumerals);
        }
        let rest = self.body.strip_prefix(sign).unwrap_or(self.body);
        self.body = rest.trim_start_matches(is_blank);
        if self.body != rest {
            self.codes.push(Code::SpaceAfterSign);
        }
    }

    fn bracket(&mut self) -> Result<(), Code> {
        let Some(open) = self.body.strip_prefix('(') else {
            return Ok(());
        };
        let inner = open.strip_suffix(')').filter(|inner| has_figure(inner) && !self.brackets && !self.negative);
        self.body = inner.ok_or(Code::Syntax)?;
        self.brackets = true;
        Ok(())
    }

    fn currency(&mut self) {
        for word in RENMINBI {
            let front = self.body.strip_prefix(word).map(|rest| rest.trim_start_matches([':', '¥']));
            let Some(rest) = front.or_else(|| self.body.strip_suffix(word)) else {
                continue;
            };
            if !self.money {
                (self.money, self.body) = (true, rest);
                self.codes.extend((word != "¥").then_some(Code::CurrencyWord));
            }
        }
    }

    fn share(&mut self) {
        let found = SHARES.iter().find_map(|(word, unit)| Some((self.body.strip_prefix(word)?, *unit)));
        if let (Some((rest, unit)), None) = (found, self.share) {
            (self.share, self.body) = (Some(unit), rest);
        }
    }
}
