// Nothing is decided here but the order of the phases, and that a group whose title a line crosses is placed again, wider.
#include "layout/layered/pipeline/pipeline.h"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "layout/layered/layering/cycles.h"
#include "layout/layered/layering/expand.h"
#include "layout/layered/layering/layers.h"
#include "layout/layered/order/levels.h"
#include "layout/layered/order/order.h"
#include "layout/layered/place/lanes.h"
#include "layout/layered/place/place.h"
#include "layout/layered/route/draw.h"
#include "layout/layered/route/ports.h"
#include "layout/layered/route/rows.h"
#include "layout/layered/route/side_ends.h"
#include "layout/layered/route/tracks.h"

namespace drawplate::layered {
namespace {

struct Entry {
  int item = none;
  Pt x = 0;
};

// Where lines come into a group through the side that its title stands on, left to right.
std::vector<Entry> entries_of(const Flat& flat, const Ranked& ranked, const Ports& ports, int group) {
  const bool at_top = flat.groups[group].title_side == Side::top;
  const int layer = at_top ? ranked.spans[group].first : ranked.spans[group].last;
  std::vector<Entry> found;
  for (int i : ranked.layers[layer]) {
    if (!is_inside(flat, ranked.items[i].group, group) || ranked.items[i].kind == ItemKind::group_port) continue;
    for (int l : at_top ? ranked.up[i] : ranked.down[i])
      if (ranked.links[l].edge != none) found.push_back({i, at_top ? ports.lower[l] : ports.upper[l]});
  }
  std::sort(found.begin(), found.end(), [](const Entry& a, const Entry& b) { return a.x < b.x; });
  return found;
}

// Titles that a line crosses get room beside all lines, on the side where it costs less.
std::vector<TitleRoom> missing_rooms(const Flat& flat, const Ranked& ranked, const Ports& ports, const FlatDrawing& drawing) {
  std::vector<TitleRoom> rooms;
  for (std::size_t g = 0; g < flat.groups.size(); ++g) {
    const FlatGroup& group = flat.groups[g];
    if (group.title_length <= 0 || (group.title_side != Side::top && group.title_side != Side::bottom)) continue;
    const int index = static_cast<int>(g);
    if (drawing.title_clear[g]) continue;
    const std::vector<Entry> entries = entries_of(flat, ranked, ports, index);
    if (entries.empty()) continue;
    const Pt needed = group.title_length + 26;
    const Entry first = entries.front(), last = entries.back();
    const Pt left_cost = needed - (first.x - drawing.groups[g].left()), right_cost = needed - (drawing.groups[g].right() - last.x);
    if (left_cost <= right_cost)
      rooms.push_back({index, first.item, needed + ranked.items[first.item].x - first.x, true});
    else
      rooms.push_back({index, last.item, needed - ranked.items[last.item].x + last.x, false});
  }
  return rooms;
}

// None of these phases sees a size.
Ordered order_part(const Flat& flat) {
  Ordered ordered;
  const std::vector<int> row_of = find_rows(flat);
  ordered.runs = find_feedback(flat, row_of);
  ordered.layering = assign_layers(flat, ordered.runs, row_of);
  Ranked ranked = expand(flat, ordered.runs, ordered.layering);
  order_layers(flat, ranked);
  ordered.layers = std::move(ranked.layers);
  return ordered;
}

Ranked ranked_of(const Flat& flat, const Ordered& ordered) {
  Ranked ranked = expand(flat, ordered.runs, ordered.layering);
  ranked.layers = ordered.layers;
  for (const auto& layer : ranked.layers)
    for (std::size_t k = 0; k < layer.size(); ++k) ranked.items[layer[k]].pos = static_cast<int>(k);
  return ranked;
}

}  // namespace

FlatDrawing layout_part(const Flat& flat, Memory& memory) {
  Memory::Structure structure = Memory::structure_of(flat);
  const Ordered* ordered = memory.find(structure);
  if (!ordered) ordered = memory.keep(std::move(structure), order_part(flat));
  Ranked ranked = ranked_of(flat, *ordered);
  straighten_levels(flat, ranked);
  add_lanes(flat, ranked);
  const int most_attempts = ranked.items.size() > 10'000 ? 1 : 2;
  std::vector<TitleRoom> rooms;
  for (int attempt = 0;; ++attempt) {
    place_across(flat, ranked, rooms);
    Ports ports = assign_ports(flat, ranked);
    use_sides(flat, ranked, ports);
    const Tracks tracks = assign_tracks(flat, ranked, ports);
    const Rows rows = place_along(flat, ranked, tracks);
    FlatDrawing drawing = draw(flat, ranked, ports, tracks, rows);
    if (attempt == most_attempts) return drawing;
    const std::vector<TitleRoom> missing = missing_rooms(flat, ranked, ports, drawing);
    if (missing.empty()) return drawing;
    rooms.insert(rooms.end(), missing.begin(), missing.end());
  }
}

}  // namespace drawplate::layered
