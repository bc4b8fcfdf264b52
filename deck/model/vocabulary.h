// The words for the closed sets of a diagram, by enumerator: readers, the schema, dumps and the YAML writer share them.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

#include "deck/model/diagram.h"

namespace drawplate {

inline constexpr std::array<std::string_view, 4> direction_names = {"down", "up", "right", "left"};
inline constexpr std::array<std::string_view, 2> text_direction_names = {"ltr", "rtl"};
inline constexpr std::array<std::string_view, 5> line_names = {"solid", "dashed", "dotted", "thick", "invisible"};
inline constexpr std::array<std::string_view, 6> head_names = {"none", "arrow", "open", "circle", "diamond", "cross"};
inline constexpr std::array<std::string_view, 3> route_names = {"orthogonal", "straight", "curved"};
inline constexpr std::array<std::string_view, 2> edge_kind_names = {"normal", "loop"};
inline constexpr std::array<std::string_view, 4> side_names = {"top", "right", "bottom", "left"};
inline constexpr std::array<std::string_view, 3> wish_names = {"same_row", "order", "align"};
inline constexpr std::array<std::string_view, 36> shape_names = {"card",          "rect",
                                                                 "round",         "pill",
                                                                 "ellipse",       "circle",
                                                                 "double_circle", "diamond",
                                                                 "hexagon",       "octagon",
                                                                 "parallelogram", "parallelogram_back",
                                                                 "trapezoid",     "trapezoid_inverted",
                                                                 "triangle",      "triangle_inverted",
                                                                 "cylinder",      "cylinder_lying",
                                                                 "document",      "documents",
                                                                 "queue",         "cloud",
                                                                 "actor",         "note",
                                                                 "text",          "subroutine",
                                                                 "tag",           "asymmetric",
                                                                 "folder",        "component",
                                                                 "house",         "bar",
                                                                 "dot",           "dot_ringed",
                                                                 "brace",         "table"};
static_assert(static_cast<std::size_t>(NodeShape::table) + 1 == shape_names.size());

template <class Enum>
std::optional<Enum> find_word(std::string_view word, std::span<const std::string_view> names) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i] == word) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

template <class Enum>
std::string_view word_for(Enum value, std::span<const std::string_view> names) {
  return names[static_cast<std::size_t>(value)];
}

}  // namespace drawplate
