// Parts are told apart by all that is given of them, so that what is found is what would have been found again.
#include "layout/layered/pipeline/memory.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace drawplate::layered {
namespace {

bool same_insets(const Insets& a, const Insets& b) {
  return a.left == b.left && a.top == b.top && a.right == b.right && a.bottom == b.bottom;
}

bool same_group(const FlatGroup& a, const FlatGroup& b) {
  return a.parent == b.parent && same_insets(a.pad, b.pad) && a.min_width == b.min_width && a.min_height == b.min_height &&
         a.title_length == b.title_length && a.title_depth == b.title_depth && a.title_side == b.title_side;
}

bool same_part(const Flat& a, const Flat& b) {
  return a.nodes == b.nodes && a.edges == b.edges && a.same_row == b.same_row && a.in_order == b.in_order && a.aligned == b.aligned &&
         a.spacing == b.spacing && std::equal(a.groups.begin(), a.groups.end(), b.groups.begin(), b.groups.end(), same_group);
}

constexpr bool LayoutVariant::*choices[] = {&LayoutVariant::lanes_mirrored, &LayoutVariant::lanes_straight, &LayoutVariant::even_parents,
                                            &LayoutVariant::leaning};
static_assert(sizeof(LayoutVariant) == std::size(choices), "every choice is listed here");

}  // namespace

bool agree(const LayoutVariant& a, const LayoutVariant& b, const LayoutVariant& asked) {
  return std::all_of(std::begin(choices), std::end(choices), [&](auto choice) { return !(asked.*choice) || a.*choice == b.*choice; });
}

void add_asked(LayoutVariant& asked, const LayoutVariant& more) {
  for (const auto choice : choices) asked.*choice = asked.*choice || more.*choice;
}

Memory::Structure Memory::structure_of(const Flat& flat) {
  Structure s{static_cast<double>(flat.nodes.size()), static_cast<double>(flat.groups.size()), static_cast<double>(flat.edges.size())};
  s.reserve(3 + 2 * flat.nodes.size() + flat.groups.size() + 6 * flat.edges.size());
  for (const FlatNode& n : flat.nodes) s.insert(s.end(), {static_cast<double>(n.group), static_cast<double>(n.written)});
  for (const FlatGroup& g : flat.groups) s.push_back(g.parent);
  for (const FlatEdge& e : flat.edges) {
    const auto end = [](const End& x) { return static_cast<double>(2 * x.index + (x.is_group ? 1 : 0)); };
    s.insert(s.end(),
             {end(e.from), end(e.to), e.label_width > 0 ? 1.0 : 0.0, static_cast<double>(e.min_length), e.weight, e.is_drawn ? 1.0 : 0.0});
  }
  for (const auto* wishes : {&flat.same_row, &flat.in_order}) {
    s.push_back(static_cast<double>(wishes->size()));
    for (const std::vector<int>& wish : *wishes) {
      s.push_back(static_cast<double>(wish.size()));
      s.insert(s.end(), wish.begin(), wish.end());
    }
  }
  return s;
}

const Ordered* Memory::find(const Structure& structure) const {
  const auto at = ordered_.find(structure);
  return at == ordered_.end() ? nullptr : &at->second;
}

const Ordered* Memory::keep(Structure structure, Ordered ordered) {
  return &ordered_.insert_or_assign(std::move(structure), std::move(ordered)).first->second;
}

const DrawnPart* PartStore::find(const Flat& flat) const {
  for (const DrawnPart& p : parts_)
    if (agree(p.flat.variant, flat.variant, p.asked) && same_part(p.flat, flat)) return &p;
  return nullptr;
}

}  // namespace drawplate::layered
