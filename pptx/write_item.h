// Items of a page as the shapes of a slide: one p:sp, p:cxnSp or p:grpSp each. It knows no packages and no other slides.
#pragma once

#include "layout/page.h"
#include "pptx/slide_index.h"
#include "pptx/write_pptx.h"
#include "pptx/write_text.h"
#include "pptx/xml.h"

namespace drawplate {

/// What the items of one slide share while they are written.
struct SlideScope {
  XmlWriter& xml;
  const SlideIndex& index;
  TextContext text;
  ConnectorForm connectors = ConnectorForm::live;
  int next_id = 0;  ///< for shapes that are no item of their own
};

void write_items(SlideScope& scope, const std::vector<Item>& items);

/// The names and properties of p:nvGrpSpPr and p:grpSpPr of a tree's root.
void write_tree_root(XmlWriter& xml);
/// A title placeholder whose place is the layout's.
void write_title_placeholder(XmlWriter& xml, int shape_id, std::string_view title, std::string_view lang);

}  // namespace drawplate
