// A bar on the terminal for work that takes longer than half a second. Nothing of it depends on, or reaches, the outputs.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

namespace drawplate {

class Progress {
 public:
  /// Shows nothing unless standard error is a terminal and `wanted`.
  explicit Progress(bool wanted);
  /// Takes the bar away.
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// So much of the whole is done, 0 to 1; `doing` says what comes now.
  void report(std::string_view doing, double share);
  /// Takes the bar away until the next report: before anything else is told.
  void clear();

 private:
  using Clock = std::chrono::steady_clock;

  bool shows_ = false, drawn_ = false;
  Clock::time_point begin_, last_;
};

/// "[######........]  43 % writing talk.pdf", `cells` wide between its brackets.
std::string progress_line(std::string_view doing, double share, int cells);

}  // namespace drawplate
