// Questions about nesting that several phases ask.
#include "layout/layered/model/layered.h"

namespace drawplate::layered {

std::vector<int> ancestors(const Flat& flat, int group) {
  std::vector<int> up;
  for (; group != none; group = flat.groups[group].parent) up.push_back(group);
  return up;
}

bool is_inside(const Flat& flat, int group, int ancestor) {
  if (ancestor == none) return true;
  while (group > ancestor) group = flat.groups[group].parent;  // parents have smaller numbers
  return group == ancestor;
}

const Pt* pinned_offset(const Flat& flat, const Ranked& ranked, int link, bool upper) {
  const Link& l = ranked.links[link];
  if (l.edge == none) return nullptr;
  const Chain& chain = ranked.chains[l.edge];
  const bool at_last = chain.level && l.upper == chain.items.back();  // a level line goes up at its end
  if (upper ? l.upper != chain.items.front() && !at_last : chain.level || l.lower != chain.items.back()) return nullptr;
  const FlatEdge& e = flat.edges[l.edge];
  const bool is_from = chain.level ? !at_last : upper != chain.reversed;
  if (!(is_from ? e.from_pinned : e.to_pinned)) return nullptr;
  return is_from ? &e.from_offset : &e.to_offset;
}

int common_group(const Flat& flat, int a, int b) {
  while (a != b) {
    int& later = a > b ? a : b;
    later = flat.groups[later].parent;
  }
  return a;
}

}  // namespace drawplate::layered
