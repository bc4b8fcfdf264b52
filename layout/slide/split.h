// Parting blocks in two where a slide is too full: at list items, code lines, table rows, paragraphs, and in a paragraph
// only where there is nothing else to part at. It knows nothing of sizes.
#pragma once

#include <cstddef>
#include <utility>

#include "deck/model/deck.h"

namespace drawplate::slide {

/// Units that blocks can be parted between.
std::size_t count_units(const Blocks& blocks);
/// The first `units` of them, and the rest; tables keep their header, numbers count on.
std::pair<Blocks, Blocks> part_blocks(const Blocks& blocks, std::size_t units);

/// Words of the first block's text, and the block parted after some of them. Nothing where it is no text.
std::size_t count_words(const Block& block);
std::pair<Block, Block> part_words(const Block& block, std::size_t words);

/// Where the first thing of the blocks stands in the source.
Span first_origin(const Blocks& blocks);

}  // namespace drawplate::slide
