// Coordinates across the flow.
#pragma once

#include <vector>

#include "layout/layered/model/layered.h"

namespace drawplate::layered {

/// The least distance between the anchors of neighbours in a layer.
Pt separation_between(const Flat& flat, const Item& left, const Item& right);

/// Room that a group's title needs: no line may enter left (or right) of `beyond` from the border.
struct TitleRoom {
  int group = 0;
  int item = 0;     ///< the first (last) item in the group's first layer that a line enters
  Pt distance = 0;  ///< from the group's left (right) border to it, at least
  bool from_left = true;
};

/// Requires: ordered layers with lanes.
/// Ensures: x of every item is set; neighbours keep their distances; long lines and chains are straight, parents stand over
/// the middle of their children where there is room; groups are at least min_width wide.
void place_across(const Flat& flat, Ranked& ranked, const std::vector<TitleRoom>& rooms);

}  // namespace drawplate::layered
