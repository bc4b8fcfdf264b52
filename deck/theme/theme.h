// A theme: every look-and-size decision by name. What each token is and how it scales: deck/theme/theme_tokens.cpp. What it is
// by default: themes/mist.yaml, so that no value stands here. Built-in themes are YAML data in themes/, compiled in; an author's
// theme file overrides any token. Values are for scale 1 and in points; layout scales a copy.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/color.h"
#include "base/diagnostic.h"
#include "base/source.h"
#include "base/units.h"

namespace drawplate {

struct AccentColors {
  Rgb outline, pale, panel, icon, text;
};

/// What a text is for; each theme gives each role one style.
enum class TextRole : std::uint8_t {
  diagram_title,
  card_title,
  card_subtitle,
  panel_title,
  inner_title,
  inner_subtitle,
  pill,
  annotation,
  footer,
  line_label,
  count_
};

struct TextStyle {
  std::string family;
  int weight{};
  bool italic{};
  Pt size{};
  double line_height{};
  Em letter_spacing{};
  bool tabular_figures{};
};

/// Lengths of cards, panels and pages.
struct Metrics {
  Pt margin_x{}, margin_y{};
  Pt card_width{}, card_height{}, card_plain_height{}, card_radius{}, card_outline{};
  Pt card_padding{}, card_padding_right{}, card_gap{};
  Pt tile{}, tile_radius{}, icon{}, tile_gap{};
  Pt branch_gap{}, branch_stub{};
  Pt panel_width{}, panel_radius{}, panel_outline{}, panel_padding{}, panel_gap{};
  Pt panel_title_baseline{}, panel_first{}, panel_foot{};
  Pt inner_height{}, inner_radius{}, inner_outline{}, inner_gap{};
  Pt inner_tile{}, inner_tile_radius{}, inner_icon{}, inner_tile_padding{}, inner_tile_gap{};
  Pt pill_height{}, pill_outline{}, pill_gap{}, pill_padding{}, pill_row_gap{}, pill_radius{};
  double icon_stroke{};
};

struct LineMetrics {
  Pt connector_width{}, connector_radius{};
  Pt loop_width{}, loop_radius{};
  Pt dashed_width{};
  Pt port_spread{};
  Pt label_gap{}, loop_label_gap{};
  Pt loop_lane{}, publish_inset{}, lane_step{};
  Pt text_clearance{}, card_clearance{}, line_clearance{};
};

enum class CornerStyle : std::uint8_t { round, chamfer };
/// How an accent shows on a card: by its outline, or by a bar inside its left edge.
enum class AccentStyle : std::uint8_t { outline, bar };
enum class DashStyle : std::uint8_t { dash, dot, dash_dot };

struct Looks {
  AccentStyle accent{};
  Pt bar_width{}, inner_bar_width{};
  bool tiles{};
  bool filled_pills{};
  CornerStyle line_corners{};
  Pt chamfer{}, loop_chamfer{};
  bool ink_covers{};
  bool panel_pale{};
  std::vector<Rgb> panel_fills;
  std::vector<DashStyle> dashes;  ///< one at least
};

/// What a text on a slide is for; each theme gives each role one style. Sizes are for the slide of 960 x 540 pt.
enum class SlideRole : std::uint8_t {
  cover_title,
  cover_subtitle,
  section_title,
  title,
  subtitle,
  heading,
  body,
  quote,
  attribution,
  statement,
  note_title,  ///< of an admonition
  table_header,
  table,
  code,
  caption,
  footnote,
  furniture,  ///< header, footer, date and page number
  count_
};

/// Lengths of slides, in points on the slide of 960 x 540 pt.
struct SlideMetrics {
  Pt margin_x{}, margin_top{}, margin_bottom{};
  Pt furniture_edge{};
  Pt title_gap{}, block_gap{}, item_gap{}, column_gap{};
  Pt list_indent{};
  Pt box_radius{}, box_padding{}, box_outline{};
  Pt mark_width{}, mark_height{};
  Pt title_rule{};
  Pt bar_width{};
  Pt smallest_text{}, smallest_detail{};
};

/// What code is coloured with: ink, muted, or an accent's text colour.
enum class CodeColor : std::uint8_t { ink, muted, blue, cyan, purple, green, amber, red, slate };
struct CodeLook {
  CodeColor color{};
  bool bold{}, italic{};
};
/// As many as CodeToken (deck/model/deck.h) has, and in its order.
inline constexpr std::size_t code_look_count = 10;

/// Families for what a text's own family lacks, tried in order before the system's.
struct FallbackFamilies {
  std::vector<std::string> east_asian, complex;
};

struct Theme {
  std::string name;
  std::string lang;
  Rgb background, card, ink, muted, connector, loop;
  std::array<AccentColors, 7> accents;                                     ///< by Accent
  std::array<TextStyle, static_cast<std::size_t>(TextRole::count_)> type;  ///< by TextRole
  TextStyle code;                                                          ///< of `code`: family, weight, and a size that is a factor
  FallbackFamilies fallbacks;
  Pt smallest_text{};
  Metrics metrics;
  LineMetrics lines;
  Looks looks;
  std::array<TextStyle, static_cast<std::size_t>(SlideRole::count_)> slide_type;  ///< by SlideRole
  SlideMetrics slides;
  std::array<CodeLook, code_look_count> code_looks;  ///< by CodeToken

  const TextStyle& style(SlideRole role) const { return slide_type[static_cast<std::size_t>(role)]; }
  const TextStyle& style(TextRole role) const { return type[static_cast<std::size_t>(role)]; }
  const AccentColors& colors(Accent accent) const { return accents[static_cast<std::size_t>(accent)]; }
  /// The colour of a token with its token, as layout stores it in the page.
  Color color(ColorRole role) const;
  Color color(Accent accent, AccentPart part) const;
};

/// Names of the built-in themes, in the order of `drawplate themes`.
std::vector<std::string_view> built_in_theme_names();

/// A built-in theme by name; nothing if there is none of that name.
std::optional<Theme> find_built_in_theme(std::string_view name);

/// Reads a theme file: `base:` names a built-in theme (default mist), every other key overrides one token.
/// Unknown keys, wrong types and colours that are none are errors with their place.
Theme read_theme(const SourceSet& sources, SourceId source, Report& report);

}  // namespace drawplate
