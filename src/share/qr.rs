//! A text as a QR code, drawn as one SVG path.

use std::fmt::Write as _;

use qrcode::bits::Bits;
use qrcode::{Color, EcLevel, QrCode, Version};

/// Light modules that must surround the code on every side (ISO/IEC 18004).
pub const QUIET_ZONE: usize = 4;

/// A QR code as dark modules, one unit of the drawing each. Draw it dark on light, in dark mode too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QrPath {
    /// Modules along a side with the quiet zone: the drawing's view box is `0 0 side side`.
    pub side_modules: usize,
    /// The `d` of one `<path>` that fills every dark module.
    pub path: String,
}

/// Why a text has no QR code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QrError {
    /// More bytes than the largest code holds at this level.
    TooLong {
        /// How many bytes there are.
        bytes: usize,
    },
}

/// A run of dark modules in one row of a QR code, quiet zone counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DarkRun {
    /// Modules to its left.
    pub x: usize,
    /// Rows above it.
    pub y: usize,
    /// Its length in modules.
    pub length: usize,
}

/// A QR code as runs of dark modules, for whatever is not an SVG path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QrRuns {
    /// Modules along a side with the quiet zone.
    pub side_modules: usize,
    /// Every dark module is in exactly one of them.
    pub runs: Vec<DarkRun>,
}

/// Draws a text in byte mode at level M, which a scanner reads with a seventh of it spoilt, in the
/// smallest version that holds it.
///
/// # Errors
/// [`QrError::TooLong`] beyond 2,331 bytes.
pub fn qr_path(text: &str) -> Result<QrPath, QrError> {
    let QrRuns { side_modules, runs } = qr_runs(text)?;
    let mut path = String::new();
    for DarkRun { x, y, length } in runs {
        // Writing to a string cannot fail.
        let _ = write!(path, "M{x} {y}h{length}v1h-{length}z");
    }
    Ok(QrPath { side_modules, path })
}

/// The same code as [`qr_path`] draws, as runs.
///
/// # Errors
/// [`QrError::TooLong`] beyond 2,331 bytes.
pub fn qr_runs(text: &str) -> Result<QrRuns, QrError> {
    let code = (1..=40)
        .find_map(|version| in_version(text, Version::Normal(version)))
        .ok_or(QrError::TooLong { bytes: text.len() })?;
    let width = code.width();
    let colors = code.into_colors();
    let mut runs = Vec::new();
    for (row, y) in colors.chunks(width.max(1)).zip(QUIET_ZONE..) {
        dark_runs(row, y, &mut runs);
    }
    Ok(QrRuns {
        side_modules: width.saturating_add(2 * QUIET_ZONE),
        runs,
    })
}

fn in_version(text: &str, version: Version) -> Option<QrCode> {
    let mut bits = Bits::new(version);
    bits.push_byte_data(text.as_bytes()).ok()?;
    bits.push_terminator(EcLevel::M).ok()?;
    QrCode::with_bits(bits, EcLevel::M).ok()
}

/// Adds the runs of dark modules in a row.
fn dark_runs(row: &[Color], y: usize, runs: &mut Vec<DarkRun>) {
    let mut x = QUIET_ZONE;
    for run in row.chunk_by(|one, next| one == next) {
        let length = run.len();
        if run.first() == Some(&Color::Dark) {
            runs.push(DarkRun { x, y, length });
        }
        x = x.saturating_add(length);
    }
}
