// What the slides of a deck share: layouts with their placeholders, faces and text levels. Computed from the page model; the
// XML of master and layouts is deck_parts', and slides ask here what they need not repeat.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "layout/page/page.h"
#include "pptx/xml.h"

namespace drawplate {

/// How PresentationML names a placeholder.
struct PlaceholderKind {
  std::string_view type;  ///< of p:ph: "title", "body", …
  int index = 0;          ///< its idx; 0: none is written
  std::string_view name, prompt;
};
/// Not for Placeholder::none.
const PlaceholderKind& placeholder_kind(Placeholder placeholder);

/// The attributes of p:ph on layouts and slides.
XmlAttributes placeholder_attributes(Placeholder placeholder);

/// Which of the theme's two faces a placeholder's text has.
enum class ThemeFace : std::uint8_t { heading, body };
ThemeFace theme_face(Placeholder placeholder);

/// How text looks where its runs and paragraphs say nothing.
struct LevelStyle {
  Pt size = 18;
  bool bold = false;
  Color color;
  Align align = Align::left;
  Pt indent = 0, hanging = 0;
  std::string bullet{}, bullet_family{};  ///< a character and its face's family; empty: none
  std::optional<Color> bullet_color{};    ///< none: the text's
};

struct DesignLayout {
  PageLayout layout;
  bool shows_title = true;  ///< false: the title stands above the slide, where only outlines and screen readers see it
};

struct SlideDesign {
  DocumentTheme theme;                ///< with the families that the slides' texts have
  LevelStyle title;                   ///< the master's
  std::array<LevelStyle, 9> levels;   ///< the master's
  std::vector<DesignLayout> layouts;  ///< one a part
  std::vector<std::size_t> layout_of_page;

  /// The frame that a page's placeholder inherits; null where its layout has none.
  const PageLayout::Frame* frame(std::size_t page, Placeholder placeholder) const;
  /// What a level of that placeholder's text inherits on pages of that layout.
  LevelStyle style(std::size_t page, Placeholder placeholder, int level) const;
};

/// For documents with layouts.
SlideDesign design_of(const Document& document, const FontCatalog& fonts);

/// The family by which Office knows a face: "Inter SemiBold".
const std::string& office_family(const FontCatalog& fonts, FaceId face);

/// The slide's size of a document: its first page's.
Size slide_size(const Document& document);

}  // namespace drawplate
