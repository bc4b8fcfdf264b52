// Composing a flow on a page: one column top to bottom, or folded into columns beside one another. Every composition is
// tried at the page's scale first and then smaller; the one with the largest text that fits and crosses nothing is taken.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "layout/diagram/flow/spine.h"
#include "layout/diagram/placed/placed.h"

namespace drawplate {

struct FlowInput {
  const Diagram& diagram;
  const Spine& spine;
  const Accents& accents;
  Size page;
};

/// Rows [first, last] of the spine, one below the other. Panels of a parallel row stand side by side, or stacked.
struct FlowColumn {
  std::size_t first = 0, last = 0;
  bool stacked = false;
};

/// A composition at one scale.
struct FlowAttempt {
  PlacedDiagram placed;
  double fill = 0;  ///< share of the page's height between the margins that the content takes
};

/// One column. Nothing where the content does not fit the page at the context's scale.
std::optional<FlowAttempt> compose_single_column(const FlowInput& input, const LayoutContext& context);
/// Several columns, read down then down.
std::optional<FlowAttempt> compose_columns(const FlowInput& input, const std::vector<FlowColumn>& columns, const LayoutContext& context);

/// Several bands one below the other: a stretch of plain rows reads from left to right, panels of a parallel row stand side by side.
std::optional<FlowAttempt> compose_bands(const FlowInput& input, const std::vector<FlowColumn>& bands, const LayoutContext& context);

/// Measured things of one row at given widths.
struct RowLayout {
  std::vector<CardLayout> cards;    ///< where the row holds nodes
  std::vector<PanelLayout> panels;  ///< where it holds groups
  Pt inner_height = 0;              ///< of all inner cards of the row
  Pt height = 0;                    ///< of the row's things, side by side and equal
};
/// Lays a row out; things beside one another get equal heights, and panels start their cards on one line.
RowLayout layout_row(const FlowInput& input, const SpineRow& row, Pt width, const LayoutContext& context);
/// True where a text of the row takes more lines than a flow allows.
bool too_many_lines(const RowLayout& row);

/// Puts the row's things with their measured layouts into boxes, the inner cards of panels too.
void place_row(const FlowInput& input, const SpineRow& row, const RowLayout& layout, const std::vector<Rect>& boxes, PlacedDiagram& placed);

/// The box of a placed thing.
Rect placed_box(const PlacedDiagram& placed, const EdgeEnd& end);

/// Broken clearances in words, for tests and for choosing between compositions: lines through things, texts on lines, lines on lines.
/// Crossings are allowed only where the graph leaves no other way.
enum class Crossings : std::uint8_t { refused, allowed };
std::vector<std::string> flow_faults(const PlacedDiagram& placed, const LayoutContext& context, Crossings crossings);

}  // namespace drawplate
