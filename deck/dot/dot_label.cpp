// Plain labels and records; HTML-like labels are in dot_html.cpp.
#include "deck/dot/dot_label.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <optional>

#include "base/limits.h"
#include "deck/syntax/entities.h"
#include "deck/syntax/html_text.h"
#include "deck/syntax/input.h"

namespace drawplate {
namespace {

/// A field of a record: text, or fields of its own.
struct Field {
  RichText text;
  std::string port;
  std::vector<Field> fields;
};

/// Reads the fields of a record; braces that do not balance end it early.
class RecordReader {
 public:
  RecordReader(std::string_view text, const DotNames& names, Span origin) : text_(text), names_(names), origin_(origin) {}

  Field read() {
    Field root;
    read_fields(root, 0);
    if (at_ < text_.size()) broken_ = true;
    return root;
  }
  bool is_broken() const { return broken_; }

 private:
  void read_fields(Field& parent, int depth) {
    do {
      if (++count_ > max_node_items) {
        broken_ = true;
        at_ = text_.size();
        return;
      }
      parent.fields.push_back(read_field(depth));
    } while (take('|'));
  }

  bool take(char c) {
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }

  Field read_field(int depth) {
    Field field;
    std::string raw;
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '|' || c == '}') break;
      ++at_;
      if (c == '\\' && at_ < text_.size()) {
        const char next = text_[at_++];
        if (std::string_view("{}|<> ").find(next) == std::string_view::npos) raw += '\\';
        raw += next;
      } else if (c == '<') {
        const std::size_t end = std::min(text_.find('>', at_), text_.size());
        const auto begin = text_.find_first_not_of(' ', at_);
        field.port = text_.substr(std::min(begin, end), end - std::min(begin, end));
        while (field.port.ends_with(' ')) field.port.pop_back();
        at_ = std::min(end + 1, text_.size());
      } else if (c == '{' && depth < max_nesting) {
        read_fields(field, depth + 1);
        if (!take('}')) broken_ = true;
      } else {
        raw += c;
      }
    }
    field.text = read_dot_text(raw, names_, origin_);
    return field;
  }

  std::string_view text_;
  const DotNames& names_;
  Span origin_;
  std::size_t at_ = 0, count_ = 0;
  bool broken_ = false;
};

struct Extent {
  int rows = 1, columns = 1;
};

Extent extent_of(const Field& field, bool downwards) {
  if (field.fields.empty()) return {};
  Extent whole{downwards ? 0 : 1, downwards ? 1 : 0};
  for (const Field& inner : field.fields) {
    const Extent part = extent_of(inner, !downwards);
    whole.rows = downwards ? whole.rows + part.rows : std::max(whole.rows, part.rows);
    whole.columns = downwards ? std::max(whole.columns, part.columns) : whole.columns + part.columns;
  }
  return whole;
}

/// Where a field's cells go: rows and columns from these on.
struct CellArea {
  int row = 0, column = 0;
  Extent room;
};

/// Puts the field's cells into the area; its last cells take what is left over.
void place_cells(const Field& field, bool downwards, CellArea area, std::vector<Cell>& cells) {
  if (field.fields.empty()) {
    cells.push_back({field.text, field.port, area.row, area.column, area.room.rows, area.room.columns});
    return;
  }
  for (std::size_t i = 0; i < field.fields.size(); ++i) {
    const bool last = i + 1 == field.fields.size();
    CellArea part = area;
    if (!last) {
      const Extent wanted = extent_of(field.fields[i], !downwards);
      (downwards ? part.room.rows : part.room.columns) = downwards ? wanted.rows : wanted.columns;
    }
    place_cells(field.fields[i], !downwards, part, cells);
    if (downwards) {
      area.row += part.room.rows;
      area.room.rows -= part.room.rows;
    } else {
      area.column += part.room.columns;
      area.room.columns -= part.room.columns;
    }
  }
}

/// What `\x` in a label stands for; nothing for characters that stand for themselves.
std::optional<std::string_view> meaning_of(char escape, const DotNames& names) {
  switch (escape) {
    case 'N':
      return names.node;
    case 'G':
      return names.graph;
    case 'E':
      return names.edge;
    case 'T':
      return names.tail;
    case 'H':
      return names.head;
    case 'n':
    case 'l':
    case 'r':
      return "\n";
    case 'L':
      return "";
    default:
      return std::nullopt;
  }
}

}  // namespace

RichText read_dot_text(std::string_view text, const DotNames& names, Span origin) {
  std::string expanded;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\' || i + 1 == text.size()) {
      expanded += text[i];
    } else if (const auto meaning = meaning_of(text[++i], names)) {
      expanded += *meaning;
    } else {
      expanded += text[i];
    }
  }
  TextBuilder builder;
  const std::string decoded = decode_entities(expanded);
  for (std::size_t at = 0; at <= decoded.size();) {
    const std::size_t end = std::min(decoded.find('\n', at), decoded.size());
    if (at > 0) builder.line_break();
    builder.add(std::string_view(decoded).substr(at, end - at));
    at = end + 1;
  }
  return builder.finish(origin);
}

DotLabel read_dot_record(std::string_view text, const DotNames& names, bool downwards, Span origin, Report& report) {
  RecordReader reader(text, names, origin);
  const Field root = reader.read();
  if (reader.is_broken())
    report.error(origin, "the braces of this record label do not balance").help("write '\\{' and '\\}' for braces of the text");
  DotLabel label;
  place_cells(root, downwards, {0, 0, extent_of(root, downwards)}, label.cells);
  return label;
}

}  // namespace drawplate
