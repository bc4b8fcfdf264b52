// See page_direction.h.
#include "pdf/page_direction.h"

#include <algorithm>
#include <string_view>

#include "layout/page/page_walk.h"

namespace drawplate::pdf {
namespace {

/// Letters, roughly: digits and ASCII punctuation have no direction.
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0xC0; }

std::size_t letters_in(const GlyphRun& run) { return static_cast<std::size_t>(std::ranges::count_if(run.text, is_letter)); }

struct Count {
  std::size_t to_left = 0, to_right = 0;              ///< letters
  std::size_t mixed_to_left = 0, mixed_to_right = 0;  ///< lines with letters of both directions, by their own
  std::optional<FaceId> marks{};
};

void add(const Line& line, bool right_to_left, Count& count) {
  std::size_t to_left = 0, to_right = 0;
  for (const GlyphRun& run : line.runs) {
    (run.right_to_left ? to_left : to_right) += letters_in(run);
    const bool is_digit_run = !run.right_to_left && std::ranges::any_of(run.text, [](char c) { return c >= '0' && c <= '9'; });
    to_right += is_digit_run;
    if (run.right_to_left && !run.glyphs.empty() && !count.marks) count.marks = run.face;
  }
  count.to_left += to_left;
  count.to_right += to_right;
  if (to_left > 0 && to_right > 0) ++(right_to_left ? count.mixed_to_left : count.mixed_to_right);
}

void add(const TextBlock& block, Count& count) {
  for (const Paragraph& paragraph : block.paragraphs)
    for (const Line& line : paragraph.lines) add(line, paragraph.right_to_left, count);
}

/// Spaces, digits, punctuation and marks on letters: whatever some readers do not take for a letter. They see a vowel mark of
/// Arabic or Hebrew so, which stands leftmost in its word's codes.
bool may_lack_direction(std::string_view character) {
  if (character.empty() || character.front() == ' ') return false;
  const std::string_view lead = character.substr(0, 2);
  const bool mark = (lead >= "\xD6\x91" && lead <= "\xD7\x87") || (lead >= "\xD8\x8C" && lead <= "\xD8\x9F") ||
                    (lead >= "\xD9\x8B" && lead <= "\xD9\xAD") || lead == "\xD9\xB0" || lead == "\xDB\x94";
  const auto first = static_cast<unsigned char>(character.front());
  return mark || first == 0xE2 || first == 0xC2 || (first < 0x80 && !is_letter(character.front()));
}

/// The text of the last cluster that is no space, in the order of the text.
std::string_view last_character(const GlyphRun& run) {
  std::string_view text = run.text;
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  std::size_t at = text.size();
  while (at > 0 && (static_cast<unsigned char>(text[at - 1]) & 0xC0u) == 0x80) --at;
  return at == 0 ? std::string_view() : text.substr(at - 1);
}

}  // namespace

PageDirection page_direction(const Page& page) {
  Count count;
  for_each_text(page.items, [&](const TextBlock& block) { add(block, count); });
  PageDirection direction;
  if (!count.marks) return direction;
  direction.marks = count.marks;
  direction.right_to_left =
      count.mixed_to_left != count.mixed_to_right ? count.mixed_to_left > count.mixed_to_right : count.to_left > count.to_right;
  const std::size_t own = direction.right_to_left ? count.to_left : count.to_right;
  const std::size_t other = direction.right_to_left ? count.to_right : count.to_left;
  // What is counted as letters here may be signs and marks without direction to the reader.
  direction.wanting = 2 * other > own ? other - own / 2 + 8 : 0;
  return direction;
}

LineMarks line_marks(const Line& line, bool right_to_left, const PageDirection& page) {
  LineMarks marks;
  if (!page.marks || line.runs.empty()) return marks;
  const GlyphRun &first = line.runs.front(), &last = line.runs.back();
  marks.left = first.right_to_left && (right_to_left || !page.right_to_left) && may_lack_direction(last_character(first));
  const bool ends_in_letter = !last.text.empty() && static_cast<unsigned char>(last.text.back()) < 0x80 && is_letter(last.text.back());
  marks.right = page.right_to_left && !right_to_left && !last.right_to_left && !ends_in_letter;
  return marks;
}

}  // namespace drawplate::pdf
