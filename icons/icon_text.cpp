// Reads the core set's drawings; see icon_core.h for the grammar.
#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

#include "icons/icon_core.h"
#include "icons/svg_path.h"
#include "icons/svg_shapes.h"

namespace drawplate {
namespace {

void append(Path& path, const Path& more) { path.elements.insert(path.elements.end(), more.elements.begin(), more.elements.end()); }

struct Pieces {
  Path strokes, dots;
};

/// `count` numbers and then the end; nothing where the text is otherwise.
std::optional<std::array<double, 5>> read_numbers(SvgScanner& scan, std::size_t count) {
  std::array<double, 5> numbers{};
  for (std::size_t i = 0; i < count; ++i) {
    const std::optional<double> number = scan.number();
    if (!number) return std::nullopt;
    numbers[i] = *number;
  }
  scan.skip_space();
  if (!scan.at_end()) return std::nullopt;
  return numbers;
}

bool read_piece(std::string_view text, Pieces& pieces) {
  SvgScanner scan(text);
  scan.skip_space();
  const std::string_view word = scan.word();
  if (word == "rect") {
    const auto n = read_numbers(scan, 5);
    if (n) append(pieces.strokes, svg_rect({(*n)[0], (*n)[1], (*n)[2], (*n)[3]}, (*n)[4], (*n)[4]));
    return n.has_value();
  }
  if (word == "ellipse") {
    const auto n = read_numbers(scan, 4);
    if (n) append(pieces.strokes, svg_ellipse({(*n)[0], (*n)[1]}, (*n)[2], (*n)[3]));
    return n.has_value();
  }
  if (word == "circle" || word == "dot") {
    const auto n = read_numbers(scan, 3);
    if (n) append(word == "dot" ? pieces.dots : pieces.strokes, svg_ellipse({(*n)[0], (*n)[1]}, (*n)[2], (*n)[2]));
    return n.has_value();
  }
  const SvgPath path = read_svg_path(text);
  append(pieces.strokes, path.path);
  return !path.fault;
}

}  // namespace

std::optional<IconDrawing> read_icon_text(std::string_view text) {
  Pieces pieces;
  for (std::size_t from = 0; from <= text.size();) {
    const std::size_t end = std::min(text.find(';', from), text.size());
    if (!read_piece(text.substr(from, end - from), pieces)) return std::nullopt;
    from = end + 1;
  }
  IconDrawing drawing;
  if (!pieces.strokes.empty()) drawing.parts.push_back({IconPart::Paint::stroke, std::move(pieces.strokes), 0});
  if (!pieces.dots.empty()) drawing.parts.push_back({IconPart::Paint::fill, std::move(pieces.dots), 0});
  return drawing;
}

}  // namespace drawplate
