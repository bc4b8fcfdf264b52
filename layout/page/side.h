// Where the sides of a box are.
#pragma once

#include "base/geometry.h"
#include "deck/model/diagram.h"

namespace drawplate {

/// The middle of one side.
inline Point middle_of(Rect box, Side side) {
  switch (side) {
    case Side::top:
      return {box.mid_x(), box.top()};
    case Side::right:
      return {box.right(), box.mid_y()};
    case Side::bottom:
      return {box.mid_x(), box.bottom()};
    case Side::left:
      return {box.left(), box.mid_y()};
  }
  return box.center();
}

}  // namespace drawplate
