// Checks what every language needs of its text and its parameters, then hands it to the reader of its form.
#include "deck/read_deck.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "base/utf8.h"
#include "deck/dot/dot.h"
#include "deck/markdown/markdown.h"
#include "deck/mermaid/mermaid.h"
#include "deck/yaml/yaml_diagram.h"

namespace drawplate {
namespace {

Diagram read_diagram(const SourceSet& sources, SourceId source, InputForm form, const Arguments& arguments, Report& report, Deck& deck) {
  switch (form) {
    case InputForm::yaml:
      return read_yaml_diagram(sources, source, arguments, report);
    case InputForm::mermaid:
      return read_mermaid(sources, source, arguments, report);
    case InputForm::dot:
      return read_dot(sources, source, arguments, report, &deck.unknown_attributes);
    case InputForm::markdown:
      break;
  }
  return {};
}

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

}  // namespace

Deck read_deck(const SourceSet& sources, SourceId source, InputForm form, const Arguments& arguments, Report& report,
               const ReadFile& read_file) {
  Deck deck;
  if (!is_fit_to_read(sources, source, report) || !are_fit_to_use(arguments, source, report)) return deck;
  if (form == InputForm::markdown) return read_markdown(sources, source, arguments, read_file, report);
  Slide slide;
  slide.whole_page = read_diagram(sources, source, form, arguments, report, deck);
  deck.title = slide.whole_page->title.plain();
  deck.lang = slide.whole_page->lang;
  deck.page = slide.whole_page->page;
  deck.page_origin = slide.whole_page->page_origin;
  deck.theme = slide.whole_page->theme;
  deck.theme_origin = slide.whole_page->theme_origin;
  deck.slides.push_back(std::move(slide));
  return deck;
}

}  // namespace drawplate
