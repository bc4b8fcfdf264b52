// Each gap between neighbours of a layer takes one such line, so that no two of them meet.
#include "layout/layered/route/side_ends.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace drawplate::layered {
namespace {

class SideEnds {
 public:
  SideEnds(const Flat& flat, const Ranked& ranked, Ports& ports) : flat_(flat), ranked_(ranked), ports_(ports) {
    gap_taken_.resize(ranked.layers.size());
    for (std::size_t l = 0; l < ranked.layers.size(); ++l) gap_taken_[l].assign(ranked.layers[l].size() + 1, 0);
    for (const Chain& chain : ranked.chains)
      if (chain.level) take_gaps(chain);
  }

  void run() {
    // Fans first, then joins, then single lines.
    for (const bool bottom : {true, false})
      for (std::size_t v = 0; v < flat_.nodes.size(); ++v) turn_fan(static_cast<int>(v), bottom, 2);
    for (std::size_t v = 0; v < flat_.nodes.size(); ++v) turn_fan(static_cast<int>(v), true, 1);
  }

 private:
  // A line along the row has the sides for itself.
  void take_gaps(const Chain& chain) {
    if (chain.items.size() != 3 || ranked_.items[chain.items[1]].kind != ItemKind::lane) return;
    const Item &a = ranked_.items[chain.items[0]], &b = ranked_.items[chain.items[2]];
    gap_taken_[a.layer][gap_beside(a, a.pos < b.pos)] = 1;
    gap_taken_[b.layer][gap_beside(b, b.pos < a.pos)] = 1;
  }

  bool is_straight(int l) const { return std::abs(ports_.upper[l] - ports_.lower[l]) < 1e-6; }
  Pt far_port(int l, bool bottom) const { return bottom ? ports_.lower[l] : ports_.upper[l]; }

  void turn_fan(int node, bool bottom, std::size_t least) {
    std::vector<int> links = bottom ? ranked_.down[node] : ranked_.up[node];
    if (links.size() < least) return;
    for (int l : links)
      if (pinned_offset(flat_, ranked_, l, bottom)) return;
    const auto [low, high] =
        std::minmax_element(links.begin(), links.end(), [&](int a, int b) { return far_port(a, bottom) < far_port(b, bottom); });
    if (links.size() == 1) {
      if (is_straight(links[0])) return;
      for (const bool right : {false, true})
        if (fits(links[0], node, bottom, right)) turn(links[0], node, bottom, right);
      return;
    }
    const bool left_bent = !is_straight(*low), right_bent = !is_straight(*high);
    if ((left_bent && !fits(*low, node, bottom, false)) || (right_bent && !fits(*high, node, bottom, true))) return;
    if (left_bent) turn(*low, node, bottom, false);
    if (right_bent) turn(*high, node, bottom, true);
  }

  // Index of the gap beside a node in its layer.
  std::size_t gap_beside(const Item& n, bool right) const { return static_cast<std::size_t>(n.pos + (right ? 1 : 0)); }

  bool fits(int l, int node, bool bottom, bool right) const {
    const Item& n = ranked_.items[node];
    const FlatEdge& line = flat_.edges[ranked_.links[l].edge];
    const bool is_from = bottom != ranked_.chains[ranked_.links[l].edge].reversed;
    const Pt x = far_port(l, bottom), clear = std::max(flat_.spacing.edge_gap, (is_from ? line.tail : line.head) + 7);
    if (right ? x < n.x + n.right + clear : x > n.x - n.left - clear) return false;
    if (gap_taken_[n.layer][gap_beside(n, right)]) return false;
    const auto& layer = ranked_.layers[n.layer];
    const int beside = n.pos + (right ? 1 : -1);
    if (beside < 0 || beside >= static_cast<int>(layer.size())) return true;
    const Item& other = ranked_.items[layer[beside]];
    if (other.kind == ItemKind::lane) return false;
    const Pt edge = right ? other.x - other.left : other.x + other.right;
    const Pt distance = other.kind == ItemKind::node ? flat_.spacing.edge_node_gap * 0.75 : clear;
    return right ? x <= edge - distance : x >= edge + distance;
  }

  void turn(int l, int node, bool bottom, bool right) {
    const Item& n = ranked_.items[node];
    gap_taken_[n.layer][gap_beside(n, right)] = 1;
    (bottom ? ports_.upper : ports_.lower)[l] = far_port(l, bottom);
    (bottom ? ports_.upper_side : ports_.lower_side)[l] = right ? 1 : -1;
  }

  const Flat& flat_;
  const Ranked& ranked_;
  Ports& ports_;
  std::vector<std::vector<char>> gap_taken_;
};

}  // namespace

void use_sides(const Flat& flat, const Ranked& ranked, Ports& ports) { SideEnds(flat, ranked, ports).run(); }

}  // namespace drawplate::layered
