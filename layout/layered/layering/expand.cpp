// Nodes, bends, labels, group ports and borders as items. It decides in which layer a label stands and to which group each
// bend of a long edge belongs: a line leaves a group at its bottom and enters one at its top.
#include "layout/layered/layering/expand.h"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace drawplate::layered {
namespace {

class Expansion {
 public:
  Expansion(const Flat& flat, const std::vector<Run>& runs, const Layering& layering) : flat_(flat), runs_(runs), layering_(layering) {}

  Ranked build() {
    out_.layers.resize(layering_.count);
    out_.spans = layering_.groups;
    note_node_layers();
    for (std::size_t v = 0; v < flat_.nodes.size(); ++v) add_node(static_cast<int>(v));
    out_.chains.resize(flat_.edges.size());
    for (std::size_t e = 0; e < flat_.edges.size(); ++e) add_edge(static_cast<int>(e));
    for (std::size_t g = 0; g < flat_.groups.size(); ++g) add_borders(static_cast<int>(g));
    return std::move(out_);
  }

 private:
  void note_node_layers() {
    has_nodes_.assign(layering_.count, 0);
    for (int l : layering_.node) has_nodes_[l] = 1;
  }

  int add(Item item) {
    out_.items.push_back(item);
    out_.up.emplace_back();
    out_.down.emplace_back();
    const int index = static_cast<int>(out_.items.size()) - 1;
    out_.layers[item.layer].push_back(index);
    return index;
  }

  void connect(int upper, int lower, int edge, double weight) {
    const int link = static_cast<int>(out_.links.size());
    out_.links.push_back({upper, lower, edge, weight});
    out_.down[upper].push_back(link);
    out_.up[lower].push_back(link);
  }

  void add_node(int v) {
    const FlatNode& n = flat_.nodes[v];
    add({ItemKind::node, v, n.group, layering_.node[v], 0, n.width / 2, n.width / 2, n.height, 0, 0});
  }

  // The item at a chain's upper or lower end.
  int end_item(const End& end, bool upper_end) {
    if (!end.is_group) return end.index;
    const GroupSpan span = layering_.groups[end.index];
    return add({ItemKind::group_port, end.index, end.index, upper_end ? span.last : span.first, 0, 0, 0, 0, 0, 0});
  }

  int group_of(const End& end) const { return end.is_group ? flat_.groups[end.index].parent : flat_.nodes[end.index].group; }

  // The group that a line between groups a (above) and b belongs to in a layer.
  int group_at(int a, int b, int layer) const {
    const int common = common_group(flat_, a, b);
    for (int g = a; g != common; g = flat_.groups[g].parent)
      if (layer <= layering_.groups[g].last) return g;
    for (int g = b; g != common; g = flat_.groups[g].parent)
      if (layer >= layering_.groups[g].first) return g;
    return common;
  }

  // A layer that only labels use, as near to the source as can be; else the first one between.
  int label_layer(int first, int last, bool forward) const {
    const int step = forward ? 1 : -1;
    for (int l = forward ? first : last; l >= first && l <= last; l += step)
      if (!has_nodes_[l]) return l;
    return forward ? first : last;
  }

  void add_edge(int index) {
    const FlatEdge& e = flat_.edges[index];
    Chain& chain = out_.chains[index];
    if (runs_[index] == Run::free) return add_free_edge(index);
    if (is_level(e)) return add_level_edge(index);
    const bool forward = runs_[index] == Run::forward;
    chain.reversed = !forward;
    const End &upper = forward ? e.from : e.to, &lower = forward ? e.to : e.from;
    const int top = end_item(upper, true), bottom = end_item(lower, false);
    run_chain(index, top, bottom, group_of(upper), group_of(lower));
  }

  bool is_level(const FlatEdge& e) const {
    return !e.from.is_group && !e.to.is_group && layering_.node[e.from.index] == layering_.node[e.to.index];
  }

  // The group around `group`, or itself, that a line going down meets in a layer.
  int group_below(int group, int layer) const {
    while (group != none && layering_.groups[group].last < layer) group = flat_.groups[group].parent;
    return group;
  }

