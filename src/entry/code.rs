/// Declares the enum and its names from one list.
macro_rules! codes {
    ($($meaning:literal $name:ident $text:literal)*) => {
        /// How a typed figure was read, or why it was not.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Code { $(#[doc = $meaning] $name,)* }

        impl Code {
            /// Every code, in the order of the names.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The public name.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $text,)* }
            }
        }
    };
}

codes! {
    "Refused: more or less a number (约120)." Approximate "APPROXIMATE"
    "Accepted: nothing was typed." Blank "BLANK"
    "Notice: written in Chinese numerals." ChineseNumerals "CHINESE_NUMERALS"
    "Refused: control or replacement characters." ControlChar "CONTROL_CHAR"
    "Refused: a currency other than the renminbi." CurrencyMismatch "CURRENCY_MISMATCH"
    "Notice: RMB, CNY or 人民币 beside the figure." CurrencyWord "CURRENCY_WORD"
    "Notice: a dash that Word makes stands for the minus sign." DashAsMinus "DASH_AS_MINUS"
    "Refused: a date or a time of day." DateLike "DATE_LIKE"
    "Notice: 。 stands for the point." DecimalMark "DECIMAL_MARK"
    "Refused: an error value of a spreadsheet (#REF!)." ExcelError "EXCEL_ERROR"
    "Refused: the hashes of a column that is too narrow." ExcelOverflow "EXCEL_OVERFLOW"
    "Refused: a sum or product that is not worked out." Expression "EXPRESSION"
    "Refused: a spreadsheet formula." Formula "FORMULA"
    "Refused: a fraction." Fraction "FRACTION"
    "Refused: commas that do not part groups of three." Grouping "GROUPING"
    "Refused: words before the figure." LeadingText "LEADING_TEXT"
    "Notice: zeros at the front were dropped." LeadingZeros "LEADING_ZEROS"
    "Refused: letters that look like digits." LetterForDigit "LETTER_FOR_DIGIT"
    "Notice: 万, 亿 and the like were multiplied out." Magnitude "MAGNITUDE"
    "Refused: 万 may repeat the unit of the field or multiply it." MagnitudeAmbiguous "MAGNITUDE_AMBIGUOUS"
    "Notice: an amount in 元, 角, 分 or with 整." MoneyWords "MONEY_WORDS"
    "Refused: more than one point." MultipleDots "MULTIPLE_DOTS"
    "Refused: several cells at once." MultiCell "MULTI_CELL"
    "Refused, though understood: below nought in a field without negatives." Negative "NEGATIVE"
    "Refused: infinite, or not a number at all." NotFinite "NOT_FINITE"
    "Refused, though understood: places in a field of whole numbers." NotInteger "NOT_INTEGER"
    "Refused: Chinese numerals with two readings (一百二)." NumeralAmbiguous "NUMERAL_AMBIGUOUS"
    "Refused: Chinese numerals in no usual spelling." NumeralMalformed "NUMERAL_MALFORMED"
    "Refused: a word for a part (一半)." NumeralUnsupported "NUMERAL_UNSUPPORTED"
    "Refused: digits of another script, superscripts, circled digits." OtherDigits "OTHER_DIGITS"
    "Notice in signed fields, else refused: brackets for a negative amount." ParenNegative "PAREN_NEGATIVE"
    "Refused: a percentage in a field of another unit." PercentInPlainField "PERCENT_IN_PLAIN_FIELD"
    "Refused: a word or mark for no answer." Placeholder "PLACEHOLDER"
    "Refused: in quotation marks." Quoted "QUOTED"
    "Refused: hexadecimal, octal or binary." Radix "RADIX"
    "Refused: from here to there." Range "RANGE"
    "Refused: an exponent, behind which digits may be lost." Scientific "SCIENTIFIC"
    "Refused: more than one sign, or a sign that is none." Sign "SIGN"
    "Notice: a blank after the sign, which may be a list mark." SpaceAfterSign "SPACE_AFTER_SIGN"
    "Notice: ordinary blanks part groups of three." SpaceGrouping "SPACE_GROUPING"
    "Refused: a blank between digits." SpaceInside "SPACE_INSIDE"
    "Notice: at most 1 in a % field, so perhaps a ratio." SuspectRatio "SUSPECT_RATIO"
    "Refused: not a number." Syntax "SYNTAX"
    "Notice: the apostrophe that makes text in a spreadsheet was dropped." TextPrefix "TEXT_PREFIX"
    "Refused, though understood: more places than the field has." TooManyDecimals "TOO_MANY_DECIMALS"
    "Refused: more than 28 significant digits." TooManyDigits "TOO_MANY_DIGITS"
    "Refused: a comma at the end." TrailingComma "TRAILING_COMMA"
    "Notice: a point at the end." TrailingDot "TRAILING_DOT"
    "Refused: the sign behind the figure." TrailingSign "TRAILING_SIGN"
    "Refused: words after the figure." TrailingText "TRAILING_TEXT"
    "Notice: another word for the unit of the field." UnitAlias "UNIT_ALIAS"
    "Notice: converted into the unit of the field." UnitConverted "UNIT_CONVERTED"
    "Refused: another unit than that of the field." UnitMismatch "UNIT_MISMATCH"
    "Refused: a suffix such as w or K." UnknownSuffix "UNKNOWN_SUFFIX"
}
