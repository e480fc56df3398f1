//! The developer's commands, run as `cargo xtask COMMAND`.
//!
//! ```text
//! tools    what must be on the machine, found or installed
//! browser  Chromium and its driver
//! checks   all that CI runs
//! schemas  the schemas of files, as the command line writes them
//! fuzz     coverage-guided changes to texts
//! figures  what the project publishes about itself, measured with its denominators
//! run      starting programs and saying what failed
//! ```

mod browser;
mod checks;
mod debian;
mod figures;
mod fuzz;
mod run;
mod schemas;
mod tools;

use run::{Failure, program};
use std::{env, process::ExitCode};
use tools::Tools;

const USAGE: &str = "\
cargo xtask COMMAND

  setup                 install what is missing and say what and why
  serve [--port N] [--no-open]
                        build, serve dist/ on this machine only, open it
  build                 build the release app into dist/
  test [--fast]         all that CI runs; --fast only the native part
  schemas               write the JSON Schemas of rule packs and case files into docs/
  size                  bytes of the first visit, against the budget
  bench                 speed of the engine, natively
  fuzz [SECONDS]        libFuzzer over the readers of texts, a minute if nothing is said
  figures [ID..]        every figure with its last value, or measure those named:
                        C1, C2, C3, C4 [--cases N] [--seed N], C5,
                         C6 [--only NAME],
                         C7 [--file PATH] [--shard K/N] [--jobs N],
                         F1, F4, F5, F6, F7,
                         T1, T2, T3, T4 [--cases N] [--seed N], T5, T6,
                         U5";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match obey(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure(why)) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

fn obey(arguments: &[String]) -> Result<(), Failure> {
    let (command, rest) = arguments
        .split_first()
        .ok_or_else(|| Failure(USAGE.to_owned()))?;
    match command.as_str() {
        "setup" => {
            Tools::ready()?;
            browser::Browser::ready()?;
            println!("Everything is in place.");
            Ok(())
        }
        "serve" => serve(rest),
        "build" => Tools::ready()?.build_app(),
        "test" => checks::all(rest.iter().any(|flag| flag == "--fast")),
        "schemas" => schemas::write(),
        "size" => figures::size(),
        "bench" => figures::bench(),
        "figures" => figures::measure(rest),
        "fuzz" => fuzz::fuzz(rest),
        "help" | "--help" | "-h" => {
            println!("{USAGE}");
            Ok(())
        }
        unknown => Err(Failure(format!(
            "There is no command `{unknown}`.\n\n{USAGE}"
        ))),
    }
}

fn serve(flags: &[String]) -> Result<(), Failure> {
    let open = !flags.iter().any(|flag| flag == "--no-open");
    let port = flags.iter().skip_while(|flag| *flag != "--port").nth(1);
    Tools::ready()?.build_app()?;
    let mut server = program("node");
    server.args(["xtask/node/serve.mjs", "dist"]);
    server.args(port.iter().flat_map(|port| ["--port", port]));
    server.args(open.then_some("--open"));
    run::must(&mut server, "the local server stopped")
}
