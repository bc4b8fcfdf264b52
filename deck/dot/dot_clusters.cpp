// Which subgraphs are groups, which nodes they hold, and which nodes stand in one row.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "deck/dot/dot_diagram.h"

namespace drawplate {
namespace {

constexpr std::uint32_t none = static_cast<std::uint32_t>(-1);
constexpr std::string_view cluster_prefix = "cluster";

/// "cluster_data" → "data", "cluster0" → "cluster0".
std::string_view own_name(std::string_view name) {
  std::string_view rest = name.substr(std::min(cluster_prefix.size(), name.size()));
  return name.starts_with(cluster_prefix) && rest.starts_with('_') && rest.size() > 1 ? rest.substr(1) : name;
}

}  // namespace

bool DotConverter::is_cluster(const DotSubgraph& subgraph) const {
  return subgraph.name.starts_with(cluster_prefix) || graph_.text(subgraph.own, DotKey::cluster) == "true";
}

void DotConverter::find_clusters() {
  cluster_around_.assign(graph_.subgraphs.size(), none);
  for (std::uint32_t i = 1; i < graph_.subgraphs.size(); ++i) {
    const std::uint32_t parent = graph_.subgraphs[i].parent;
    cluster_around_[i] = parent != 0 && is_cluster(graph_.subgraphs[parent]) ? parent : cluster_around_[parent];
    if (is_cluster(graph_.subgraphs[i])) {
      clusters_.push_back(i);
      cluster_names_.try_emplace(graph_.subgraphs[i].name, i);
    }
  }
}

/// As dot does it: of clusters side by side the first to name a node holds it; of nested ones the innermost.
void DotConverter::claim_nodes() {
  owner_.assign(graph_.nodes.size(), none);
  std::vector<std::vector<std::uint32_t>> within(graph_.subgraphs.size());
  for (std::uint32_t i = static_cast<std::uint32_t>(graph_.subgraphs.size()); i-- > 1;) {  // children before parents
    auto& nodes = within[i];
    nodes.insert(nodes.end(), graph_.subgraphs[i].nodes.begin(), graph_.subgraphs[i].nodes.end());
    std::ranges::sort(nodes);
    nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
    auto& outer = within[graph_.subgraphs[i].parent];
    outer.insert(outer.end(), nodes.begin(), nodes.end());
    if (!is_cluster(graph_.subgraphs[i])) nodes.clear();
  }
  for (const std::uint32_t cluster : clusters_) {
    for (const std::uint32_t node : within[cluster]) {
      if (owner_[node] == cluster_around_[cluster]) owner_[node] = cluster;
    }
  }
}

void DotConverter::drop_empty_clusters() {
  std::vector<bool> used(graph_.subgraphs.size(), false);
  for (const std::uint32_t owner : owner_) {
    if (owner != none) used[owner] = true;
  }
  for (auto at = clusters_.rbegin(); at != clusters_.rend(); ++at) {
    if (used[*at] && cluster_around_[*at] != none) used[cluster_around_[*at]] = true;
  }
  std::ranges::copy_if(clusters_, std::back_inserter(empty_clusters_), [&](std::uint32_t cluster) { return !used[cluster]; });
  std::erase_if(clusters_, [&](std::uint32_t cluster) { return !used[cluster]; });
}

/// Without "cluster_" in front, where that names nothing else.
std::string DotConverter::group_id(const DotSubgraph& subgraph, std::size_t number) const {
  if (subgraph.name.empty()) return "cluster~" + std::to_string(number);
  const std::string short_id(own_name(subgraph.name));
  return cluster_names_.contains(short_id) && short_id != subgraph.name ? subgraph.name : short_id;
}

void DotConverter::write_groups(Diagram& diagram) {
  group_index_.assign(graph_.subgraphs.size(), none);
  for (const std::uint32_t cluster : clusters_) {
    const DotSubgraph& read = graph_.subgraphs[cluster];
    group_index_[cluster] = static_cast<std::uint32_t>(diagram.groups.size());
    DotNames names;
    names.graph = read.name;
    Group group;
    group.id = group_id(read, diagram.groups.size());
    group.title = text_of(graph_.find(read.attributes, DotKey::label), names);
    group.style = group_style(read.attributes);
    group.link = link_of(read.own);
    if (const std::uint32_t around = cluster_around_[cluster]; around != none) group.parent = GroupId{group_index_[around]};
    group.order = read.order;
    group.origin = read.span;
    diagram.groups.push_back(std::move(group));
  }
}

/// A cluster without nodes shows its title as a node; without a title it is nothing.
void DotConverter::write_empty_clusters(Diagram& diagram) {
  for (const std::uint32_t cluster : empty_clusters_) {
    const DotSubgraph& read = graph_.subgraphs[cluster];
    Node node;
    node.title = text_of(graph_.find(read.own, DotKey::label), {});
    if (node.title.empty()) continue;
    node.id = group_id(read, cluster);
    node.style = group_style(read.attributes);
    std::uint32_t around = cluster_around_[cluster];
    while (around != none && group_index_[around] == none) around = cluster_around_[around];
    if (around != none) node.group = GroupId{group_index_[around]};
    node.order = read.order;
    node.origin = read.span;
    diagram.nodes.push_back(std::move(node));
  }
}

/// `rank=same` and its kin: the nodes of such a subgraph stand side by side.
void DotConverter::write_same_rows(Diagram& diagram) {
  constexpr std::string_view ranks[] = {"same", "min", "max", "source", "sink"};
  for (std::size_t i = 1; i < graph_.subgraphs.size(); ++i) {
    const DotSubgraph& subgraph = graph_.subgraphs[i];
    if (is_cluster(subgraph) || std::ranges::find(ranks, graph_.text(subgraph.own, DotKey::rank)) == std::end(ranks)) continue;
    std::vector<std::uint32_t> nodes = subgraph.nodes;
    std::ranges::sort(nodes);
    nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
    if (nodes.size() < 2) continue;
    LayoutWish wish;
    wish.kind = LayoutWish::Kind::same_row;
    wish.origin = subgraph.span;
    for (const std::uint32_t node : nodes) wish.members.push_back({false, node, {}});
    diagram.wishes.push_back(std::move(wish));
  }
}

}  // namespace drawplate
