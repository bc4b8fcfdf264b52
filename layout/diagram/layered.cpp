// Questions about nesting that several phases ask.
#include "layout/diagram/layered.h"

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

int common_group(const Flat& flat, int a, int b) {
  while (a != b) {
    int& later = a > b ? a : b;
    later = flat.groups[later].parent;
  }
  return a;
}

}  // namespace drawplate::layered
