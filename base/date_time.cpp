// By the calendar of <chrono>, from the year 1 to 9999.
#include "base/date_time.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

namespace drawplate {

DateTime date_time(std::int64_t seconds_since_1970) {
  using namespace std::chrono;
  constexpr std::int64_t first = -62135596800, last = 253402300799;  // 0001-01-01 and 9999-12-31
  const sys_seconds time{seconds{std::clamp(seconds_since_1970, first, last)}};
  const sys_days day = floor<days>(time);
  const year_month_day date{day};
  const hh_mm_ss clock{time - day};
  return {static_cast<int>(date.year()),     static_cast<unsigned>(date.month()),
          static_cast<unsigned>(date.day()), clock.hours().count(),
          clock.minutes().count(),           static_cast<long>(clock.seconds().count())};
}

std::string iso_time(std::int64_t seconds_since_1970) {
  const DateTime t = date_time(seconds_since_1970);
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", t.year, t.month, t.day, t.hour, t.minute, t.second);
}

}  // namespace drawplate
