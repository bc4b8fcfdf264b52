// A single line takes the middle; a fan that touches no other fan shares a trunk; the rest is spread. Then each line is made
// straight where the two sides overlap.
#include "layout/layered/route/ports.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>
#include <vector>

namespace drawplate::layered {
namespace {

bool has_side(const Item& item) { return item.kind == ItemKind::node; }

class PortAssignment {
 public:
  PortAssignment(const Flat& flat, const Ranked& ranked) : flat_(flat), ranked_(ranked) {
    ports_.upper.resize(ranked.links.size());
    ports_.lower.resize(ranked.links.size());
    ports_.upper_side.assign(ranked.links.size(), 0);
    ports_.lower_side.assign(ranked.links.size(), 0);
  }

  Ports run() {
    for (std::size_t l = 0; l < ranked_.links.size(); ++l) {
      ports_.upper[l] = ranked_.items[ranked_.links[l].upper].x;
      ports_.lower[l] = ranked_.items[ranked_.links[l].lower].x;
      if (const Pt* offset = pinned_offset(flat_, ranked_, static_cast<int>(l), true)) ports_.upper[l] += *offset;
      if (const Pt* offset = pinned_offset(flat_, ranked_, static_cast<int>(l), false)) ports_.lower[l] += *offset;
    }
    down_.resize(flat_.nodes.size());
    up_.resize(flat_.nodes.size());
    for (std::size_t v = 0; v < flat_.nodes.size(); ++v) {
      down_[v] = sorted_side(static_cast<int>(v), true);
      up_[v] = sorted_side(static_cast<int>(v), false);
    }
    for (std::size_t v = 0; v < flat_.nodes.size(); ++v) {
      spread(static_cast<int>(v), true);
      spread(static_cast<int>(v), false);
    }
    straighten();
    return std::move(ports_);
  }

 private:
  const std::vector<int>& side(int node, bool bottom) const { return bottom ? down_[node] : up_[node]; }
  int far_end(int l, bool bottom) const { return bottom ? ranked_.links[l].lower : ranked_.links[l].upper; }
  Pt& near_port(int l, bool bottom) { return bottom ? ports_.upper[l] : ports_.lower[l]; }

  std::vector<int> sorted_side(int node, bool bottom) const {
    std::vector<int> links = bottom ? ranked_.down[node] : ranked_.up[node];
    const auto by_far_end = [&](int a, int b) { return ranked_.items[far_end(a, bottom)].pos < ranked_.items[far_end(b, bottom)].pos; };
    std::stable_sort(links.begin(), links.end(), by_far_end);
    if (!has_pins(links, bottom)) return links;
    const auto& ports = bottom ? ports_.upper : ports_.lower;
    std::stable_sort(links.begin(), links.end(), [&](int a, int b) { return ports[a] < ports[b] - 1e-6; });
    return links;
  }

  bool has_pins(const std::vector<int>& links, bool bottom) const {
    return std::any_of(links.begin(), links.end(), [&](int l) { return pinned_offset(flat_, ranked_, l, bottom) != nullptr; });
  }

  // Pinned ends stay as near to their places as the gap between them allows.
  void part_pins(const std::vector<int>& links, bool bottom) {
    const Pt gap = flat_.spacing.port_gap;
    for (int round = 0; round < 20; ++round)
      for (std::size_t k = 0; k + 1 < links.size(); ++k) {
        Pt &a = near_port(links[k], bottom), &b = near_port(links[k + 1], bottom);
        const Pt lacking = gap - (b - a);
        if (lacking > 0) a -= lacking / 2, b += lacking / 2;
      }
  }

  // Half the stretch of a side on which lines may end.
  Pt reach(int node) const {
    const FlatNode& n = flat_.nodes[node];
    switch (n.outline) {
      case OutlineKind::box:
        return std::max(0.0, n.width / 2 - std::min(12.0, n.width / 4));
      case OutlineKind::ellipse:
        return n.width * 0.25;
      case OutlineKind::diamond:
        return n.width * 0.15;
    }
    return 0;
  }

  bool alike(int a, int b) const {
    const int ea = ranked_.links[a].edge, eb = ranked_.links[b].edge;
    const FlatEdge &p = flat_.edges[ea], &q = flat_.edges[eb];
    return ranked_.chains[ea].reversed == ranked_.chains[eb].reversed && p.look == q.look && (p.head > 0) == (q.head > 0) &&
           (p.tail > 0) == (q.tail > 0);
  }

