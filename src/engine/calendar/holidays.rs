//! Public holidays as data: the weekdays that do not work and the weekend days that do.
//!
//! A year that is not here is not covered: whoever asks about it is told so.

use std::fmt;

/// A day that the holidays of a calendar are not known for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotCovered {
    /// The calendar's name in files, such as `cn`.
    pub calendar: &'static str,
    /// The year asked about.
    pub year: i32,
    /// The first year that is known.
    pub first: i32,
    /// The last year that is known.
    pub last: i32,
}

impl fmt::Display for NotCovered {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            calendar,
            year,
            first,
            last,
        } = self;
        write!(
            out,
            "the calendar {calendar} covers {first} to {last}, not {year}"
        )
    }
}

impl std::error::Error for NotCovered {}

/// A month and a day of it.
pub(super) type MonthDay = (u32, u32);

/// One year's exceptions to Monday to Friday, each in the order of the year.
pub(super) struct Year {
    /// Days from Monday to Friday on which nobody works.
    pub off: &'static [MonthDay],
    /// Saturdays and Sundays that are worked instead.
    pub worked: &'static [MonthDay],
}

/// The first year of [`CHINA`].
pub(super) const CHINA_FROM: i32 = 2024;

/// Mainland China, make-up working days (调休) included, from the yearly notices of the General
/// Office of the State Council: 国办发明电〔2023〕7号 (2024), 国办发明电〔2024〕12号 (2025) and
/// 国办发明电〔2025〕7号 (2026), published at `www.gov.cn`.
///
/// A notice may still move the last days of the year before its own, as that for 2023 did.
pub(super) const CHINA: &[Year] = &[
    Year {
        off: &[
            (1, 1),
            (2, 12),
            (2, 13),
            (2, 14),
            (2, 15),
            (2, 16),
            (4, 4),
            (4, 5),
            (5, 1),
            (5, 2),
            (5, 3),
            (6, 10),
            (9, 16),
            (9, 17),
            (10, 1),
            (10, 2),
            (10, 3),
            (10, 4),
            (10, 7),
        ],
        worked: &[
            (2, 4),
            (2, 18),
            (4, 7),
            (4, 28),
            (5, 11),
            (9, 14),
            (9, 29),
            (10, 12),
        ],
    },
    Year {
        off: &[
            (1, 1),
            (1, 28),
            (1, 29),
            (1, 30),
            (1, 31),
            (2, 3),
            (2, 4),
            (4, 4),
            (5, 1),
            (5, 2),
            (5, 5),
            (6, 2),
            (10, 1),
            (10, 2),
            (10, 3),
            (10, 6),
            (10, 7),
            (10, 8),
        ],
        worked: &[(1, 26), (2, 8), (4, 27), (9, 28), (10, 11)],
    },
    Year {
        off: &[
            (1, 1),
            (1, 2),
            (2, 16),
            (2, 17),
            (2, 18),
            (2, 19),
            (2, 20),
            (2, 23),
            (4, 6),
            (5, 1),
            (5, 4),
            (5, 5),
            (6, 19),
            (9, 25),
            (10, 1),
            (10, 2),
            (10, 5),
            (10, 6),
            (10, 7),
        ],
        worked: &[(1, 4), (2, 14), (2, 28), (5, 9), (9, 20), (10, 10)],
    },
];

/// The first year of [`ENGLAND_AND_WALES`].
pub(super) const ENGLAND_AND_WALES_FROM: i32 = 2024;

/// The bank holidays of England and Wales with their substitute days, from
/// `www.gov.uk/bank-holidays`.
pub(super) const ENGLAND_AND_WALES: &[Year] = &[
    Year {
        off: &[
            (1, 1),
            (3, 29),
            (4, 1),
            (5, 6),
            (5, 27),
            (8, 26),
            (12, 25),
            (12, 26),
        ],
        worked: &[],
    },
    Year {
        off: &[
            (1, 1),
            (4, 18),
            (4, 21),
            (5, 5),
            (5, 26),
            (8, 25),
            (12, 25),
            (12, 26),
        ],
        worked: &[],
    },
    Year {
        off: &[
            (1, 1),
            (4, 3),
            (4, 6),
            (5, 4),
            (5, 25),
            (8, 31),
            (12, 25),
            (12, 28),
        ],
        worked: &[],
    },
    Year {
        off: &[
            (1, 1),
            (3, 26),
            (3, 29),
            (5, 3),
            (5, 31),
            (8, 30),
            (12, 27),
            (12, 28),
        ],
        worked: &[],
    },
];
