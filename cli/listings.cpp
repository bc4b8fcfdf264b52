// A function for each listing, from what the program itself reads.
#include "cli/listings.h"

#include <fmt/format.h>

#include <cstddef>
#include <set>
#include <utility>
#include <vector>

#include "deck/theme/theme.h"
#include "deck/yaml/yaml_schema.h"
#include "fonts/catalog.h"
#include "fonts/office_face.h"
#include "fonts/office_names.h"
#include "icons/icon_pack.h"
#include "icons/icons.h"
#include "pptx/face_parts.h"
#include "pptx/frame_fill.h"

namespace drawplate {

std::string list_schema() { return yaml_schema(); }

std::string list_icons(std::string_view word) {
  std::string text;
  for (const std::string& name : icon_names()) {
    if (name.find(word) != std::string::npos) text += name + "\n";
  }
  return text;
}

std::string list_themes() {
  std::string text;
  for (const std::string_view name : built_in_theme_names()) text += fmt::format("{}\n", name);
  return text;
}

std::string list_fonts() {
  auto fonts = FontCatalog::open_system();
  if (!fonts) return fonts.error().message + "\n";
  std::string text;
  for (const std::string_view name : built_in_theme_names()) {
    const auto theme = find_built_in_theme(name);
    std::set<std::pair<std::string, int>> wanted = {{theme->code.family, theme->code.weight}};
    for (const TextStyle& style : theme->type) wanted.emplace(style.family, style.weight);
    text += fmt::format("{}\n", name);
    for (const auto& [family, weight] : wanted) {
      const auto face = fonts->match({family, weight, false});
      const std::string place = face ? fonts->face(*face).file() : face.error().message;
      text += fmt::format("  {} {}: {}{}\n", family, weight, place, face && fonts->is_substitute(*face) ? " (a substitute)" : "");
    }
  }
  return text;
}

std::string list_licenses() {
  const std::string_view pack = bootstrap_icons_license();
  if (pack.empty()) return "drawplate: see the file LICENSE beside its source. No other work is built in.\n";
  return fmt::format("drawplate: see the file LICENSE beside its source. Built in besides:\n\n{}", pack);
}

std::string list_document_fonts(const Document& document, const FontCatalog& fonts) {
  std::string text;
  for (const auto& [id, characters] : characters_by_face(document)) {
    const Face& face = fonts.face(id);
    const auto reason = why_not_in_office(face);
    const std::string_view package = package_of_family(face.family());
    text += fmt::format("{} ({}): {} characters, from {}{}", face.postscript_name(), face.legacy_family(), characters.size(), face.file(),
                        package.empty() ? "" : fmt::format(" (package {})", package));
    if (fonts.is_substitute(id)) text += "; stands in for a family that is not installed";
    if (!face.place().office_family.empty())
      text += "; a PPTX names Office's own";
    else
      text += reason ? "; a PPTX names it alone: " + *reason : "; a PPTX brings it";
    text += "\n";
  }
  return text;
}

std::string list_frames(const Document& document) {
  std::string text;
  std::size_t holding = 0;
  const std::vector<FrameFill> fills = frame_fills(document);
  for (const FrameFill& fill : fills) {
    const std::string page = document.pages.size() > 1 ? fmt::format("page {}, ", fill.page + 1) : "";
    const std::string_view verdict = !fill.holds ? ": too full" : !fill.holds_wider ? ": too full for text 4 % wider" : "";
    text += fmt::format("  {}{}: {:.0f} % of its width, {:.0f} % of its height{}\n", page, fill.name, fill.width * 100, fill.height * 100,
                        verdict);
    holding += verdict.empty();
  }
  return text + fmt::format("{} of {} text frames hold their text, also where it is 4 % wider\n", holding, fills.size());
}

}  // namespace drawplate
