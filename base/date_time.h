// Seconds since 1970 as a date and a time of day, UTC.
#pragma once

#include <cstdint>
#include <string>

namespace drawplate {

struct DateTime {
  int year;
  unsigned month, day;
  long hour, minute, second;
};

/// Times that a four-digit year cannot say are moved to the nearest that it can.
DateTime date_time(std::int64_t seconds_since_1970);

/// "2026-01-01T00:00:00Z" (ISO 8601).
std::string iso_time(std::int64_t seconds_since_1970);

}  // namespace drawplate
