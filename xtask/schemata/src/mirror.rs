//! The tree that is built: the files of the copy, those with switches as they were last written.
//!
//! What has not changed keeps its time, so that a run that goes on builds nothing again.

use crate::Failure;
use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// Two folders: what the sources are, and what is built.
#[derive(Clone, Debug)]
pub struct Mirror {
    /// As it stands.
    pub from: PathBuf,
    /// With switches.
    pub into: PathBuf,
}

impl Mirror {
    /// The text of a file as it stands.
    ///
    /// # Errors
    /// A file that cannot be read.
    pub fn read(&self, name: &str) -> Result<String, Failure> {
        let path = self.from.join(name);
        fs::read_to_string(&path).map_err(|error| Failure(format!("{}: {error}.", path.display())))
    }

    /// Makes a file of the built tree hold this text.
    ///
    /// # Errors
    /// A file that cannot be written.
    pub fn put(&self, name: &str, text: &str) -> Result<(), Failure> {
        put(&self.into.join(name), text.as_bytes())
            .map_err(|error| Failure(format!("{name} in {}: {error}.", self.into.display())))
    }

    /// Copies what has changed but for the files of these names, which are written with their switches.
    ///
    /// # Errors
    /// A file that cannot be read or written.
    pub fn renew(&self, but: impl Fn(&str) -> bool) -> Result<(), Failure> {
        self.folder(Path::new(""), &but)
            .map_err(|error| Failure(format!("{}: {error}.", self.into.display())))
    }

    fn folder(&self, folder: &Path, but: &impl Fn(&str) -> bool) -> io::Result<()> {
        let (from, into) = (self.from.join(folder), self.into.join(folder));
        fs::create_dir_all(&into)?;
        for entry in fs::read_dir(&from)? {
            let name = folder.join(entry?.file_name());
            if self.from.join(&name).is_dir() {
                self.folder(&name, but)?;
            } else if !but(&name.to_string_lossy()) {
                put(&self.into.join(&name), &fs::read(self.from.join(&name))?)?;
            }
        }
        for entry in fs::read_dir(&into)? {
            let name = folder.join(entry?.file_name());
            let there = self.into.join(&name);
            if self.from.join(&name).exists() || but(&name.to_string_lossy()) {
                continue;
            }
            if there.is_dir() {
                fs::remove_dir_all(there)?;
            } else {
                fs::remove_file(there)?;
            }
        }
        Ok(())
    }
}

fn put(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if fs::read(path).is_ok_and(|same| same == bytes) {
        return Ok(());
    }
    fs::write(path, bytes)
}
