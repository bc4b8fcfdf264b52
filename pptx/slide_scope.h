// What the items of one slide share while they are written.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "layout/page/page.h"
#include "pptx/pptx_options.h"
#include "pptx/slide_index.h"
#include "pptx/write_run.h"
#include "pptx/xml.h"

namespace drawplate {

/// A shape, or paragraphs of one, that appears at a click.
struct BuildTarget {
  int step = 0;
  int shape_id = 0;
  std::optional<std::pair<int, int>> paragraphs{};  ///< first and last; none: the whole shape
  bool is_text = false;                             ///< a p:sp with text
};

struct SlideScope {
  XmlWriter& xml;
  const SlideIndex& index;
  TextContext text;
  ConnectorForm connectors = ConnectorForm::live;
  int next_id = 0;                                    ///< for shapes that are no item of their own
  std::function<std::string(ImageId image)> image{};  ///< → relationship id
  std::function<int(ImageId image)> orientation{};    ///< EXIF's
  std::vector<BuildTarget> builds{};

  /// True where the slide's layout has a frame for it.
  bool has_frame(Placeholder placeholder) const {
    return placeholder != Placeholder::none && text.design && text.design->frame(text.page, placeholder);
  }
};

}  // namespace drawplate
