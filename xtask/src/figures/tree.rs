//! A copy of the checkout in which faults are planted and taken out again: what is being worked on is never touched.

use super::faults::Fault;
use crate::run::{Failure, answer, program, root};
use std::{
    collections::BTreeSet,
    fs, io,
    path::{Path, PathBuf},
};

/// The copy.
pub struct Tree {
    /// Where the copy is.
    pub root: PathBuf,
    /// Where it is compiled to.
    pub build: PathBuf,
}

impl Tree {
    /// Copies every file that the repository knows or would take in. A file that is the same already keeps its time,
    /// so that a second run compiles what changed and no more.
    pub fn copied() -> Result<Self, Failure> {
        let tree = Self {
            root: root().join("target/xtask/copy/tree"),
            build: root().join("target/xtask/copy/build"),
        };
        let names =
            answer(program("git").args(["ls-files", "--cached", "--others", "--exclude-standard"]))
                .ok_or_else(|| Failure("git could not list the files of this checkout.".into()))?;
        let mut kept = BTreeSet::new();
        for name in names.lines() {
            // One that was taken out since the last commit is listed and not there.
            let Ok(bytes) = fs::read(root().join(name)) else {
                continue;
            };
            let to = tree.root.join(name);
            kept.insert(to.clone());
            if fs::read(&to).is_ok_and(|same| same == bytes) {
                continue;
            }
            to.parent()
                .map_or(Ok(()), fs::create_dir_all)
                .and_then(|()| fs::write(&to, bytes))
                .map_err(|error| Failure(format!("{}: {error}.", to.display())))?;
        }
        only(&kept, &tree.root)
            .map_err(|error| Failure(format!("{}: {error}.", tree.root.display())))?;
        Ok(tree)
    }

    /// Plants a fault; what stood in the file is handed back.
    pub fn plant(&self, fault: &Fault) -> Result<String, Failure> {
        let file = self.root.join(fault.file);
        let text = fs::read_to_string(&file)
            .map_err(|error| Failure(format!("{}: {error}.", file.display())))?;
        self.write(fault, &planted(fault, &text)?)?;
        Ok(text)
    }

    /// Takes a fault out again.
    pub fn restore(&self, fault: &Fault, text: &str) -> Result<(), Failure> {
        self.write(fault, text)
    }

    fn write(&self, fault: &Fault, text: &str) -> Result<(), Failure> {
        let file = self.root.join(fault.file);
        fs::write(&file, text).map_err(|error| Failure(format!("{}: {error}.", file.display())))
    }
}

/// Takes out of a folder what an earlier copy left there: a module that has moved would be found twice.
fn only(kept: &BTreeSet<PathBuf>, folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            only(kept, &path)?;
        } else if !kept.contains(&path) {
            fs::remove_file(&path)?;
        }
    }
    Ok(())
}

/// The text of a file with the fault in it.
pub fn planted(fault: &Fault, text: &str) -> Result<String, Failure> {
    match text.matches(fault.find).count() {
        1 => Ok(text.replacen(fault.find, fault.replace, 1)),
        count => Err(Failure(format!(
            "The fault `{}` does not apply: what it changes stands {count} times in {}.",
            fault.name, fault.file
        ))),
    }
}
