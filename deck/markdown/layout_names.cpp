// The table; a layout has as many names as there are tools that know it.
#include "deck/markdown/layout_names.h"

#include <algorithm>
#include <optional>
#include <string_view>

namespace drawplate {
namespace {

struct LayoutName {
  std::string_view name;
  SlideLayout layout;
};
constexpr LayoutName layout_names[] = {
    {"title", SlideLayout::title},
    {"section", SlideLayout::section},
    {"content", SlideLayout::content},
    {"two-columns", SlideLayout::two_columns},
    {"comparison", SlideLayout::comparison},
    {"image-right", SlideLayout::image_right},
    {"image-left", SlideLayout::image_left},
    {"full-image", SlideLayout::full_image},
    {"quote", SlideLayout::quote},
    {"statement", SlideLayout::statement},
    {"diagram", SlideLayout::diagram},
    {"table", SlideLayout::table},
    {"code", SlideLayout::code},
    {"agenda", SlideLayout::agenda},
    {"blank", SlideLayout::blank},
    // Slidev's
    {"cover", SlideLayout::title},
    {"intro", SlideLayout::title},
    {"default", SlideLayout::content},
    {"center", SlideLayout::statement},
    {"end", SlideLayout::statement},
    {"fact", SlideLayout::statement},
    {"full", SlideLayout::blank},
    {"none", SlideLayout::blank},
    {"image", SlideLayout::full_image},
    {"two-cols", SlideLayout::two_columns},
    {"two-cols-header", SlideLayout::two_columns},
    // Marp's and reveal's classes
    {"lead", SlideLayout::statement},
    {"toc", SlideLayout::agenda},
    {"title-slide", SlideLayout::title},
};

}  // namespace

std::optional<SlideLayout> find_layout(std::string_view name) {
  const auto found =
      std::find_if(std::begin(layout_names), std::end(layout_names), [&](const LayoutName& known) { return known.name == name; });
  return found == std::end(layout_names) ? std::nullopt : std::optional(found->layout);
}

}  // namespace drawplate
