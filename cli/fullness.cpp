// One line a slide, and the size of its text where that is smaller.
#include "cli/fullness.h"

#include <fmt/format.h>

#include <cmath>
#include <cstddef>

namespace drawplate {
namespace {

int percent(double share) { return static_cast<int>(std::lround(share * 100)); }

}  // namespace

std::string fullness_table(const Document& document) {
  std::string out;
  for (std::size_t i = 0; i < document.pages.size(); ++i) {
    const Page& page = document.pages[i];
    if (!page.layout) continue;
    if (out.empty()) out = "page  full  text\n";
    const std::string text = page.text_factor < 1 ? fmt::format("{} %", percent(page.text_factor)) : std::string();
    out += fmt::format("{:4} {:4} %  {:>5}  {}\n", i + 1, percent(page.fullness), text, page.title);
  }
  return out;
}

}  // namespace drawplate
