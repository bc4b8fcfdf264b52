// One slide of the deck → one page, or several where its content does not fit one.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>

#include "layout/slide/plan.h"

namespace drawplate::slide {

/// Lays out the slides of a deck one after the other into its document.
class SlideWriter {
 public:
  SlideWriter(const DeckSetting& deck, Document& document, Report& report) : deck_(deck), document_(document), report_(report) {}

  void add(const Slide& slide);

 private:
  std::uint32_t layout_index(const Plan& plan, const Palette& palette);
  void warn_continued(const Slide& slide, const Blocks& rest);

  const DeckSetting& deck_;
  Document& document_;
  Report& report_;
  std::map<std::pair<std::string, std::string>, std::uint32_t> layouts_;  ///< by name and background
};

}  // namespace drawplate::slide
