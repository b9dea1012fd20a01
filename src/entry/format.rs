use super::area_code::read_area_code;

/// A format that a text field of a pack may ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// 统计用区划代码, 9 or 12 digits.
    AreaCode,
}

/// Each format with its name in packs and its check.
type Row = (&'static str, Format, fn(&str) -> Result<(), &'static str>);
const FORMATS: &[Row] = &[("area-code", Format::AreaCode, |text| read_area_code(text).map(|_| ()))];

impl Format {
    /// Reads the name used in packs.
    pub fn parse(name: &str) -> Option<Self> {
        FORMATS.iter().find(|row| row.0 == name).map(|row| row.1)
    }

    /// The name used in packs.
    pub fn as_str(self) -> &'static str {
        FORMATS.iter().find(|row| row.1 == self).map_or("", |row| row.0)
    }

    /// Checks a text that is not blank; the error is a code such as `LENGTH`.
    pub fn check(self, text: &str) -> Result<(), &'static str> {
        FORMATS.iter().find(|row| row.1 == self).map_or(Ok(()), |row| (row.2)(text))
    }
}
