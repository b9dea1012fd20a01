//! `prove reports | everything | explain` and `prove properties HALF` (1 or 2) read cases from standard input; `prove decimals COUNT SEED`,
//! `prove ties COUNT` and `prove totals COUNT` make their own.
mod decimals;
mod dice;
mod forms;
mod properties;
mod reports;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let number = |place: usize| arguments.get(place).and_then(|text| text.parse::<u64>().ok()).unwrap_or(1);
    match arguments.first().map(String::as_str) {
        Some("reports") => reports::answer_lines(reports::report),
        Some("everything") => reports::answer_lines(reports::everything),
        Some("explain") => reports::answer_lines(reports::explanations),
        Some("properties") => properties::try_lines(number(1) as usize % 2, 2),
        Some("decimals") => decimals::run(number(1) as usize, number(2)),
        Some("ties") => println!("{}", forms::ties(number(1))),
        Some("totals") => println!("{}", forms::totals(number(1))),
        _ => eprintln!("prove reports | everything | explain | properties HALF | decimals COUNT SEED | ties COUNT | totals COUNT"),
    }
}
