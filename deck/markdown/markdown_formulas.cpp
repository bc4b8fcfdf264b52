// By pandoc's rules on what opens and what closes a formula, paragraph by paragraph.
#include "deck/markdown/markdown_formulas.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "base/cursor.h"
#include "deck/syntax/attributes.h"

namespace drawplate {
namespace {

constexpr std::size_t longest_formula = 10'000;  ///< bytes
constexpr std::size_t longest_code = 100'000;    ///< bytes of code that is stepped over as a whole

/// The end of the paragraph that holds `at`: where a line is empty, or begins what is no formula's line.
bool ends_paragraph(std::string_view text, std::size_t line_end, bool display) {
  std::size_t next = text.find_first_not_of(" \t\r", line_end + 1);
  if (next == std::string_view::npos || text[next] == '\n') return true;
  return !display && std::string_view("-*+>#|`~").find(text[next]) != std::string_view::npos;
}

/// A formula on lines of its own may hold empty ones: it begins a line, and its end is alone on one.
std::optional<std::size_t> find_lone_close(std::string_view text, std::size_t at) {
  std::size_t before = at - 2;
  while (before > 0 && is_blank(text[before - 1])) --before;
  if (before > 0 && text[before - 1] != '\n') return std::nullopt;
  const std::size_t close = text.substr(0, at + longest_formula).find("\n$$", at);
  if (close == std::string_view::npos) return std::nullopt;
  const std::string_view behind = text.substr(close + 3, text.find('\n', close + 3) - close - 3);
  const bool other_between = text.substr(at, close - at).find("$$") != std::string_view::npos;
  return trimmed(behind).empty() && !other_between ? std::optional(close + 1) : std::nullopt;
}

std::optional<std::size_t> find_close(std::string_view text, std::size_t at, bool display) {
  if (const auto lone = display ? find_lone_close(text, at) : std::nullopt) return lone;
  const std::size_t stop = std::min(text.size(), at + longest_formula);
  for (; at < stop; ++at) {
    const char c = text[at];
    if (c == '\\') {
      ++at;
    } else if (c == '\n' && ends_paragraph(text, at, display)) {
      return std::nullopt;
    } else if (c == '`' && !display) {
      return std::nullopt;
    } else if (c == '$' && display && text.substr(at, 2) == "$$") {
      return at;
    } else if (c == '$' && !display) {
      const bool digit_after = at + 1 < text.size() && is_digit(text[at + 1]);
      if (!is_space(text[at - 1]) && !digit_after) return at;
      return std::nullopt;
    }
  }
  return std::nullopt;
}

/// Past code that begins at the backticks at `at`, or past these where nothing closes them.
std::size_t past_code(std::string_view text, std::size_t at) {
  const std::size_t run = std::min(text.find_first_not_of('`', at), text.size()) - at;
  const std::string_view window = text.substr(0, at + longest_code);
  for (std::size_t next = window.find('`', at + run); next != std::string_view::npos;) {
    const std::size_t end = std::min(window.find_first_not_of('`', next), window.size());
    if (end - next == run) return end;
    next = window.find('`', end);
  }
  return at + run;
}

/// Past a fence of tildes that begins the line at `at`.
std::size_t past_tildes(std::string_view text, std::size_t at) {
  const std::size_t close = text.substr(0, at + longest_code).find("\n~~~", at);
  return close == std::string_view::npos ? at + 3 : close + 4;
}

}  // namespace

std::vector<HiddenFormula> hide_formulas(std::string& text) {
  std::vector<HiddenFormula> formulas;
  const std::string_view view = text;
  for (std::size_t at = view.find_first_of("$`~\\"); at < view.size(); at = view.find_first_of("$`~\\", at)) {
    if (view[at] == '\\') {
      at += 2;
    } else if (view[at] == '`') {
      at = past_code(view, at);
    } else if (view[at] == '~') {
      const bool fence = view.substr(at, 3) == "~~~" && (at == 0 || view[at - 1] == '\n');
      at = fence ? past_tildes(view, at) : at + 1;
    } else {
      const bool display = view.substr(at, 2) == "$$";
      const std::size_t inside = at + (display ? 2 : 1);
      const bool opens = inside < view.size() && (display || !is_space(view[inside]));
      const auto close = opens ? find_close(view, inside, display) : std::nullopt;
      if (!close || *close == inside) {
        at = inside;
        continue;
      }
      const std::size_t end = *close + (display ? 2 : 1);
      formulas.push_back({at, end, display});
      at = end;
    }
  }
  for (const HiddenFormula& formula : formulas)
    std::fill(text.begin() + static_cast<std::ptrdiff_t>(formula.begin), text.begin() + static_cast<std::ptrdiff_t>(formula.end),
              formula_byte);
  return formulas;
}

std::string_view tex_of(const HiddenFormula& formula, std::string_view original) {
  const std::size_t dollars = formula.display ? 2 : 1;
  const std::string_view tex = trimmed(original.substr(formula.begin + dollars, formula.end - formula.begin - 2 * dollars));
  const bool may_emphasise = formula.display && tex.find_first_of("|*") < tex.find('}');
  const auto braces = may_emphasise ? length_of_braces(tex) : std::nullopt;
  return braces ? trimmed(tex.substr(*braces)) : tex;
}

}  // namespace drawplate
