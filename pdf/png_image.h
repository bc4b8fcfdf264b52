// PNG files as samples that PDF knows: RGB or grey of 8 bits, and their alpha by itself.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace drawplate::pdf {

struct DecodedImage {
  int width = 0, height = 0;
  int components = 3;   ///< 1 or 3
  std::string samples;  ///< deflated, each row with PNG's predictor in front (Predictor 15)
  std::string alpha;    ///< the same with one component; empty where all is opaque
};

/// Any PNG: palette, 1 to 16 bits, interlaced. Fails with a plain reason where the file is broken.
[[nodiscard]] Result<DecodedImage> decode_png(std::string_view bytes);

}  // namespace drawplate::pdf
