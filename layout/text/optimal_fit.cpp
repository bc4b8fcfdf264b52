// Minimum raggedness: see fit_optimal in line_break.h. Paragraphs are long, so that the best way to each break is kept
// (dynamic programming) instead of all ways.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "layout/text/collect_text.h"
#include "layout/text/line_break.h"
#include "layout/text/shape_text.h"

namespace drawplate {
namespace {

constexpr Pt tolerance = 1e-6;
constexpr std::size_t most_breaks = 4000;  // beyond this a paragraph is filled line by line
/// In squares of a line's width: a break at a worse place must save this much raggedness.
constexpr std::array<double, 4> kind_price = {0, 0, 0.02, 0.04};

/// A place to end a line, and the best way to get there.
struct BreakNode {
  std::uint32_t content_end = 0, next = 0;  ///< where the line ends, where the next begins
  double price = 0;                         ///< of breaking here
  double cost = std::numeric_limits<double>::infinity();
  std::size_t lines = 0, from = 0;
};

std::vector<BreakNode> nodes_of(std::span<const BreakChance> chances, HardLine line) {
  std::vector<BreakNode> nodes = {{line.begin, line.begin, 0, 0, 0, 0}};
  for (const BreakChance& chance : chances)
    if (chance.kind < BreakKind::inside_word && chance.at > line.begin && chance.at < line.end)
      nodes.push_back({chance.content_end, chance.at, kind_price[static_cast<std::size_t>(chance.kind)]});
  nodes.push_back({line.end, line.end, 0});
  return nodes;
}

/// Fewer lines first, then less raggedness.
void find_best_way(std::vector<BreakNode>& nodes, const ShapedText& text, Pt max_width) {
  for (std::size_t to = 1; to < nodes.size(); ++to) {
    const bool last = to + 1 == nodes.size();
    for (std::size_t from = to; from-- > 0;) {
      const Pt width = text.width(nodes[from].next, nodes[to].content_end);
      if (width > max_width + tolerance) break;
      if (nodes[from].cost == std::numeric_limits<double>::infinity()) continue;
      const double blank = last ? 0 : (max_width - width) / max_width;
      const double cost = nodes[from].cost + blank * blank + nodes[to].price;
      const std::size_t lines = nodes[from].lines + 1;
      const bool better =
          nodes[to].lines == 0 || lines < nodes[to].lines || (lines == nodes[to].lines && cost < nodes[to].cost - tolerance);
      if (!better) continue;
      nodes[to].cost = cost;
      nodes[to].lines = lines;
      nodes[to].from = from;
    }
  }
}

}  // namespace

std::vector<FittedLine> fit_optimal(const ShapedText& text, std::span<const BreakChance> chances, HardLine line, Pt max_width) {
  std::vector<FittedLine> greedy = fit_greedy(text, chances, line, max_width);
  if (greedy.size() < 3 || max_width <= 0) return greedy;
  std::vector<BreakNode> nodes = nodes_of(chances, line);
  if (nodes.size() > most_breaks) return greedy;
  find_best_way(nodes, text, max_width);
  if (nodes.back().lines == 0) return greedy;  // a word is too long for a line
  std::vector<FittedLine> lines;
  for (std::size_t at = nodes.size() - 1; at != 0; at = nodes[at].from) {
    const BreakNode &from = nodes[nodes[at].from], &to = nodes[at];
    FittedLine fitted{from.next, to.content_end, to.next, at + 1 != nodes.size(), text.width(from.next, to.content_end), 0};
    if (fitted.soft) fitted.overflow = text.width(from.next, nodes[at + 1].content_end);
    lines.push_back(fitted);
  }
  std::reverse(lines.begin(), lines.end());
  return lines;
}

}  // namespace drawplate
