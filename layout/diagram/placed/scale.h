// How large a drawing is set on a page: one factor k for the whole drawing, and a theme whose lengths are multiplied by it.
#pragma once

#include "base/geometry.h"
#include "deck/theme/theme.h"

namespace drawplate {

/// The reference page, 4:5, at which k = 1.
inline constexpr Pt reference_area = 1'012'500;
/// k moves in these steps, so that drawings of nearly equal content are set in equal sizes.
inline constexpr double scale_step = 0.05;

/// Factors of one drawing: `text` is k, what titles are multiplied by; `geometry` is what lengths are. `shrink` is in both where
/// a whole drawing was made smaller: then everything is, strokes and the smallest text too, by that factor and no rounding.
struct Scale {
  double text = 1, geometry = 1, shrink = 1;
};

/// Lengths follow the root of k, so that a small drawing keeps its air; `compact` makes them follow k itself where height is short.
Scale scale_of(double k, bool compact);
Scale shrunk(Scale scale, double by);

/// k for a page: the root of its area over the reference's, 0.6 to 1.6, rounded down to a step.
double page_scale(Size page);

/// The theme at a scale. Small text shrinks less than large and never below Theme::smallest_text; strokes go in quarters of a point.
Theme scaled(const Theme& theme, Scale scale);

}  // namespace drawplate
