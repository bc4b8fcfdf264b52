// Settings applied, graph resolved.
#include "deck/mermaid/mermaid.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "deck/mermaid/mermaid_parser.h"
#include "deck/model/diagram_parts.h"
#include "deck/syntax/input.h"
#include "deck/syntax/mermaid_css.h"

namespace drawplate {
namespace {

struct ThemeVariable {
  std::string_view name;
  enum class Target : std::uint8_t { node, group, link } target;
  std::optional<Rgb> Style::*part;
};
constexpr ThemeVariable theme_variables[] = {
    {"primaryColor", ThemeVariable::Target::node, &Style::fill},         {"mainBkg", ThemeVariable::Target::node, &Style::fill},
    {"primaryBorderColor", ThemeVariable::Target::node, &Style::stroke}, {"nodeBorder", ThemeVariable::Target::node, &Style::stroke},
    {"primaryTextColor", ThemeVariable::Target::node, &Style::text},     {"nodeTextColor", ThemeVariable::Target::node, &Style::text},
    {"clusterBkg", ThemeVariable::Target::group, &Style::fill},          {"clusterBorder", ThemeVariable::Target::group, &Style::stroke},
    {"lineColor", ThemeVariable::Target::link, &Style::stroke},
};

/// The curves of Mermaid's manual by what they come to on a page.
std::optional<RouteKind> find_mermaid_curve(std::string_view name) {
  if (name == "linear") return RouteKind::straight;
  constexpr std::string_view stepped[] = {"rounded", "step", "stepAfter", "stepBefore"};
  if (std::ranges::find(stepped, name) != std::end(stepped)) return RouteKind::orthogonal;
  constexpr std::string_view curved[] = {"basis", "bumpX", "bumpY", "cardinal", "catmullRom", "monotoneX", "monotoneY", "natural"};
  if (std::ranges::find(curved, name) != std::end(curved)) return RouteKind::curved;
  return std::nullopt;
}

constexpr std::string_view variables_prefix = "config.themeVariables.";

void apply_theme_variable(const MermaidSetting& setting, MermaidGraph& graph) {
  const std::string_view name = std::string_view(setting.key).substr(variables_prefix.size());
  const auto color = parse_css_color(setting.value);
  if (!color) return;
  for (const ThemeVariable& known : theme_variables) {
    if (known.name != name) continue;
    Style& style = known.target == ThemeVariable::Target::node    ? graph.node_base()
                   : known.target == ThemeVariable::Target::group ? graph.group_base()
                                                                  : graph.link_base();
    style.*known.part = color;
  }
}

void apply_curve(const MermaidSetting& setting, Diagram& diagram, Report& report) {
  if (const auto route = find_mermaid_curve(setting.value))
    diagram.routes = route;
  else
    report.warning(setting.span, fmt::format("unknown curve '{}'", setting.value));
}

/// Mermaid's own keys, read or set aside; a name that ends in '.' stands for all below it.
bool is_known_key(std::string_view key) {
  constexpr std::string_view known[] = {"title",
                                        "displayMode",
                                        "config.altFontFamily",
                                        "config.arrowMarkerAbsolute",
                                        "config.curve",
                                        "config.darkMode",
                                        "config.deterministicIDSeed",
                                        "config.deterministicIds",
                                        "config.elk.",
                                        "config.flowchart.",
                                        "config.fontFamily",
                                        "config.fontSize",
                                        "config.forceLegacyMathML",
                                        "config.handDrawnSeed",
                                        "config.htmlLabels",
                                        "config.layout",
                                        "config.legacyMathML",
                                        "config.logLevel",
                                        "config.look",
                                        "config.markdownAutoWrap",
                                        "config.maxEdges",
                                        "config.maxTextSize",
                                        "config.secure",
                                        "config.securityLevel",
                                        "config.startOnLoad",
                                        "config.suppressErrorRendering",
                                        "config.theme",
                                        "config.themeCSS",
                                        "config.themeVariables.",
                                        "config.wrap"};
  return std::ranges::any_of(known, [&](std::string_view name) { return name.ends_with('.') ? key.starts_with(name) : key == name; });
}

void apply_settings(const MermaidHead& head, MermaidGraph& graph, Diagram& diagram, Report& report) {
  for (const MermaidSetting& setting : head.settings) {
    if (setting.key == "title") {
      TextSpan title;
      title.text = setting.value;
      diagram.title = RichText{{std::move(title)}, setting.span};
      diagram.heading = true;
    } else if (setting.key == "config.flowchart.curve" || setting.key == "config.curve") {
      apply_curve(setting, diagram, report);
    } else if (setting.key == "config.theme" && setting.value == "dark") {
      diagram.theme = "mist-dark";
      diagram.theme_origin = setting.span;
    } else if (setting.key.starts_with(variables_prefix)) {
      apply_theme_variable(setting, graph);
    } else if (!is_known_key(setting.key)) {
      report.warning(setting.span, fmt::format("unknown setting '{}' is set aside", setting.key));
    }
  }
}

std::string description_of(const MermaidHead& head) {
  if (head.accessible_title.empty() || head.accessible_description.empty()) return head.accessible_title + head.accessible_description;
  return fmt::format("{}: {}", head.accessible_title, head.accessible_description);
}

}  // namespace

Diagram read_mermaid(const SourceSet& sources, SourceId source, const Arguments& arguments, Report& report) {
  const std::string& text = sources.get(source).text;
  Diagram diagram;
  diagram.origin = {source, 0, static_cast<std::uint32_t>(text.size())};
  MermaidGraph graph(report);
  MermaidHead head;
  if (!MermaidParser(Cursor(text, source), graph, arguments, report).read(head)) return diagram;
  diagram.direction = head.direction;
  diagram.description = description_of(head);
  apply_settings(head, graph, diagram, report);
  graph.finish(diagram);
  qualify_ids(diagram);
  name_edges(diagram);
  keep_text_readable(diagram, report);
  return diagram;
}

}  // namespace drawplate
