// See tint.h.
#include "pptx/tint.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace drawplate {
namespace {

struct Hsl {
  double hue = 0, saturation = 0, lightness = 0;  // hue in sixths of a turn, the others 0 to 1
};

Hsl to_hsl(Rgb color) {
  const double r = color.r / 255.0, g = color.g / 255.0, b = color.b / 255.0;
  const double most = std::max({r, g, b}), least = std::min({r, g, b}), range = most - least;
  Hsl hsl{0, 0, (most + least) / 2};
  if (range == 0) return hsl;
  hsl.saturation = range / (1 - std::abs(2 * hsl.lightness - 1));
  if (most == r)
    hsl.hue = std::fmod((g - b) / range + 6, 6);
  else
    hsl.hue = most == g ? (b - r) / range + 2 : (r - g) / range + 4;
  return hsl;
}

Rgb to_rgb(Hsl hsl) {
  const double chroma = (1 - std::abs(2 * hsl.lightness - 1)) * hsl.saturation, least = hsl.lightness - chroma / 2;
  const auto channel = [&](double shift) {
    const double place = std::fmod(hsl.hue + shift, 6);
    const double share = std::clamp(std::abs(place - 3) - 1, 0.0, 1.0);
    return static_cast<std::uint8_t>(std::lround(std::clamp(least + chroma * share, 0.0, 1.0) * 255));
  };
  return {channel(0), channel(4), channel(2)};
}

/// Lighter as Office counts: what is missing to white shrinks to `share`; darker: the lightness itself does.
Tint tint_of(bool lighter, int share) { return {share * 1000, lighter ? 100000 - share * 1000 : 0}; }
Tint fine_tint_of(bool lighter, int share) { return {share * 100, lighter ? 100000 - share * 100 : 0}; }

}  // namespace

Rgb tinted(Rgb base, Tint tint) {
  Hsl hsl = to_hsl(base);
  hsl.lightness = std::clamp(hsl.lightness * tint.lum_mod / 100000 + tint.lum_off / 100000.0, 0.0, 1.0);
  return to_rgb(hsl);
}

std::optional<Tint> find_tint(Rgb base, Rgb wanted) {
  const double from = to_hsl(base).lightness, to = to_hsl(wanted).lightness;
  const bool lighter = to > from;
  const double share = lighter ? (1 - to) / (1 - from) : from > 0 ? to / from : 1;
  const int percent = static_cast<int>(std::lround(share * 100)), fine = static_cast<int>(std::lround(share * 1000));
  if (tinted(base, tint_of(lighter, percent)) == wanted) return tint_of(lighter, percent);
  for (const int step : {0, 1, -1, 2, -2, 3, -3})
    if (fine + step >= 0 && tinted(base, fine_tint_of(lighter, fine + step)) == wanted) return fine_tint_of(lighter, fine + step);
  return std::nullopt;
}

}  // namespace drawplate
