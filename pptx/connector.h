// A route as one of DrawingML's connector presets: which one, how turned and flipped, and the adjust values that make it draw
// exactly the routed path. Pure arithmetic in EMU; it knows no XML.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "layout/page/page.h"

namespace drawplate {

struct EmuPoint {
  std::int64_t x = 0, y = 0;
  friend bool operator==(const EmuPoint&, const EmuPoint&) = default;
};

/// a:xfrm: the box before turning and flipping; both happen about its centre, flips first.
struct EmuFrame {
  EmuPoint offset;
  std::int64_t width = 0, height = 0;
  int rotation = 0;  ///< clockwise, in 60 000ths of a degree
  bool flip_h = false, flip_v = false;
};

struct PresetRoute {
  std::string_view preset;  ///< "bentConnector3"
  EmuFrame frame;
  std::vector<std::int64_t> adjust;  ///< adj1, adj2, …: 100 000ths of the frame's width or height
};

EmuPoint to_emu(Point point);
EmuFrame to_emu(Rect rect);

/// The preset that draws the connector's route with sharp corners: straightConnector1, bentConnector2 to 5, or
/// curvedConnector2 and 3 where a curve happens to have their form. Nothing where no preset does: more than four bends, a
/// route that turns back on itself, slanted segments, other curves.
///
/// A preset is stretched over the box between its ends, so a box without width (a loop that leaves and enters on one line) has
/// no adjust values: it is widened by up to 720 EMU (0.06 pt), more only for detours of thousands of points.
std::optional<PresetRoute> find_preset_route(const Connector& connector);

}  // namespace drawplate
