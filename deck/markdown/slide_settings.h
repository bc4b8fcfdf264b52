// What the author says about the deck and its slides in so many words: front matter, Marp's directives in comments, Slidev's
// front matter of a slide, a heading's attributes. One table holds all keys; what others know and we do not is in lists.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "deck/markdown/markdown_context.h"
#include "deck/model/deck.h"
#include "deck/syntax/attributes.h"
#include "deck/syntax/excerpt.h"

namespace drawplate {

struct PlacedWord {
  std::string text;
  Span span;
};

/// Of one slide. The first part is carried on to the slides that follow, the second is not.
struct SlideSettings {
  RichText header, footer;
  bool paginate = false;
  std::vector<std::string> classes;
  std::optional<Rgb> color, background_color;
  PlacedWord background_image;
  SlideBackground::Fit fit = SlideBackground::Fit::cover;

  PlacedWord layout, image, source;
  std::string id, title;
  bool hidden = false, by_itself = false;
};

/// What holds for the whole deck and is no part of it.
struct DeckRules {
  std::vector<int> dividing_levels;  ///< headings of these levels begin a slide
  int slide_level = 0;               ///< pandoc's: headings of this level begin a slide, of those above a section
  bool incremental = false;          ///< all lists appear item by item
  bool marp = false;                 ///< written for Marp
  bool title_slide = false;          ///< the title is a slide of its own
};

enum class SettingPlace : std::uint8_t { deck, comment, slide };

/// Where settings go: the slide in work, and what later slides begin with.
struct SettingTarget {
  MarkdownContext& context;
  DeckRules& rules;
  SlideSettings& slide;
  SlideSettings& carried;
  bool quiet = false;  ///< what is wrong has been said
};

/// Reads YAML and applies its keys; unknown ones are warnings.
void apply_settings(SettingTarget target, const Excerpt& yaml, SettingPlace place);
/// pandoc's title block: lines of title, authors and date, each after "% ".
void apply_title_block(SettingTarget target, const Excerpt& block);
/// `{#id .class layout=two-columns}` of a slide's heading.
void apply_attributes(SettingTarget target, const Attributes& attributes);
/// True where a comment is a mapping of known keys, and so no note.
bool is_directive(std::string_view comment);

}  // namespace drawplate
