// See jpeg_header.h.
#include "pdf/jpeg_header.h"

#include <cstddef>

namespace drawplate::pdf {
namespace {

unsigned byte_at(std::string_view bytes, std::size_t at) { return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0U; }
unsigned number_at(std::string_view bytes, std::size_t at) { return byte_at(bytes, at) << 8 | byte_at(bytes, at + 1); }

/// Frames that DCTDecode knows: baseline, extended and progressive, Huffman coded.
bool is_frame(unsigned marker) { return marker >= 0xC0 && marker <= 0xC2; }

}  // namespace

std::optional<JpegHeader> read_jpeg_header(std::string_view bytes) {
  if (!bytes.starts_with("\xFF\xD8")) return std::nullopt;
  constexpr unsigned app14 = 0xEE, start_of_scan = 0xDA;
  bool adobe = false;
  std::size_t at = 2;
  while (at + 4 <= bytes.size()) {
    if (byte_at(bytes, at) != 0xFF) return std::nullopt;
    const unsigned marker = byte_at(bytes, at + 1);
    if (marker == 0xFF) {  // fill bytes
      ++at;
      continue;
    }
    const std::size_t size = number_at(bytes, at + 2);
    if (size < 2 || marker == start_of_scan) return std::nullopt;
    const std::string_view segment = bytes.substr(at + 4, size - 2);
    if (marker == app14 && segment.starts_with("Adobe")) adobe = true;
    if (is_frame(marker)) {
      if (byte_at(segment, 0) != 8) return std::nullopt;
      JpegHeader header{static_cast<int>(number_at(segment, 3)), static_cast<int>(number_at(segment, 1)),
                        static_cast<int>(byte_at(segment, 5)), false};
      if (header.components != 1 && header.components != 3 && header.components != 4) return std::nullopt;
      header.inverted = header.components == 4 && adobe;
      return header.width > 0 && header.height > 0 ? std::optional(header) : std::nullopt;
    }
    at += 2 + size;
  }
  return std::nullopt;
}

}  // namespace drawplate::pdf
