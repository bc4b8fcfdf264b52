// See slots.h.
#include "pdf/slots.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <utility>

#include "base/utf8.h"
#include "pdf/glyph_shapes.h"

namespace drawplate::pdf {
namespace {

/// A code may say no more than 8 characters to some readers.
constexpr std::array<std::size_t, 2> mark_counts = {1, 8};

ClusterShape shape_of(const Cluster& cluster, const GlyphRun& run, const Face& face, std::size_t slots) {
  ClusterShape shape;
  const double units = face.units_per_em() / run.size;
  Pt pen = 0;
  double advance = 0;
  for (const Glyph& glyph : cluster.glyphs) {
    const auto whole = [&](Pt length) { return static_cast<int>(std::lround(length * units)); };
    shape.parts.push_back({glyph.id, whole(pen + glyph.offset.x), whole(-glyph.offset.y)});
    pen += glyph.advance;
    const bool unseen = std::abs(glyph.advance) < 1e-6 || std::abs(glyph.advance - run.letter_spacing) < 1e-6;  // selectors, joiners
    if (!unseen) advance += face.advance(glyph.id) * face.units_per_em();
  }
  // By the glyphs' own advances: kerning differs from place to place, and would make a form of each.
  const auto width = static_cast<int>(std::lround(std::max(0.0, advance))), count = static_cast<int>(slots);
  for (int i = 0; i < count; ++i) shape.slots.push_back(width * (i + 1) / count - width * i / count);
  return shape;
}

}  // namespace

std::optional<SlotForm> slot_form(const Cluster& cluster, const GlyphRun& run, const Face& face) {
  if (cluster.text.empty() || run.size <= 0 || is_drawn(cluster, face) || has_private_use(cluster.text)) return std::nullopt;
  const std::vector<std::string_view> characters = characters_of(cluster.text);
  const bool plain = cluster.glyphs.size() == 1 && (characters.size() == 1 || !run.right_to_left);
  if (plain || characters.size() > 64 || (!run.right_to_left && text_by_glyph(cluster, face))) return std::nullopt;
  SlotForm form{shape_of(cluster, run, face, characters.size()), {characters.begin(), characters.end()}};
  if (run.right_to_left) std::reverse(form.texts.begin(), form.texts.end());
  return form;
}

SlotForm mark_form(bool right_to_left, std::size_t wanted) {
  const auto enough = std::ranges::find_if(mark_counts, [&](std::size_t count) { return count >= wanted; });
  const std::size_t count = enough == mark_counts.end() ? mark_counts.back() : *enough;
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += right_to_left ? "\xE2\x80\x8F" : "\xE2\x80\x8E";
  return {{{}, {0}}, {std::move(text)}};
}

std::vector<SlotForm> all_mark_forms() {
  std::vector<SlotForm> forms;
  for (const std::size_t count : mark_counts)
    for (const bool right_to_left : {false, true}) forms.push_back(mark_form(right_to_left, count));
  return forms;
}

bool needs_mark_between(std::string_view left, std::string_view right) {
  const auto begins_ascii = [](std::string_view text) { return !text.empty() && is_ascii(text.front()); };
  return begins_ascii(left) && begins_ascii(right) && right.front() > ' ';
}

std::vector<RunMarks> direction_marks(const Line& line) {
  std::vector<RunMarks> marks(line.runs.size());
  for (std::size_t i = 0; i < line.runs.size(); ++i) {
    if (!line.runs[i].right_to_left) continue;
    marks[i].left = i > 0 && !line.runs[i - 1].right_to_left;
    marks[i].right = i + 1 < line.runs.size() && !line.runs[i + 1].right_to_left;
  }
  return marks;
}

}  // namespace drawplate::pdf
