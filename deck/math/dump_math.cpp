// Each kind of node by its name, its class by a mark in front.
#include "deck/math/dump_math.h"

#include <fmt/format.h>

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace drawplate {
namespace {

constexpr std::array<std::string_view, 10> kind_names = {"",        "text",  "space",  "frac",   "root",
                                                         "scripts", "fence", "matrix", "accent", "group"};
constexpr std::array<std::string_view, 8> class_marks = {"", "!", "+", "=", "(", ")", ",", "~"};
constexpr std::array<std::string_view, 9> alphabet_marks = {"i", "", "b", "bi", "bb", "cal", "frak", "sans", "tt"};
constexpr std::array<std::string_view, 4> size_marks = {"", "D", "T", "S"};

std::string dump_node(const MathNode& node) {
  const std::string_view size = size_marks[static_cast<std::size_t>(node.size)];
  std::string out(size);
  if (node.kind == MathKind::symbol)
    return out + fmt::format("{}{}{}", alphabet_marks[static_cast<std::size_t>(node.alphabet)],
                             class_marks[static_cast<std::size_t>(node.atom)], fmt::format("{}\"{}\"", node.limits ? "^" : "", node.text));
  out += kind_names[static_cast<std::size_t>(node.kind)];
  if (node.kind == MathKind::space) return out + fmt::format("({:.2f})", node.width);
  if (node.kind == MathKind::text) return out + fmt::format("(\"{}\")", node.text);
  if (node.kind == MathKind::fraction && !node.line) out += "-no-line";
  if (node.limits) out += "-limits";
  if (node.under) out += "-under";
  if (node.stretches) out += "-wide";
  if (!node.text.empty()) out += "\"" + node.text + "\"";
  if (!node.open.empty() || !node.close.empty()) out += fmt::format("[{} {}]", node.open, node.close);
  if (node.kind == MathKind::matrix) {
    out += ":";
    for (const MathColumn column : node.alignment) out += column == MathColumn::left ? 'l' : column == MathColumn::center ? 'c' : 'r';
  }
  out += "(";
  for (const MathRow& part : node.parts) out += (&part == node.parts.data() ? "" : "; ") + dump_math(part);
  return out + ")";
}

}  // namespace

std::string dump_math(const MathRow& row) {
  std::string out;
  for (const MathNode& node : row) out += (out.empty() ? "" : " ") + dump_node(node);
  return out;
}

}  // namespace drawplate
