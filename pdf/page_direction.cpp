// See page_direction.h.
#include "pdf/page_direction.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "base/utf8.h"
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
bool may_lack_direction(char32_t c) {
  const bool is_mark = (c >= 0x591 && c <= 0x5C7) || (c >= 0x60C && c <= 0x61F) || (c >= 0x64B && c <= 0x66D) || c == 0x670 || c == 0x6D4;
  const bool is_sign = (c >= 0x80 && c < 0xC0) || (c >= 0x2000 && c < 0x3000);
  return is_mark || is_sign || (c < 0x80 && c != ' ' && !is_letter(static_cast<char>(c)));
}

/// The last character that is no space, in the order of the text.
std::optional<char32_t> last_character(const GlyphRun& run) {
  const std::size_t at = run.text.find_last_not_of(' ');
  if (at == std::string::npos) return std::nullopt;
  return decode_utf8(run.text, character_begin(run.text, at)).value;
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
  const auto leftmost = last_character(first);
  marks.left = first.right_to_left && (right_to_left || !page.right_to_left) && leftmost && may_lack_direction(*leftmost);
  const bool ends_in_letter = !last.text.empty() && is_ascii(last.text.back()) && is_letter(last.text.back());
  marks.right = page.right_to_left && !right_to_left && !last.right_to_left && !ends_in_letter;
  return marks;
}

}  // namespace drawplate::pdf
