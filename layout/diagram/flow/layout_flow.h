// The largest composition of a flow that fits its page.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>

#include "layout/diagram/flow/flow.h"

namespace drawplate {

/// A flow placed on a page, and the scale that its things were measured at.
struct ScaledFlow {
  PlacedDiagram placed;
  Scale scale;
  Report report;  ///< what its texts gave cause for
};

/// What layout needs apart from the scale, which is found here.
struct FlowSetting {
  const Theme& theme;  ///< unscaled
  FontCatalog& fonts;
  const std::map<std::string, IconDrawing, std::less<>>& icons;
  bool keep_colors = true;
  TextSetting texts;
};

/// Nothing where no composition fits at a readable size: the general engine then takes over.
std::optional<ScaledFlow> layout_flow(const Diagram& diagram, const Spine& spine, Size page, const FlowSetting& setting);

}  // namespace drawplate
