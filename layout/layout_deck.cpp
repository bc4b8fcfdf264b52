// See layout_deck.h.
#include "layout/layout_deck.h"

#include <cstddef>

#include "layout/diagram/diagram_page.h"
#include "layout/slide/slide_pages.h"
#include "layout/text/font_warnings.h"

namespace drawplate {
namespace {

constexpr Size usual_page{960, 540};  ///< of slides, where the page was to fit one diagram

DocumentTheme document_theme(const Theme& theme, FontCatalog& fonts) {
  DocumentTheme out{.name = theme.name,
                    .background = theme.background,
                    .card = theme.card,
                    .ink = theme.ink,
                    .muted = theme.muted,
                    .connector = theme.connector,
                    .loop = theme.loop};
  for (std::size_t i = 0; i < out.accents.size(); ++i) out.accents[i] = theme.accents[i].outline;
  // What other programs find the families by, not what the theme asked for.
  const auto office_family = [&](TextRole role) {
    const TextStyle& style = theme.style(role);
    const Result<FaceId> face = fonts.match({style.family, 400, false});
    return face ? fonts.face(*face).legacy_family() : style.family;
  };
  out.heading_family = office_family(TextRole::card_title);
  out.body_family = office_family(TextRole::card_subtitle);
  return out;
}

}  // namespace

Result<Document> layout_deck(const Deck& deck, const Theme& theme, const LayoutOptions& options, FontCatalog& fonts, Report& report) {
  for (const TextStyle& style : theme.type)
    if (const Result<FaceId> face = fonts.match({style.family, style.weight, style.italic}); !face) return failure(face.error().message);
  Document document;
  document.theme = document_theme(theme, fonts);
  document.meta.created = options.created;
  document.meta.author = deck.author;
  document.meta.title = deck.title.empty() ? options.untitled : deck.title;
  document.meta.lang = !deck.lang.empty() ? deck.lang : theme.lang;
  slide::ImageTable images(deck, document);
  const Size page = options.page.fit ? usual_page : options.page.size;
  const slide::DeckSetting setting{deck, theme, page, slide::page_factor(page), fonts, options, document.meta.lang, images};
  slide::SlideWriter slides(setting, document, report);
  for (const Slide& slide : deck.slides) {
    if (slide.whole_page)
      document.pages.push_back(layout_diagram(*slide.whole_page, theme, options, fonts, report));
    else
      slides.add(slide);
  }
  report_faces(document, fonts, report);
  return document;
}

}  // namespace drawplate
