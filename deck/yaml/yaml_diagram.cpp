// The order in which a diagram's keys are read: what others refer to comes first.
#include "deck/yaml/yaml_diagram.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "deck/model/page_size.h"
#include "deck/theme/theme.h"
#include "deck/yaml/yaml_edges.h"
#include "deck/yaml/yaml_keys.h"
#include "deck/yaml/yaml_nodes.h"

namespace drawplate {
namespace {

/// What `params` give and texts declare; the command line's values are there already and stay.
void read_params(Reading& reading, const YamlTree& tree, const YamlValue* params) {
  for (const YamlValue& value : tree.values) {
    if (value.kind == YamlKind::scalar && value.text.size() <= longest_text) collect_defaults(value.text, reading.parameters);
  }
  if (!params || params->kind == YamlKind::null || !expect_mapping(reading, "params", *params)) return;
  for (const YamlEntry& entry : params->entries) {
    if (entry.value->kind == YamlKind::scalar || entry.value->kind == YamlKind::null) {
      reading.parameters.values.emplace(entry.key, entry.value->kind == YamlKind::null ? std::string() : entry.value->text);
    } else {
      reading.error(entry.value->span, fmt::format("the parameter '{}' must be a text, not {}", entry.key, describe(*entry.value)));
    }
  }
}

/// Checks each class once, where it stands; what applies it says nothing more.
void read_classes(Reading& reading, const YamlValue* classes) {
  if (!classes || classes->kind == YamlKind::null || !expect_mapping(reading, "classes", *classes)) return;
  for (const YamlEntry& bundle : classes->entries) {
    if (!expect_mapping(reading, bundle.key, *bundle.value)) continue;
    for (const YamlEntry& entry : bundle.value->entries) {
      NodeDraft node;
      EdgeDraft edge;
      const auto* const node_rule = find_rule(node_keys(), entry.key);
      const auto* const edge_rule = find_rule(edge_keys(), entry.key);
      if (entry.key == "class" || entry.key == "nodes") {
        reading.error(entry.key_span, fmt::format("a class cannot hold '{}'", entry.key));
      } else if (node_rule) {
        node_rule->set(reading, entry, node);
      } else if (edge_rule) {
        edge_rule->set(reading, entry, edge);
      } else {
        std::vector<std::string_view> known = names_of(node_keys());
        for (const std::string_view name : names_of(edge_keys())) known.push_back(name);
        report_unknown_key(reading, entry, "a class", known);
      }
    }
  }
  reading.classes = classes;
}

/// An entry for each class that gives a colour or a sort of line, called by the class's name.
void explain_classes(Reading& reading, const YamlValue& value) {
  Report already_said;
  Report* const report = std::exchange(reading.report, &already_said);
  for (const YamlEntry& bundle : reading.classes ? reading.classes->entries : std::vector<YamlEntry>{}) {
    LegendDraft entry;
    for (const YamlEntry& key : bundle.value->entries) {
      if (const auto* const rule = find_rule(legend_keys(), key.key); rule && key.key != "text") rule->set(reading, key, entry);
    }
    if (!entry.accent && !entry.line_given && entry.style.empty()) continue;
    TextSpan name;
    for (const char c : bundle.key) name.text += c == '_' || c == '-' ? ' ' : c;
    entry.text = {{std::move(name)}, bundle.key_span};
    entry.is_line = entry.line_given.has_value();
    entry.line = entry.line_given.value_or(LineKind::solid);
    reading.diagram.legend.push_back(entry);
  }
  reading.report = report;
  if (reading.diagram.legend.empty()) {
    reading.error(value.span, "there are no classes with colours or lines that a legend could explain")
        .help("list its entries: legend: [{text: Ours, accent: blue}]");
  }
}

void read_legend(Reading& reading, const YamlValue& value) {
  constexpr std::size_t most_entries = 30;
  if (value.kind == YamlKind::sequence) {
    for (const YamlValue* const item : value.items) {
      if (!expect_mapping(reading, "an entry of the legend", *item)) continue;
      LegendDraft entry;
      apply_keys(reading, *item, legend_keys(), entry, "an entry of the legend");
      if (!item->find("text")) reading.error(item->span, "an entry of the legend needs a 'text'");
      entry.is_line = entry.line_given.has_value();
      entry.line = entry.line_given.value_or(LineKind::solid);
      reading.diagram.legend.push_back(entry);
    }
  } else {
    bool wanted = false;
    const YamlEntry entry{"legend", value.span, &value, &value};
    read_value(reading, entry, wanted);
    if (wanted) explain_classes(reading, value);
  }
  if (reading.diagram.legend.size() > most_entries) {
    reading.error(value.span, fmt::format("a legend has at most {} entries", most_entries));
    reading.diagram.legend.resize(most_entries);
  }
}

void check_page(Reading& reading) {
  const Diagram& diagram = reading.diagram;
  if (diagram.page.empty() || parse_page_size(diagram.page)) return;
  const std::vector<std::string_view> names = page_size_names();
  const std::string hint = did_you_mean(diagram.page, names);
  reading.error(diagram.page_origin, fmt::format("unknown page '{}'", diagram.page))
      .help(hint.empty() ? fmt::format("known are {}, and sizes such as 210mm x 297mm", one_of(names)) : hint);
}

void check_theme(Reading& reading) {
  const std::string& theme = reading.diagram.theme;
  const std::vector<std::string_view> names = built_in_theme_names();
  const bool is_path = theme.ends_with(".yaml") || theme.ends_with(".yml") || theme.find('/') != std::string::npos;
  if (theme.empty() || is_path || std::find(names.begin(), names.end(), theme) != names.end()) return;
  const std::string hint = did_you_mean(theme, names);
  reading.error(reading.diagram.theme_origin, fmt::format("unknown theme '{}'", theme))
      .help(hint.empty() ? fmt::format("known are {}, and paths of theme files", one_of(names)) : hint);
}

/// A tag of BCP 47 as far as outputs care: letters, digits and hyphens.
void check_lang(Reading& reading, const YamlValue& root) {
  const std::string& lang = reading.diagram.lang;
  const auto is_good = [](char c) { return c == '-' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  if (lang.empty() || (lang.size() >= 2 && lang.size() <= 35 && std::all_of(lang.begin(), lang.end(), is_good))) return;
  reading.error(root.find("lang")->span, fmt::format("'{}' is no language", lang)).help("write a tag such as en, de or pt-BR");
}

void read_root(Reading& reading, const YamlTree& tree) {
  const YamlValue& root = *tree.root;
  reading.diagram.origin = root.span;
  read_params(reading, tree, root.find("params"));
  DiagramDraft draft;
  apply_keys(reading, root, diagram_keys(), draft, "a diagram");
  check_page(reading);
  check_theme(reading);
  check_lang(reading, root);
  read_classes(reading, draft.classes);
  if (draft.legend && draft.legend->kind != YamlKind::null) read_legend(reading, *draft.legend);
  const std::size_t errors = reading.report->error_count();
  if (draft.flow) read_flow(reading, *draft.flow, draft.numbers);
  if (draft.nodes) read_nodes(reading, *draft.nodes);
  if (draft.edges) read_edges(reading, *draft.edges);
  if (draft.layout) read_layout(reading, *draft.layout);
  const bool is_empty = reading.diagram.nodes.empty() && reading.diagram.groups.empty();
  if (is_empty && reading.report->error_count() == errors) {
    reading.error(root.span, "there is nothing to draw").help("give the diagram a 'flow' or 'nodes'");
  }
}

}  // namespace

Diagram read_yaml_diagram(const SourceSet& sources, SourceId source, const Arguments& arguments, Report& report) {
  Diagram diagram;
  const YamlTree tree = read_yaml_tree(sources, source, report);
  if (!tree.root) return diagram;
  if (tree.root->kind != YamlKind::mapping) {
    report.error(tree.root->span, fmt::format("a diagram must be a mapping of its keys, not {}", describe(*tree.root)))
        .help("begin with 'flow:' or 'nodes:'");
    return diagram;
  }
  Reading reading{.sources = sources, .report = &report, .diagram = diagram};
  reading.parameters.values = arguments.values;
  read_root(reading, tree);
  return diagram;
}

}  // namespace drawplate
