// Items of a page as the shapes of a slide: one p:sp, p:cxnSp or p:grpSp each. It knows no packages and no other slides.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "pptx/slide_scope.h"

namespace drawplate {

void write_items(SlideScope& scope, const std::vector<Item>& items);

/// The names and properties of p:nvGrpSpPr and p:grpSpPr of a tree's root.
void write_tree_root(XmlWriter& xml);
/// Where a title stands that no item draws.
struct TitlePlace {
  std::string_view lang;
  std::optional<EmuFrame> frame{};  ///< none: the layout's
};
void write_title_placeholder(XmlWriter& xml, int shape_id, std::string_view title, const TitlePlace& place);

}  // namespace drawplate
