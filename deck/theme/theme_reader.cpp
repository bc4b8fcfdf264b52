// A theme file, read by the table of tokens: each key is found there, with the value it sets and what that may be.
#include "deck/theme/theme_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/suggest.h"
#include "deck/syntax/yaml_tree.h"
#include "deck/theme/theme_tokens.h"

namespace drawplate {
namespace {

/// The key that names the theme a file builds on; it is no token.
constexpr std::string_view base_key = "base";

constexpr std::string_view code_color_names[] = {"ink", "muted", "blue", "cyan", "purple", "green", "amber", "red", "slate"};
constexpr std::string_view corner_names[] = {"round", "chamfer"};
constexpr std::string_view accent_style_names[] = {"outline", "bar"};
constexpr std::string_view dash_names[] = {"dash", "dot", "dash_dot"};
/// Sets one token from one value; each overload knows one type of value.
struct Setter {
  const YamlValue& value;
  std::string_view name;
  double least, most;
  Report& report;

  Diagnostic& wrong(std::string_view wanted) const { return report.error(value.span, fmt::format("'{}' must be {}", name, wanted)); }

  void operator()(double& to) const {
    double number = 0;
    if (!to_number(value, number) || number < least || number > most) {
      wrong(fmt::format("a number from {} to {}", least, most));
      return;
    }
    to = number;
  }
  void operator()(int& to) const {
    double number = to;
    (*this)(number);
    to = static_cast<int>(number);
  }
  void operator()(bool& to) const {
    if (!to_bool(value, to)) wrong("true or false");
  }
  void operator()(std::string& to) const {
    if (value.kind == YamlKind::scalar && !value.text.empty() && value.text.size() <= 200) {
      to = value.text;
    } else {
      wrong("a name");
    }
  }
  void operator()(Rgb& to) const {
    const std::optional<Rgb> color = value.kind == YamlKind::scalar ? parse_hex_color(value.text) : std::nullopt;
    if (color) {
      to = *color;
    } else {
      wrong("a colour").help(value.kind == YamlKind::null ? "put quotes around it: \"#1F3157\"" : "write it as \"#1F3157\"");
    }
  }
  template <class Enum>
  void choose(Enum& to, std::span<const std::string_view> names) const {
    for (std::size_t i = 0; i < names.size(); ++i) {
      if (value.kind != YamlKind::scalar || value.text != names[i]) continue;
      to = static_cast<Enum>(i);
      return;
    }
    wrong(one_of(names)).help(did_you_mean(value.text, names));
  }
  void operator()(CornerStyle& to) const { choose(to, corner_names); }
  void operator()(AccentStyle& to) const { choose(to, accent_style_names); }
  void operator()(DashStyle& to) const { choose(to, dash_names); }
  void operator()(CodeColor& to) const { choose(to, code_color_names); }

