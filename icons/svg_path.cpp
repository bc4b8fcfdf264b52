// See svg_path.h.
#include "icons/svg_path.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <string>
#include <utility>

namespace drawplate {
namespace {

constexpr std::size_t most_elements = 50'000;

struct Command {
  char letter;
  int arguments;
};
constexpr Command commands[] = {{'M', 2}, {'L', 2}, {'H', 1}, {'V', 1}, {'C', 6}, {'S', 4}, {'Q', 4}, {'T', 2}, {'A', 7}, {'Z', 0}};

const Command* find_command(char letter) {
  for (const Command& command : commands)
    if (command.letter == letter || command.letter + ('a' - 'A') == letter) return &command;
  return nullptr;
}

class PathReader {
 public:
  explicit PathReader(std::string_view data) : scan_(data) {}

  SvgPath read() {
    for (scan_.skip_space(); !scan_.at_end() && !out_.fault; scan_.skip_separator()) read_command();
    return std::move(out_);
  }

 private:
  void fail(std::size_t offset, std::string message) { out_.fault = SvgFault{offset, std::move(message)}; }

  void read_command() {
    const std::size_t offset = scan_.offset();
    const char letter = scan_.peek();
    const Command* command = find_command(letter);
    if (!command) return fail(offset, "path data has no command here, one of M L H V C S Q T A Z");
    if (command->letter != 'M' && out_.path.empty()) return fail(offset, "path data must begin with M");
    scan_.take(letter);
    const bool relative = letter != command->letter;
    char kind = command->letter;
    if (kind == 'Z') return close();
    do {
      if (!read_arguments(*command)) return;
      if (relative) make_absolute(kind);
      apply(kind);
      if (kind == 'M') kind = 'L';  // further pairs after a move are lines
      if (out_.path.elements.size() > most_elements) return fail(offset, "path data has more than 50000 segments");
    } while (scan_.at_number());
  }

  bool read_arguments(const Command& command) {
    for (int i = 0; i < command.arguments; ++i) {
      const bool is_flag = command.letter == 'A' && (i == 3 || i == 4);
      if (is_flag) {
        const std::optional<bool> flag = scan_.flag();
        if (!flag) return fail(scan_.offset(), "an arc's flag must be 0 or 1"), false;
        arguments_[i] = *flag;
      } else {
        const std::optional<double> number = scan_.number();
        if (!number) return fail(scan_.offset(), "path data lacks a number here, or it is over 1000000"), false;
        arguments_[i] = *number;
      }
    }
    return true;
  }

  void make_absolute(char kind) {
    auto& a = arguments_;
    if (kind == 'V') {
      a[0] += at_.y;
    } else if (kind == 'A') {
      a[5] += at_.x, a[6] += at_.y;
    } else {
      for (int i = 0; i < 6; ++i) a[i] += i % 2 == 0 ? at_.x : at_.y;  // what a command does not use is not looked at
    }
  }

  void apply(char kind) {
    const auto& a = arguments_;
    switch (kind) {
      case 'M':
        return move({a[0], a[1]});
      case 'L':
        return line({a[0], a[1]});
      case 'H':
        return line({a[0], at_.y});
      case 'V':
        return line({at_.x, a[0]});
      case 'C':
        return cubic({a[0], a[1]}, {a[2], a[3]}, {a[4], a[5]});
      case 'S':
        return cubic(mirrored('C'), {a[0], a[1]}, {a[2], a[3]});
      case 'Q':
        return quadratic({a[0], a[1]}, {a[2], a[3]});
      case 'T':
        return quadratic(mirrored('Q'), {a[0], a[1]});
      case 'A':
        return arc({a[5], a[6]});
    }
  }

  /// The last control point mirrored at the current point, where the last curve was of the same kind.
  Point mirrored(char kind) const { return last_curve_ == kind ? at_ + (at_ - control_) : at_; }

