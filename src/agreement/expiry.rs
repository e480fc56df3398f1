//! The moment at which a day ends where the debt is governed, and what that is in UTC.

use chrono::{Datelike, Days, Weekday};

use crate::engine::calendar::Date;
use crate::engine::claim::Jurisdiction;

/// The clock that people read where the debt is governed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Zone {
    /// UTC+8 all year.
    Beijing,
    /// UTC in winter.
    London,
    /// UTC+1, from the last Sunday of March to the last Sunday of October (Summer Time Act 1972 as amended by
    /// the Summer Time Order 2002).
    LondonSummer,
    /// UTC-5 in winter. The clock of a debt in the United States, which has several and says so.
    NewYork,
    /// UTC-4, from the second Sunday of March to the first Sunday of November (15 U.S.C. 260a).
    NewYorkSummer,
}

/// A minute of UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The day in UTC.
    pub date: Date,
    /// Hours, 0 to 23.
    pub hour: u32,
    /// Minutes, 0 to 59.
    pub minute: u32,
}

/// The clock in force at the end of a day, and the last minute of that day in UTC.
#[must_use]
pub fn end_of_day(place: Jurisdiction, day: Date) -> (Zone, Moment) {
    let (zone, date, hour) = match place {
        Jurisdiction::China => (Zone::Beijing, day, 23 - 8),
        Jurisdiction::Britain if is_british_summer(day) => (Zone::LondonSummer, day, 23 - 1),
        Jurisdiction::Britain => (Zone::London, day, 23),
        // West of Greenwich the last minute of a day lies in the next one of UTC.
        Jurisdiction::UnitedStates if is_american_summer(day) => {
            (Zone::NewYorkSummer, following(day), 3)
        }
        Jurisdiction::UnitedStates => (Zone::NewYork, following(day), 4),
    };
    let minute = 59;
    (zone, Moment { date, hour, minute })
}

/// The next day; the calendar's last day has none and stays.
fn following(day: Date) -> Date {
    day.succ_opt().unwrap_or(day)
}

/// Whether the clocks of New York show summer time at the end of the day.
fn is_american_summer(day: Date) -> bool {
    match day.month() {
        4..=10 => true,
        3 => sundays_so_far(day) >= 2,
        11 => sundays_so_far(day) == 0,
        _ => false,
    }
}

/// How many Sundays its month has had when the day ends.
fn sundays_so_far(day: Date) -> u32 {
    let last_sunday = i64::from(day.day()) - i64::from(day.weekday().num_days_from_sunday());
    if last_sunday < 1 {
        return 0;
    }
    u32::try_from((last_sunday - 1) / 7 + 1).unwrap_or(0)
}

/// Whether British clocks show summer time at the end of the day.
fn is_british_summer(day: Date) -> bool {
    match day.month() {
        4..=9 => true,
        3 => last_sunday_is_reached(day),
        10 => !last_sunday_is_reached(day),
        _ => false,
    }
}

/// Whether no Sunday of this month comes after the day. Both months have 31 days.
fn last_sunday_is_reached(day: Date) -> bool {
    let since_sunday = u64::from(day.weekday().days_since(Weekday::Sun));
    let next = day
        .checked_sub_days(Days::new(since_sunday))
        .and_then(|sunday| sunday.checked_add_days(Days::new(7)));
    next.is_none_or(|next| next.month() != day.month())
}

#[cfg(test)]
mod tests {
    use super::{Zone, end_of_day};
    use crate::engine::calendar::parse_date;
    use crate::engine::claim::Jurisdiction;

    #[test]
    fn a_day_ends_eight_hours_earlier_in_beijing() {
        let day = parse_date("2026-12-05").unwrap();
        let (zone, moment) = end_of_day(Jurisdiction::China, day);
        assert_eq!(
            (zone, moment.date, moment.hour, moment.minute),
            (Zone::Beijing, day, 15, 59)
        );
    }

    #[test]
    fn british_clocks_change_on_the_last_sundays_of_march_and_october() {
        // 2026: 29 March and 25 October; 2027: 28 March and 31 October.
        for (day, zone, hour) in [
            ("2026-03-28", Zone::London, 23),
            ("2026-03-29", Zone::LondonSummer, 22),
            ("2026-03-31", Zone::LondonSummer, 22),
            ("2026-07-01", Zone::LondonSummer, 22),
            ("2026-10-24", Zone::LondonSummer, 22),
            ("2026-10-25", Zone::London, 23),
            ("2026-12-05", Zone::London, 23),
            ("2027-03-27", Zone::London, 23),
            ("2027-03-28", Zone::LondonSummer, 22),
            ("2027-10-30", Zone::LondonSummer, 22),
            ("2027-10-31", Zone::London, 23),
        ] {
            let (found, moment) = end_of_day(Jurisdiction::Britain, parse_date(day).unwrap());
            assert_eq!((found, moment.hour), (zone, hour), "{day}");
        }
    }

    #[test]
    fn new_york_clocks_change_in_march_and_november_and_end_their_day_in_the_next_of_utc() {
        // 2026: 8 March and 1 November; 2027: 14 March and 7 November.
        for (day, zone, next, hour) in [
            ("2026-03-07", Zone::NewYork, "2026-03-08", 4),
            ("2026-03-08", Zone::NewYorkSummer, "2026-03-09", 3),
            ("2026-07-31", Zone::NewYorkSummer, "2026-08-01", 3),
            ("2026-10-31", Zone::NewYorkSummer, "2026-11-01", 3),
            ("2026-11-01", Zone::NewYork, "2026-11-02", 4),
            ("2026-12-31", Zone::NewYork, "2027-01-01", 4),
            ("2027-03-13", Zone::NewYork, "2027-03-14", 4),
            ("2027-03-14", Zone::NewYorkSummer, "2027-03-15", 3),
            ("2027-11-06", Zone::NewYorkSummer, "2027-11-07", 3),
            ("2027-11-07", Zone::NewYork, "2027-11-08", 4),
        ] {
            let (found, moment) = end_of_day(Jurisdiction::UnitedStates, parse_date(day).unwrap());
            assert_eq!((found, moment.hour), (zone, hour), "{day}");
            assert_eq!(moment.date, parse_date(next).unwrap(), "{day}");
        }
    }
}
