// What a layout makes of a slide's blocks before they are laid out: an agenda's list, an image beside its text.
#pragma once

#include <string>

#include "layout/slide/setting.h"

namespace drawplate::slide {

Blocks prepared_blocks(const Slide& slide, SlideLayout layout, const DeckSetting& deck);

/// The beginning of the first text in the blocks, for slides without a title; empty where there is none.
std::string first_words(const Blocks& blocks);

}  // namespace drawplate::slide
