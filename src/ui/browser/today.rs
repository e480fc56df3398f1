//! Today's date and the time, by the device's own clock and place.

/// Today as `2026-11-21`.
#[must_use]
pub fn iso() -> String {
    let now = js_sys::Date::new_0();
    let (year, month, day) = (now.get_full_year(), now.get_month() + 1, now.get_date());
    format!("{year:04}-{month:02}-{day:02}")
}

/// The time of day as `14:32`.
#[must_use]
pub fn time() -> String {
    let now = js_sys::Date::new_0();
    format!("{:02}:{:02}", now.get_hours(), now.get_minutes())
}
