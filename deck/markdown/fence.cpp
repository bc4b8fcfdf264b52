// Fences read: their braces and words, code line by line, diagrams by the table of languages.
#include "deck/markdown/fence.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <set>
#include <system_error>
#include <utility>
#include <variant>

#include "base/cursor.h"
#include "base/utf8.h"
#include "deck/diagrams/input_languages.h"
#include "deck/markdown/markdown_context.h"
#include "deck/mermaid/mermaid_kinds.h"
#include "deck/model/block_width.h"

namespace drawplate {
namespace {

constexpr std::size_t most_diagrams = 1000;      ///< in one deck
constexpr std::size_t longest_code_line = 2000;  ///< code points; the rest of a line is no code for a slide
constexpr int most_lines = 20'000;
constexpr std::size_t tab_width = 4;

/// "2,4-6" or Slidev's "1|2-3|all" to line numbers; nothing where it is neither.
std::optional<std::set<int>> parse_lines(std::string_view text) {
  std::set<int> lines;
  const char* at = text.data();
  const char* const end = at + text.size();
  while (at != end) {
    int first = 0;
    const auto from = std::from_chars(at, end, first);
    if (from.ec != std::errc()) {
      const std::string_view rest(at, static_cast<std::size_t>(end - at));
      const std::size_t word = rest.starts_with("all")    ? 3
                               : rest.starts_with("none") ? 4
                               : rest.starts_with("hide") ? 4
                               : rest.starts_with('*')    ? 1
                                                          : 0;
      if (word == 0) return std::nullopt;
      at += word;
    } else {
      int last = first;
      at = from.ptr;
      if (at != end && *at == '-') {
        const auto to = std::from_chars(at + 1, end, last);
        if (to.ec != std::errc()) return std::nullopt;
        at = to.ptr;
      }
      if (first < 1 || last < first || last > most_lines) return std::nullopt;
      for (int line = first; line <= last; ++line) lines.insert(line);
    }
    if (at != end && *at != ',' && *at != '|' && *at != ' ') return std::nullopt;
    if (at != end) ++at;
  }
  return lines;
}

std::string lower_case(std::string_view word) {
  std::string lowered(word);
  std::transform(lowered.begin(), lowered.end(), lowered.begin(), to_lower);
  return lowered;
}

/// Braces: line numbers, or attributes, the first class of which may be the language; Quarto's `{python}` is one without a dot.
void read_braces(std::string_view inside, Span span, FenceInfo& info, std::set<int>& lines) {
  if (const auto numbers = parse_lines(trimmed(inside)); numbers && !trimmed(inside).empty()) {
    lines.insert(numbers->begin(), numbers->end());
    return;
  }
  Attributes more = parse_attributes(inside, span);
  if (info.language.empty() && !more.classes.empty()) {
    info.language = more.classes.front();
    more.classes.erase(more.classes.begin());
  } else if (info.language.empty() && more.words.size() == 1) {
    info.language = more.words.front();
    more.words.clear();
  }
  info.attributes.add(more);
}

/// A line of code with tabs as blanks up to the next stop.
std::string expanded(std::string_view line) {
  std::string out;
  std::size_t column = 0;
  for (const char c : line) {
    if (column >= longest_code_line) break;
    if (c == '\t') {
      const std::size_t blanks = tab_width - column % tab_width;
      out.append(blanks, ' ');
      column += blanks;
    } else if (c != '\r') {
      out += c;
      column += begins_character(c);
    }
  }
  return out;
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  if (text.ends_with('\n')) text.remove_suffix(1);
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines.push_back(expanded(text.substr(at, end - at)));
    at = end + 1;
  }
  return lines;
}

std::string title_of(const FenceInfo& info) {
  for (const std::string_view key : {"title", "filename", "name", "file"}) {
    if (const Attribute* const title = info.attributes.find(key)) return title->value;
  }
  for (const std::string& word : info.attributes.words) {
    if (word.size() > 2 && word.front() == '[' && word.back() == ']') return word.substr(1, word.size() - 2);
  }
  return {};
}

bool is_numbered(const FenceInfo& info) {
  constexpr std::array<std::string_view, 6> names = {"numberLines", "number-lines",    "code-line-numbers",
                                                     "lines",       "showLineNumbers", "linenos"};
  for (const std::string_view name : names) {
    const Attribute* const value = info.attributes.find(name);
    if (value && value->value != "false" && value->value != "0") return true;
    if (info.attributes.has_class(name)) return true;
    if (std::find(info.attributes.words.begin(), info.attributes.words.end(), name) != info.attributes.words.end()) return true;
    if (std::find(info.attributes.words.begin(), info.attributes.words.end(), std::string(name) + ":true") != info.attributes.words.end())
      return true;
  }
  return false;
}

/// With no grammars at all, all code of the deck stays plain. What is called plain text loses nothing.
void warn_of_no_grammars(MarkdownContext& context, const FenceText& fence, std::string_view language) {
  constexpr std::array<std::string_view, 6> plain = {"", "text", "txt", "plain", "plaintext", "none"};
  if (context.highlighter.has_grammars() || context.highlighter.knows(language)) return;
  if (std::find(plain.begin(), plain.end(), language) != plain.end()) return;
  context.warn_once("no grammars", fence.info_span, "code stays in one colour: no definitions of languages are installed")
      .help(fmt::format("on Debian: apt install {}", grammar_package));
}

Block read_code(MarkdownContext& context, const FenceText& fence, const FenceInfo& info) {
  Code code;
  std::vector<std::string> lines = lines_of(fence.content.text());
  if (lines.size() > static_cast<std::size_t>(most_lines)) lines.resize(static_cast<std::size_t>(most_lines));
  for (const int line : info.emphasised)
    if (static_cast<std::size_t>(line) <= lines.size()) code.emphasised.push_back(line);
  code.numbered = is_numbered(info);
  code.title = title_of(info);
  code.language = lower_case(info.language);
  code.lines = context.highlighter.highlight(lines, code.language);
  warn_of_no_grammars(context, fence, code.language);
  return {std::move(code), {}};
}

/// Keys of other tools that say how large or in which colours a diagram is: the slide and its theme do.
bool is_silent_key(std::string_view key) {
  return key == "scale" || key == "theme" || key == "fig-align" || key == "fig-width" || key == "fig-height";
}

std::optional<AnyDiagram> read_diagram_file(MarkdownContext& context, const Attribute& file, InputForm form) {
  if (!context.arguments.read_file) {
    context.report.error(file.value_span, fmt::format("cannot read '{}': files are not read here", file.value));
    return std::nullopt;
  }
  const auto source = context.arguments.read_file(file.value, file.value_span);
  if (!source || !is_fit_to_read(context.sources, *source, context.report)) return std::nullopt;
  const auto by_name = input_form_of(file.value);
  const auto read_by_name = by_name ? language_of(*by_name).read : nullptr;
  return (read_by_name ? read_by_name : language_of(form).read)(context.sources, *source, context.arguments, context.report);
}

std::optional<AnyDiagram> read_diagram_text(MarkdownContext& context, const FenceText& fence, InputForm form) {
  const Span whole = fence.content.span(0, fence.content.text().size());
  if (trimmed(fence.content.text()).empty()) {
    context.report.error(fence.info_span, "an empty diagram").help("write it into the fence, or name its file: {file=x.mmd}");
    return std::nullopt;
  }
  AnyDiagram diagram;
  read_excerpt(fence.content, context.sources.get(context.source).name, context.line_of(whole.begin), context.report,
               [&](const SourceSet& sources, SourceId source, Report& report) {
                 diagram = language_of(form).read(sources, source, context.arguments, report);
               });
  std::visit([&](auto& of_its_sort) { place_in_source(of_its_sort, fence.content); }, diagram);
  return diagram;
}

std::optional<Block> read_diagram_fence(MarkdownContext& context, const FenceText& fence, const FenceInfo& info, InputForm form) {
  if (++context.diagrams > most_diagrams) {
    if (context.diagrams == most_diagrams + 1)
      context.report.error(fence.info_span, fmt::format("more than {} diagrams in one deck", most_diagrams));
    return std::nullopt;
  }
  EmbeddedDiagram embedded;
  const Attribute* file = nullptr;
  for (const Attribute& attribute : info.attributes.values) {
    if (attribute.key == "file" || attribute.key == "src") {
      file = &attribute;
    } else if (attribute.key == "alt" || attribute.key == "fig-alt") {
      embedded.alt = attribute.value;
    } else if (attribute.key == "caption" || attribute.key == "fig-cap") {
      embedded.caption = {{TextSpan{.text = attribute.value}}, attribute.value_span};
    } else if (attribute.key == "width") {
      if (const auto width = parse_block_width(attribute.value)) {
        embedded.width = *width;
      } else {
        context.report.warning(attribute.value_span, fmt::format("'{}' is no width", attribute.value))
            .help("write it as 60%, 300px or 4cm");
      }
    } else if (!is_silent_key(attribute.key)) {
      context.report.warning(attribute.key_span, fmt::format("unknown attribute '{}' of a diagram", attribute.key))
          .help("known are width, alt, caption and file");
    }
  }
  auto diagram = file ? read_diagram_file(context, *file, form) : read_diagram_text(context, fence, form);
  if (!diagram) return std::nullopt;
  embedded.diagram = std::move(*diagram);
  return Block{std::move(embedded), {}};
}

}  // namespace

