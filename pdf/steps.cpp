// See steps.h.
#include "pdf/steps.h"
#include "layout/page/page_walk.h"

#include <algorithm>
#include <cstddef>
#include <set>
#include <utility>
#include <variant>

namespace drawplate::pdf {
namespace {

TextBlock* editable_text_of(Item& item) {
  if (auto* block = std::get_if<TextBlock>(&item.what)) return block;
  auto* shape = std::get_if<Shape>(&item.what);
  return shape && shape->text ? &*shape->text : nullptr;
}

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
    if (auto* group = std::get_if<ItemGroup>(&item.what)) hide_later(group->items, step);
    if (TextBlock* text = editable_text_of(item)) std::erase_if(text->paragraphs, [&](const Paragraph& p) { return p.step > step; });
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