  template <class Item>
  void operator()(std::vector<Item>& to) const {
    if (value.kind != YamlKind::sequence || value.items.size() > 100) {
      wrong("a list");
      return;
    }
    to.assign(value.items.size(), {});
    for (std::size_t i = 0; i < to.size(); ++i) Setter{*value.items[i], name, least, most, report}(to[i]);
  }
};

void report_unknown(const YamlEntry& entry, std::string_view what, std::span<const std::string_view> known, Report& report) {
  const std::string hint = did_you_mean(entry.key, known);
  report.error(entry.key_span, fmt::format("unknown {} '{}'", what, entry.key))
      .help(hint.empty() && known.size() <= 12 ? fmt::format("known are {}", one_of(known)) : hint);
}

bool is_mapping(const YamlValue& value, std::string_view name, Report& report) {
  if (value.kind == YamlKind::mapping) return true;
  report.error(value.span, fmt::format("'{}' must be a mapping, not {}", name, describe(value)));
  return false;
}

const ThemeSection* find_section(std::string_view path) {
  const std::span<const ThemeSection> sections = theme_sections();
  const auto found = std::find_if(sections.begin(), sections.end(), [&](const ThemeSection& section) { return section.path == path; });
  return found == sections.end() ? nullptr : &*found;
}

const ThemeToken* find_token(const ThemeSection& section, std::string_view name) {
  const auto found =
      std::find_if(section.tokens.begin(), section.tokens.end(), [&](const ThemeToken& token) { return token.name == name; });
  return found == section.tokens.end() ? nullptr : &*found;
}

void read_token(const YamlEntry& entry, const ThemeToken& token, TokenValue value, Report& report) {
  const Setter set{*entry.value, entry.key, token.least, token.most, report};
  std::visit([&](auto* to) { set(*to); }, value);
}

/// A mapping of tokens; `element` is whose they are.
void read_tokens(const YamlEntry& mapping, const ThemeSection& section, std::size_t element, Theme& theme, Report& report) {
  if (!is_mapping(*mapping.value, mapping.key, report)) return;
  for (const YamlEntry& entry : mapping.value->entries) {
    if (const ThemeToken* const token = find_token(section, entry.key)) {
      read_token(entry, *token, token->value(theme, element), report);
      continue;
    }
    std::vector<std::string_view> names;
    for (const ThemeToken& token : section.tokens) names.push_back(token.name);
    report_unknown(entry, fmt::format("key in '{}':", mapping.key), names, report);
  }
}

void read_section(const YamlEntry& mapping, const ThemeSection& section, Theme& theme, Report& report) {
  if (section.elements.empty()) return read_tokens(mapping, section, 0, theme, report);
  if (!is_mapping(*mapping.value, mapping.key, report)) return;
  for (const YamlEntry& entry : mapping.value->entries) {
    const auto name = std::find(section.elements.begin(), section.elements.end(), std::string_view(entry.key));
    if (name != section.elements.end()) {
      read_tokens(entry, section, static_cast<std::size_t>(name - section.elements.begin()), theme, report);
    } else if (const ThemeSection* const inner = find_section(fmt::format("{}.{}", section.path, entry.key))) {
      read_tokens(entry, *inner, 0, theme, report);
    } else {
      const std::string term = section.element_term.empty() ? fmt::format("key in '{}':", mapping.key) : std::string(section.element_term);
      report_unknown(entry, term, section.elements, report);
    }
  }
}

void read_key(const YamlEntry& entry, Theme& theme, Report& report) {
  const ThemeSection& file = *find_section("");
  if (const ThemeToken* const token = find_token(file, entry.key)) return read_token(entry, *token, token->value(theme, 0), report);
  const bool names_section = !entry.key.empty() && entry.key.find('.') == std::string::npos;
  if (const ThemeSection* const section = names_section ? find_section(entry.key) : nullptr)
    return read_section(entry, *section, theme, report);
  if (entry.key == base_key) return;
  std::vector<std::string_view> known = {base_key};
  for (const ThemeToken& token : file.tokens) known.push_back(token.name);
  for (const ThemeSection& section : theme_sections())
    if (!section.path.empty() && section.path.find('.') == std::string_view::npos) known.push_back(section.path);
  report_unknown(entry, "key", known, report);
}

/// The theme that the file builds on.
Theme base_of(const YamlValue& root, Report& report) {
  const YamlValue* const base = root.find(base_key);
  if (!base) return *find_built_in_theme("mist");
  if (std::optional<Theme> theme = find_built_in_theme(base->text)) return *std::move(theme);
  report.error(base->span, fmt::format("unknown theme '{}'", base->text))
      .help(fmt::format("built in are {}", one_of(built_in_theme_names())));
  return *find_built_in_theme("mist");
}

void read_tree(const YamlValue& root, Theme& theme, Report& report) {
  for (const YamlEntry& entry : root.entries) read_key(entry, theme, report);
  if (theme.looks.dashes.empty()) theme.looks.dashes.push_back(DashStyle::dash);
}

}  // namespace

Theme read_theme_over(Theme base, const SourceSet& sources, SourceId source, Report& report) {
  const YamlTree tree = read_yaml_tree(sources, source, report);
  if (tree.root) read_tree(*tree.root, base, report);
  return base;
}

Theme read_theme(const SourceSet& sources, SourceId source, Report& report) {
  const YamlTree tree = read_yaml_tree(sources, source, report);
  if (!tree.root || tree.root->kind != YamlKind::mapping) {
    if (tree.root) report.error(tree.root->span, fmt::format("a theme must be a mapping of its tokens, not {}", describe(*tree.root)));
    return *find_built_in_theme("mist");
  }
  Theme theme = base_of(*tree.root, report);
  read_tree(*tree.root, theme, report);
  return theme;
}

}  // namespace drawplate
