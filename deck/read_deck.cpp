// Checks what every language needs of its text and its parameters, then hands it to the reader of its form.
#include "deck/read_deck.h"

#include <string>
#include <utility>
#include <variant>

#include <fmt/format.h>

#include "base/utf8.h"
#include "deck/markdown/markdown.h"

namespace drawplate {
namespace {

/// False, with errors, where a value from the command line is one that no output can hold.
bool are_fit_to_use(const Arguments& arguments, SourceId source, Report& report) {
  bool fit = true;
  for (const auto& [name, value] : arguments.values) {
    if (find_invalid_utf8(value) == std::string::npos && find_invalid_xml_character(value) == std::string::npos) continue;
    const std::string shown =
        find_invalid_utf8(name) == std::string::npos && find_invalid_xml_character(name) == std::string::npos ? name : "?";
    report.error(Span{source, 0, 0}, fmt::format("the value of the parameter '{}' holds what cannot stand in a text", shown)).has_place =
        false;
    fit = false;
  }
  return fit;
}

/// A deck of one page. What a diagram says of page, theme and language is the deck's.
Deck deck_of(AnyDiagram diagram) {
  Deck deck;
  std::visit(
      [&](const auto& of_its_sort) {
        deck.title = of_its_sort.title.plain();
        deck.lang = of_its_sort.lang;
        deck.page = of_its_sort.page;
        deck.page_origin = of_its_sort.page_origin;
        deck.theme = of_its_sort.theme;
        deck.theme_origin = of_its_sort.theme_origin;
        deck.unknown_attributes = of_its_sort.unknown_attributes;
      },
      diagram);
  Slide& slide = deck.slides.emplace_back();
  slide.whole_page = std::move(diagram);
  return deck;
}

}  // namespace

Deck read_deck(const SourceSet& sources, SourceId source, InputForm form, const Arguments& arguments, Report& report) {
  if (!is_fit_to_read(sources, source, report) || !are_fit_to_use(arguments, source, report)) return {};
  if (const auto read_diagram = language_of(form).read) return deck_of(read_diagram(sources, source, arguments, report));
  return read_markdown(sources, source, arguments, report);
}

}  // namespace drawplate
