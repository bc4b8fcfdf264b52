// Where in its strip a group's title stands.
#pragma once

#include "layout/diagram/layered.h"

namespace drawplate::layered {

/// The stretch of a group's title strip, along its side, that lines leave free for the title.
struct TitlePlace {
  Rect box;
  bool is_clear = true;
};

TitlePlace place_title(const Flat& flat, const FlatDrawing& drawing, int group);

/// Requires: groups and lines are drawn.
/// Ensures: every title lies in its group's strip; clear of lines if any place along the strip is.
std::vector<Rect> place_titles(const Flat& flat, const FlatDrawing& drawing);

}  // namespace drawplate::layered
