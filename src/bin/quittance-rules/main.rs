//! The rules page: mounts the rules place into the place kept for it, and nothing else.

fn main() {
    quittance::ui::rules::own_page();
}
