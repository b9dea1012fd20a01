use super::Places;

/// By how much one unit is larger than another of its kind: 万元 is 10,000/1 元, 人 per 万人次 1/10,000.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Factor {
    /// Numerator, at least 1.
    pub times: u64,
    /// Denominator, at least 1.
    pub over: u64,
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

    fn times(self, other: Self) -> Option<Self> {
        Self::new(self.times.checked_mul(other.times)?, self.over.checked_mul(other.over)?)
    }

    fn inverse(self) -> Self {
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

/// What a figure counts: base units with exponents, and the factor to them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// As it is written on the form: 万元, 人/户.
    pub name: String,
    /// Ordered by name.
    bases: Vec<(String, i8)>,
    factor: Factor,
    share: Share,
}

/// What the checker knows of a number: that it carries no unit and fits any, or which one it carries.
#[derive(Clone, Debug, PartialEq, Eq)]
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

impl Unit {
    fn base(name: &str) -> Self {
        let bases = vec![(name.to_owned(), 1)];
        Self { name: name.to_owned(), bases, factor: Factor::ONE, share: Share::None }
    }

    fn share(name: &str, over: u64, share: Share) -> Self {
        Self { name: name.to_owned(), bases: Vec::new(), factor: Factor { times: 1, over }, share }
    }

    /// The unit of a number that counts nothing: 人 ÷ 人.
    pub fn ratio() -> Self {
        Self { name: String::new(), bases: Vec::new(), factor: Factor::ONE, share: Share::None }
    }

    /// True for a number that counts nothing: 人 ÷ 人.
    pub fn is_ratio(&self) -> bool {
        self.bases.is_empty() && self.share == Share::None && self.factor == Factor::ONE
    }

    /// How many base units one of it is: 1/100 for %.
    pub fn factor(&self) -> Factor {
        self.factor
    }

    /// Whether it is %, 百分点 or neither.
    pub fn share_kind(&self) -> Share {
        self.share
    }

    /// True where a number in this unit is its count of base units, so that dropping the unit hides no conversion.
    pub fn is_plain(&self) -> bool {
        self.factor == Factor::ONE || self.share != Share::None
    }

    /// What a number in this unit is multiplied by to be one in `other`.
    ///
    /// # Errors
    /// [`Mismatch`] where they count different things.
    pub fn into_unit(&self, other: &Unit) -> Result<Factor, Mismatch> {
        if self.bases != other.bases {
            return Err(Mismatch::Kind);
        }
        match (self.share, other.share) {
            (Share::Percent, Share::Point) | (Share::Point, Share::Percent) => return Err(Mismatch::Point),
            (Share::None, Share::Point) | (Share::Percent | Share::Point, Share::None) => return Err(Mismatch::Ratio),
            _ => {}
        }
        self.factor.times(other.factor.inverse()).ok_or(Mismatch::Kind)
    }

    /// As [`Unit::into_unit`], for the two sides of a comparison or sum: there a ratio beside a % is refused as well.
    ///
    /// # Errors
    /// [`Mismatch`] where they count different things.
    pub fn beside(&self, other: &Unit) -> Result<Factor, Mismatch> {
        match (self.share, other.share) {
            (Share::None, Share::Percent) if self.bases == other.bases => Err(Mismatch::Ratio),
            _ => self.into_unit(other),
        }
    }

    /// The unit of a sum (`adding`) or difference whose left side is `self`, and the factor for the right side.
    ///
    /// # Errors
    /// [`Mismatch`] where they count different things.
    pub fn sum(&self, right: &Unit, adding: bool, table: &UnitTable) -> Result<(Unit, Factor), Mismatch> {
        let mut as_right = self.clone();
        as_right.share = right.share;
        let unlike = self.share != right.share;
        match (self.share, right.share, adding) {
            (Share::None, Share::None, _) | (Share::Point, Share::Point, _) => {
                Ok((self.clone(), right.into_unit(self)?))
            }
            (Share::Percent, Share::Percent, true) => Ok((self.clone(), right.into_unit(self)?)),
            (Share::Percent, Share::Percent, false) => Ok((table.point_of(self), right.into_unit(self)?)),
            (Share::Percent, Share::Point, _) => Ok((self.clone(), right.into_unit(&as_right)?)),
            (Share::Point, Share::Percent, true) => Ok((right.clone(), right.into_unit(&as_right)?)),
            _ if unlike && self.bases == right.bases && self.share != Share::Point => Err(Mismatch::Ratio),
            (Share::Point, Share::Percent, false) => Err(Mismatch::Point),
            _ => Err(Mismatch::Kind),
        }
    }

    /// The unit of a product; `None` where it grows beyond reason.
    pub fn times(&self, other: &Unit, table: &UnitTable) -> Option<Unit> {
        match (self.is_ratio(), other.is_ratio()) {
            (true, _) => Some(other.clone()),
            (_, true) => Some(self.clone()),
            _ => self.combine(other, 1, table),
        }
    }

    /// The unit of a quotient; `None` where it grows beyond reason.
    pub fn over(&self, other: &Unit, table: &UnitTable) -> Option<Unit> {
        if other.is_ratio() { Some(self.clone()) } else { self.combine(other, -1, table) }
    }

