// Lines are rewritten one by one: "Term" above ":   text" is "**Term**", and ":   text" is "- text".
#include "deck/markdown/definition_lists.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "base/cursor.h"

namespace drawplate {
namespace {

struct SourceLine {
  std::string_view text;  ///< with its line end
  bool is_code = false;   ///< in a fence, or one of its own
};

/// Where the text of a definition begins in its line, or 0.
std::size_t definition_text(std::string_view line) {
  const std::size_t mark = line.find_first_not_of(' ');
  if (mark == std::string_view::npos || mark > 2 || (line[mark] != ':' && line[mark] != '~')) return 0;
  if (mark + 1 >= line.size() || !is_blank(line[mark + 1])) return 0;
  const std::size_t text = line.find_first_not_of(" \t", mark + 1);
  return text == std::string_view::npos || line[text] == '\n' || line[text] == '\r' ? 0 : text;
}

bool is_blank_line(std::string_view line) { return trimmed(line).empty(); }

/// What may be defined: a line of plain text at the margin.
bool may_be_term(const SourceLine& line) {
  const std::string_view text = line.text;
  if (line.is_code || is_blank_line(text) || is_space(text.front()) || definition_text(text) > 0) return false;
  if (std::string_view("#>|<`~-*+:").find(text.front()) != std::string_view::npos && !text.starts_with("*") && !text.starts_with("`"))
    return false;
  return !text.starts_with("* ") && !text.starts_with("```") && text.find("**") == std::string_view::npos;
}

std::vector<SourceLine> lines_of(std::string_view text) {
  std::vector<SourceLine> lines;
  char fence = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
    const std::string_view line = text.substr(at, end - at), content = trimmed(line);
    const bool marks = content.starts_with("```") || content.starts_with("~~~");
    lines.push_back({line, fence != 0 || marks});
    if (marks && (fence == 0 || fence == content.front())) fence = fence == 0 ? content.front() : '\0';
    at = end;
  }
  return lines;
}

class Rewriter {
 public:
  Rewriter(SourceId source, std::string_view text, std::uint32_t begin)
      : text_(text), begin_(begin), lines_(lines_of(text)), out_(source) {}

  std::optional<Excerpt> rewrite() {
    for (std::size_t i = 0; i < lines_.size(); ++i) write(i);
    return found_ ? std::optional(std::move(out_)) : std::nullopt;
  }

 private:
  /// The next line that is not empty, if only one empty line parts it from this.
  bool is_defined_below(std::size_t i) const {
    for (std::size_t next = i + 1; next < std::min(i + 3, lines_.size()); ++next) {
      if (is_blank_line(lines_[next].text)) continue;
      return !lines_[next].is_code && definition_text(lines_[next].text) > 0;
    }
    return false;
  }
  void append(std::string_view part) { out_.append(part, begin_ + static_cast<std::uint32_t>(part.data() - text_.data())); }

  void write(std::size_t i) {
    const SourceLine& line = lines_[i];
    const std::size_t definition = line.is_code ? 0 : definition_text(line.text);
    if (may_be_term(line) && is_defined_below(i)) {
      in_list_ = found_ = true;
      const std::string_view term = trimmed(line.text);
      out_.append_made_up("\n**");
      append(term);
      out_.append_made_up("**\n\n");
    } else if (in_list_ && definition > 0) {
      out_.append_made_up("- ");
      append(line.text.substr(definition));
    } else {
      const bool goes_on = is_blank_line(line.text) || is_space(line.text.front());
      if (!goes_on) in_list_ = false;
      const bool indented = in_list_ && line.text.starts_with("    ");
      append(line.text.substr(indented ? 2 : 0));
    }
  }

  std::string_view text_;
  std::uint32_t begin_;
  std::vector<SourceLine> lines_;
  Excerpt out_;
  bool found_ = false, in_list_ = false;
};

}  // namespace

std::optional<Excerpt> with_plain_definitions(SourceId source, std::string_view text, std::uint32_t begin) {
  if (text.find("\n:") == std::string_view::npos && text.find("\n~") == std::string_view::npos &&
      text.find("\n ") == std::string_view::npos)
    return std::nullopt;
  return Rewriter(source, text, begin).rewrite();
}

}  // namespace drawplate
