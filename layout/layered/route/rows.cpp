// Tracks run in a zone of their own, below the groups that end and above those that begin, so that a horizontal piece never
// lies on a border or a title.
#include "layout/layered/route/rows.h"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace drawplate::layered {
namespace {

constexpr Pt head_clearance = 18;  ///< from the last track to an arrow's tip: the head and a stub
constexpr Pt tail_clearance = 10;

class RowPlacement {
 public:
  RowPlacement(const Flat& flat, Ranked& ranked, const Tracks& tracks) : flat_(flat), ranked_(ranked), tracks_(tracks) {
    extra_.assign(flat.groups.size(), 0);
  }

  Rows run() {
    for (int round = 0; round < 4; ++round) {
      find_needs();
      stack_layers();
      span_groups();
      if (!stretch_low_groups()) break;
    }
    return std::move(rows_);
  }

 private:
  // Room between a group's border and the layer where it begins or ends, with the groups that do so inside it.
  void find_needs() {
    const int count = static_cast<int>(flat_.groups.size());
    need_top_.assign(count, 0);
    need_bottom_.assign(count, 0);
    for (int g = count - 1; g >= 0; --g) {
      need_top_[g] += flat_.groups[g].pad.top;
      need_bottom_[g] += flat_.groups[g].pad.bottom + extra_[g];
      const int parent = flat_.groups[g].parent;
      if (parent == none) continue;
      const GroupSpan inner = ranked_.spans[g], outer = ranked_.spans[parent];
      if (inner.first == outer.first) need_top_[parent] = std::max(need_top_[parent], need_top_[g]);
      if (inner.last == outer.last) need_bottom_[parent] = std::max(need_bottom_[parent], need_bottom_[g]);
    }
  }

  void stack_layers() {
    const int layers = static_cast<int>(ranked_.layers.size());
    std::vector<Pt> opening(layers, 0), closing(layers, 0);
    for (std::size_t g = 0; g < flat_.groups.size(); ++g) {
      opening[ranked_.spans[g].first] = std::max(opening[ranked_.spans[g].first], need_top_[g]);
      closing[ranked_.spans[g].last] = std::max(closing[ranked_.spans[g].last], need_bottom_[g]);
    }
    rows_ = {};
    rows_.pitch = flat_.spacing.edge_gap;
    Pt y = opening.empty() ? 0 : opening[0];
    for (int l = 0; l < layers; ++l) {
      Pt height = 0;
      for (int i : ranked_.layers[l]) height = std::max(height, ranked_.items[i].height);
      rows_.top.push_back(y);
      rows_.bottom.push_back(y + height);
      for (int i : ranked_.layers[l]) ranked_.items[i].y = y + height / 2;
      y += height + closing[l];
      const Pt open = l + 1 < layers ? opening[l + 1] : 0;
      const Pt zone = zone_height(l, closing[l] + open);
      const Pt tracks = std::max(0, tracks_.count[l] - 1) * rows_.pitch;
      const Pt slack = zone - tracks - head_clearance - tail_clearance;
      rows_.first_track.push_back(y + tail_clearance + std::max(0.0, slack / 2));
      y += zone + open;
    }
  }

  Pt zone_height(int channel, Pt borders) const {
    const bool plain_above = !has_nodes(channel), plain_below = !has_nodes(channel + 1);
    Pt least = flat_.spacing.layer_gap;
    if (plain_above || plain_below) least = flat_.spacing.layer_gap * 0.45;
    if (borders > 0) least = std::max(least - borders * 0.6, flat_.spacing.layer_gap * 0.4);
    const int tracks = tracks_.count[channel];
    if (tracks == 0) return least;
    return std::max(least, tail_clearance + head_clearance + (tracks - 1) * flat_.spacing.edge_gap);
  }

  bool has_nodes(int layer) const {
    if (layer >= static_cast<int>(ranked_.layers.size())) return true;
    const auto& items = ranked_.layers[layer];
    return std::any_of(items.begin(), items.end(), [&](int i) { return ranked_.items[i].kind == ItemKind::node; });
  }

  void span_groups() {
    const int count = static_cast<int>(flat_.groups.size());
    rows_.group_top.assign(count, 1e18);
    rows_.group_bottom.assign(count, -1e18);
    for (const Item& item : ranked_.items) {
      if (item.group == none || item.kind == ItemKind::border_left || item.kind == ItemKind::border_right) continue;
      if (item.kind == ItemKind::bend || item.kind == ItemKind::lane) continue;
      Pt& top = rows_.group_top[item.group];
      Pt& bottom = rows_.group_bottom[item.group];
      top = std::min(top, item.y - item.height / 2);
      bottom = std::max(bottom, item.y + item.height / 2);
    }
    for (int g = count - 1; g >= 0; --g) {
      rows_.group_top[g] -= flat_.groups[g].pad.top;
      rows_.group_bottom[g] += flat_.groups[g].pad.bottom + extra_[g];
      const int parent = flat_.groups[g].parent;
      if (parent == none) continue;
      rows_.group_top[parent] = std::min(rows_.group_top[parent], rows_.group_top[g]);
      rows_.group_bottom[parent] = std::max(rows_.group_bottom[parent], rows_.group_bottom[g]);
    }
  }

  bool stretch_low_groups() {
    bool changed = false;
    for (std::size_t g = 0; g < flat_.groups.size(); ++g) {
      const Pt lacking = flat_.groups[g].min_height - (rows_.group_bottom[g] - rows_.group_top[g]);
      if (lacking <= 1e-6) continue;
      extra_[g] += lacking;
      changed = true;
    }
    return changed;
  }

  const Flat& flat_;
  Ranked& ranked_;
  const Tracks& tracks_;
  std::vector<Pt> extra_, need_top_, need_bottom_;
  Rows rows_;
};

}  // namespace

Rows place_along(const Flat& flat, Ranked& ranked, const Tracks& tracks) { return RowPlacement(flat, ranked, tracks).run(); }

}  // namespace drawplate::layered
