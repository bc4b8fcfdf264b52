// A theme: every look-and-size decision by name. Built-in themes are YAML data in themes/, compiled in; an author's theme
// file overrides any token. Values are for scale 1 and in points; layout scales a copy.
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
  std::string family = "Inter";
  int weight = 400;  ///< 100 to 900
  bool italic = false;
  Pt size = 12;
  double line_height = 1.2;  ///< of the size
  Em letter_spacing = 0;
  bool tabular_figures = false;  ///< digits of one width, so that columns of numbers stand in line
};

/// Lengths of cards, panels and pages, in points at scale 1; `design.md` calls them tokens.
struct Metrics {
  Pt margin_x = 42, margin_y = 36;
  Pt card_width = 444, card_height = 78, card_plain_height = 60, card_radius = 13.5, card_outline = 1.5;
  Pt card_padding = 15, card_padding_right = 21, card_gap = 30;
  Pt tile = 48, tile_radius = 12, icon = 30, tile_gap = 16.5;
  Pt branch_gap = 48, branch_stub = 21;  ///< card to panels, and the part before the bus
  Pt panel_width = 324, panel_radius = 18, panel_outline = 1.5, panel_padding = 15, panel_gap = 30;
  Pt panel_title_baseline = 30.75, panel_first = 47.25, panel_foot = 39.75;
  Pt inner_height = 61.5, inner_radius = 10.5, inner_outline = 1.125, inner_gap = 9;
  Pt inner_tile = 39, inner_tile_radius = 9, inner_icon = 24, inner_tile_padding = 10.5, inner_tile_gap = 13.5;
  Pt pill_height = 30, pill_outline = 1.125, pill_gap = 12, pill_padding = 12, pill_row_gap = 7.5, pill_radius = 15;
  double icon_stroke = 1.5;  ///< on the 24-unit icon grid
};

struct LineMetrics {
  Pt connector_width = 2, connector_radius = 12;
  Pt loop_width = 6, loop_radius = 24;
  Pt dashed_width = 2;
  Pt port_spread = 15;  ///< from the side's middle, where two lines share a side
  Pt label_gap = 9.75;  ///< text to the line's centre
  Pt loop_label_gap = 18;
  Pt loop_lane = 72;      ///< lane's centre to the nearest panel
  Pt publish_inset = 30;  ///< lane inside the panel's outer edge
  Pt lane_step = 27;      ///< between nested lanes
  Pt text_clearance = 8.25, card_clearance = 18, line_clearance = 24;
};

enum class CornerStyle : std::uint8_t { round, chamfer };
/// How an accent shows on a card: by its outline, or by a bar inside its left edge.
enum class AccentStyle : std::uint8_t { outline, bar };
enum class DashStyle : std::uint8_t { dash, dot, dash_dot };

struct Looks {
  AccentStyle accent = AccentStyle::outline;
  Pt bar_width = 6, inner_bar_width = 4.5;
  bool tiles = true;  ///< icons sit on a pale tile
  bool filled_pills = true;
  CornerStyle line_corners = CornerStyle::round;
  Pt chamfer = 9, loop_chamfer = 24;
  bool ink_covers = false;        ///< cover and section slides are light text on the ink colour
  bool panel_pale = false;        ///< panels take the pale fill instead of the panel fill
  std::vector<Rgb> panel_fills;   ///< where not empty, panels take these in turn
  std::vector<DashStyle> dashes;  ///< dashed lines take these in turn; one at least
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
  Pt margin_x = 60, margin_top = 42, margin_bottom = 54;  ///< around title and body
  Pt furniture_edge = 24;                                 ///< baseline of header and footer to the page's edge
  Pt title_gap = 24, block_gap = 18, item_gap = 8, column_gap = 40;
  Pt list_indent = 27;
  Pt box_radius = 10.5, box_padding = 16.5, box_outline = 0;
  Pt mark_width = 48, mark_height = 4.5;        ///< the short bar over large titles; none where 0
  Pt title_rule = 0;                            ///< the line under a slide's title; none where 0
  Pt bar_width = 4.5;                           ///< at the left of quotes and admonitions
  Pt smallest_text = 14, smallest_detail = 11;  ///< text of a slide that is too full is never set smaller
};

/// What code is coloured with: ink, muted, or an accent's text colour.
enum class CodeColor : std::uint8_t { ink, muted, blue, cyan, purple, green, amber, red, slate };
struct CodeLook {
  CodeColor color = CodeColor::ink;
  bool bold = false, italic = false;
};
/// As many as CodeToken (deck/model/deck.h) has, and in its order.
inline constexpr std::size_t code_look_count = 10;

/// Families for what a text's own family lacks, tried in order before the system's; each is a family or the beginning of
/// families' names: "Noto Sans" is also "Noto Sans Thai".
struct FallbackFamilies {
  std::vector<std::string> east_asian, complex;
};

struct Theme {
  std::string name;
  std::string lang = "en";
  Rgb background, card, ink, muted, connector, loop;
  std::array<AccentColors, 7> accents;                                     ///< by Accent
  std::array<TextStyle, static_cast<std::size_t>(TextRole::count_)> type;  ///< by TextRole
  TextStyle code;                                                          ///< family and weight of `code`; size is relative: 1 = same size
  FallbackFamilies fallbacks;
  Pt smallest_text = 9;
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
