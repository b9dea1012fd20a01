use super::Places;
use super::text::head_of;

/// By how much one unit is larger than another of its kind: 万元 is 10,000/1 元, 人 per 万人次 1/10,000.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Factor {
    /// Numerator, at least 1.
    pub times: u64,
    /// Denominator, at least 1.
    pub over: u64,
}

impl Default for Factor {
    fn default() -> Self {
        Self::ONE
    }
}

impl Factor {
    /// No difference.
    pub const ONE: Self = Self { times: 1, over: 1 };

    /// `times / over` in lowest terms; `None` where a part is 0.
    pub fn new(times: u64, over: u64) -> Option<Self> {
        let common = gcd(times, over);
        let factor = Self { times: times.checked_div(common)?, over: over.checked_div(common)? };
        (factor.times > 0 && factor.over > 0).then_some(factor)
    }

    /// The one after the other; `None` where a part grows beyond 64 bits.
    pub fn times(self, other: Self) -> Option<Self> {
        Self::new(self.times.checked_mul(other.times)?, self.over.checked_mul(other.over)?)
    }

    /// The way back.
    #[must_use]
    pub fn inverse(self) -> Self {
        Self { times: self.over, over: self.times }
    }
}

fn gcd(a: u64, b: u64) -> u64 {
    let (mut a, mut b) = (a, b);
    while let Some(rest) = a.checked_rem(b) {
        (a, b) = (b, rest);
    }
    a
}

/// Whether a pure number is a share, and of which sort. The difference of two percentages is 百分点, which is not %.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Share {
    /// Not a share.
    #[default]
    None,
    /// %, ‰: a part of a whole.
    Percent,
    /// 百分点, 千分点: the difference of two shares.
    Point,
}

/// What a figure counts: a handle to an entry of a [`UnitTable`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unit(usize);

impl Unit {
    /// The unit of a number that counts nothing: 人 ÷ 人.
    pub const RATIO: Self = Self(0);
}

/// What the checker knows of a number: that it carries no unit and fits any, or which one it carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// A plain number: it takes the unit of what it is compared with or added to.
    Bare,
    /// A number of units.
    Of(Unit),
}

/// Why two units do not go together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mismatch {
    /// They count different things: 户 and 人.
    Kind,
    /// One is % and the other 百分点.
    Point,
    /// One is a ratio and the other %: it must be said which number is meant.
    Ratio,
}

/// One entry: base words with exponents, and the factor to them.
#[derive(Clone, Debug, Default)]
struct Entry {
    name: String,
    /// Ordered by the base's number.
    bases: Vec<(usize, i8)>,
    factor: Factor,
    share: Share,
}

/// The longest name of a unit, in characters.
const LONGEST: usize = 30;
/// The most base units in one product.
const MOST_BASES: usize = 8;
/// The most units in one pack, those that its formulas make included.
const MOST_UNITS: usize = 2_000;

/// The units that a pack may use: those of everyday statistics, the pack's own, and any other word as a unit of its own.
#[derive(Clone, Debug)]
pub struct UnitTable {
    entries: Vec<Entry>,
    /// Which entry a name has.
    places: Places,
    /// The numbers of the base words.
    bases: Places,
    base_count: usize,
    english_places: Places,
    english: Vec<String>,
}

/// Sources of the built-in factors: 中华人民共和国法定计量单位 (1 吨 = 1000 千克, 1 斤 = 500 克) and the 15 亩 a hectare of land statistics.
const MULTIPLES: &[(&str, u64, u64, &str)] = &[
    ("角", 1, 10, "元"),
    ("分", 1, 100, "元"),
    ("千元", 1_000, 1, "元"),
    ("百万元", 1_000_000, 1, "元"),
    ("万元", 10_000, 1, "元"),
    ("亿元", 100_000_000, 1, "元"),
    ("名", 1, 1, "人"),
    ("万人", 10_000, 1, "人"),
    ("万户", 10_000, 1, "户"),
    ("万人次", 10_000, 1, "人次"),
    ("千克", 1, 1, "公斤"),
    ("斤", 1, 2, "公斤"),
    ("吨", 1_000, 1, "公斤"),
    ("万吨", 10_000_000, 1, "公斤"),
    ("公顷", 15, 1, "亩"),
    ("万亩", 10_000, 1, "亩"),
];

