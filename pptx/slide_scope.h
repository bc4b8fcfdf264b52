// What the items of one slide share while they are written.
#pragma once

#include "layout/page.h"
#include "pptx/slide_index.h"
#include "pptx/write_pptx.h"
#include "pptx/write_text.h"
#include "pptx/xml.h"

namespace drawplate {

struct SlideScope {
  XmlWriter& xml;
  const SlideIndex& index;
  TextContext text;
  ConnectorForm connectors = ConnectorForm::live;
  int next_id = 0;  ///< for shapes that are no item of their own
};

}  // namespace drawplate
