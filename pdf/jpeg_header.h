// What a JPEG file says of its samples. It decodes nothing.
#pragma once

#include <optional>
#include <string_view>

namespace drawplate::pdf {

struct JpegHeader {
  int width = 0, height = 0;
  int components = 3;     ///< 1 grey, 3 RGB, 4 CMYK
  bool inverted = false;  ///< 0 means full ink: what Adobe's programs write
};

/// By the frame header (ITU T.81, B.2.2) and Adobe's APP14 segment; nothing where there is no frame that PDF readers decode.
std::optional<JpegHeader> read_jpeg_header(std::string_view bytes);

}  // namespace drawplate::pdf