/// %, 百分点 and their sisters by the thousand.
const SHARES: &[(&str, u64, Share)] = &[
    ("%", 100, Share::Percent),
    ("‰", 1_000, Share::Percent),
    ("百分点", 100, Share::Point),
    ("千分点", 1_000, Share::Point),
];

/// Words that are units of their own.
const BASES: &[&str] = &[
    "元",
    "人",
    "户",
    "亩",
    "公斤",
    "次",
    "个",
    "家",
    "年",
    "村",
    "期",
    "场次",
    "件",
    "处",
    "项",
    "种",
    "册",
    "天",
    "平方米",
];

/// English for the words of everyday forms; empty where English puts no word behind the number.
const ENGLISH: &[(&str, &str)] = &[
    ("元", "yuan"),
    ("千元", "× 1,000 yuan"),
    ("万元", "× 10,000 yuan"),
    ("百万元", "× 1,000,000 yuan"),
    ("亿元", "× 100,000,000 yuan"),
    ("人", "people"),
    ("名", "people"),
    ("万人", "× 10,000 people"),
    ("户", "households"),
    ("万户", "× 10,000 households"),
    ("人次", "person-times"),
    ("万人次", "× 10,000 person-times"),
    ("次", "times"),
    ("个", ""),
    ("家", ""),
    ("年", ""),
    ("亩", "mu"),
    ("万亩", "× 10,000 mu"),
    ("公顷", "hectares"),
    ("平方米", "square metres"),
    ("公斤", "kg"),
    ("千克", "kg"),
    ("吨", "tonnes"),
    ("村", "villages"),
    ("期", "sessions"),
    ("场次", "events"),
    ("件", "cases"),
    ("处", "places"),
    ("项", "items"),
    ("种", "kinds"),
    ("册", "volumes"),
    ("天", "days"),
    ("%", "%"),
    ("‰", "‰"),
    ("百分点", "percentage points"),
    ("千分点", "points per thousand"),
];

/// The English name of a unit for one of it: people, households to person, household.
pub fn singular(english: &str) -> &str {
    match english {
        "people" => "person",
        plural if plural.starts_with('×') => plural,
        plural => plural.strip_suffix('s').unwrap_or(plural),
    }
}

/// A name as a part of another: 1 for none, in parentheses where it has parts itself.
fn joined(name: &str) -> String {
    match name {
        "" => "1".to_owned(),
        parts if parts.contains(['/', '·']) => ["(", parts, ")"].concat(),
        word => word.to_owned(),
    }
}

impl Default for UnitTable {
    fn default() -> Self {
        let mut table = Self {
            entries: vec![Entry::default()],
            places: Places::default(),
            bases: Places::default(),
            base_count: 0,
            english_places: Places::default(),
            english: Vec::new(),
        };
        for (name, english) in ENGLISH {
            table.call(name, english);
        }
        for (name, over, share) in SHARES {
            let factor = Factor { times: 1, over: *over };
            table.add(Entry { name: (*name).to_owned(), bases: Vec::new(), factor, share: *share });
        }
        for name in BASES {
            table.declare(name);
        }
        // A person-time is a person counted each time: training 人次 per 人 is 次.
        let bases = ["人", "次"].iter().filter_map(|word| Some((table.bases.get(word)?, 1))).collect();
        table.add(Entry { name: "人次".to_owned(), bases, ..Entry::default() });
        for (name, times, over, of) in MULTIPLES {
            table.define(name, Factor { times: *times, over: *over }, of);
        }
        table
    }
}

impl UnitTable {
    fn entry(&self, unit: Unit) -> Option<&Entry> {
        self.entries.get(unit.0)
    }

    fn add(&mut self, entry: Entry) -> Unit {
        let unit = Unit(self.entries.len());
        self.places.insert(&entry.name, unit.0);
        self.entries.push(entry);
        unit
    }

    /// Declares `name` as `factor` times the unit written `of`; `None` where that grows beyond reason.
    pub fn define(&mut self, name: &str, factor: Factor, of: &str) -> Option<()> {
        let of = self.parse(of)?;
        let mut entry = self.entry(of)?.clone();
        entry.factor = entry.factor.times(factor)?;
        name.clone_into(&mut entry.name);
        self.add(entry);
        Some(())
    }

