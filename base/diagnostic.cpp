// Collecting diagnostics and showing them: as text with the source line and a caret, or as JSON for editors.
#include "base/diagnostic.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <tuple>
#include <utility>

#include "base/utf8.h"

namespace drawplate {
namespace {

constexpr std::size_t longest_line = 120;  ///< code points of a source line that are shown
constexpr std::size_t before_caret = 60;   ///< of these, in front of the caret of a clipped line

std::vector<const Diagnostic*> by_place(const Report& report) {
  std::vector<const Diagnostic*> sorted;
  for (const Diagnostic& diagnostic : report.all()) sorted.push_back(&diagnostic);
  const auto key = [](const Diagnostic* d) { return std::tuple(d->span.source, d->has_place, d->has_place ? d->span.begin : 0); };
  std::stable_sort(sorted.begin(), sorted.end(), [&](const auto* a, const auto* b) { return key(a) < key(b); });
  return sorted;
}

std::string_view severity_name(Severity severity) { return severity == Severity::error ? "error" : "warning"; }

/// A line cut into characters, ready for a terminal: what could steer it, or is no UTF-8, becomes U+FFFD.
std::vector<std::string> printable_characters(std::string_view line) {
  std::vector<std::string> characters;
  for (const std::string_view character : characters_of(line)) {
    const Utf8Character c = decode_utf8(character, 0);
    const bool control = (c.value < 0x20 && c.value != '\t') || (c.value >= 0x7F && c.value < 0xA0);
    const bool bad = control || !c.is_valid || c.length != character.size();
    characters.push_back(bad ? to_utf8(replacement_character) : std::string(character));
  }
  return characters;
}

/// Of a line, the part around [at, end) that is worth showing, cut between characters.
struct Window {
  std::string_view text;
  std::size_t at = 0, end = 0;  ///< the marked bytes in it
  bool cut_before = false, cut_after = false;
};

Window window_around(std::string_view line, std::size_t at, std::size_t end) {
  const auto is_inside = [&](std::size_t i) { return i < line.size() && !begins_character(line[i]); };
  std::size_t first = at, last = at, before = 0, count = 0;
  while (first > 0 && (is_inside(first) || before < longest_line)) before += !is_inside(--first);
  count = before;
  while (last < line.size() && count < 2 * longest_line) {
    ++last;
    while (is_inside(last)) ++last;
    ++count;
  }
  const bool fits = first == 0 && last == line.size() && count <= longest_line;
  for (; !fits && before > before_caret; --before, --count) {
    ++first;
    while (is_inside(first)) ++first;
  }
  for (; count > longest_line; --count) {
    --last;
    while (is_inside(last)) --last;
  }
  return {line.substr(first, last - first), at - first, std::clamp(end, at, last) - first, first > 0, last < line.size()};
}

/// The source line and the caret line under it; a long line is clipped around the caret.
std::string excerpt(const Source& source, Span span) {
  std::string_view line = line_at(source, span.begin);
  std::size_t line_begin = static_cast<std::size_t>(line.data() - source.text.data());
  if (line_begin == 0 && line.substr(0, 3) == "\xEF\xBB\xBF") {
    line.remove_prefix(3);
    line_begin = 3;
  }
  const auto within = [&](std::size_t offset) { return std::clamp(offset, line_begin, line_begin + line.size()) - line_begin; };
  const Window window = window_around(line, within(span.begin), within(span.end));
  std::string shown = window.cut_before ? "…" : "", under = window.cut_before ? " " : "";
  for (const std::string& character : printable_characters(window.text)) shown += character;
  for (const std::string& character : printable_characters(window.text.substr(0, window.at))) under += character == "\t" ? "\t" : " ";
  const std::size_t marked = printable_characters(window.text.substr(window.at, window.end - window.at)).size();
  if (window.cut_after) shown += "…";
  return fmt::format("{}\n{}^{:~<{}}\n", shown, under, "", std::max<std::size_t>(1, marked) - 1);
}

std::string json_string(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (static_cast<unsigned char>(c) < 0x20) {
      fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<unsigned>(c));
    } else {
      out += c;
    }
  }
  return out + '"';
}

}  // namespace

Diagnostic& Diagnostic::help(std::string text) {
  hint = std::move(text);
  return *this;
}

Diagnostic& Report::error(Span span, std::string message) {
  ++errors_;
  return add(Severity::error, span, std::move(message));
}

Diagnostic& Report::warning(Span span, std::string message) {
  ++warnings_;
  return add(Severity::warning, span, std::move(message));
}

Diagnostic& Report::add(Severity severity, Span span, std::string message) {
  Diagnostic diagnostic{severity, span, true, std::move(message), {}};
  if (diagnostics_.size() < limit) return diagnostics_.emplace_back(std::move(diagnostic));
  ++left_out_;
  return overflow_ = std::move(diagnostic);
}

std::string render_text(const Report& report, const SourceSet& sources) {
  std::string out;
  std::optional<PlaceCursor> cursor;
  SourceId cursor_source{};
  for (const Diagnostic* d : by_place(report)) {
    if (!sources.empty()) {
      const Source& source = sources.get(d->span.source);
      out += source.name + ":";
      if (d->has_place) {
        if (!cursor || cursor_source != d->span.source) cursor.emplace(source.text);
        cursor_source = d->span.source;
        const LineColumn place = cursor->advance_to(d->span.begin);
        out += fmt::format("{}:{}:", place.line, place.column);
      }
      out += " ";
    }
    out += fmt::format("{}: {}\n", severity_name(d->severity), d->message);
    if (d->has_place && !sources.empty()) out += excerpt(sources.get(d->span.source), d->span);
    if (!d->hint.empty()) out += fmt::format("  = help: {}\n", d->hint);
  }
  if (report.left_out() > 0) out += fmt::format("… and {} more\n", report.left_out());
  return out;
}

std::string render_json(const Report& report, const SourceSet& sources) {
  std::string out = "[";
  for (const Diagnostic* d : by_place(report)) {
    out += out.size() > 1 ? ",\n " : "\n ";
    out += "{";
    if (!sources.empty()) out += fmt::format("\"file\": {}, ", json_string(sources.get(d->span.source).name));
    if (d->has_place && !sources.empty()) {
      const Source& source = sources.get(d->span.source);
      const LineColumn begin = line_column(source, d->span.begin), end = line_column(source, d->span.end);
      out += fmt::format("\"line\": {}, \"column\": {}, \"end_line\": {}, \"end_column\": {}, ", begin.line, begin.column, end.line,
                         end.column);
    }
    out += fmt::format("\"severity\": \"{}\", \"message\": {}, \"hint\": {}}}", severity_name(d->severity), json_string(d->message),
                       json_string(d->hint));
  }
  return out + (out.size() > 1 ? "\n]\n" : "]\n");
}

}  // namespace drawplate
