// See preset_shapes.h.
#include "pptx/preset_shapes.h"

#include <array>
#include <cstddef>

namespace drawplate {
int custom_site(Side side) {
  constexpr std::array<int, 4> sites = {0, 3, 2, 1};
  return sites[static_cast<std::size_t>(side)];
}

std::string_view preset_dash(Dash dash) {
  constexpr std::array<std::string_view, 4> names = {"solid", "dash", "dot", "dashDot"};
  return names[static_cast<std::size_t>(dash)];
}

std::string_view head_type(HeadKind kind) {
  constexpr std::array<std::string_view, 6> names = {"none", "triangle", "arrow", "oval", "diamond", "none"};
  return names[static_cast<std::size_t>(kind)];
}

std::string_view head_size(HeadSize size) {
  constexpr std::array<std::string_view, 3> names = {"sm", "med", "lg"};
  return names[static_cast<std::size_t>(size)];
}

}  // namespace drawplate
