// The weights follow what readers mind most: crossings, then corners and ways round (Purchase, GD 1997; Ware et al. 2002).
#include "layout/layered/detours/flaws.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "layout/layered/detours/hard_faults.h"
#include "layout/layered/detours/scene.h"

namespace drawplate::layered {
namespace {

/// More than all else together: a drawing with a line through a thing is taken only where there is no other.
constexpr double broken = 10;
constexpr double crossing = 0.5, corner = 0.15, bent = 0.2, detour = 0.3, not_aligned = 0.4, not_centred = 0.3, page = 0.6;

class Flaws {
 public:
  Flaws(const LayoutGraph& graph, const Drawing& drawing) : graph_(graph), drawing_(drawing) {}

  double sum() {
    const double count = std::max<double>(1, static_cast<double>(graph_.edges.size()));
    measure_lines();
    return (crossing * crossings() + corner * corners_ + bent * bent_) / count + detour * (ideal_ > 0 ? length_ / ideal_ - 1 : 0) +
           not_aligned * share_not_aligned() + not_centred * share_not_centred() + page * size_term() +
           broken * hard_faults(graph_, drawing_);
  }

 private:
  bool is_level() const { return graph_.direction == Direction::right || graph_.direction == Direction::left; }
  Pt across(const Rect& r) const { return is_level() ? r.mid_y() : r.mid_x(); }

  Rect box(const LayoutEnd& end) const { return end.is_group ? drawing_.groups[end.index] : drawing_.nodes[end.index]; }

  void measure_lines() {
    for (std::size_t e = 0; e < graph_.edges.size(); ++e) {
      const auto& points = drawing_.edges[e].points;
      if (points.size() < 2) continue;
      corners_ += static_cast<double>(points.size()) - 2;
      bent_ += points.size() > 2;
      for (std::size_t k = 0; k + 1 < points.size(); ++k)
        length_ += std::abs(points[k].x - points[k + 1].x) + std::abs(points[k].y - points[k + 1].y);
      const Rect a = box(graph_.edges[e].from), b = box(graph_.edges[e].to);
      ideal_ += std::max(
          20.0, std::max({0.0, a.left() - b.right(), b.left() - a.right()}) + std::max({0.0, a.top() - b.bottom(), b.top() - a.bottom()}));
    }
  }

  double crossings() const {
    double count = 0;
    for (std::size_t e = 0; e < drawing_.edges.size(); ++e)
      for (std::size_t f = e + 1; f < drawing_.edges.size(); ++f) count += crossings_of(drawing_.edges[e].points, drawing_.edges[f].points);
    return count;
  }

  static int crossings_of(const std::vector<Point>& p, const std::vector<Point>& q) {
    int count = 0;
    for (std::size_t k = 0; k + 1 < p.size(); ++k)
      for (std::size_t j = 0; j + 1 < q.size(); ++j) {
        const bool upright = p[k].x == p[k + 1].x;
        if (upright == (q[j].x == q[j + 1].x)) continue;
        const Rect a = box_of_piece(p[k], p[k + 1]), b = box_of_piece(q[j], q[j + 1]);
        const Rect &h = upright ? b : a, &v = upright ? a : b;
        count += v.x > h.left() + 0.1 && v.x < h.right() - 0.1 && h.y > v.top() + 0.1 && h.y < v.bottom() - 0.1;
      }
    return count;
  }

  double share_not_aligned() const {
    std::vector<char> linked(graph_.nodes.size(), 0), aligned(graph_.nodes.size(), 0);
    for (const LayoutEdge& e : graph_.edges) {
      if (e.from.is_group || e.to.is_group || e.from.index == e.to.index) continue;
      const bool same = std::abs(across(drawing_.nodes[e.from.index]) - across(drawing_.nodes[e.to.index])) <= 1;
      for (const std::uint32_t v : {e.from.index, e.to.index}) linked[v] = 1, aligned[v] = aligned[v] || same;
    }
    const auto all = std::count(linked.begin(), linked.end(), 1), good = std::count(aligned.begin(), aligned.end(), 1);
    return all == 0 ? 0 : 1 - static_cast<double>(good) / static_cast<double>(all);
  }

  double share_not_centred() const {
    struct Spread {
      Pt low = 1e18, high = -1e18;
      std::uint32_t first = 0;
      bool several = false;
    };
    std::vector<Spread> spread(graph_.nodes.size());
    std::vector<char> any(graph_.nodes.size(), 0);
    for (const LayoutEdge& e : graph_.edges) {
      if (e.from.is_group || e.to.is_group || e.from.index == e.to.index) continue;
      Spread& s = spread[e.from.index];
      if (any[e.from.index] && s.first != e.to.index) s.several = true;
      if (!any[e.from.index]) s.first = e.to.index, any[e.from.index] = 1;
      s.low = std::min(s.low, across(drawing_.nodes[e.to.index]));
      s.high = std::max(s.high, across(drawing_.nodes[e.to.index]));
    }
    double all = 0, bad = 0;
    for (std::size_t v = 0; v < spread.size(); ++v) {
      if (!spread[v].several) continue;
      ++all;
      const Pt off = std::abs(across(drawing_.nodes[v]) - (spread[v].low + spread[v].high) / 2);
      bad += off > std::max(2.0, 0.08 * (spread[v].high - spread[v].low));
    }
    return all == 0 ? 0 : bad / all;
  }

  // The page side the drawing needs, over what its boxes alone would fill.
  double size_term() const {
    double area = 1;
    for (const Rect& n : drawing_.nodes) area += n.width * n.height;
    const Pt needed = std::max(drawing_.bounds.width, drawing_.bounds.height * graph_.aspect);
    return 0.1 * std::log(std::max(1.0, needed / std::sqrt(area * graph_.aspect)));
  }

  const LayoutGraph& graph_;
  const Drawing& drawing_;
  double corners_ = 0, bent_ = 0;
  Pt length_ = 0, ideal_ = 0;
};

}  // namespace

double flaws_of(const LayoutGraph& graph, const Drawing& drawing) { return Flaws(graph, drawing).sum(); }

}  // namespace drawplate::layered
