// The rows. A new token is a row here, a member in theme.h and a line in themes/mist.yaml.
#include "deck/theme/theme_tokens.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string_view>

namespace drawplate {
namespace {

using enum TokenUnit;
using Scaling = TokenScaling;

template <auto Member>
TokenValue own(Theme& theme, std::size_t) {
  return &(theme.*Member);
}
template <auto Part, auto Member>
TokenValue in(Theme& theme, std::size_t) {
  return &(theme.*Part.*Member);
}
template <auto Array, auto Member>
TokenValue each(Theme& theme, std::size_t element) {
  return &((theme.*Array)[element].*Member);
}

constexpr ThemeToken file_tokens[] = {
    {"name", own<&Theme::name>, none, Scaling::fixed, "what the theme is called"},
    {"lang", own<&Theme::lang>, none, Scaling::fixed, "the language of documents that name none, BCP 47"},
    {"smallest_text", own<&Theme::smallest_text>, pt, Scaling::shrink_only, "no text of a diagram is set smaller", 4, 40},
};

constexpr ThemeToken color_tokens[] = {
    {"background", own<&Theme::background>, none, Scaling::fixed, "the page"},
    {"card", own<&Theme::card>, none, Scaling::fixed, "the fill of cards"},
    {"ink", own<&Theme::ink>, none, Scaling::fixed, "titles, pills, annotations"},
    {"muted", own<&Theme::muted>, none, Scaling::fixed, "subtitles and footers"},
    {"connector", own<&Theme::connector>, none, Scaling::fixed, "lines between things"},
    {"loop", own<&Theme::loop>, none, Scaling::fixed, "thick lines that lead back"},
};

constexpr ThemeToken accent_tokens[] = {
    {"outline", each<&Theme::accents, &AccentColors::outline>, none, Scaling::fixed, "outlines of cards and panels: decoration"},
    {"pale", each<&Theme::accents, &AccentColors::pale>, none, Scaling::fixed, "tiles behind icons, pills"},
    {"panel", each<&Theme::accents, &AccentColors::panel>, none, Scaling::fixed, "the fill of panels"},
    {"icon", each<&Theme::accents, &AccentColors::icon>, none, Scaling::fixed, "icons"},
    {"text", each<&Theme::accents, &AccentColors::text>, none, Scaling::fixed, "text in the accent"},
};

constexpr ThemeToken font_tokens[] = {
    {"east_asian", in<&Theme::fallbacks, &FallbackFamilies::east_asian>, none, Scaling::fixed,
     "families, or the beginning of their names, for Chinese, Japanese and Korean"},
    {"complex", in<&Theme::fallbacks, &FallbackFamilies::complex>, none, Scaling::fixed,
     "families, or the beginning of their names (\"Noto Sans\" is also \"Noto Sans Thai\"), for other scripts"},
};

template <auto Styles, TokenScaling SizeScaling>
constexpr ThemeToken style_tokens[] = {
    {"family", each<Styles, &TextStyle::family>, none, Scaling::fixed, "the family of faces"},
    {"weight", each<Styles, &TextStyle::weight>, weight, Scaling::fixed, "400 is regular, 700 bold", 100, 900},
    {"italic", each<Styles, &TextStyle::italic>, none, Scaling::fixed, "slanted"},
    {"size", each<Styles, &TextStyle::size>, pt, SizeScaling, "the size of its type", 4, 400},
    {"line_height", each<Styles, &TextStyle::line_height>, factor, Scaling::fixed, "of the size, from baseline to baseline", 0.8, 4},
    {"letter_spacing", each<Styles, &TextStyle::letter_spacing>, em, Scaling::fixed, "added between letters", -0.2, 1},
    {"tabular_figures", each<Styles, &TextStyle::tabular_figures>, none, Scaling::fixed,
     "digits of one width, so that columns of numbers stand in line"},
};

constexpr ThemeToken code_tokens[] = {
    {"family", in<&Theme::code, &TextStyle::family>, none, Scaling::fixed, "the family of `code` in texts"},
    {"weight", in<&Theme::code, &TextStyle::weight>, weight, Scaling::fixed, "its weight", 100, 900},
    {"size", in<&Theme::code, &TextStyle::size>, factor, Scaling::fixed, "1: its small letters are as high as those around it", 0.5, 1.5},
};

template <auto Member>
constexpr auto metric = in<&Theme::metrics, Member>;

constexpr ThemeToken metric_tokens[] = {
    {"margin_x", metric<&Metrics::margin_x>, pt, Scaling::size, "drawing to the page's left and right edge"},
    {"margin_y", metric<&Metrics::margin_y>, pt, Scaling::size, "drawing to the page's upper and lower edge"},
    {"card_width", metric<&Metrics::card_width>, pt, Scaling::size, "a card of a flow", 40},
    {"card_height", metric<&Metrics::card_height>, pt, Scaling::size, "a card with a subtitle", 10},
    {"card_plain_height", metric<&Metrics::card_plain_height>, pt, Scaling::size, "a card without a subtitle", 10},
    {"card_radius", metric<&Metrics::card_radius>, pt, Scaling::size, "a card's corners"},
    {"card_outline", metric<&Metrics::card_outline>, pt, Scaling::outline, "the stroke round a card", 0, 40},
    {"card_padding", metric<&Metrics::card_padding>, pt, Scaling::size, "left, top and bottom of a card's tile"},
    {"card_padding_right", metric<&Metrics::card_padding_right>, pt, Scaling::size, "a card's text to its right edge"},
    {"card_gap", metric<&Metrics::card_gap>, pt, Scaling::size, "card to card", 4},
    {"tile", metric<&Metrics::tile>, pt, Scaling::size, "the side of the square behind a card's icon"},
    {"tile_radius", metric<&Metrics::tile_radius>, pt, Scaling::size, "that square's corners"},
    {"icon", metric<&Metrics::icon>, pt, Scaling::size, "the side of a card's icon", 1},
    {"tile_gap", metric<&Metrics::tile_gap>, pt, Scaling::size, "tile to text"},
    {"icon_stroke", metric<&Metrics::icon_stroke>, icon_grid, Scaling::fixed, "the stroke of icons that have none of their own", 0.1, 12},
    {"branch_gap", metric<&Metrics::branch_gap>, pt, Scaling::size, "card to panels, panels to card", 8},
    {"branch_stub", metric<&Metrics::branch_stub>, pt, Scaling::size, "of that, the part before the line branches", 1},
    {"panel_width", metric<&Metrics::panel_width>, pt, Scaling::size, "a panel of a flow", 40},
    {"panel_radius", metric<&Metrics::panel_radius>, pt, Scaling::size, "a panel's corners"},
    {"panel_outline", metric<&Metrics::panel_outline>, pt, Scaling::outline, "the stroke round a panel", 0, 40},
    {"panel_padding", metric<&Metrics::panel_padding>, pt, Scaling::size, "a panel's edge to what is in it"},
    {"panel_gap", metric<&Metrics::panel_gap>, pt, Scaling::size, "panel to panel", 4},
    {"panel_title_baseline", metric<&Metrics::panel_title_baseline>, pt, Scaling::size, "a panel's upper edge to its title's baseline"},
    {"panel_first", metric<&Metrics::panel_first>, pt, Scaling::size, "a panel's upper edge to its first inner card"},
    {"panel_foot", metric<&Metrics::panel_foot>, pt, Scaling::size, "the last inner card to the panel's lower edge"},
    {"inner_height", metric<&Metrics::inner_height>, pt, Scaling::size, "a card in a panel", 10},
    {"inner_radius", metric<&Metrics::inner_radius>, pt, Scaling::size, "an inner card's corners; radii fall with depth"},
    {"inner_outline", metric<&Metrics::inner_outline>, pt, Scaling::outline, "the stroke round an inner card", 0, 40},
    {"inner_gap", metric<&Metrics::inner_gap>, pt, Scaling::size, "inner card to inner card"},
    {"inner_tile", metric<&Metrics::inner_tile>, pt, Scaling::size, "the side of the square behind an inner card's icon"},
    {"inner_tile_radius", metric<&Metrics::inner_tile_radius>, pt, Scaling::size, "that square's corners"},
    {"inner_icon", metric<&Metrics::inner_icon>, pt, Scaling::size, "the side of an inner card's icon", 1},
    {"inner_tile_padding", metric<&Metrics::inner_tile_padding>, pt, Scaling::size, "left, top and bottom of an inner card's tile"},
    {"inner_tile_gap", metric<&Metrics::inner_tile_gap>, pt, Scaling::size, "an inner card's tile to its text"},
    {"pill_height", metric<&Metrics::pill_height>, pt, Scaling::size, "a pill", 4},
    {"pill_radius", metric<&Metrics::pill_radius>, pt, Scaling::size, "a pill's corners"},
    {"pill_outline", metric<&Metrics::pill_outline>, pt, Scaling::outline, "the stroke round a pill that is not filled", 0, 40},
    {"pill_gap", metric<&Metrics::pill_gap>, pt, Scaling::size, "pill to pill"},
    {"pill_padding", metric<&Metrics::pill_padding>, pt, Scaling::size, "a pill's text to its ends"},
    {"pill_row_gap", metric<&Metrics::pill_row_gap>, pt, Scaling::size, "text to the row of pills below it"},
};

template <auto Member>
constexpr auto line = in<&Theme::lines, Member>;

constexpr ThemeToken line_tokens[] = {
    {"connector_width", line<&LineMetrics::connector_width>, pt, Scaling::stroke, "the stroke of a line", 0.1, 40},
    {"connector_radius", line<&LineMetrics::connector_radius>, pt, Scaling::distance, "a line's round corners"},
    {"loop_width", line<&LineMetrics::loop_width>, pt, Scaling::heavy_stroke, "the stroke of a loop", 0.1, 40},
    {"loop_radius", line<&LineMetrics::loop_radius>, pt, Scaling::distance, "a loop's round corners"},
    {"dashed_width", line<&LineMetrics::dashed_width>, pt, Scaling::stroke, "the stroke of a dashed line", 0.1, 40},
    {"port_spread", line<&LineMetrics::port_spread>, pt, Scaling::distance, "from the side's middle, where two lines share a side"},
    {"label_gap", line<&LineMetrics::label_gap>, pt, Scaling::distance, "text to the line's centre"},
    {"loop_label_gap", line<&LineMetrics::loop_label_gap>, pt, Scaling::distance, "text to a loop's centre"},
    {"loop_lane", line<&LineMetrics::loop_lane>, pt, Scaling::distance, "a loop's centre to the nearest panel"},
    {"publish_inset", line<&LineMetrics::publish_inset>, pt, Scaling::distance, "a lane inside the panel's outer edge"},
    {"lane_step", line<&LineMetrics::lane_step>, pt, Scaling::distance, "between nested lanes", 1},
    {"text_clearance", line<&LineMetrics::text_clearance>, pt, Scaling::distance, "a line to texts that are not its own"},
    {"card_clearance", line<&LineMetrics::card_clearance>, pt, Scaling::distance, "a line to cards it does not end at"},
    {"line_clearance", line<&LineMetrics::line_clearance>, pt, Scaling::distance, "a line to other lines"},
};

template <auto Member>
constexpr auto look = in<&Theme::looks, Member>;

constexpr ThemeToken look_tokens[] = {
    {"accent", look<&Looks::accent>, none, Scaling::fixed, "how an accent shows: the outline, or a bar inside the left edge"},
    {"bar_width", look<&Looks::bar_width>, pt, Scaling::distance, "a card's bar"},
    {"inner_bar_width", look<&Looks::inner_bar_width>, pt, Scaling::distance, "an inner card's bar"},
    {"tiles", look<&Looks::tiles>, none, Scaling::fixed, "icons sit on a pale square"},
    {"filled_pills", look<&Looks::filled_pills>, none, Scaling::fixed, "pills are filled and have no outline"},
    {"line_corners", look<&Looks::line_corners>, none, Scaling::fixed, "round, or cut off"},
    {"chamfer", look<&Looks::chamfer>, pt, Scaling::distance, "what is cut off a line's corner"},
    {"loop_chamfer", look<&Looks::loop_chamfer>, pt, Scaling::distance, "what is cut off a loop's corner"},
    {"ink_covers", look<&Looks::ink_covers>, none, Scaling::fixed, "cover and section slides are light text on the ink colour"},
    {"panel_pale", look<&Looks::panel_pale>, none, Scaling::fixed, "panels take the pale fill instead of the panel fill"},
    {"panel_fills", look<&Looks::panel_fills>, none, Scaling::fixed, "where not empty, panels take these in turn"},
    {"dashes", look<&Looks::dashes>, none, Scaling::fixed, "dashed lines take these in turn: dash, dot, dash_dot"},
};

template <auto Member>
constexpr auto slide = in<&Theme::slides, Member>;

constexpr ThemeToken slide_tokens[] = {
    {"margin_x", slide<&SlideMetrics::margin_x>, pt, Scaling::fixed, "text to the left and right edge", 0, 200},
    {"margin_top", slide<&SlideMetrics::margin_top>, pt, Scaling::fixed, "title to the upper edge", 0, 200},
    {"margin_bottom", slide<&SlideMetrics::margin_bottom>, pt, Scaling::fixed, "body to the lower edge", 0, 200},
    {"furniture_edge", slide<&SlideMetrics::furniture_edge>, pt, Scaling::fixed, "baseline of header and footer to the edge", 0, 200},
    {"title_gap", slide<&SlideMetrics::title_gap>, pt, Scaling::fixed, "title to body", 0, 100},
    {"block_gap", slide<&SlideMetrics::block_gap>, pt, Scaling::fixed, "block to block", 0, 100},
    {"item_gap", slide<&SlideMetrics::item_gap>, pt, Scaling::fixed, "item to item of a list", 0, 100},
    {"column_gap", slide<&SlideMetrics::column_gap>, pt, Scaling::fixed, "column to column", 0, 200},
    {"list_indent", slide<&SlideMetrics::list_indent>, pt, Scaling::fixed, "a list's text from what is around it", 8, 100},
    {"box_radius", slide<&SlideMetrics::box_radius>, pt, Scaling::fixed, "corners of code, admonitions and tables", 0, 100},
    {"box_padding", slide<&SlideMetrics::box_padding>, pt, Scaling::fixed, "their edge to their text", 0, 100},
    {"box_outline", slide<&SlideMetrics::box_outline>, pt, Scaling::fixed, "the stroke round them; none where 0", 0, 20},
    {"mark_width", slide<&SlideMetrics::mark_width>, pt, Scaling::fixed, "the short bar over large titles; none where 0", 0, 400},
    {"mark_height", slide<&SlideMetrics::mark_height>, pt, Scaling::fixed, "that bar's thickness", 0, 40},
    {"title_rule", slide<&SlideMetrics::title_rule>, pt, Scaling::fixed, "the line under a slide's title; none where 0", 0, 20},
    {"bar_width", slide<&SlideMetrics::bar_width>, pt, Scaling::fixed, "at the left of quotes and admonitions", 0, 20},
    {"smallest_text", slide<&SlideMetrics::smallest_text>, pt, Scaling::fixed, "fuller slides go on on another", 6, 40},
    {"smallest_detail", slide<&SlideMetrics::smallest_detail>, pt, Scaling::fixed, "the same of code, tables and captions", 6, 40},
};

constexpr ThemeToken code_look_tokens[] = {
    {"color", each<&Theme::code_looks, &CodeLook::color>, none, Scaling::fixed, "ink, muted, or an accent, whose text colour is taken"},
    {"bold", each<&Theme::code_looks, &CodeLook::bold>, none, Scaling::fixed, "in bold"},
    {"italic", each<&Theme::code_looks, &CodeLook::italic>, none, Scaling::fixed, "slanted"},
};

/// By TextRole.
constexpr std::string_view text_roles[] = {"diagram_title",  "card_title", "card_subtitle", "panel_title", "inner_title",
                                           "inner_subtitle", "pill",       "annotation",    "footer",      "line_label"};
static_assert(std::size(text_roles) == static_cast<std::size_t>(TextRole::count_));

/// By SlideRole.
constexpr std::string_view slide_roles[] = {"cover_title", "cover_subtitle", "section_title", "title",     "subtitle",   "heading",
                                            "body",        "quote",          "attribution",   "statement", "note_title", "table_header",
                                            "table",       "code",           "caption",       "footnote",  "furniture"};
static_assert(std::size(slide_roles) == static_cast<std::size_t>(SlideRole::count_));

/// By CodeToken.
constexpr std::string_view code_kinds[] = {"plain",  "keyword", "type",     "function",   "string",
                                           "number", "comment", "variable", "annotation", "error"};
static_assert(std::size(code_kinds) == code_look_count);

constexpr ThemeSection sections[] = {
    {"", file_tokens},
    {"colors", color_tokens},
    {"accents", accent_tokens, accent_names, "accent"},
    {"fonts", font_tokens},
    {"type", style_tokens<&Theme::type, Scaling::text>, text_roles, "text role"},
    {"type.code", code_tokens},
    {"metrics", metric_tokens},
    {"lines", line_tokens},
    {"looks", look_tokens},
    {"slides", slide_tokens},
    {"slide_type", style_tokens<&Theme::slide_type, Scaling::fixed>, slide_roles},
    {"code_tokens", code_look_tokens, code_kinds},
};

}  // namespace

std::span<const ThemeSection> theme_sections() { return sections; }

void for_each_token(Theme& theme, const std::function<void(const ThemeToken& token, TokenValue value)>& visit) {
  for (const ThemeSection& section : sections) {
    for (std::size_t element = 0; element < std::max<std::size_t>(1, section.elements.size()); ++element)
      for (const ThemeToken& token : section.tokens) visit(token, token.value(theme, element));
  }
}

}  // namespace drawplate
