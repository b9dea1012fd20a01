//! `prove reports`: see [`reports`].
mod reports;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.first().map(String::as_str) {
        Some("reports") => reports::answer_lines(),
        _ => eprintln!("prove reports"),
    }
}
