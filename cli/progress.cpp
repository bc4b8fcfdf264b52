// One line of the terminal, drawn over and taken away.
#include "cli/progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdio>

namespace drawplate {
namespace {

constexpr auto patience = std::chrono::milliseconds(500), pause = std::chrono::milliseconds(80);
constexpr int cells = 24;

void put(std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), stderr);
  std::fflush(stderr);
}

}  // namespace

Progress::Progress(bool wanted) : shows_(wanted && ::isatty(STDERR_FILENO) == 1), begin_(Clock::now()), last_(begin_) {}

Progress::~Progress() { clear(); }

void Progress::report(std::string_view doing, double share) {
  if (!shows_) return;
  const Clock::time_point now = Clock::now();
  if (now - begin_ < patience || (drawn_ && now - last_ < pause)) return;
  put("\r\033[K" + progress_line(doing, share, cells));
  drawn_ = true;
  last_ = now;
}

void Progress::clear() {
  if (drawn_) put("\r\033[K");
  drawn_ = false;
}

std::string progress_line(std::string_view doing, double share, int width) {
  const double part = std::clamp(std::isfinite(share) ? share : 0.0, 0.0, 1.0);
  const auto full = static_cast<std::size_t>(part * width), whole = static_cast<std::size_t>(width);
  return fmt::format("[{}{}] {:3.0f} % {}", std::string(full, '#'), std::string(whole - full, '.'), std::floor(part * 100), doing);
}

}  // namespace drawplate
