//! Moments in words: when a step was made.

use jiff::Timestamp;
use jiff::tz::TimeZone;

/// A moment on the wall clock of this machine: `14:05` today, else `2026-11-25 14:05`.
pub fn moment_words(moment: Timestamp) -> String {
    moment_words_at(moment, Timestamp::now(), &TimeZone::system())
}

fn moment_words_at(moment: Timestamp, now: Timestamp, zone: &TimeZone) -> String {
    let (moment, now) = (zone.to_datetime(moment), zone.to_datetime(now));
    let form = if moment.date() == now.date() { "%H:%M" } else { "%Y-%m-%d %H:%M" };
    moment.strftime(form).to_string()
}

/// Today on the wall clock of this machine, as `2026-11-25`.
pub fn today() -> String {
    TimeZone::system().to_datetime(Timestamp::now()).date().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_is_told_where_it_is_another_one_on_this_wall() {
        let zone = TimeZone::fixed(jiff::tz::offset(5));
        let now: Timestamp = "2026-11-26T02:00:00Z".parse().unwrap();
        let words = |moment: &str| moment_words_at(moment.parse().unwrap(), now, &zone);
        assert_eq!(words("2026-11-25T20:30:00Z"), "01:30");
        assert_eq!(words("2026-11-25T18:30:00Z"), "2026-11-25 23:30");
    }
}
