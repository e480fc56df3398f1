//! The app's page: mounts the app into the place kept for it, and nothing else.

fn main() {
    quittance::ui::mount::own_page();
}
