/// True for what words are made of: letters and digits of any script, but no blank, punctuation or symbol.
///
/// Kept by blocks of Unicode, because the exact tables would put four kilobytes into the wasm; a rare symbol among
/// letters passes for one.
pub fn is_word(letter: char) -> bool {
    if letter.is_ascii() {
        return letter.is_ascii_alphanumeric();
    }
    let is_mark = matches!(
        letter,
        '\u{80}'..='\u{a9}' | '\u{ab}'..='\u{b4}' | '\u{b6}'..='\u{b9}' | '\u{bb}'..='\u{bf}' | '×' | '÷'
            | '\u{2000}'..='\u{206f}' | '\u{20a0}'..='\u{20cf}' | '\u{2190}'..='\u{2bff}'
            | '\u{3000}'..='\u{3004}' | '\u{3008}'..='\u{3020}' | '\u{3030}'..='\u{303f}' | '・'
            | '\u{e000}'..='\u{f8ff}' | '\u{fe00}'..='\u{fe6f}' | '\u{feff}'
            | '\u{ff00}'..='\u{ff0f}' | '\u{ff1a}'..='\u{ff20}' | '\u{ff3b}'..='\u{ff40}' | '\u{ff5b}'..='\u{ff65}'
            | '\u{ffe0}'..='\u{ffff}'
    );
    !is_mark && !letter.is_whitespace()
}

#[cfg(test)]
mod tests {
    use super::is_word;

    #[test]
    fn tells_words_from_marks() {
        for letter in "aZ09镇々〇é１Ａカ한".chars() {
            assert!(is_word(letter), "{letter}");
        }
        for letter in " 　,，。、；：“”‘’（）《》【】…—·！？%％×÷￥$・/".chars() {
            assert!(!is_word(letter), "{letter}");
        }
    }
}