  // All lines of the side look alike, and none of their other ends is met by a further line in this channel.
  bool may_share_trunk(int node, bool bottom) const {
    const auto& links = side(node, bottom);
    if (has_pins(links, bottom)) return false;
    return std::all_of(links.begin(), links.end(), [&](int l) {
      const int far = far_end(l, bottom);
      return alike(l, links[0]) && (bottom ? ranked_.up[far] : ranked_.down[far]).size() == 1;
    });
  }

  void spread(int node, bool bottom) {
    const auto& links = side(node, bottom);
    if (links.size() < 2) return;
    if (has_pins(links, bottom)) return part_pins(links, bottom);
    if (may_share_trunk(node, bottom)) return;
    const double count = static_cast<double>(links.size());
    // Much wider at the top: lines that change places between two nodes would else want the same x.
    const Pt gap = std::min(flat_.spacing.port_gap * (bottom ? 1 : 2.4), 2 * reach(node) / (count - 1));
    for (std::size_t k = 0; k < links.size(); ++k)
      near_port(links[k], bottom) = ranked_.items[node].x + (static_cast<double>(k) - (count - 1) / 2) * gap;
  }

  void straighten() {
    std::vector<int> order;
    for (std::size_t l = 0; l < ranked_.links.size(); ++l)
      if (ranked_.links[l].edge != none && ports_.upper[l] != ports_.lower[l]) order.push_back(static_cast<int>(l));
    const auto offset = [&](int l) {
      const Link& link = ranked_.links[l];
      return std::abs(ranked_.items[link.upper].x - ranked_.items[link.lower].x);
    };
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return offset(a) < offset(b) - 1e-6; });
    for (int round = 0; round < 2; ++round)
      for (int l : order)
        if (ports_.upper[l] != ports_.lower[l]) try_straight(l);
  }

  void try_straight(int l) {
    const Item &u = ranked_.items[ranked_.links[l].upper], &v = ranked_.items[ranked_.links[l].lower];
    const Pt ru = has_side(u) ? reach(u.ref) : 0, rv = has_side(v) ? reach(v.ref) : 0;
    const Pt low = std::max(u.x - ru, v.x - rv), high = std::min(u.x + ru, v.x + rv);
    if (low > high + 1e-9) return;
    const Pt middle = (low + high) / 2;
    for (Pt x : {ports_.lower[l], ports_.upper[l], v.x, u.x, middle, low, high, (low + middle) / 2, (middle + high) / 2}) {
      if (x < low - 1e-9 || x > high + 1e-9 || strays_from_pin(l, x)) continue;
      if (!fits(l, u, true, x) || !fits(l, v, false, x)) continue;
      ports_.upper[l] = ports_.lower[l] = x;
      return;
    }
  }

  bool strays_from_pin(int l, Pt x) const {
    constexpr Pt slack = 14;
    const Pt *upper = pinned_offset(flat_, ranked_, l, true), *lower = pinned_offset(flat_, ranked_, l, false);
    const Link& link = ranked_.links[l];
    return (upper && std::abs(ranked_.items[link.upper].x + *upper - x) > slack) ||
           (lower && std::abs(ranked_.items[link.lower].x + *lower - x) > slack);
  }

  // Whether the link may end at x beside the other lines of that side.
  bool fits(int l, const Item& item, bool bottom, Pt x) {
    if (!has_side(item)) return std::abs(x - item.x) < 1e-9;
    const auto& links = side(item.ref, bottom);
    if (links.size() < 2) return true;
    const bool trunk = may_share_trunk(item.ref, bottom);
    const Pt gap = std::min(flat_.spacing.port_gap * 0.75, 2 * reach(item.ref) / static_cast<double>(links.size() - 1));
    bool before = true;
    for (int other : links) {
      if (other == l) {
        before = false;
        continue;
      }
      const Pt d = x - near_port(other, bottom);
      if (trunk && std::abs(d) < 1e-9) continue;
      if ((before ? d : -d) < gap - 1e-9) return false;
    }
    return true;
  }

  const Flat& flat_;
  const Ranked& ranked_;
  Ports ports_;
  std::vector<std::vector<int>> down_, up_;
};

}  // namespace

Ports assign_ports(const Flat& flat, const Ranked& ranked) { return PortAssignment(flat, ranked).run(); }

}  // namespace drawplate::layered