FenceInfo read_fence_info(std::string_view text, Span span) {
  FenceInfo info;
  std::set<int> lines;
  const auto place = [&](std::size_t begin, std::size_t end) {
    return Span{span.source, static_cast<std::uint32_t>(span.begin + begin), static_cast<std::uint32_t>(span.begin + end)};
  };
  for (std::size_t at = 0; at < text.size();) {
    if (is_space(text[at]) || text[at] == ',') {
      ++at;
      continue;
    }
    if (const auto braces = length_of_braces(text.substr(at))) {
      read_braces(text.substr(at + 1, *braces - 2), place(at + 1, at + *braces - 1), info, lines);
      at += *braces;
      continue;
    }
    // A word ends at a blank, or at braces that follow it without one: ts{2,3}.
    std::size_t end = at;
    char quote = 0;
    while (end < text.size() && (quote != 0 || (!is_space(text[end]) && (text[end] != '{' || end == at)))) {
      if (quote != 0 ? text[end] == quote : text[end] == '"' || text[end] == '\'') quote = quote != 0 ? '\0' : text[end];
      ++end;
    }
    const std::string_view word = text.substr(at, end - at);
    if (at == 0 && word.find('=') == std::string_view::npos) {
      info.language = word;
    } else {
      info.attributes.add(parse_attributes(word, place(at, end)));
    }
    at = end;
  }
  for (const std::string_view key : {"code-line-numbers", "data-line-numbers", "highlight", "hl_lines", "emphasize-lines"}) {
    const Attribute* const value = info.attributes.find(key);
    const auto numbers = value ? parse_lines(value->value) : std::nullopt;
    if (numbers) lines.insert(numbers->begin(), numbers->end());
  }
  info.emphasised.assign(lines.begin(), lines.end());
  return info;
}

std::optional<Block> read_fence(MarkdownContext& context, const FenceText& fence) {
  const FenceInfo info = read_fence_info(fence.info, fence.info_span);
  const Span origin = fence.info.empty() ? fence.content.span(0, fence.content.text().size()) : fence.info_span;
  auto form = diagram_form_of_fence(lower_case(info.language));
  if (form == InputForm::mermaid) {
    if (const auto other = undrawn_mermaid_kind(mermaid_header(fence.content.text()))) {
      const Span place = fence.content.span(0, fence.content.text().size());
      context.report.warning({place.source, place.begin, place.begin},
                             fmt::format("this is {}; of Mermaid's diagrams only flowcharts are read, so it is shown as its text", *other));
      form.reset();
    }
  }
  std::optional<Block> block = form ? read_diagram_fence(context, fence, info, *form) : read_code(context, fence, info);
  if (block) block->origin = origin;
  return block;
}

}  // namespace drawplate
