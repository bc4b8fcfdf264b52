// The table of a theme's tokens, one row each: what a theme file calls it, where a Theme holds it, what it counts, how it follows
// a drawing's scale. The reader and the scaling walk it. It knows no values: themes/mist.yaml says every token.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "deck/theme/theme.h"

namespace drawplate {

/// What a token's number counts; `none` of what is no number.
enum class TokenUnit : std::uint8_t {
  none,
  pt,         ///< points at scale 1; of slides, on the slide of 960 x 540 pt
  em,         ///< of the text's size
  factor,     ///< of what the row says
  weight,     ///< a face's weight, 100 to 900
  icon_grid,  ///< of the 24 units an icon is drawn on
};

/// How a token follows a drawing's scale; the arithmetic is in layout/diagram/placed/scale.
enum class TokenScaling : std::uint8_t {
  fixed,         ///< not at all
  shrink_only,   ///< only where a whole drawing is made smaller
  text,          ///< as text: large sizes in full, small ones less
  size,          ///< as lengths do, in whole steps
  distance,      ///< as lengths do, exactly
  outline,       ///< as strokes do, but as written at scale 1
  stroke,        ///< as strokes do: less than lengths, in whole steps, never too thin to print
  heavy_stroke,  ///< as strokes do, and never so thin that it looks like others
};

/// Where a token's value stands in a theme.
using TokenValue = std::variant<double*, int*, bool*, std::string*, Rgb*, CornerStyle*, AccentStyle*, CodeColor*, std::vector<Rgb>*,
                                std::vector<DashStyle>*, std::vector<std::string>*>;

struct ThemeToken {
  std::string_view name;                                     ///< the key in its section
  TokenValue (*value)(Theme& theme, std::size_t element){};  ///< `element` is 0 in sections without elements
  TokenUnit unit = TokenUnit::none;
  TokenScaling scaling = TokenScaling::fixed;
  std::string_view about;         ///< a phrase without a full stop
  double least = 0, most = 2000;  ///< what its number may be
};

/// A mapping of a theme file: of tokens, or, where it has elements, of mappings of tokens, one for each element.
struct ThemeSection {
  std::string_view path;  ///< "metrics"; "" is the file itself; "type.code" is a mapping in a section with elements
  std::span<const ThemeToken> tokens;
  std::span<const std::string_view> elements{};  ///< by index into what the theme holds
  std::string_view element_term{};               ///< what messages call an element that is none; empty: a key
};

/// In the order in which theme files say them.
std::span<const ThemeSection> theme_sections();

/// Calls `visit` for every token of every element.
void for_each_token(Theme& theme, const std::function<void(const ThemeToken& token, TokenValue value)>& visit);

}  // namespace drawplate
