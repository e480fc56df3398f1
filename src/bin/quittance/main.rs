//! The engine on the command line: one JSON document in, one out, or one per line.
//!
//! ```text
//! document                    reading documents, writing answers, exit statuses
//! values                      dates, amounts, rates and lists as JSON writes them
//! amounts, settlement_order   amounts by component, orders of settlement
//! files                       the schemas of the files that the engine reads
//! bulk                        many texts in one document, and answers as a table
//! asked, option, repayment    the case, its rules, and an option for it; changes to one as JSON
//! rule_pack                   rule packs, as files or by name
//! verdict, expectations       what the rules say; what the lender expects of plans
//! signed                      keys, lenders, ids and doubts, for the commands about signatures
//! schedule, rate, days, ...   one for each command: its document, its answer, its example
//! ```

mod accrue;
mod allocate;
mod amounts;
mod asked;
mod bulk;
mod changes;
mod check;
mod compare;
mod countersign;
mod days;
mod diff;
mod document;
mod expectations;
mod files;
mod inspect;
mod keys;
mod ladder;
mod lint;
mod option;
mod paper;
mod plan;
mod protect;
mod quantity;
mod rate;
mod repair;
mod repayment;
mod roll;
mod rule_pack;
mod schedule;
mod settlement_order;
mod sign;
mod signed;
mod solve;
mod value;
mod values;
mod verdict;
mod verify;

use std::process::ExitCode;

use clap::{Arg, ArgAction, ArgMatches, Command};

use document::{Entry, Source, schema};

/// Every command, in the order of the help.
const COMMANDS: [Entry; 22] = [
    Entry::of::<schedule::Schedule>(),
    Entry::of::<rate::Rate>(),
    Entry::of::<value::Value>(),
    Entry::of::<days::Days>(),
    Entry::of::<roll::Roll>(),
    Entry::of::<accrue::Accrue>(),
    Entry::of::<allocate::Allocate>(),
    Entry::of::<plan::Plan>(),
    Entry::of::<paper::Paper>(),
    Entry::of::<check::Check>(),
    Entry::of::<solve::Solve>(),
    Entry::of::<repair::Repair>(),
    Entry::of::<lint::Lint>(),
    Entry::of::<diff::Diff>(),
    Entry::of::<ladder::Ladder>(),
    Entry::of::<compare::Compare>(),
    Entry::of::<keys::Keys>(),
    Entry::of::<sign::Sign>(),
    Entry::of::<countersign::Countersign>(),
    Entry::of::<verify::Verify>(),
    Entry::of::<protect::Protect>(),
    Entry::of::<inspect::Inspect>(),
];

const ABOUT: &str = "Repayment plans for overdue debts, exact to the cent: JSON in, JSON out.";

const LONG_ABOUT: &str = "\
Repayment plans for overdue debts, exact to the cent: JSON in, JSON out.

Amounts, rates and shares are decimal strings, dates are ISO 8601. A document is read from FILE or from standard input. \
Where the first line is a whole document, every line is one, and every line gets its answer on a line of its own.

Exit status: 0 answered, 1 refused with reasons, 2 bad input; the highest of all documents.";

fn interface() -> Command {
    let mut interface = Command::new("quittance")
        .version(env!("CARGO_PKG_VERSION"))
        .about(ABOUT)
        .long_about(LONG_ABOUT)
        .subcommand_required(true)
        .arg_required_else_help(true);
    for entry in &COMMANDS {
        let mut command = Command::new(entry.name)
            .about(entry.about)
            .after_help(format!(
                "Example:\n  echo '{}' | quittance {}\n\nFields: quittance schema {}",
                entry.example, entry.name, entry.name
            ))
            .arg(
                Arg::new("file")
                    .value_name("FILE")
                    .default_value("-")
                    .help("The file to read; - is standard input"),
            )
            .arg(
                Arg::new("pretty")
                    .long("pretty")
                    .action(ArgAction::SetTrue)
                    .help("Write answers over several lines"),
            );
        if entry.bulk {
            command = command.args([
                Arg::new("folder")
                    .long("folder")
                    .value_name("PATH")
                    .help("Put every file of this folder that ends in .quittance into the document, one after the other"),
                Arg::new("csv")
                    .long("csv")
                    .action(ArgAction::SetTrue)
                    .help("Write a table of comma-separated values instead of JSON lines"),
            ]);
        }
        interface = interface.subcommand(command);
    }
    interface.subcommand(
        Command::new("schema")
            .about("The JSON Schema of a command's document, of its answer, or of a file")
            .after_help(
                "Example:\n  quittance schema days\n  quittance schema days-answer\n  quittance schema pack > rule-pack.schema.json",
            )
            .arg(
                Arg::new("name")
                    .value_name("NAME")
                    .required(true)
                    .help("A command's name, that name followed by -answer, or a file: pack, case"),
            ),
    )
}

fn answer(name: &str, matches: &ArgMatches) -> u8 {
    if name == "schema" {
        let wanted = matches.get_one::<String>("name").map_or("", String::as_str);
        return schema(&COMMANDS, &files::FILES, wanted);
    }
    // The interface knows no other names than these.
    let Some(entry) = COMMANDS.iter().find(|entry| entry.name == name) else {
        return document::BAD_INPUT;
    };
    let folder = entry
        .bulk
        .then(|| matches.get_one::<String>("folder"))
        .flatten();
    let source = Source {
        file: matches
            .get_one::<String>("file")
            .cloned()
            .unwrap_or_default(),
        pretty: matches.get_flag("pretty"),
        folder: folder.cloned(),
        csv: entry.bulk && matches.get_flag("csv"),
    };
    (entry.run)(&source)
}

fn main() -> ExitCode {
    let matches = interface().get_matches();
    let status = matches
        .subcommand()
        .map_or(document::BAD_INPUT, |(name, matches)| answer(name, matches));
    ExitCode::from(status)
}
