// A node is an id and its keys; with `nodes` among them it is a group. A flow is nodes with the edges between them.
#include "deck/yaml/yaml_nodes.h"

#include <fmt/format.h>
#include "base/limits.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace drawplate {
namespace {

/// One node as written, in whatever form: a bare word, `id: title`, or `id: {…}`.
struct Item {
  std::string_view id;
  Span span;
  const YamlValue* value = nullptr;  ///< null for a bare word
};

/// Where a node stands: in which group, and with which number.
struct Spot {
  std::optional<GroupId> group;
  std::optional<int> number;
};

void read_children(Reading& reading, const YamlValue& nodes, GroupId group);

/// A list's item; nothing, with an error, where it is no node.
std::optional<Item> item_of(Reading& reading, const YamlValue& value) {
  if (value.kind == YamlKind::scalar || (value.kind == YamlKind::null && !value.text.empty())) return Item{value.text, value.span, nullptr};
  if (value.kind == YamlKind::mapping && value.entries.size() == 1) {
    return Item{value.entries[0].key, value.entries[0].key_span, value.entries[0].value};
  }
  if (value.kind == YamlKind::mapping && value.entries.size() > 1) {
    const YamlEntry& second = value.entries[1];
    reading.error(second.key_span, fmt::format("'{}' stands beside '{}', where one node is expected", second.key, value.entries[0].key))
        .help(find_rule(node_keys(), second.key) ? fmt::format("indent it further, under '{}:'", value.entries[0].key)
                                                 : "begin each node with '- '");
    return std::nullopt;
  }
  reading.error(value.span, fmt::format("expected a node, not {}", describe(value)));
  return std::nullopt;
}

/// False, with an error, for what cannot be an id.
bool is_good_id(Reading& reading, const Item& item) {
  if (item.id.find_first_not_of(" \t\r\n") == std::string_view::npos) {
    reading.error(item.span, "an id cannot be empty");
    return false;
  }
  if (item.id.size() > max_name_bytes) {
    reading.error(item.span, fmt::format("an id has at most {} bytes", max_name_bytes))
        .help("give it a short id, and the text as its 'title'");
    return false;
  }
  return true;
}

/// Says once that the diagram is too large; what comes after is left out.
bool has_room_for_node(Reading& reading, Span at) {
  if (reading.diagram.nodes.size() < max_diagram_nodes && reading.diagram.groups.size() < max_diagram_nodes) return true;
  if (!std::exchange(reading.full, true)) reading.error(at, fmt::format("more than {} nodes", max_diagram_nodes));
  return false;
}

/// The id with those of its groups in front; nothing, with an error, where it grows too long.
std::optional<std::string> whole_id(Reading& reading, const Item& item, std::optional<GroupId> group) {
  if (!group) return std::string(item.id);
  std::string id = fmt::format("{}.{}", reading.diagram.groups[index_of(*group)].id, item.id);
  if (id.size() <= max_whole_id_bytes) return id;
  reading.error(item.span, fmt::format("an id has at most {} bytes together with those of its groups", max_whole_id_bytes))
      .help("use shorter ids");
  return std::nullopt;
}

NodeDraft read_draft(Reading& reading, const Item& item, const Spot& spot) {
  NodeDraft draft;
  draft.number = spot.number;
  draft.group = spot.group;
  draft.origin = item.span;
  bool titled = false;
  const YamlEntry title{"title", item.span, nullptr, item.value};
  if (item.value && item.value->kind == YamlKind::mapping) {
    apply_keys(reading, *item.value, node_keys(), draft, "a node");
    titled = !draft.title.empty() || item.value->find("title");
  } else if (item.value && item.value->kind == YamlKind::scalar) {
    read_value(reading, title, draft.title);
    titled = true;
  } else if (item.value && item.value->kind == YamlKind::sequence) {
    reading.error(item.value->span, fmt::format("'{}' must be a title or a mapping of its keys, not a list", item.id))
        .help("the nodes of a group stand under its 'nodes:'");
  }
  if (!titled) {
    TextSpan name;
    name.text = item.id;
    draft.title = {{name}, item.span};
  }
  return draft;
}

EdgeEnd add_group(Reading& reading, NodeDraft draft) {
  for (const auto& [key, span] : draft.only_node) {
    reading.error(span, fmt::format("a group has no '{}'", key)).help("a node with 'nodes' is a group");
  }
  Group& group = reading.diagram.groups.emplace_back();
  group.id = std::move(draft.id);
  group.title = std::move(draft.title);
  group.footer = std::move(draft.footer);
  group.number = draft.number;
  group.icon = std::move(draft.icon);
  group.accent = draft.accent;
  group.direction = draft.direction;
  group.style = draft.style;
  group.link = std::move(draft.link);
  group.alt = std::move(draft.alt);
  group.step = draft.step;
  group.parent = draft.group;
  group.order = reading.next_order++;
  group.origin = draft.origin;
  const auto index = static_cast<std::uint32_t>(reading.diagram.groups.size() - 1);
  const EdgeEnd end{true, index, {}};
  reading.ids.add(group.id, group.origin, end, reading.sources, *reading.report);
  read_children(reading, *draft.nodes, GroupId{index});
  return end;
}

EdgeEnd add_node(Reading& reading, NodeDraft draft) {
  for (const auto& [key, span] : draft.only_group) {
    reading.error(span, fmt::format("only a group has '{}'", key)).help("a node with 'nodes' is a group");
  }
  draft.order = reading.next_order++;
  reading.diagram.nodes.push_back(static_cast<Node&&>(draft));
  const EdgeEnd end{false, static_cast<std::uint32_t>(reading.diagram.nodes.size() - 1), {}};
  reading.ids.add(reading.diagram.nodes.back().id, draft.origin, end, reading.sources, *reading.report);
  return end;
}

std::optional<EdgeEnd> read_item(Reading& reading, const Item& item, const Spot& spot) {
  if (!is_good_id(reading, item) || !has_room_for_node(reading, item.span)) return std::nullopt;
  std::optional<std::string> id = whole_id(reading, item, spot.group);
  if (!id) return std::nullopt;
  NodeDraft draft = read_draft(reading, item, spot);
  draft.id = *std::move(id);
  return draft.nodes ? add_group(reading, std::move(draft)) : add_node(reading, std::move(draft));
}

/// The nodes of the diagram or of a group, by id or as a list.
void read_node_list(Reading& reading, const YamlValue& nodes, std::optional<GroupId> group) {
  if (nodes.kind == YamlKind::null) return;
  if (nodes.kind == YamlKind::scalar) {
    reading.error(nodes.span, "'nodes' must be a mapping of ids to nodes, not a text");
    return;
  }
  for (const YamlEntry& entry : nodes.entries) read_item(reading, {entry.key, entry.key_span, entry.value}, {group, {}});
  for (const YamlValue* const value : nodes.items) {
    if (const std::optional<Item> item = item_of(reading, *value)) read_item(reading, *item, {group, {}});
  }
}

void read_children(Reading& reading, const YamlValue& nodes, GroupId group) { read_node_list(reading, nodes, group); }

/// The members of `parallel`, side by side: a list, or a mapping by id.
std::vector<EdgeEnd> read_parallel(Reading& reading, const YamlEntry& parallel) {
  std::vector<EdgeEnd> members;
  const auto take = [&](const Item& item) {
    if (item.id == "parallel") {
      reading.error(item.span, "'parallel' cannot stand inside 'parallel'").help("make one of its members a group with 'nodes'");
    } else if (const std::optional<EdgeEnd> end = read_item(reading, item, {})) {
      members.push_back(*end);
    }
  };
  const YamlValue& value = *parallel.value;
  for (const YamlValue* const member : value.items) {
    if (const std::optional<Item> item = item_of(reading, *member)) take(*item);
  }
  for (const YamlEntry& entry : value.entries) take({entry.key, entry.key_span, entry.value});
  if (value.items.empty() && value.entries.empty()) {
    const bool is_collection = value.kind == YamlKind::sequence || value.kind == YamlKind::mapping;
    reading.error(parallel.key_span,
                  is_collection ? "'parallel' has no members" : fmt::format("'parallel' must be a list of nodes, not {}", describe(value)));
  }
  return members;
}

const std::string& id_of(const Diagram& diagram, const EdgeEnd& end) {
  return end.is_group ? diagram.groups[end.index].id : diagram.nodes[end.index].id;
}

/// Joins every member of one stage to every member of the next.
void join(Reading& reading, const std::vector<EdgeEnd>& before, const std::vector<EdgeEnd>& after, Span origin) {
  for (const EdgeEnd& from : before) {
    for (const EdgeEnd& to : after) {
      Edge edge;
      edge.from = from;
      edge.to = to;
      edge.origin = origin;
      if (!add_edge(reading, std::move(edge))) return;
    }
  }
}

}  // namespace

