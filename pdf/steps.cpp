// See steps.h.
#include "pdf/steps.h"
#include "layout/page/page_walk.h"

#include <algorithm>
#include <cstddef>
#include <set>
#include <utility>

namespace drawplate::pdf {
namespace {

void collect_steps(const std::vector<Item>& items, std::set<int>& steps) {
  for_each_item(items, [&](const Item& item) {
    steps.insert(item.step);
    if (const TextBlock* text = text_of(item))
      for (const Paragraph& paragraph : text->paragraphs) steps.insert(paragraph.step);
  });
}

void hide_later(std::vector<Item>& items, int step) {
  std::erase_if(items, [&](const Item& item) { return item.step > step; });
  for (Item& item : items) {
    if (auto* members = members_of(item)) hide_later(*members, step);
    if (TextBlock* text = text_of(item)) std::erase_if(text->paragraphs, [&](const Paragraph& p) { return p.step > step; });
  }
}

}  // namespace

SteppedDocument with_steps(const Document& document) {
  SteppedDocument result{document, {}};
  result.document.pages.clear();
  for (std::size_t i = 0; i < document.pages.size(); ++i) {
    std::set<int> steps{0};
    collect_steps(document.pages[i].items, steps);
    for (const int step : steps) {
      Page page = document.pages[i];
      hide_later(page.items, step);
      if (step > 0) {
        page.id.clear();
        page.section.clear();
      }
      result.document.pages.push_back(std::move(page));
      result.slides.push_back(i);
    }
  }
  return result;
}

}  // namespace drawplate::pdf
