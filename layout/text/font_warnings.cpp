// See font_warnings.h.
#include "layout/text/font_warnings.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "base/utf8.h"
#include "layout/page/page_walk.h"
#include "layout/text/emoji.h"

namespace drawplate {
namespace {

bool shows_emoji(const GlyphRun& run) {
  if (is_ascii(run.text)) return false;
  return std::any_of(run.glyphs.begin(), run.glyphs.end(), [&](const Glyph& glyph) {
    return glyph.id != 0 && is_emoji(std::string_view(run.text).substr(glyph.text_begin, glyph.text_end - glyph.text_begin));
  });
}

class FaceReporter {
 public:
  FaceReporter(const FontCatalog& fonts, Report& report) : fonts_(fonts), report_(report) {}

  void read(const Page& page) {
    for_each_item(page.items, [&](const Item& item) {
      origin_ = item.origin;
      for_each_run(item, [&](const GlyphRun& run) { read(run); });
    });
  }

 private:
  void read(const GlyphRun& run) {
    const Face& face = fonts_.face(run.face);
    if (!face.has_color_layers() && shows_emoji(run))
      say(fmt::format("emoji are drawn in one colour: no installed font has them in layers of colour, and '{}' has outlines",
                      face.family()),
          "a font with COLR layers is drawn in its colours", "emoji");
    if (run.lacks_italic)
      say(fmt::format("'{}' has no italic: upright letters are used", face.family()),
          "choose a family that has one, or mark the text otherwise", "italic " + face.family());
    if (run.lacks_bold)
      say(fmt::format("'{}' has no bold: letters of weight {} are used", face.family(), face.weight()),
          "choose a family that has one, or mark the text otherwise", "bold " + face.family());
  }

  void say(std::string message, const char* hint, std::string about) {
    if (said_.insert(std::move(about)).second) report_.warning(origin_, std::move(message)).help(hint);
  }

  const FontCatalog& fonts_;
  Report& report_;
  Span origin_;
  std::set<std::string> said_;
};

}  // namespace

void report_faces(const Document& document, const FontCatalog& fonts, Report& report) {
  FaceReporter reporter(fonts, report);
  for (const Page& page : document.pages) reporter.read(page);
}

}  // namespace drawplate
