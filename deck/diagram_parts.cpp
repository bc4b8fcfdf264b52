// See diagram_parts.h.
#include "deck/diagram_parts.h"

#include <fmt/format.h>

#include <vector>

namespace drawplate {
namespace {

constexpr double least_contrast = 3;
constexpr Rgb dark_text{0x1B, 0x23, 0x33}, light_text{0xFF, 0xFF, 0xFF};

/// `id`, or with "~2", "~3"… behind it where it is taken.
std::string unique_id(std::string id, std::unordered_map<std::string, int>& taken) {
  int& count = taken[id];
  if (++count == 1) return id;
  std::string other = fmt::format("{}~{}", id, count);
  while (taken.contains(other)) other = fmt::format("{}~{}", id, ++count);
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
      if (group.parent) group.id = diagram.groups[index_of(*group.parent)].id + "." + group.id;
      group.id = unique_id(std::move(group.id), taken);
    }
  }
  for (Node& node : diagram.nodes) {
    if (node.group) node.id = diagram.groups[index_of(*node.group)].id + "." + node.id;
    node.id = unique_id(std::move(node.id), taken);
  }
}

void name_edges(Diagram& diagram) {
  std::unordered_map<std::string, int> taken;
  const auto name_of = [&](const EdgeEnd& end) { return end.is_group ? diagram.groups[end.index].id : diagram.nodes[end.index].id; };
  for (const Edge& edge : diagram.edges) {
    if (!edge.id.empty()) taken[edge.id] = 1;
  }
  for (Edge& edge : diagram.edges) {
    if (!edge.id.empty()) continue;
    const std::string id = name_of(edge.from) + "->" + name_of(edge.to);
    int& count = taken[id];
    edge.id = ++count == 1 ? id : fmt::format("{}#{}", id, count);
  }
}

void keep_text_readable(Diagram& diagram, Report& report) {
  TextMender mender(report);
  for (Node& node : diagram.nodes) mender.mend(node.style, node.id, node.origin);
  for (Group& group : diagram.groups) mender.mend(group.style, group.id, group.origin);
}

}  // namespace drawplate
