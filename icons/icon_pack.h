// The long tail of icons: a pack of another project, found and turned into text when drawplate is configured. The table is
// generated into the build folder (cmake/icon_pack.cmake) and is empty where the pack is not installed.
#pragma once

#include <span>
#include <string_view>

namespace drawplate {

struct PackIcon {
  std::string_view name;
  std::string_view paths;  ///< path data on a 16 x 16 grid, one filled path a line
};

/// bootstrap-icons, sorted by name; drawn to the edge of their grid.
std::span<const PackIcon> bootstrap_icons();
/// Their licence, which has to go wherever the program goes; empty where the pack is.
std::string_view bootstrap_icons_license();

}  // namespace drawplate
