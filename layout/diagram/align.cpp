// Links are made straight in order of how much it matters: borders, long lines, chains, then each parent's middle child
// (Brandes & Köpf, "Fast and simple horizontal coordinate assignment", GD 2001, with the choice made once by rank of need).
// A parent of an even number stands between its two middle children and is aligned with neither.
#include "layout/diagram/align.h"

#include <algorithm>
#include <map>

namespace drawplate::layered {
namespace {

bool is_line(const Item& item) { return item.kind != ItemKind::node && item.kind != ItemKind::group_port; }

class Alignment {
 public:
  Alignment(const Flat& flat, const Ranked& ranked) : flat_(flat), ranked_(ranked), chosen_(ranked.layers.size()) {
    above_.assign(ranked.items.size(), none);
    below_.assign(ranked.items.size(), none);
  }

  Blocks find() {
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
    return blocks();
  }

 private:
  double weight(int l) const { return flat_.edges[ranked_.links[l].edge].weight; }

  // Takes part in the choice of a node's middle line: not its feedback.
  bool counts(int l) const { return !ranked_.chains[ranked_.links[l].edge].reversed; }

  // The link in the middle of a node's, or none where their number is even. Whole short edges come before long ones.
  int middle(const std::vector<int>& links, bool downwards) const {
    std::vector<int> all, nearby;
    for (int l : links) {
      if (ranked_.links[l].edge == none || !counts(l)) continue;
      all.push_back(l);
    }
    if (all.empty()) return none;
    const auto pos = [&](int l) { return ranked_.items[downwards ? ranked_.links[l].lower : ranked_.links[l].upper].pos; };
    std::sort(all.begin(), all.end(), [&](int a, int b) { return pos(a) < pos(b); });
    if (all.size() % 2 == 1) return all[all.size() / 2];
    return none;
  }

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
  std::vector<int> above_, below_;
};

}  // namespace

Blocks align(const Flat& flat, const Ranked& ranked) { return Alignment(flat, ranked).find(); }

}  // namespace drawplate::layered