    fn combine(&self, other: &Unit, sign: i8, table: &UnitTable) -> Option<Unit> {
        let mut bases = self.bases.clone();
        for (name, power) in &other.bases {
            let power = power.checked_mul(sign)?;
            let place = bases.partition_point(|base| base.0 < *name);
            match bases.get_mut(place) {
                Some(base) if base.0 == *name => base.1 = base.1.checked_add(power)?,
                _ => bases.insert(place, (name.clone(), power)),
            }
        }
        bases.retain(|base| base.1 != 0);
        if bases.len() > MOST_BASES {
            return None;
        }
        let factor = self.factor.times(if sign < 0 { other.factor.inverse() } else { other.factor })?;
        let mark = if sign < 0 { "/" } else { "·" };
        let left = if self.name.is_empty() { "1" } else { &self.name };
        let unit = Unit { name: [left, mark, &other.name].concat(), bases, factor, share: Share::None };
        Some(table.named(unit))
    }
}

/// The longest name of a unit, in characters.
const LONGEST: usize = 30;
/// The most base units in one product.
const MOST_BASES: usize = 8;

/// The units that a pack may use: those of everyday statistics, the pack's own, and any other word as a unit of its own.
#[derive(Clone, Debug)]
pub struct UnitTable {
    places: Places,
    units: Vec<Unit>,
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

impl Default for UnitTable {
    fn default() -> Self {
        let mut table = Self {
            places: Places::default(),
            units: Vec::new(),
            english_places: Places::default(),
            english: Vec::new(),
        };
        for (name, english) in ENGLISH {
            table.call(name, english);
        }
        for (name, over, share) in [
            ("%", 100, Share::Percent),
            ("‰", 1_000, Share::Percent),
            ("百分点", 100, Share::Point),
            ("千分点", 1_000, Share::Point),
        ] {
            table.add(Unit::share(name, over, share));
        }
        for name in BASES {
            table.add(Unit::base(name));
        }
        // A person-time is a person counted each time: training 人次 per 人 is 次.
        let bases = vec![("人".to_owned(), 1), ("次".to_owned(), 1)];
        let unit = Unit { name: "人次".to_owned(), bases, factor: Factor::ONE, share: Share::None };
        table.add(unit);
        for (name, times, over, of) in MULTIPLES {
            table.define(name, Factor { times: *times, over: *over }, of);
        }
        table
    }
}

impl UnitTable {
    /// Declares `name` as `factor` times the unit written `of`; `None` where that grows beyond reason.
    pub fn define(&mut self, name: &str, factor: Factor, of: &str) -> Option<()> {
        let of = self.parse(of)?;
        let unit = Unit { name: name.to_owned(), factor: of.factor.times(factor)?, ..of };
        self.add(unit);
        Some(())
    }

    /// Declares a unit of its own.
    pub fn declare(&mut self, name: &str) {
        self.add(Unit::base(name));
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

    /// Reads a unit as forms print it, at most 30 characters: one word, or words joined by `/` and `·`. An unknown word
    /// is a unit of its own; `None` where a part is empty.
    pub fn parse(&self, text: &str) -> Option<Unit> {
        if text.chars().nth(LONGEST).is_some() {
            return None;
        }
        if let Some(unit) = self.known(text) {
            return Some(unit.clone());
        }
        let mut unit = Unit::ratio();
        for (position, part) in text.split('/').enumerate() {
            for word in part.split('·') {
                let word = word.trim();
                let next = if word.is_empty() { None } else { Some(self.word(word)) }?;
                unit = if position == 0 { unit.times(&next, self)? } else { unit.combine(&next, -1, self)? };
            }
        }
        unit.name = text.to_owned();
        Some(unit)
    }

    fn add(&mut self, unit: Unit) {
        self.places.insert(&unit.name, self.units.len());
        self.units.push(unit);
    }

    fn known(&self, name: &str) -> Option<&Unit> {
        self.units.get(self.places.get(name)?)
    }

    fn word_in_english(&self, name: &str) -> Option<&str> {
        self.english.get(self.english_places.get(name)?).map(String::as_str)
    }

    fn word(&self, word: &str) -> Unit {
        self.known(word).cloned().unwrap_or_else(|| Unit::base(word))
    }

    /// True for a word that is a unit of the table, and so can stand behind a number in a formula.
    pub fn knows(&self, word: &str) -> bool {
        self.known(word).is_some()
    }

    fn named(&self, unit: Unit) -> Unit {
        if unit.is_ratio() {
            return Unit::ratio();
        }
        let same =
            |known: &&Unit| known.factor == unit.factor && known.share == unit.share && known.bases == unit.bases;
        match self.units.iter().find(same) {
            Some(known) => known.clone(),
            None => unit,
        }
    }

    fn point_of(&self, percent: &Unit) -> Unit {
        let name = if percent.factor.over == 1_000 { "千分点" } else { "百分点" };
        Unit { name: name.to_owned(), share: Share::Point, ..percent.clone() }
    }
}
