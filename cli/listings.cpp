// See listings.h.
#include "cli/listings.h"

#include <fmt/format.h>

#include <set>
#include <utility>

#include "deck/theme.h"
#include "deck/yaml_schema.h"
#include "fonts/catalog.h"
#include "fonts/icon_pack.h"
#include "fonts/icons.h"

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

}  // namespace drawplate
