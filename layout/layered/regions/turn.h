// Directions as one change of coordinates: every part is laid out flowing down and turned afterwards.
#pragma once

#include "layout/layered/model/layered.h"

namespace drawplate::layered {

inline bool is_sideways(Direction d) { return d == Direction::right || d == Direction::left; }

/// A size as it is while everything flows down.
inline Size turned(Size s, Direction d) { return is_sideways(d) ? Size{s.height, s.width} : s; }
/// Insets of the page as they are while everything flows down.
Insets turned(const Insets& i, Direction d);
/// A box of the page as it is while everything flows down.
Rect turned(const Rect& r, Direction d);
/// The side that is the page's top, while everything flows down.
Side top_side(Direction d);

/// From flowing down to flowing in direction d.
Point turned_back(Point p, Direction d);
Rect turned_back(const Rect& r, Direction d);

}  // namespace drawplate::layered
