// Walks over blocks and what is in them.
#pragma once

#include <functional>

#include "deck/model/deck.h"

namespace drawplate {

/// Calls `visit` for every running text in the blocks, in order; code and diagrams hold none.
void for_each_text(Blocks& blocks, const std::function<void(RichText&)>& visit);
/// Calls `visit` for every diagram in the blocks, in order.
void for_each_diagram(const Blocks& blocks, const std::function<void(const AnyDiagram&)>& visit);
/// Calls `visit` for every build step in the blocks, in order: of blocks and of list items.
void for_each_step(Blocks& blocks, const std::function<void(int&)>& visit);

}  // namespace drawplate
