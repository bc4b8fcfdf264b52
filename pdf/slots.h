// Codes for text that glyphs do not say by themselves: which clusters need a code for every character, and unseen marks that
// keep the order of mixed directions for programs that read the page by place. It knows no content stream.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "fonts/drawn_font.h"
#include "layout/page/page.h"
#include "pdf/clusters.h"

namespace drawplate::pdf {

/// A drawing of its own in a font, and what each of its slots says.
struct SlotForm {
  ClusterShape shape;
  std::vector<std::string> texts;  ///< by slot, from left to right
  auto operator<=>(const SlotForm&) const = default;
};

/// The form of a cluster whose characters no glyphs of the face stand for one by one, in the order in which they are drawn:
/// reordered and composed clusters, and right to left whatever has several characters, since readers turn each glyph's text
/// round with the line. Nothing where plain codes do.
std::optional<SlotForm> slot_form(const Cluster& cluster, const GlyphRun& run, const Face& face);

/// A blank form that says direction marks (U+200E or U+200F), as many as are there to be had for `wanted`.
SlotForm mark_form(bool right_to_left, std::size_t wanted);
/// All of them: a font with runs from right to left has them at hand.
std::vector<SlotForm> all_mark_forms();

/// True where, within a run from right to left, a mark must stand between two clusters' texts: some readers take a sign such as
/// "+" or "." with the spaces after it for a number, which runs to the right.
bool needs_mark_between(std::string_view left, std::string_view right);

/// Marks of right to left beside a run. Readers that find directions again by place alone would take the punctuation between
/// runs of two directions for part of the wrong one.
struct RunMarks {
  bool left = false, right = false;
};
std::vector<RunMarks> direction_marks(const Line& line);

}  // namespace drawplate::pdf
