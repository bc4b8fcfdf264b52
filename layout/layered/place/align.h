// Which lines will be straight: items that stand exactly one above the other form a block.
#pragma once

#include <vector>

#include "layout/layered/model/layered.h"

namespace drawplate::layered {

struct Blocks {
  std::vector<int> of;  ///< block of each item
  int count = 0;
};

/// Requires: ordered layers.
/// Ensures: a block has at most one item in a layer, in neighbouring layers; no two blocks cross, so that their order is
/// free of cycles; a group's left borders are one block, its right borders another.
/// `wanted` are further links to make straight where nothing is in the way, the first ones first.
Blocks align(const Flat& flat, const Ranked& ranked, const std::vector<int>& wanted);

}  // namespace drawplate::layered