  void open() {  // after a close the next segment starts where the closed one did
    if (closed_) out_.path.move_to(at_);
    closed_ = false;
  }
  void move(Point to) {
    out_.path.move_to(to);
    start_ = at_ = to;
    closed_ = false;
    last_curve_ = 0;
  }
  void line(Point to) {
    open();
    out_.path.line_to(to);
    at_ = to;
    last_curve_ = 0;
  }
  void cubic(Point c1, Point c2, Point to) {
    open();
    out_.path.cubic_to(c1, c2, to);
    at_ = to;
    control_ = c2;
    last_curve_ = 'C';
  }
  void quadratic(Point control, Point to) {
    open();
    out_.path.cubic_to(at_ + (control - at_) * (2.0 / 3), to + (control - to) * (2.0 / 3), to);
    at_ = to;
    control_ = control;
    last_curve_ = 'Q';
  }
  void arc(Point to) {
    open();
    const auto& a = arguments_;
    arc_to(out_.path, at_, {a[0], a[1], a[2], a[3] != 0, a[4] != 0}, to);
    at_ = to;
    last_curve_ = 0;
  }
  void close() {
    if (!closed_) out_.path.close();
    at_ = start_;
    closed_ = true;
    last_curve_ = 0;
  }

  SvgScanner scan_;
  SvgPath out_;
  std::array<double, 7> arguments_{};
  Point at_, start_, control_;
  char last_curve_ = 0;  // 'C', 'Q', or neither
  bool closed_ = false;
};

}  // namespace

SvgPath read_svg_path(std::string_view data) { return PathReader(data).read(); }

void arc_to(Path& path, Point from, const SvgArc& arc, Point to) {
  double rx = std::abs(arc.rx), ry = std::abs(arc.ry);
  if (from == to) return;
  if (rx < 1e-9 || ry < 1e-9) {
    path.line_to(to);
    return;
  }
  const double phi = arc.rotation * std::numbers::pi / 180, cos_phi = std::cos(phi), sin_phi = std::sin(phi);
  // F.6.5.1: the ends seen from their middle, along the ellipse's axes.
  const double dx = (from.x - to.x) / 2, dy = (from.y - to.y) / 2;
  const double x = cos_phi * dx + sin_phi * dy, y = -sin_phi * dx + cos_phi * dy;
  // F.6.6: radii too small to reach are scaled up until they do.
  const double reach = (x / rx) * (x / rx) + (y / ry) * (y / ry);
  if (reach > 1) rx *= std::sqrt(reach), ry *= std::sqrt(reach);
  // F.6.5.2, with everything divided by the radii: centre of the unit circle through the two ends.
  const double ux = x / rx, uy = y / ry, half2 = ux * ux + uy * uy;
  const double k = (arc.large == arc.sweep ? -1 : 1) * std::sqrt(std::max(0.0, 1 / half2 - 1));
  const double cx = k * uy, cy = -k * ux;
  const double begin = std::atan2(uy - cy, ux - cx);
  double turn = std::atan2(-uy - cy, -ux - cx) - begin;
  if (arc.sweep && turn < 0) turn += 2 * std::numbers::pi;
  if (!arc.sweep && turn > 0) turn -= 2 * std::numbers::pi;

  const Affine from_unit =
      Affine{cos_phi, sin_phi, -sin_phi, cos_phi, (from.x + to.x) / 2, (from.y + to.y) / 2} * Affine{rx, 0, 0, ry, rx * cx, ry * cy};
  const int pieces = std::max(1, static_cast<int>(std::ceil(std::abs(turn) / (std::numbers::pi / 2) - 1e-6)));
  const double step = turn / pieces, handle = 4.0 / 3 * std::tan(step / 4);
  for (int i = 0; i < pieces; ++i) {
    const double a = begin + i * step, b = a + step;
    const Point c1{std::cos(a) - handle * std::sin(a), std::sin(a) + handle * std::cos(a)};
    const Point c2{std::cos(b) + handle * std::sin(b), std::sin(b) - handle * std::cos(b)};
    const Point end{std::cos(b), std::sin(b)};
    path.cubic_to(from_unit * c1, from_unit * c2, i + 1 == pieces ? to : from_unit * end);
  }
}

}  // namespace drawplate
