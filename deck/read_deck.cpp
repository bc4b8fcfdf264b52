// Checks what every language needs of its text, then hands it to the reader of its form.
#include "deck/read_deck.h"

#include <cstddef>
#include <cstdint>
#include <utility>

#include <fmt/format.h>

#include "deck/dot.h"
#include "deck/markdown.h"
#include "deck/mermaid.h"
#include "deck/yaml_diagram.h"

namespace drawplate {
namespace {

struct Suffix {
  std::string_view suffix;
  InputForm form;
};
constexpr Suffix suffixes[] = {
    {".yaml", InputForm::yaml},       {".yml", InputForm::yaml}, {".json", InputForm::yaml}, {".mmd", InputForm::mermaid},
    {".mermaid", InputForm::mermaid}, {".dot", InputForm::dot},  {".gv", InputForm::dot},    {".md", InputForm::markdown},
};

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

}  // namespace

std::optional<InputForm> input_form_of(std::string_view name) {
  std::string lowered(name);
  for (char& c : lowered) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  for (const Suffix& entry : suffixes) {
    if (lowered.ends_with(entry.suffix)) return entry.form;
  }
  return std::nullopt;
}

bool is_fit_to_read(const SourceSet& sources, SourceId source, Report& report) {
  const Source& text = sources.get(source);
  const auto at = [&](std::size_t offset) {
    return Span{source, static_cast<std::uint32_t>(offset), static_cast<std::uint32_t>(offset + 1)};
  };
  if (text.text.size() > max_input_bytes) {
    Diagnostic& error = report.error(Span{source, 0, 0}, fmt::format("the input is larger than {} MiB", max_input_bytes >> 20));
    error.has_place = false;
    return false;
  }
  if (const std::size_t bad = find_invalid_utf8(text.text); bad != std::string::npos) {
    const auto byte = static_cast<unsigned char>(text.text[bad]);
    report.error(at(bad), fmt::format("the text is not UTF-8: byte 0x{:02X}", byte)).help("save the file as UTF-8");
    return false;
  }
  if (const std::size_t bad = find_invalid_xml_character(text.text); bad != std::string::npos) {
    const auto byte = static_cast<unsigned char>(text.text[bad]);
    const std::string name = byte < 0x20 ? fmt::format("U+{:04X}", byte) : "a noncharacter (U+FFFE or U+FFFF)";
    report.error(at(bad), fmt::format("{} cannot stand in a text", name)).help("remove the character");
    return false;
  }
  return true;
}

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
