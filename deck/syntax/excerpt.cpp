// Pieces are found by bisection; what was made up stands where the piece before it ends.
#include "deck/syntax/excerpt.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>

namespace drawplate {

void Excerpt::append(std::string_view text, std::uint32_t begin) {
  if (text.empty()) return;
  const bool continues = !pieces_.empty() && pieces_.back().position + pieces_.back().length == text_.size() &&
                         pieces_.back().begin + pieces_.back().length == begin;
  if (continues) {
    pieces_.back().length += text.size();
  } else {
    pieces_.push_back({text_.size(), text.size(), begin});
  }
  text_ += text;
}

std::uint32_t Excerpt::offset_at(std::size_t position) const {
  const auto after =
      std::upper_bound(pieces_.begin(), pieces_.end(), position, [](std::size_t at, const Piece& piece) { return at < piece.position; });
  if (after == pieces_.begin()) return pieces_.empty() ? 0 : pieces_.front().begin;
  const Piece& piece = *std::prev(after);
  return piece.begin + static_cast<std::uint32_t>(std::min(position - piece.position, piece.length));
}

Span Excerpt::span(std::size_t begin, std::size_t end) const {
  const std::uint32_t from = offset_at(begin);
  const std::uint32_t to = end > begin ? offset_at(end - 1) + 1 : from;  // the end of a piece is not the begin of the next
  return {source_, from, std::max(from, to)};
}

void read_excerpt(const Excerpt& excerpt, const std::string& name, int first_line, Report& report,
                  const std::function<void(const SourceSet&, SourceId, Report&)>& read) {
  SourceSet inner_sources;
  const SourceId inner = inner_sources.add({name, excerpt.text(), first_line});
  Report inner_report;
  read(inner_sources, inner, inner_report);
  for (const Diagnostic& said : inner_report.all()) {
    const Span place = excerpt.placed(said.has_place ? said.span : Span{});
    Diagnostic& repeated = said.severity == Severity::error ? report.error(place, said.message) : report.warning(place, said.message);
    repeated.help(said.hint);
  }
}

void place_in_source(Diagram& diagram, const Excerpt& excerpt) {
  const auto place = [&](Span& span) { span = excerpt.placed(span); };
  const auto place_text = [&](RichText& text) { place(text.origin); };
  for (Span* span : {&diagram.origin, &diagram.page_origin, &diagram.theme_origin}) place(*span);
  for (RichText* text : {&diagram.title, &diagram.subtitle}) place_text(*text);
  for (Node& node : diagram.nodes) {
    for (RichText* text : {&node.title, &node.subtitle, &node.footer, &node.badge}) place_text(*text);
    for (RichText& text : node.bullets) place_text(text);
    for (Pill& pill : node.pills) place_text(pill.text);
    for (Cell& cell : node.cells) place_text(cell.text);
    place(node.icon.origin);
    place(node.origin);
  }
  for (Group& group : diagram.groups) {
    for (RichText* text : {&group.title, &group.footer}) place_text(*text);
    place(group.icon.origin);
    place(group.origin);
  }
  for (Edge& edge : diagram.edges) {
    for (RichText* text : {&edge.label, &edge.head_label, &edge.tail_label}) place_text(*text);
    place(edge.origin);
  }
  for (LayoutWish& wish : diagram.wishes) place(wish.origin);
}

}  // namespace drawplate