    /// Declares a unit of its own.
    pub fn declare(&mut self, name: &str) -> Unit {
        let base = self.base_count;
        self.base_count = base.saturating_add(1);
        self.bases.insert(name, base);
        let (factor, share) = (Factor::ONE, Share::None);
        self.add(Entry { name: name.to_owned(), bases: vec![(base, 1)], factor, share })
    }

    /// Says what `name` is called in English.
    pub fn call(&mut self, name: &str, english: &str) {
        self.english_places.insert(name, self.english.len());
        self.english.push(english.to_owned());
    }

    /// What a unit is called in English; `None` where a part of it has no English name.
    pub fn english(&self, name: &str) -> Option<String> {
        if let Some(english) = self.word_in_english(name) {
            return Some(english.to_owned());
        }
        let (top, under) = name.split_once('/')?;
        let (top, under) = (self.word_in_english(top)?, singular(self.word_in_english(under)?));
        Some([top, " per ", under].concat().trim().to_owned())
    }

    fn word_in_english(&self, name: &str) -> Option<&str> {
        self.english.get(self.english_places.get(name)?).map(String::as_str)
    }

    /// True for a word that is a unit of the table, and so can stand behind a number in a formula.
    pub fn knows(&self, word: &str) -> bool {
        self.places.get(word).is_some()
    }

    /// Reads a unit as forms print it, at most 30 characters: one word, or words joined by `/` and `·`. An unknown word
    /// becomes a unit of its own; `None` where a part is empty.
    pub fn parse(&mut self, text: &str) -> Option<Unit> {
        if let Some(place) = self.places.get(text) {
            return Some(Unit(place));
        }
        if head_of(text, LONGEST).is_some() || self.entries.len() >= MOST_UNITS {
            return None;
        }
        let (mut unit, mut whole, mut sign) = (Unit::RATIO, Factor::ONE, 1);
        for part in text.split('/') {
            for word in part.split('·') {
                let word = word.trim();
                let next = match self.places.get(word) {
                    Some(place) => Unit(place),
                    None if word.is_empty() => return None,
                    None => self.declare(word),
                };
                let (product, factor) = self.combine(unit, next, sign)?;
                (unit, whole) = (product, whole.times(factor)?);
            }
            sign = -1;
        }
        // As the form writes it, and with its own factor where the words cancel out.
        let mut entry = self.entry(unit)?.clone();
        entry.factor = entry.factor.times(whole)?;
        text.clone_into(&mut entry.name);
        Some(self.add(entry))
    }

    /// As it is written on the form: 万元, 人/户; empty for a ratio.
    pub fn name(&self, unit: Unit) -> &str {
        self.entry(unit).map_or("", |entry| &entry.name)
    }

    /// How many base units one of it is: 1/100 for %.
    pub fn factor(&self, unit: Unit) -> Factor {
        self.entry(unit).map_or(Factor::ONE, |entry| entry.factor)
    }

    /// Whether it is %, 百分点 or neither.
    pub fn share(&self, unit: Unit) -> Share {
        self.entry(unit).map_or(Share::None, |entry| entry.share)
    }

    /// True for a number that counts nothing: 人 ÷ 人.
    pub fn is_ratio(&self, unit: Unit) -> bool {
        self.entry(unit).is_some_and(|entry| entry.bases.is_empty() && entry.share == Share::None)
    }

    /// True where a number in this unit is its count of base units, so that dropping the unit hides no conversion.
    pub fn is_plain(&self, unit: Unit) -> bool {
        self.factor(unit) == Factor::ONE || self.share(unit) != Share::None
    }

    fn same_bases(&self, one: Unit, other: Unit) -> bool {
        let bases = |unit| self.entry(unit).map(|entry| &entry.bases);
        bases(one) == bases(other)
    }

    /// What a number in the unit `from` is multiplied by to be one in `into`.
    ///
    /// # Errors
    /// [`Mismatch`] where they count different things.
    pub fn conversion(&self, from: Unit, into: Unit) -> Result<Factor, Mismatch> {
        if !self.same_bases(from, into) {
            return Err(Mismatch::Kind);
        }
        match (self.share(from), self.share(into)) {
            (Share::Percent, Share::Point) | (Share::Point, Share::Percent) => return Err(Mismatch::Point),
            (Share::None, Share::Point) | (Share::Percent | Share::Point, Share::None) => return Err(Mismatch::Ratio),
            _ => {}
        }
        self.factor(from).times(self.factor(into).inverse()).ok_or(Mismatch::Kind)
    }

