// Coordinates along the flow: layers, channels between them, tops and bottoms of groups.
#pragma once

#include <vector>

#include "layout/layered/route/tracks.h"

namespace drawplate::layered {

struct Rows {
  std::vector<Pt> top, bottom;  ///< by layer
  std::vector<Pt> first_track;  ///< by channel: y of its first track
  std::vector<Pt> group_top, group_bottom;
  Pt pitch = 0;  ///< from track to track

  Pt track(int channel, int index) const { return first_track[channel] + pitch * index; }
};

/// Requires: placed items, assigned tracks.
/// Ensures: y of every item is set; between two layers there is room for the tracks, for the groups that end above and those
/// that begin below, with their titles; groups hold their items and are at least min_height high.
Rows place_along(const Flat& flat, Ranked& ranked, const Tracks& tracks);

}  // namespace drawplate::layered
