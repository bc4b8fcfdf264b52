// Regions between slide dividers to slides: divided further at headings, titles found, settings applied, columns put
// together, build steps and footnotes numbered.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "deck/markdown/markdown_context.h"
#include "deck/markdown/slide_settings.h"

namespace drawplate {

/// What stands between two slide dividers.
struct Region {
  Flow flow;
  std::optional<Excerpt> front_matter;  ///< Slidev's, of this slide
  Span origin;
  bool divided = false;  ///< a divider stands before it
};

struct DeckNotes {
  std::map<std::string, Footnote, std::less<>> footnotes;  ///< by name
};

/// Everything of a deck in Markdown that is no slide yet.
struct DeckDraft {
  DeckRules rules;
  SlideSettings carried, first;  ///< what slides begin with; what the first begins with
  std::vector<Region> regions;
  DeckNotes notes;
};

/// Fills the deck's slides.
void make_slides(MarkdownContext& context, DeckDraft draft);

}  // namespace drawplate
