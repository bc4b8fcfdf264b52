// Links are made straight in order of how much it matters: borders, long lines, chains, then each parent's middle child
// (Brandes & Köpf, "Fast and simple horizontal coordinate assignment", GD 2001, with the choice made once by rank of need).
// A parent of an even number stands between its two middle children and is aligned with neither.
#include "layout/layered/place/align.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdlib>
#include <iterator>
#include <map>
#include <vector>

namespace drawplate::layered {
namespace {

bool is_line(const Item& item) { return item.kind != ItemKind::node && item.kind != ItemKind::group_port; }

constexpr int main_line_lead = 2;  ///< edges by which the longer way of two must lead to be the main line

class Alignment {
 public:
  Alignment(const Flat& flat, const Ranked& ranked) : flat_(flat), ranked_(ranked), chosen_(ranked.layers.size()) {
    above_.assign(ranked.items.size(), none);
    below_.assign(ranked.items.size(), none);
  }

  Blocks find(const std::vector<int>& wanted) {
    measure_ways();
    for (std::size_t l = 0; l < ranked_.links.size(); ++l)
      if (ranked_.links[l].edge == none) take(static_cast<int>(l));
    std::vector<std::vector<int>> classes(5);
    for (std::size_t l = 0; l < ranked_.links.size(); ++l) {
      const int c = class_of(static_cast<int>(l));
      if (c >= 0) classes[c].push_back(static_cast<int>(l));
    }
    for (auto& links : classes) {
      std::stable_sort(links.begin(), links.end(), [&](int a, int b) { return weight(a) > weight(b); });
      for (int l : links) take(l);
    }
    for (int l : wanted) take(l);
    return blocks();
  }

 private:
  double weight(int l) const { return flat_.edges[ranked_.links[l].edge].weight; }

  // Takes part in the choice of a node's middle line: not its feedback, nor what goes along its row.
  bool counts(int l) const {
    const Chain& chain = ranked_.chains[ranked_.links[l].edge];
    return !chain.reversed && !chain.level;
  }

  int far_node(int l, bool downwards) const {
    const Chain& c = ranked_.chains[ranked_.links[l].edge];
    return downwards ? c.items.back() : c.items.front();
  }

  // Longest ways, in edges, from each node to where the flow ends and from where it begins.
  void measure_ways() {
    const std::size_t count = ranked_.items.size();
    to_end_.assign(count, 0);
    from_begin_.assign(count, 0);
    const auto relax = [&](std::vector<int>& way, int layer, bool downwards) {
      for (int i : ranked_.layers[layer])
        for (int l : downwards ? ranked_.down[i] : ranked_.up[i])
          if (ranked_.links[l].edge != none && counts(l)) {
            const int next = downwards ? ranked_.links[l].lower : ranked_.links[l].upper;
            way[i] = std::max(way[i], way[next] + (is_line(ranked_.items[next]) ? 0 : 1));
          }
    };
    const int layers = static_cast<int>(ranked_.layers.size());
    for (int k = 0; k < layers; ++k) relax(to_end_, layers - 1 - k, true), relax(from_begin_, k, false);
  }

  // The link that a node's main line follows: the middle one of those to the nearest layer; of two the one that clearly goes
  // on further; none where the node should rather stand between.
  int middle(const std::vector<int>& links, bool downwards) const {
    std::vector<int> near;
    int nearest = 1 << 30;
    for (int l : links) {
      if (ranked_.links[l].edge == none || !counts(l)) continue;
      const int distance = std::abs(ranked_.items[far_node(l, downwards)].layer - ranked_.items[near_end(l, downwards)].layer);
      if (distance < nearest) nearest = distance, near.clear();
      if (distance == nearest) near.push_back(l);
    }
    if (near.empty()) return none;
    const auto pos = [&](int l) { return ranked_.items[near_end(l, !downwards)].pos; };
    std::sort(near.begin(), near.end(), [&](int a, int b) { return pos(a) < pos(b); });
    if (near.size() % 2 == 1) return near[near.size() / 2];
    if (is_choice(near, downwards) && chooses(flat_, &LayoutVariant::leaning)) return near[near.size() / 2 - 1];
    if (near.size() > 2) return none;
    const auto& way = downwards ? to_end_ : from_begin_;
    const int first = way[far_node(near[0], downwards)], second = way[far_node(near[1], downwards)];
    if (std::abs(first - second) < main_line_lead || chooses(flat_, &LayoutVariant::even_parents)) return none;
    return first > second ? near[0] : near[1];
  }

  // Ways out of a decision, or into where they meet again: told apart by their labels or by the diamond.
  bool is_choice(const std::vector<int>& links, bool downwards) const {
    const Item& end = ranked_.items[near_end(links[0], downwards)];
    if (end.kind == ItemKind::node && flat_.nodes[end.ref].outline == OutlineKind::diamond) return true;
    return std::any_of(links.begin(), links.end(), [&](int l) { return flat_.edges[ranked_.links[l].edge].label_width > 0; });
  }

  int near_end(int l, bool downwards) const { return downwards ? ranked_.links[l].upper : ranked_.links[l].lower; }

  int class_of(int l) const {
    const Link& link = ranked_.links[l];
    if (link.edge == none) return -1;
    const bool upper_line = is_line(ranked_.items[link.upper]), lower_line = is_line(ranked_.items[link.lower]);
    if (upper_line && lower_line) return 0;
    const bool from_upper = upper_line || middle(ranked_.down[link.upper], true) == l;
    const bool from_lower = lower_line || middle(ranked_.up[link.lower], false) == l;
    if (!counts(l)) return 4;
    if (from_upper && from_lower) return upper_line || lower_line ? 2 : 1;
    return -1;
  }

  // Makes the link straight unless an end is taken or a straight one would be crossed.
  void take(int l) {
    const Link& link = ranked_.links[l];
    if (pinned_offset(flat_, ranked_, l, true) || pinned_offset(flat_, ranked_, l, false)) return;
    if (below_[link.upper] != none || above_[link.lower] != none) return;
    const Item &u = ranked_.items[link.upper], &v = ranked_.items[link.lower];
    auto& chosen = chosen_[u.layer];
    const auto after = chosen.lower_bound(u.pos);
    if (after != chosen.end() && (after->second <= v.pos)) return;
    if (after != chosen.begin() && std::prev(after)->second >= v.pos) return;
    chosen.emplace(u.pos, v.pos);
    below_[link.upper] = link.lower;
    above_[link.lower] = link.upper;
  }

  Blocks blocks() const {
    Blocks b;
    b.of.assign(ranked_.items.size(), none);
    for (const auto& layer : ranked_.layers)
      for (int i : layer) b.of[i] = above_[i] != none ? b.of[above_[i]] : b.count++;
    return b;
  }

  const Flat& flat_;
  const Ranked& ranked_;
  std::vector<std::map<int, int>> chosen_;  ///< by upper layer: place above → place below of the straight links
  std::vector<int> above_, below_, to_end_, from_begin_;
};

}  // namespace

Blocks align(const Flat& flat, const Ranked& ranked, const std::vector<int>& wanted) { return Alignment(flat, ranked).find(wanted); }

}  // namespace drawplate::layered
