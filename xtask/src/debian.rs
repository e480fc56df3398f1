//! Programs of the machine: found, or on a Debian machine of our own installed.

use crate::run::{Failure, answer, must, program};
use std::{
    env,
    path::{Path, PathBuf},
};

/// What reads and renders the PDF files that tests look into. `fonts-noto-cjk` has the Chinese letters of a font that
/// is only named in them.
const PDF_PACKAGES: [&str; 3] = ["poppler-utils", "poppler-data", "fonts-noto-cjk"];
/// The encodings of East Asian fonts, which readers of PDF know by name.
const ENCODINGS: &str = "/usr/share/poppler/cMap";

/// Where a program is, if it is on the search path.
pub fn on_path(name: &str) -> Option<PathBuf> {
    let folders = env::var_os("PATH")?;
    env::split_paths(&folders)
        .map(|folder| folder.join(name).with_extension(env::consts::EXE_EXTENSION))
        .find(|file| file.is_file())
}

/// Installs packages where this machine lets us; elsewhere it does nothing.
pub fn install(packages: &[&str], what_for: &str) -> Result<(), Failure> {
    if !apt_is_ours() {
        return Ok(());
    }
    println!("Installing {}, {what_for}.", packages.join(", "));
    must(
        program("apt-get").arg("update"),
        "apt-get could not read its lists",
    )?;
    let mut install = program("apt-get");
    install
        .args(["install", "-y", "--no-install-recommends"])
        .args(packages);
    install.env("DEBIAN_FRONTEND", "noninteractive");
    must(&mut install, "apt-get could not install what is needed")
}

/// Finds what reads PDF files, installing it where this machine lets us.
pub fn pdf_readers() -> Result<(), Failure> {
    if pdf_readers_stand() {
        return Ok(());
    }
    install(&PDF_PACKAGES, "which the tests of PDF files read them with")?;
    if pdf_readers_stand() {
        return Ok(());
    }
    Err(Failure(
        "The tests of PDF files need pdftotext and pdftoppm with the encodings of Chinese fonts: install poppler \
         (Debian: apt-get install poppler-utils poppler-data fonts-noto-cjk), then run this again."
            .into(),
    ))
}

fn pdf_readers_stand() -> bool {
    let programs = ["pdftotext", "pdftoppm"].map(on_path);
    // Elsewhere the encodings come with the programs.
    let encodings = !apt_is_ours() || Path::new(ENCODINGS).is_dir();
    programs.iter().all(Option::is_some) && encodings
}

fn apt_is_ours() -> bool {
    on_path("apt-get").is_some() && answer(program("id").arg("-u")).as_deref() == Some("0")
}
