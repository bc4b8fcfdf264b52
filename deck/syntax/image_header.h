// What an image file says of itself in its first bytes: its kind and its size. Nothing is decoded, so that a file that
// claims a huge picture costs nothing; what no output can show is refused here.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace drawplate {

struct ImageHeader {
  std::string media_type;     ///< image/png, image/jpeg or image/svg+xml
  int width = 0, height = 0;  ///< in pixels, as shown: turned where EXIF says so; of an SVG, its view box or size
  int orientation = 1;        ///< EXIF's, 1 to 8; 1 is upright
};

/// The EXIF orientation of a JPEG file, 1 to 8; 1 where it says none (JEITA CP-3451, tag 0x0112).
int exif_orientation(std::string_view jpeg);

/// More pixels than this are refused.
inline constexpr long long max_image_pixels = 100'000'000;

/// A sentence without a full stop where the bytes are no image that can be used: "it is cut off", "GIF images are not supported".
Result<ImageHeader> read_image_header(std::string_view bytes);

}  // namespace drawplate
