// See image_turn.h.
#include "layout/image_turn.h"

#include <algorithm>
#include <array>

#include "deck/image_header.h"

namespace drawplate {
namespace {

/// Numbers of a file's bytes; outside of them everything is 0.
class Bytes {
 public:
  explicit Bytes(std::string_view bytes) : bytes_(bytes) {}

  unsigned byte(std::size_t at) const { return at < bytes_.size() ? static_cast<unsigned char>(bytes_[at]) : 0U; }
  unsigned big16(std::size_t at) const { return byte(at) << 8 | byte(at + 1); }
  unsigned number16(std::size_t at, bool big) const { return big ? big16(at) : byte(at + 1) << 8 | byte(at); }
  std::size_t number32(std::size_t at, bool big) const {
    const std::size_t first = number16(at, big), second = number16(at + 2, big);
    return big ? first << 16 | second : second << 16 | first;
  }

 private:
  std::string_view bytes_;
};

int orientation_in_tiff(std::string_view tiff) {
  const Bytes bytes(tiff);
  const bool big = tiff.starts_with("MM");
  if (!big && !tiff.starts_with("II")) return 1;
  constexpr unsigned orientation_tag = 0x0112;
  constexpr std::size_t entry_size = 12;
  const std::size_t directory = bytes.number32(4, big), count = bytes.number16(directory, big);
  for (std::size_t i = 0; i < count && directory + 2 + i * entry_size < tiff.size(); ++i) {
    const std::size_t entry = directory + 2 + i * entry_size;
    if (bytes.number16(entry, big) != orientation_tag) continue;
    const unsigned value = bytes.number16(entry + 8, big);
    return value >= 1 && value <= 8 ? static_cast<int>(value) : 1;
  }
  return 1;
}

}  // namespace

int exif_orientation(std::string_view jpeg) {
  const Bytes bytes(jpeg);
  constexpr unsigned app1 = 0xE1, start_of_scan = 0xDA;
  constexpr std::string_view exif{"Exif\0\0", 6};
  std::size_t at = 2;
  while (at + 4 <= jpeg.size() && bytes.byte(at) == 0xFF && bytes.byte(at + 1) != start_of_scan) {
    const std::size_t size = bytes.big16(at + 2);
    if (size < 2) return 1;
    const std::string_view segment = jpeg.substr(at + 4, size - 2);
    if (bytes.byte(at + 1) == app1 && segment.starts_with(exif)) return orientation_in_tiff(segment.substr(exif.size()));
    at += 2 + size;
  }
  return 1;
}

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
