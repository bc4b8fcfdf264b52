// Small texts at the ends of lines. They are placed when everything else stands, beside the end of their own line, where they
// touch nothing; the graph layout has been asked for the room.
#pragma once

#include <optional>
#include <vector>

#include "layout/diagram/placed/placed.h"

namespace drawplate {

/// The texts at an edge's two ends, measured.
struct EndTexts {
  std::optional<LaidOutParagraph> tail, head;
};
EndTexts layout_end_texts(const Edge& edge, const LayoutContext& context);

/// How much longer and wider the way between nodes must be for these texts, along and across a line.
Size room_for(const EndTexts& texts);

/// Gives every edge of `placed` its end labels; `texts` is by index of Diagram::edges.
void place_end_labels(PlacedDiagram& placed, const std::vector<EndTexts>& texts, const LayoutContext& context);

}  // namespace drawplate
