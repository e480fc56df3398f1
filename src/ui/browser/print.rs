//! Printing the page.

/// Opens the browser's print dialog. Many in-app browsers do nothing: offer a file too.
pub fn print() {
    if let Some(window) = web_sys::window() {
        // Refused where there is no printer to ask: the file stands beside it.
        let _ = window.print();
    }
}