bool add_edge(Reading& reading, Edge edge) {
  if (reading.diagram.edges.size() >= max_diagram_edges) {
    if (!std::exchange(reading.full, true)) reading.error(edge.origin, fmt::format("more than {} edges", max_diagram_edges));
    return false;
  }
  const std::string ends = fmt::format("{}->{}", id_of(reading.diagram, edge.from), id_of(reading.diagram, edge.to));
  const int twin = ++reading.edge_ids[ends];
  edge.id = twin == 1 ? ends : fmt::format("{}#{}", ends, twin);
  reading.diagram.edges.push_back(std::move(edge));
  return true;
}

void read_nodes(Reading& reading, const YamlValue& nodes) { read_node_list(reading, nodes, std::nullopt); }

void read_flow(Reading& reading, const YamlValue& flow, bool numbered) {
  if (flow.kind != YamlKind::sequence) {
    reading.error(flow.span, fmt::format("'flow' must be a list of nodes, not {}", describe(flow))).help("begin each step with '- '");
    return;
  }
  std::vector<EdgeEnd> before;
  int number = 0;
  for (const YamlValue* const value : flow.items) {
    std::vector<EdgeEnd> stage;
    if (value->kind == YamlKind::mapping && value->entries.size() == 1 && value->entries[0].key == "parallel") {
      stage = read_parallel(reading, value->entries[0]);
    } else if (const std::optional<Item> item = item_of(reading, *value)) {
      ++number;
      const Spot spot{std::nullopt, numbered ? std::optional(number) : std::nullopt};
      if (const std::optional<EdgeEnd> end = read_item(reading, *item, spot)) stage.push_back(*end);
    }
    if (stage.empty()) continue;
    join(reading, before, stage, value->span);
    before = std::move(stage);
  }
}

}  // namespace drawplate
