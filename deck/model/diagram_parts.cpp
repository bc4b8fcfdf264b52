// Ids first, then edges by their ends, then colours.
#include "deck/model/diagram_parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "deck/model/link.h"

namespace drawplate {
namespace {

constexpr double least_contrast = 3;
constexpr Rgb dark_text{0x1B, 0x23, 0x33}, light_text{0xFF, 0xFF, 0xFF};

/// Bytes that full ids may add; past it, ids stay the author's own.
constexpr std::size_t room_for_ids = 64u << 20;

/// `around.id`, as long as there is room.
void put_in_front(const std::string& around, std::string& id, std::size_t& room) {
  const std::size_t size = around.size() + 1 + id.size();
  if (size > room) return;
  room -= size;
  id = around + "." + id;
}

/// `id`, or with "~2", "~3"… behind it where it is taken.
std::string unique_id(std::string id, std::unordered_map<std::string, int>& taken) {
  int& count = taken[id];
  if (++count == 1) return id;
  std::string other = fmt::format("{}~{}", id, count);
  while (taken.contains(other)) other = fmt::format("{}~{}", id, ++count);
  taken[other] = 1;
  return other;
}

/// `id`, or with "#2", "#3"… behind it where it is taken.
std::string unique_edge_id(const std::string& id, std::unordered_map<std::string, int>& taken) {
  int& count = taken[id];
  if (++count == 1) return id;
  int number = count;
  std::string other = fmt::format("{}#{}", id, number);
  while (taken.contains(other)) other = fmt::format("{}#{}", id, ++number);
  taken[id] = number;
  taken[other] = 1;
  return other;
}

std::optional<Rgb> readable_text(Rgb fill, std::optional<Rgb> text) {
  if (contrast_ratio(fill, text.value_or(dark_text)) >= least_contrast) return std::nullopt;
  return contrast_ratio(fill, dark_text) >= contrast_ratio(fill, light_text) ? dark_text : light_text;
}

class TextMender {
 public:
  explicit TextMender(Report& report) : report_(report) {}

  void mend(Style& style, const std::string& id, Span origin) {
    if (!style.fill) return;
    const auto text = readable_text(*style.fill, style.text);
    if (!text) return;
    if (!warned_) {
      report_
          .warning(origin,
                   fmt::format("text on the fill {} of '{}' could not be read; it is drawn in {}", to_hex(*style.fill), id, to_hex(*text)))
          .help("choose a text colour that stands out from the fill");
    }
    warned_ = true;
    style.text = text;
  }

 private:
  Report& report_;
  bool warned_ = false;
};

}  // namespace

void qualify_ids(Diagram& diagram) {
  std::unordered_map<std::string, int> taken;
  std::size_t room = room_for_ids;
  std::vector<bool> done(diagram.groups.size(), false);
  std::vector<std::size_t> chain;
  for (std::size_t i = 0; i < diagram.groups.size(); ++i) {
    chain.clear();
    for (std::size_t g = i; !done[g]; g = index_of(*diagram.groups[g].parent)) {
      chain.push_back(g);
      done[g] = true;
      if (!diagram.groups[g].parent) break;
    }
    for (; !chain.empty(); chain.pop_back()) {
      Group& group = diagram.groups[chain.back()];
      if (group.parent) put_in_front(diagram.groups[index_of(*group.parent)].id, group.id, room);
      group.id = unique_id(std::move(group.id), taken);
    }
  }
  for (Node& node : diagram.nodes) {
    if (node.group) put_in_front(diagram.groups[index_of(*node.group)].id, node.id, room);
    node.id = unique_id(std::move(node.id), taken);
  }
}

void name_edges(Diagram& diagram) {
  std::unordered_map<std::string, int> taken;
  const auto name_of = [&](const EdgeEnd& end) -> const std::string& {
    return end.is_group ? diagram.groups[end.index].id : diagram.nodes[end.index].id;
  };
  for (const Edge& edge : diagram.edges) {
    if (!edge.id.empty()) taken[edge.id] = 1;
  }
  std::size_t room = room_for_ids;
  for (Edge& edge : diagram.edges) {
    if (!edge.id.empty()) continue;
    const std::size_t size = name_of(edge.from).size() + name_of(edge.to).size();
    const std::string id = size > room ? "edge" : name_of(edge.from) + "->" + name_of(edge.to);
    room -= std::min(size, room);
    edge.id = unique_edge_id(id, taken);
  }
}

void keep_text_readable(Diagram& diagram, Report& report) {
  TextMender mender(report);
  for (Node& node : diagram.nodes) mender.mend(node.style, node.id, node.origin);
  for (Group& group : diagram.groups) mender.mend(group.style, group.id, group.origin);
}

Icon icon_of_picture(std::string_view file, Span origin, Report& report) {
  if (file.ends_with(".svg") && !is_absolute_link(file)) return {std::string(file), origin};
  report.warning(origin, fmt::format("the picture '{}' is not drawn, a sign stands for it", file))
      .help("an SVG beside the document is drawn");
  return {"picture", origin};
}

}  // namespace drawplate
