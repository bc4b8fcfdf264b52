// The tables. A key's sentence is what editors show, so it says what the key does, not how.
#include "deck/yaml/yaml_keys.h"

#include <string>

namespace drawplate {
namespace {

/// For keys that are read elsewhere, before or after the others.
template <class Target>
void nothing(Reading&, const YamlEntry&, Target&) {}

/// A node key that only one sort of node has: it is read, and the place is kept for the message.
template <auto Member>
void set_only_node(Reading& reading, const YamlEntry& entry, NodeDraft& node) {
  node.only_node.emplace_back(entry.key, entry.key_span);
  read_value(reading, entry, node.*Member);
}

void set_direction(Reading& reading, const YamlEntry& entry, NodeDraft& node) {
  node.only_group.emplace_back(entry.key, entry.key_span);
  read_value(reading, entry, node.direction);
}

template <auto Member>
void keep(Reading&, const YamlEntry& entry, DiagramDraft& draft) {
  draft.*Member = entry.value;
}

template <auto Member>
void set_in_diagram(Reading& reading, const YamlEntry& entry, DiagramDraft&) {
  read_value(reading, entry, reading.diagram.*Member);
}

void set_page(Reading& reading, const YamlEntry& entry, DiagramDraft&) {
  read_value(reading, entry, reading.diagram.page);
  reading.diagram.page_origin = entry.value->span;
}

void set_theme(Reading& reading, const YamlEntry& entry, DiagramDraft&) {
  read_value(reading, entry, reading.diagram.theme);
  reading.diagram.theme_origin = entry.value->span;
}

using enum ValueKind;

constexpr KeyRule<DiagramDraft> diagram_table[] = {
    {"title", text, "The diagram's title.", set_in_diagram<&Diagram::title>},
    {"subtitle", text, "A line under the title.", set_in_diagram<&Diagram::subtitle>},
    {"description", word, "What the diagram shows, for those who cannot see it.", set_in_diagram<&Diagram::description>},
    {"page", page, "The page: a name such as 4:5 or A4 landscape, a size such as 210mm x 297mm, or fit.", set_page},
    {"theme", word, "A built-in theme, or the path of a theme file.", set_theme},
    {"lang", word, "The language of the texts, as a tag such as en or pt-BR.", set_in_diagram<&Diagram::lang>},
    {"dir", text_direction, "Which way lines of text run; else as the language does.", set_in_diagram<&Diagram::text_direction>},
    {"direction", direction, "Where the flow runs to.", set_in_diagram<&Diagram::direction>},
    {"heading", boolean, "Whether the title is drawn above the diagram; a subtitle always is, and its title with it.",
     set_in_diagram<&Diagram::heading>},
    {"routes", routes, "The way of the lines: at right angles unless said.", set_in_diagram<&Diagram::routes>},
    {"legend", legend, "What looks stand for: entries of text, accent and line; or true, for all classes by their names.",
     keep<&DiagramDraft::legend>},
    {"params", params, "Values for {name} in texts.", keep<&DiagramDraft::params>},
    {"numbers", boolean, "Whether the steps of the flow are numbered; they are unless this is false.", set<&DiagramDraft::numbers>},
    {"flow", flow, "Steps joined one to the next.", keep<&DiagramDraft::flow>},
    {"nodes", nodes, "Nodes by id.", keep<&DiagramDraft::nodes>},
    {"edges", edges, "Edges, one a line: a -> b: label.", keep<&DiagramDraft::edges>},
    {"classes", classes, "Named bundles of node or edge keys.", keep<&DiagramDraft::classes>},
    {"layout", layout, "Wishes about places; never needed.", keep<&DiagramDraft::layout>},
};

constexpr KeyRule<NodeDraft> node_table[] = {
    {"title", text, "The name on it; its id where there is none.", set<&Node::title>},
    {"subtitle", text, "A quieter line under the title.", set_only_node<&Node::subtitle>, Applies::node},
    {"icon", word, "A drawing by name, such as database or bi:router, or the path of an SVG file.", set<&Node::icon>},
    {"accent", accent, "Its colour.", set<&Node::accent>},
    {"shape", shape, "Its outline; a card unless said.", set_only_node<&Node::shape>, Applies::node},
    {"pills", pills, "Small labels in its foot.", set_only_node<&Node::pills>, Applies::node},
    {"badge", text, "A short mark at its corner.", set_only_node<&Node::badge>, Applies::node},
    {"footer", text, "Small text at its lower edge.", set<&Node::footer>},
    {"bullets", texts, "A list under the subtitle.", set_only_node<&Node::bullets>, Applies::node},
    {"width", length, "Its width.", set_only_node<&Node::width>, Applies::node},
    {"link", word, "Where a click on it leads.", set<&Node::link>},
    {"alt", word, "What it shows, for those who cannot see it.", set<&Node::alt>},
    {"lang", word, "The language of its texts, where it is not the diagram's.", set_only_node<&Node::lang>, Applies::node},
    {"class", class_names, "Bundles of keys from 'classes' that it takes.", nothing<NodeDraft>},
    {"nodes", nodes, "The nodes in it: with this key it is a group.",
     [](Reading&, const YamlEntry& entry, NodeDraft& node) { node.nodes = entry.value; }, Applies::group},
    {"direction", direction, "Where the flow in the group runs to.", set_direction, Applies::group},
    {"step", count, "The build step in which it appears.", set<&Node::step>},
    {"number", count, "The number in front of its title.", set<&Node::number>},
    {"cells", cells, "The cells of a shape: table.", set_only_node<&Node::cells>, Applies::node},
    {"style", style, "Colours and strokes that win over the theme.", set<&Node::style>},
};

constexpr KeyRule<EdgeDraft> edge_table[] = {
    {"label", text, "The text beside it.", set<&Edge::label>},
    {"line", line, "How its line is drawn.", set<&Edge::line>},
    {"accent", accent, "Its colour.", set<&Edge::accent>},
    {"head", head, "What stands at its end.", set<&EdgeDraft::head_given>},
    {"tail", head, "What stands at its start.", set<&EdgeDraft::tail_given>},
    {"kind", edge_kind, "loop is the thick return lane outside the flow.", set<&Edge::kind>},
    {"from_side", side, "The side on which it leaves.", set<&Edge::from_side>},
    {"to_side", side, "The side on which it arrives.", set<&Edge::to_side>},
    {"class", class_names, "Bundles of keys from 'classes' that it takes.", nothing<EdgeDraft>},
    {"link", word, "Where a click on it leads.", set<&Edge::link>},
    {"step", count, "The build step in which it appears.", set<&Edge::step>},
    {"head_label", text, "A small text at its end.", set<&Edge::head_label>},
    {"tail_label", text, "A small text at its start.", set<&Edge::tail_label>},
    {"from_port", word, "The cell of a table that it leaves from.", set<&EdgeDraft::from_port>},
    {"to_port", word, "The cell of a table that it arrives at.", set<&EdgeDraft::to_port>},
    {"min_length", count, "The layers that it spans at least.", set<&Edge::min_length>},
    {"weight", number, "How much it wants to be short and straight.", set<&Edge::weight>},
    {"style", style, "Colours and strokes that win over the theme.", set<&Edge::style>},
};

constexpr KeyRule<Pill> pill_table[] = {
    {"text", text, "What it says.", set<&Pill::text>},
    {"accent", accent, "Its colour.", set<&Pill::accent>},
};

constexpr KeyRule<Cell> cell_table[] = {
    {"text", text, "What it says.", set<&Cell::text>},
    {"port", word, "The name by which an edge ends at it.", set<&Cell::port>},
    {"row", count, "Its row, from 0.", set<&Cell::row>},
    {"column", count, "Its column, from 0.", set<&Cell::column>},
    {"row_span", count, "The rows it covers.", set<&Cell::row_span>},
    {"column_span", count, "The columns it covers.", set<&Cell::column_span>},
    {"fill", color, "The colour inside.", set<&Cell::fill>},
};

constexpr KeyRule<LegendDraft> legend_table[] = {
    {"text", text, "What it stands for.", set<&LegendEntry::text>},
    {"accent", accent, "The colour that is explained.", set<&LegendEntry::accent>},
    {"line", line, "The sort of line that is explained.", set<&LegendDraft::line_given>},
    {"style", style, "Colours that win over the theme.", set<&LegendEntry::style>},
};

constexpr KeyRule<Style> style_table[] = {
    {"fill", color, "The colour inside.", set<&Style::fill>},
    {"stroke", color, "The colour of the line.", set<&Style::stroke>},
    {"text", color, "The colour of the text.", set<&Style::text>},
    {"stroke_width", length, "The width of the line.", set<&Style::stroke_width>},
    {"dashed", boolean, "Whether the line is dashed.", set<&Style::dashed>},
    {"font_size", length, "The size of the text.", set<&Style::font_size>},
};

/// What other tools call our keys.
struct Synonym {
  std::string_view theirs, ours;
};
constexpr Synonym synonyms[] = {
    {"name", "title"},    {"label", "title"},          {"text", "title"},      {"title", "label"},       {"text", "label"},
    {"caption", "title"}, {"color", "accent"},         {"colour", "accent"},   {"type", "shape"},        {"children", "nodes"},
    {"items", "nodes"},   {"description", "subtitle"}, {"detail", "subtitle"}, {"tags", "pills"},        {"href", "link"},
    {"url", "link"},      {"arrow", "head"},           {"type", "kind"},       {"size", "page"},         {"steps", "flow"},
    {"links", "edges"},   {"connections", "edges"},    {"groups", "nodes"},    {"parameters", "params"}, {"arguments", "params"},
    {"language", "lang"}, {"rankdir", "direction"},
};

std::string synonym_hint(std::string_view key, std::span<const std::string_view> known) {
  for (const Synonym& synonym : synonyms) {
    if (synonym.theirs == key && std::find(known.begin(), known.end(), synonym.ours) != known.end()) {
      return fmt::format("did you mean '{}'?", synonym.ours);
    }
  }
  return {};
}

}  // namespace

std::span<const KeyRule<DiagramDraft>> diagram_keys() { return diagram_table; }
std::span<const KeyRule<NodeDraft>> node_keys() { return node_table; }
std::span<const KeyRule<EdgeDraft>> edge_keys() { return edge_table; }
std::span<const KeyRule<Pill>> pill_keys() { return pill_table; }
std::span<const KeyRule<Cell>> cell_keys() { return cell_table; }
std::span<const KeyRule<Style>> style_keys() { return style_table; }
std::span<const KeyRule<LegendDraft>> legend_keys() { return legend_table; }

void report_unknown_key(Reading& reading, const YamlEntry& entry, std::string_view where, std::span<const std::string_view> known) {
  std::string hint = synonym_hint(entry.key, known);
  if (hint.empty()) hint = did_you_mean(entry.key, known);
  if (hint.empty() && known.size() <= 8) hint = fmt::format("known are {}", one_of(known));
  reading.error(entry.key_span, fmt::format("unknown key '{}' in {}", entry.key, where)).help(std::move(hint));
}

const YamlValue* find_class(Reading& reading, const YamlValue& name) {
  if (name.kind != YamlKind::scalar) {
    reading.error(name.span, fmt::format("'class' must be the name of a class, or a list of them, not {}", describe(name)));
    return nullptr;
  }
  const YamlValue* const found = reading.classes ? reading.classes->find(name.text) : nullptr;
  if (found) return found;
  std::vector<std::string_view> known;
  if (reading.classes) {
    for (const YamlEntry& entry : reading.classes->entries) known.push_back(entry.key);
  }
  reading.error(name.span, fmt::format("there is no class '{}'", name.text))
      .help(known.empty() ? "classes are defined under 'classes:'" : did_you_mean(name.text, known));
  return nullptr;
}

}  // namespace drawplate
