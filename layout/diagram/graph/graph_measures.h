// Everything of a graph's diagram that has a size, measured at one scale: cards, panels' titles, labels. It knows nothing of
// places.
#pragma once

#include <optional>
#include <vector>

#include "layout/diagram/flow/layout_flow.h"
#include "layout/diagram/placed/end_labels.h"

namespace drawplate {

struct GraphMeasures {
  Theme theme;  ///< scaled
  Scale scale;
  std::vector<CardLayout> cards;                        ///< by node
  std::vector<PanelLayout> panels;                      ///< by group
  std::vector<std::optional<LaidOutParagraph>> labels;  ///< by edge
  std::vector<EndTexts> end_texts;                      ///< by edge
  Report report;                                        ///< what the texts gave cause for
};

/// What was measured outlives neither the diagram nor the setting.
GraphMeasures measure_graph(const Diagram& diagram, const FlowSetting& setting, Scale scale);

/// The context in which it was measured.
LayoutContext context_of(GraphMeasures& measures, const FlowSetting& setting);

}  // namespace drawplate
