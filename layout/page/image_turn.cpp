// See image_turn.h.
#include "layout/page/image_turn.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "deck/syntax/image_header.h"

namespace drawplate {

int orientation_of(const ImageData& image) { return image.media_type == "image/jpeg" ? exif_orientation(image.bytes) : 1; }

Size upright_size(const ImageData& image) {
  const auto header = read_image_header(image.bytes);
  if (!header) return {static_cast<Pt>(image.width), static_cast<Pt>(image.height)};
  return {static_cast<Pt>(header->width), static_cast<Pt>(header->height)};
}

Affine turn(int orientation) {
  static constexpr std::array<Affine, 8> turns = {{{1, 0, 0, 1, 0, 0},
                                                   {-1, 0, 0, 1, 1, 0},
                                                   {-1, 0, 0, -1, 1, 1},
                                                   {1, 0, 0, -1, 0, 1},
                                                   {0, 1, 1, 0, 0, 0},
                                                   {0, 1, -1, 0, 1, 0},
                                                   {0, -1, -1, 0, 1, 1},
                                                   {0, -1, 1, 0, 0, 1}}};
  return turns[static_cast<std::size_t>(std::clamp(orientation, 1, 8)) - 1];
}

}  // namespace drawplate
