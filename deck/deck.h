// The author's document: pages of blocks. Today a deck holds one slide with one diagram; talks will hold more.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "deck/diagram.h"

namespace drawplate {

struct Slide {
  Diagram diagram;
};

struct Deck {
  std::string title, author, date, lang;
  std::vector<Slide> slides;
};

}  // namespace drawplate
