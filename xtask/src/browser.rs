//! Chromium and its driver: found, or on a Debian machine installed.

use crate::debian::{install, on_path};
use crate::run::{Failure, root};
use std::{
    env, fs,
    path::{Path, PathBuf},
};

const BROWSERS: [&str; 4] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
];
const MAC: &str = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
const PACKAGES: [&str; 3] = ["chromium", "chromium-driver", "fonts-noto-cjk"];

/// No window, no call home, no leftovers: what every browser of the tests is started with.
const ARGUMENTS: [&str; 7] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
];

/// A browser that tests can drive.
pub struct Browser {
    pub chromium: PathBuf,
    pub driver: PathBuf,
}

impl Browser {
    /// Finds both programs, installing them where this machine lets us.
    pub fn ready() -> Result<Self, Failure> {
        if let Some(found) = Self::find() {
            return Ok(found);
        }
        install(&PACKAGES, "which the browser tests drive")?;
        Self::find().ok_or_else(|| {
            Failure(
                "The browser tests need Chromium and chromedriver of one version: install both \
                 (Debian: apt-get install chromium chromium-driver), or name them in CHROMIUM and \
                 CHROMEDRIVER, then run this again."
                    .into(),
            )
        })
    }

    fn find() -> Option<Self> {
        let chromium = named("CHROMIUM")
            .or_else(|| BROWSERS.iter().find_map(|name| on_path(name)))
            .or_else(|| Some(PathBuf::from(MAC)).filter(|file| file.is_file()))?;
        let driver = named("CHROMEDRIVER").or_else(|| on_path("chromedriver"))?;
        Some(Self { chromium, driver })
    }

    /// Writes the settings that `wasm-bindgen-test-runner` hands to the driver.
    pub fn driver_settings(&self) -> Result<PathBuf, Failure> {
        let folder = root().join("target/xtask");
        let file = folder.join("webdriver.json");
        fs::create_dir_all(&folder)
            .and_then(|()| fs::write(&file, settings(&self.chromium)))
            .map_err(|error| Failure(format!("{}: {error}.", file.display())))?;
        Ok(file)
    }
}

fn settings(chromium: &Path) -> String {
    let arguments: Vec<String> = ARGUMENTS.iter().map(|word| format!("{word:?}")).collect();
    let binary = chromium.to_string_lossy();
    format!(
        "{{\"goog:chromeOptions\":{{\"binary\":{binary:?},\"args\":[{}]}}}}",
        arguments.join(",")
    )
}

fn named(variable: &str) -> Option<PathBuf> {
    env::var_os(variable)
        .map(PathBuf::from)
        .filter(|file| file.is_file())
}

#[cfg(test)]
mod tests {
    use super::{ARGUMENTS, settings};
    use std::path::Path;

    #[test]
    fn the_driver_is_told_the_browser_and_every_argument() {
        let json = settings(Path::new("/opt/a \"b\"/chromium"));
        assert!(
            json.contains(r#""binary":"/opt/a \"b\"/chromium""#),
            "{json}"
        );
        for word in ARGUMENTS {
            assert!(json.contains(&format!("\"{word}\"")), "{word} in {json}");
        }
    }
}
