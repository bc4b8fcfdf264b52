// The rules by which tokens follow a scale. Which token follows which rule is in the table of tokens.
#include "layout/diagram/placed/scale.h"

#include <algorithm>
#include <cmath>
#include <variant>

#include "deck/theme/theme_tokens.h"

namespace drawplate {
namespace {

constexpr Pt title_size = 20;  // the size that k scales in full; smaller ones move towards the floor

Pt rounded_to(Pt value, Pt unit) { return std::round(value / unit) * unit; }

Pt scaled_text(Pt size, double k, Pt floor) {
  if (k >= 1) return rounded_to(size * k, 0.25);
  if (size >= title_size) return std::max(floor, rounded_to(size * k, 0.25));
  const double share = (title_size * k - floor) / (title_size - floor);
  return std::max(floor, rounded_to(floor + (size - floor) * std::max(0.0, share), 0.25));
}

Pt scaled_stroke(Pt width, double k, Pt least) { return std::max(least, rounded_to(width * std::sqrt(k), 0.25)); }

/// `k` scales text and `g` lengths; no text is set smaller than `floor`.
struct Factors {
  double k = 1, g = 1;
  Pt floor = 0;
};

/// A drawing that is made smaller as a whole is so besides.
double scaled_value(double value, TokenScaling scaling, const Factors& factors) {
  constexpr Pt length_step = 0.75;  // a pixel of 96 to the inch: edges of equal things look equal on a screen
  constexpr Pt thinnest = 0.75;     // what every printer shows as a line
  constexpr Pt thinnest_heavy = 2;  // nearly three times that, so that it is seen to be another sort of line
  const auto& [k, g, floor] = factors;
  switch (scaling) {
    case TokenScaling::fixed:
    case TokenScaling::shrink_only:
      return value;
    case TokenScaling::text:
      return scaled_text(value, k, floor);
    case TokenScaling::size:
      return k == 1 ? value : rounded_to(value * g, length_step);
    case TokenScaling::distance:
      return value * g;
    case TokenScaling::outline:
      return k == 1 ? value : scaled_stroke(value, k, thinnest);
    case TokenScaling::stroke:
      return scaled_stroke(value, k, thinnest);
    case TokenScaling::heavy_stroke:
      return scaled_stroke(value, k, thinnest_heavy);
  }
  return value;
}

}  // namespace

double page_scale(Size page) {
  const double k = std::clamp(std::sqrt(page.width * page.height / reference_area), 0.6, 1.6);
  return std::floor(k / scale_step + 1e-9) * scale_step;
}

Scale scale_of(double k, bool compact) { return {k, compact ? std::min(k, std::sqrt(k)) : std::sqrt(k)}; }

Scale shrunk(Scale scale, double by) { return {scale.text * by, scale.geometry * by, scale.shrink * by}; }

Theme scaled(const Theme& theme, Scale scale) {
  Theme out = theme;
  const Factors factors{scale.text / scale.shrink, scale.geometry / scale.shrink, theme.smallest_text};
  for_each_token(out, [&](const ThemeToken& token, TokenValue value) {
    double* const* const number = std::get_if<double*>(&value);
    if (!number || token.scaling == TokenScaling::fixed) return;
    **number = scaled_value(**number, token.scaling, factors) * scale.shrink;
  });
  return out;
}

}  // namespace drawplate
