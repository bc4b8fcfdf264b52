// Places in a text: offset to line and column, and the checks that make a text safe for every output.
// Lines end at LF, CR LF or a lone CR, as YAML has it.
#include "base/source.h"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <utility>

#include "base/utf8.h"
#include "base/xml_reference.h"

namespace drawplate {

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
    place_.column = ends_line ? 1 : place_.column + begins_character(text_[at_]);
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

std::size_t find_invalid_xml_character(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const Utf8Character c = decode_utf8(text, i);
    if (!is_xml_character(c.value)) return i;
    i += c.length;
  }
  return std::string_view::npos;
}

}  // namespace drawplate
