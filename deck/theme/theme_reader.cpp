// A theme file: sections of keys, each key a row in a table that names the member it sets and the values it may have.
#include "deck/theme/theme_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/suggest.h"
#include "deck/syntax/yaml_tree.h"

namespace drawplate {
namespace {

template <class Owner>
using Member =
    std::variant<Pt Owner::*, int Owner::*, bool Owner::*, std::string Owner::*, Rgb Owner::*, CornerStyle Owner::*, AccentStyle Owner::*,
                 CodeColor Owner::*, std::vector<Rgb> Owner::*, std::vector<DashStyle> Owner::*, std::vector<std::string> Owner::*>;

template <class Owner>
struct Token {
  std::string_view name;
  Member<Owner> member;
  double least = 0, most = 2000;  ///< of numbers
};

constexpr Token<Theme> color_tokens[] = {{"background", &Theme::background}, {"card", &Theme::card},           {"ink", &Theme::ink},
                                         {"muted", &Theme::muted},           {"connector", &Theme::connector}, {"loop", &Theme::loop}};

constexpr Token<AccentColors> accent_tokens[] = {{"outline", &AccentColors::outline},
                                                 {"pale", &AccentColors::pale},
                                                 {"panel", &AccentColors::panel},
                                                 {"icon", &AccentColors::icon},
                                                 {"text", &AccentColors::text}};

constexpr Token<TextStyle> style_tokens[] = {
    {"family", &TextStyle::family},
    {"weight", &TextStyle::weight, 100, 900},
    {"italic", &TextStyle::italic},
    {"size", &TextStyle::size, 4, 400},
    {"line_height", &TextStyle::line_height, 0.8, 4},
    {"letter_spacing", &TextStyle::letter_spacing, -0.2, 1},
    {"tabular_figures", &TextStyle::tabular_figures},
};

constexpr Token<TextStyle> code_tokens[] = {
    {"family", &TextStyle::family},
    {"weight", &TextStyle::weight, 100, 900},
    {"size", &TextStyle::size, 0.5, 1.5},
};

/// By TextRole.
constexpr std::string_view role_names[] = {"diagram_title",  "card_title", "card_subtitle", "panel_title", "inner_title",
                                           "inner_subtitle", "pill",       "annotation",    "footer",      "line_label"};
static_assert(std::size(role_names) == static_cast<std::size_t>(TextRole::count_));

constexpr Token<Metrics> metric_tokens[] = {
    {"margin_x", &Metrics::margin_x},
    {"margin_y", &Metrics::margin_y},
    {"card_width", &Metrics::card_width, 40},
    {"card_height", &Metrics::card_height, 10},
    {"card_plain_height", &Metrics::card_plain_height, 10},
    {"card_radius", &Metrics::card_radius},
    {"card_outline", &Metrics::card_outline, 0, 40},
    {"card_padding", &Metrics::card_padding},
    {"card_padding_right", &Metrics::card_padding_right},
    {"card_gap", &Metrics::card_gap, 4},
    {"tile", &Metrics::tile},
    {"tile_radius", &Metrics::tile_radius},
    {"icon", &Metrics::icon, 1},
    {"tile_gap", &Metrics::tile_gap},
    {"icon_stroke", &Metrics::icon_stroke, 0.1, 12},
    {"branch_gap", &Metrics::branch_gap, 8},
    {"branch_stub", &Metrics::branch_stub, 1},
    {"panel_width", &Metrics::panel_width, 40},
    {"panel_radius", &Metrics::panel_radius},
    {"panel_outline", &Metrics::panel_outline, 0, 40},
    {"panel_padding", &Metrics::panel_padding},
    {"panel_gap", &Metrics::panel_gap, 4},
    {"panel_title_baseline", &Metrics::panel_title_baseline},
    {"panel_first", &Metrics::panel_first},
    {"panel_foot", &Metrics::panel_foot},
    {"inner_height", &Metrics::inner_height, 10},
    {"inner_radius", &Metrics::inner_radius},
    {"inner_outline", &Metrics::inner_outline, 0, 40},
    {"inner_gap", &Metrics::inner_gap},
    {"inner_tile", &Metrics::inner_tile},
    {"inner_tile_radius", &Metrics::inner_tile_radius},
    {"inner_icon", &Metrics::inner_icon, 1},
    {"inner_tile_padding", &Metrics::inner_tile_padding},
    {"inner_tile_gap", &Metrics::inner_tile_gap},
    {"pill_height", &Metrics::pill_height, 4},
    {"pill_radius", &Metrics::pill_radius},
    {"pill_outline", &Metrics::pill_outline, 0, 40},
    {"pill_gap", &Metrics::pill_gap},
    {"pill_padding", &Metrics::pill_padding},
    {"pill_row_gap", &Metrics::pill_row_gap},
};

constexpr Token<LineMetrics> line_tokens[] = {
    {"connector_width", &LineMetrics::connector_width, 0.1, 40},
    {"connector_radius", &LineMetrics::connector_radius},
    {"loop_width", &LineMetrics::loop_width, 0.1, 40},
    {"loop_radius", &LineMetrics::loop_radius},
    {"dashed_width", &LineMetrics::dashed_width, 0.1, 40},
    {"port_spread", &LineMetrics::port_spread},
    {"label_gap", &LineMetrics::label_gap},
    {"loop_label_gap", &LineMetrics::loop_label_gap},
    {"loop_lane", &LineMetrics::loop_lane},
    {"publish_inset", &LineMetrics::publish_inset},
    {"lane_step", &LineMetrics::lane_step, 1},
    {"text_clearance", &LineMetrics::text_clearance},
    {"card_clearance", &LineMetrics::card_clearance},
    {"line_clearance", &LineMetrics::line_clearance},
};

constexpr Token<Looks> look_tokens[] = {
    {"accent", &Looks::accent},         {"bar_width", &Looks::bar_width},       {"inner_bar_width", &Looks::inner_bar_width},
    {"tiles", &Looks::tiles},           {"filled_pills", &Looks::filled_pills}, {"line_corners", &Looks::line_corners},
    {"chamfer", &Looks::chamfer},       {"loop_chamfer", &Looks::loop_chamfer}, {"ink_covers", &Looks::ink_covers},
    {"panel_pale", &Looks::panel_pale}, {"panel_fills", &Looks::panel_fills},   {"dashes", &Looks::dashes},
};

/// By SlideRole.
constexpr std::string_view slide_role_names[] = {
    "cover_title", "cover_subtitle", "section_title", "title", "subtitle", "heading", "body",     "quote",    "attribution",
    "statement",   "note_title",     "table_header",  "table", "code",     "caption", "footnote", "furniture"};
static_assert(std::size(slide_role_names) == static_cast<std::size_t>(SlideRole::count_));

constexpr Token<SlideMetrics> slide_tokens[] = {
    {"margin_x", &SlideMetrics::margin_x, 0, 200},           {"margin_top", &SlideMetrics::margin_top, 0, 200},
    {"margin_bottom", &SlideMetrics::margin_bottom, 0, 200}, {"furniture_edge", &SlideMetrics::furniture_edge, 0, 200},
    {"title_gap", &SlideMetrics::title_gap, 0, 100},         {"block_gap", &SlideMetrics::block_gap, 0, 100},
    {"item_gap", &SlideMetrics::item_gap, 0, 100},           {"column_gap", &SlideMetrics::column_gap, 0, 200},
    {"list_indent", &SlideMetrics::list_indent, 8, 100},     {"box_radius", &SlideMetrics::box_radius, 0, 100},
    {"box_padding", &SlideMetrics::box_padding, 0, 100},     {"box_outline", &SlideMetrics::box_outline, 0, 20},
    {"mark_width", &SlideMetrics::mark_width, 0, 400},       {"mark_height", &SlideMetrics::mark_height, 0, 40},
    {"title_rule", &SlideMetrics::title_rule, 0, 20},        {"bar_width", &SlideMetrics::bar_width, 0, 20},
    {"smallest_text", &SlideMetrics::smallest_text, 6, 40},  {"smallest_detail", &SlideMetrics::smallest_detail, 6, 40},
};

constexpr Token<CodeLook> code_look_tokens[] = {{"color", &CodeLook::color}, {"bold", &CodeLook::bold}, {"italic", &CodeLook::italic}};

/// By CodeToken.
constexpr std::string_view code_token_names[] = {"plain",  "keyword", "type",     "function",   "string",
                                                 "number", "comment", "variable", "annotation", "error"};
static_assert(std::size(code_token_names) == code_look_count);
constexpr std::string_view code_color_names[] = {"ink", "muted", "blue", "cyan", "purple", "green", "amber", "red", "slate"};

constexpr Token<FallbackFamilies> font_tokens[] = {{"east_asian", &FallbackFamilies::east_asian}, {"complex", &FallbackFamilies::complex}};

constexpr std::string_view corner_names[] = {"round", "chamfer"};
constexpr std::string_view accent_style_names[] = {"outline", "bar"};
constexpr std::string_view dash_names[] = {"dash", "dot", "dash_dot"};
constexpr std::string_view sections[] = {"base",          "name",    "lang",  "colors", "accents", "fonts",      "type",
                                         "smallest_text", "metrics", "lines", "looks",  "slides",  "slide_type", "code_tokens"};

/// Sets one member from one value; each overload knows one type of value.
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

template <class Owner>
void read_tokens(const YamlEntry& section, std::span<const Token<Owner>> tokens, Owner& owner, Report& report) {
  if (!is_mapping(*section.value, section.key, report)) return;
  for (const YamlEntry& entry : section.value->entries) {
    const auto token = std::find_if(tokens.begin(), tokens.end(), [&](const auto& t) { return t.name == entry.key; });
    if (token == tokens.end()) {
      std::vector<std::string_view> names;
      for (const auto& t : tokens) names.push_back(t.name);
      report_unknown(entry, fmt::format("key in '{}':", section.key), names, report);
      continue;
    }
    const Setter set{*entry.value, entry.key, token->least, token->most, report};
    std::visit([&](auto member) { set(owner.*member); }, token->member);
  }
}

void read_accents(const YamlEntry& section, Theme& theme, Report& report) {
  if (!is_mapping(*section.value, section.key, report)) return;
  for (const YamlEntry& entry : section.value->entries) {
    const auto name = std::find(accent_names.begin(), accent_names.end(), std::string_view(entry.key));
    if (name == accent_names.end()) {
      report_unknown(entry, "accent", accent_names, report);
      continue;
    }
    read_tokens<AccentColors>(entry, accent_tokens, theme.accents[static_cast<std::size_t>(name - accent_names.begin())], report);
  }
}

void read_type(const YamlEntry& section, Theme& theme, Report& report) {
  if (!is_mapping(*section.value, section.key, report)) return;
  for (const YamlEntry& entry : section.value->entries) {
    if (entry.key == "code") {
      read_tokens<TextStyle>(entry, code_tokens, theme.code, report);
      continue;
    }
    const auto name = std::find(std::begin(role_names), std::end(role_names), std::string_view(entry.key));
    if (name == std::end(role_names)) {
      report_unknown(entry, "text role", role_names, report);
      continue;
    }
    read_tokens<TextStyle>(entry, style_tokens, theme.type[static_cast<std::size_t>(name - std::begin(role_names))], report);
  }
}

/// Entries of a section that each set one element of an array, found by its name.
template <class Owner>
void read_named(const YamlEntry& section, std::span<const std::string_view> names, std::span<const Token<Owner>> tokens,
                std::span<Owner> owners, Report& report) {
  if (!is_mapping(*section.value, section.key, report)) return;
  for (const YamlEntry& entry : section.value->entries) {
    const auto name = std::find(names.begin(), names.end(), std::string_view(entry.key));
    if (name == names.end())
      report_unknown(entry, fmt::format("key in '{}':", section.key), names, report);
    else
      read_tokens<Owner>(entry, tokens, owners[static_cast<std::size_t>(name - names.begin())], report);
  }
}

void read_section(const YamlEntry& section, Theme& theme, Report& report) {
  if (section.key == "colors") return read_tokens<Theme>(section, color_tokens, theme, report);
  if (section.key == "accents") return read_accents(section, theme, report);
  if (section.key == "fonts") return read_tokens<FallbackFamilies>(section, font_tokens, theme.fallbacks, report);
  if (section.key == "type") return read_type(section, theme, report);
  if (section.key == "metrics") return read_tokens<Metrics>(section, metric_tokens, theme.metrics, report);
  if (section.key == "lines") return read_tokens<LineMetrics>(section, line_tokens, theme.lines, report);
  if (section.key == "looks") return read_tokens<Looks>(section, look_tokens, theme.looks, report);
  if (section.key == "slides") return read_tokens<SlideMetrics>(section, slide_tokens, theme.slides, report);
  if (section.key == "slide_type") return read_named<TextStyle>(section, slide_role_names, style_tokens, theme.slide_type, report);
  if (section.key == "code_tokens") return read_named<CodeLook>(section, code_token_names, code_look_tokens, theme.code_looks, report);
  if (section.key == "smallest_text") return Setter{*section.value, section.key, 4, 40, report}(theme.smallest_text);
  if (section.key == "name") return Setter{*section.value, section.key, 0, 0, report}(theme.name);
  if (section.key == "lang") return Setter{*section.value, section.key, 0, 0, report}(theme.lang);
  if (section.key != "base") report_unknown(section, "key", sections, report);
}

/// The theme that the file builds on.
Theme base_of(const YamlValue& root, Report& report) {
  const YamlValue* const base = root.find("base");
  if (!base) return *find_built_in_theme("mist");
  if (std::optional<Theme> theme = find_built_in_theme(base->text)) return *std::move(theme);
  report.error(base->span, fmt::format("unknown theme '{}'", base->text))
      .help(fmt::format("built in are {}", one_of(built_in_theme_names())));
  return *find_built_in_theme("mist");
}

void read_tree(const YamlValue& root, Theme& theme, Report& report) {
  for (const YamlEntry& section : root.entries) read_section(section, theme, report);
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