  // Down from one node to the first layer in which both are in one group, and up to the other. That the two hang together there
  // draws them together in their own layer. A label stands beside the way down.
  void add_level_edge(int index) {
    const FlatEdge& e = flat_.edges[index];
    Chain& chain = out_.chains[index];
    chain.level = true;
    if (!e.is_drawn) return;
    const int from = flat_.nodes[e.from.index].group, to = flat_.nodes[e.to.index].group, own = layering_.node[e.from.index];
    int deepest = own + (e.label_width > 0 ? 2 : 1);
    while (group_below(from, deepest) != group_below(to, deepest)) ++deepest;
    out_.layers.resize(std::max(out_.layers.size(), static_cast<std::size_t>(deepest) + 1));
    chain.items.push_back(e.from.index);
    for (int layer = own + 1; layer <= deepest; ++layer) {
      Item item{ItemKind::bend, index, group_below(from, layer), layer, 0, 0, 0, 0, 0, 0};
      if (e.label_width > 0 && layer == own + 1) make_label(e, item);
      const int next = add(item);
      connect(chain.items.back(), next, index, 1);
      chain.items.push_back(next);
    }
    for (int layer = deepest - 1; layer > own; --layer) {
      const int next = add({ItemKind::bend, index, group_below(to, layer), layer, 0, 0, 0, 0, 0, 0});
      connect(next, chain.items.back(), index, 1);
      chain.items.push_back(next);
    }
    connect(e.to.index, chain.items.back(), index, 1);
    chain.items.push_back(e.to.index);
  }

  void make_label(const FlatEdge& e, Item& item) const {
    item.kind = ItemKind::label;
    item.height = e.label_height;
    (e.label_before ? item.left : item.right) = e.label_width + flat_.spacing.label_gap;
  }

  // Inside a group to or from its own border, or a self loop.
  void add_free_edge(int index) {
    const FlatEdge& e = flat_.edges[index];
    Chain& chain = out_.chains[index];
    if (!e.from.is_group && !e.to.is_group) {
      chain.self_loop = true;
      chain.items = {e.from.index};
      return;
    }
    if (e.from.is_group == e.to.is_group) return;  // between a group and one inside it: drawn along the border
    const int g = e.from.is_group ? e.from.index : e.to.index;
    const int v = e.from.is_group ? e.to.index : e.from.index;
    const GroupSpan span = layering_.groups[g];
    const int layer = layering_.node[v];
    if (e.from.is_group && span.first < layer) {
      run_chain(index, add({ItemKind::group_port, g, g, span.first, 0, 0, 0, 0, 0, 0}), v, g, flat_.nodes[v].group);
    } else if (e.to.is_group && layer < span.last) {
      run_chain(index, v, add({ItemKind::group_port, g, g, span.last, 0, 0, 0, 0, 0, 0}), flat_.nodes[v].group, g);
    }
  }

  void run_chain(int index, int top, int bottom, int top_group, int bottom_group) {
    const FlatEdge& e = flat_.edges[index];
    Chain& chain = out_.chains[index];
    const int from = out_.items[top].layer, to = out_.items[bottom].layer;
    const int labelled = e.label_width > 0 && to - from > 1 ? label_layer(from + 1, to - 1, !chain.reversed) : none;
    chain.items.push_back(top);
    int last = top;
    for (int layer = from + 1; layer < to; ++layer) {
      const int g = group_at(top_group, bottom_group, layer);
      Item item{ItemKind::bend, index, g, layer, 0, 0, 0, 0, 0, 0};
      if (layer == labelled) make_label(e, item);
      const int next = add(item);
      connect(last, next, index, 1);
      chain.items.push_back(last = next);
    }
    connect(last, bottom, index, 1);
    chain.items.push_back(bottom);
  }

  void add_borders(int g) {
    int left = none, right = none;
    const FlatGroup& group = flat_.groups[g];
    for (int layer = layering_.groups[g].first; layer <= layering_.groups[g].last; ++layer) {
      const int l = add({ItemKind::border_left, g, g, layer, 0, 0, group.pad.left, 0, 0, 0});
      const int r = add({ItemKind::border_right, g, g, layer, 0, group.pad.right, 0, 0, 0, 0});
      if (left != none) connect(left, l, none, 6), connect(right, r, none, 6);
      left = l;
      right = r;
    }
  }

  const Flat& flat_;
  const std::vector<Run>& runs_;
  const Layering& layering_;
  std::vector<char> has_nodes_;
  Ranked out_;
};

}  // namespace

Ranked expand(const Flat& flat, const std::vector<Run>& runs, const Layering& layering) { return Expansion(flat, runs, layering).build(); }

}  // namespace drawplate::layered