    /// What the right side of a comparison or sum is multiplied by to be in the unit of the left side. A ratio beside a %
    /// is refused here: it must be said which number is meant.
    ///
    /// # Errors
    /// [`Mismatch`] where they count different things.
    pub fn beside(&self, left: Unit, right: Unit) -> Result<Factor, Mismatch> {
        let shares = (self.share(left), self.share(right));
        if matches!(shares, (Share::None, Share::Percent) | (Share::Percent, Share::None))
            && self.same_bases(left, right)
        {
            return Err(Mismatch::Ratio);
        }
        self.conversion(right, left)
    }

    /// The unit of a sum (`adding`) or difference, and the factor for its right side: % − % is in 百分点, % ± 百分点 in %.
    ///
    /// # Errors
    /// [`Mismatch`] where they count different things.
    pub fn sum(&mut self, left: Unit, right: Unit, adding: bool) -> Result<(Unit, Factor), Mismatch> {
        let unit = match (self.share(left), self.share(right), adding) {
            (Share::Percent, Share::Percent, false) => self.sister(left, ["百分点", "千分点"]),
            (Share::Point, Share::Percent, true) => self.sister(left, ["%", "‰"]),
            _ => left,
        };
        let is_mixed = match (self.share(left), self.share(right)) {
            (Share::Percent, Share::Point) => true,
            (Share::Point, Share::Percent) => adding,
            _ => false,
        };
        let factor = if is_mixed {
            self.factor(right).times(self.factor(left).inverse()).ok_or(Mismatch::Kind)?
        } else {
            self.beside(left, right)?
        };
        Ok((unit, factor))
    }

    /// Of two names, by the hundred and by the thousand, the one that is as large as `share`.
    fn sister(&self, share: Unit, [hundredth, thousandth]: [&str; 2]) -> Unit {
        let name = if self.factor(share).over == 1_000 { thousandth } else { hundredth };
        self.places.get(name).map_or(share, Unit)
    }

    /// The unit of a product, and the factor that its number is still to be multiplied by where unlike multiples cancel
    /// out; `None` where it grows beyond reason.
    pub fn times(&mut self, left: Unit, right: Unit) -> Option<(Unit, Factor)> {
        self.combine(left, right, 1)
    }

    /// As [`UnitTable::times`], for a quotient.
    pub fn over(&mut self, left: Unit, right: Unit) -> Option<(Unit, Factor)> {
        self.combine(left, right, -1)
    }

    fn combine(&mut self, left: Unit, right: Unit, sign: i8) -> Option<(Unit, Factor)> {
        if right == Unit::RATIO {
            return Some((left, Factor::ONE));
        }
        if left == Unit::RATIO && sign > 0 {
            return Some((right, Factor::ONE));
        }
        let (one, other) = (self.entry(left)?, self.entry(right)?);
        let mut bases = one.bases.clone();
        for (base, power) in &other.bases {
            let power = power.checked_mul(sign)?;
            let place = bases.partition_point(|known| known.0 < *base);
            match bases.get_mut(place) {
                Some(known) if known.0 == *base => known.1 = known.1.checked_add(power)?,
                _ => bases.insert(place, (*base, power)),
            }
        }
        bases.retain(|base| base.1 != 0);
        let factor = one.factor.times(if sign < 0 { other.factor.inverse() } else { other.factor })?;
        if bases.is_empty() {
            return Some((Unit::RATIO, factor));
        }
        let mut known = self.entries.iter();
        if let Some(place) =
            known.position(|entry| entry.factor == factor && entry.share == Share::None && entry.bases == bases)
        {
            return Some((Unit(place), Factor::ONE));
        }
        if bases.len() > MOST_BASES || self.entries.len() >= MOST_UNITS {
            return None;
        }
        let mark = if sign < 0 { "/" } else { "·" };
        let name = [&joined(&one.name), mark, &joined(&other.name)].concat();
        self.entries.push(Entry { name, bases, factor, share: Share::None });
        Some((Unit(self.entries.len().saturating_sub(1)), Factor::ONE))
    }
}
