//! The command line of Tianbao: checks packs and submissions with the same engine as the browser.

mod files;
mod run;

use std::process::ExitCode;

/// Unreadable input, or a pack that is refused.
const UNREADABLE: u8 = 2;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run::run(&arguments) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(trouble) => {
            eprintln!("{trouble}");
            ExitCode::from(UNREADABLE)
        }
    }
}
