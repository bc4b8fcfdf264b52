// The built-in themes, compiled in, and the lookups of a theme's colours.
#include "deck/theme/theme.h"

#include <cassert>

#include "deck/theme/theme_reader.h"
#include "themes.h"

namespace drawplate {
namespace {

/// The default first, its kin next to it.
constexpr std::string_view theme_order[] = {"mist", "mist-dark", "mist-print", "drafting"};

std::string_view find_text(std::string_view name) {
  for (const auto& file : themes::embedded_files) {
    if (file.name == name) return file.text;
  }
  return {};
}

}  // namespace

Color Theme::color(ColorRole role) const {
  const auto rgb = [&] {
    switch (role) {
      case ColorRole::background:
        return background;
      case ColorRole::card:
        return card;
      case ColorRole::ink:
        return ink;
      case ColorRole::muted:
        return muted;
      case ColorRole::connector:
        return connector;
      case ColorRole::loop:
        return loop;
      case ColorRole::none:
      case ColorRole::accent:
        break;
    }
    assert(false && "an accent's colour has a part, and an author's colour no role");
    return ink;
  };
  return {rgb(), {role, Accent::blue, AccentPart::outline}};
}

Color Theme::color(Accent accent, AccentPart part) const {
  const AccentColors& of = colors(accent);
  const auto rgb = [&] {
    switch (part) {
      case AccentPart::outline:
        return of.outline;
      case AccentPart::pale:
        return of.pale;
      case AccentPart::panel:
        return of.panel;
      case AccentPart::icon:
        return of.icon;
      case AccentPart::text:
        return of.text;
    }
    return of.text;
  };
  return {rgb(), {ColorRole::accent, accent, part}};
}

std::vector<std::string_view> built_in_theme_names() { return {std::begin(theme_order), std::end(theme_order)}; }

std::optional<Theme> find_built_in_theme(std::string_view name) {
  const std::string_view text = find_text(name);
  if (text.empty()) return std::nullopt;
  SourceSet sources;
  const SourceId source = sources.add({std::string(name) + ".yaml", std::string(text)});
  Report report;
  // mist says everything itself; every other theme is read over its base.
  Theme theme = name == theme_order[0] ? read_theme_over({}, sources, source, report) : read_theme(sources, source, report);
  assert(!report.has_errors() && report.warning_count() == 0);
  theme.name = name;
  return theme;
}

}  // namespace drawplate
