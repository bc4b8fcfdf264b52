// Places in a text: offset to line and column, and the checks that make a text safe for every output.
// Lines end at LF, CR LF or a lone CR, as YAML has it.
#include "base/source.h"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <utility>

namespace drawplate {
namespace {

struct CodePoint {
  std::uint32_t value = 0;
  std::size_t length = 0;  ///< bytes; 0 where the bytes are not UTF-8
};

/// RFC 3629, section 4: no overlong forms, no surrogates, nothing above U+10FFFF.
CodePoint decode(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(at);
  if (lead < 0x80) return {lead, 1};
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || at + length > text.size()) return {};
  std::uint32_t value = lead & (0xFFu >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(at + i) & 0xC0) != 0x80) return {};
    value = value << 6 | (byte(at + i) & 0x3Fu);
  }
  const bool overlong = (length == 3 && value < 0x800) || (length == 4 && value < 0x10000);
  const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
  if (overlong || surrogate || value > 0x10FFFF) return {};
  return {value, length};
}

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

}  // namespace

SourceId SourceSet::add(Source source) {
  assert(sources_.size() < 0xFFFF);
  sources_.push_back(std::move(source));
  return static_cast<SourceId>(sources_.size() - 1);
}

const Source& SourceSet::get(SourceId id) const {
  assert(static_cast<std::size_t>(id) < sources_.size());
  return sources_[static_cast<std::size_t>(id)];
}

PlaceCursor::PlaceCursor(std::string_view text) : text_(text) {
  if (text_.substr(0, 3) == "\xEF\xBB\xBF") at_ = 3;  // a byte order mark is no column
}

LineColumn PlaceCursor::advance_to(std::size_t offset) {
  for (const std::size_t end = std::min(offset, text_.size()); at_ < end; ++at_) {
    const bool ends_line = text_[at_] == '\n' || (text_[at_] == '\r' && (at_ + 1 == text_.size() || text_[at_ + 1] != '\n'));
    place_.column = ends_line ? 1 : place_.column + !is_continuation(text_[at_]);
    place_.line += ends_line;
  }
  return place_;
}

LineColumn line_column(const Source& source, std::uint32_t offset) {
  LineColumn place = PlaceCursor(source.text).advance_to(offset);
  place.line += source.first_line - 1;
  return place;
}

std::string_view line_at(const Source& source, std::uint32_t offset) {
  const std::string_view text = source.text;
  std::size_t begin = std::min<std::size_t>(offset, text.size());
  if (begin > 0 && begin < text.size() && text[begin] == '\n' && text[begin - 1] == '\r') --begin;
  std::size_t end = begin;
  while (begin > 0 && text[begin - 1] != '\n' && text[begin - 1] != '\r') --begin;
  while (end < text.size() && text[end] != '\n' && text[end] != '\r') ++end;
  return text.substr(begin, end - begin);
}

std::size_t find_invalid_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = decode(text, i).length;
    if (length == 0) return i;
    i += length;
  }
  return std::string_view::npos;
}

std::size_t find_invalid_xml_character(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = decode(text, i);
    const bool control = c.value < 0x20 && c.value != '\t' && c.value != '\n' && c.value != '\r';
    if (c.length > 0 && (control || c.value == 0xFFFE || c.value == 0xFFFF)) return i;
    i += std::max<std::size_t>(c.length, 1);
  }
  return std::string_view::npos;
}

}  // namespace drawplate
