// The author's text and places in it. A Span is two byte offsets in one source; lines and columns are worked out on demand.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>

namespace drawplate {

enum class SourceId : std::uint16_t {};

/// Bytes [begin, end) of one source.
struct Span {
  SourceId source{};
  std::uint32_t begin = 0, end = 0;
  friend bool operator==(const Span&, const Span&) = default;
};

struct Source {
  std::string name;    ///< as the author named it: "flow.yaml", or "<stdin>"
  std::string text;    ///< UTF-8, as read
  int first_line = 1;  ///< what the text's first line is called: more than 1 where it was taken out of a larger one
};

/// One-based; the column counts code points, tabs count one.
struct LineColumn {
  int line = 1, column = 1;
};

/// All texts of one run: the diagram, parameter files, themes.
class SourceSet {
 public:
  SourceId add(Source source);
  const Source& get(SourceId id) const;
  bool empty() const { return sources_.empty(); }

 private:
  std::deque<Source> sources_;  // so that texts stay where they are when others come
};

/// Line and column of offsets that only grow, each counted on from the one before.
class PlaceCursor {
 public:
  explicit PlaceCursor(std::string_view text);
  /// Requires: `offset` is not smaller than the last one.
  LineColumn advance_to(std::size_t offset);

 private:
  std::string_view text_;
  std::size_t at_ = 0;
  LineColumn place_;
};

LineColumn line_column(const Source& source, std::uint32_t offset);
/// The whole line that holds `offset`, without its line end.
std::string_view line_at(const Source& source, std::uint32_t offset);
/// Offset of the first character that XML 1.0 cannot hold (C0 controls but tab, LF, CR; U+FFFE, U+FFFF), or npos.
std::size_t find_invalid_xml_character(std::string_view text);

}  // namespace drawplate
