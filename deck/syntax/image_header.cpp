// PNG: ISO/IEC 15948, clauses 5 and 11. JPEG: ITU-T T.81, annex B. EXIF: CIPA DC-008, 4.6.
#include "deck/syntax/image_header.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "base/cursor.h"
#include "deck/model/page_size.h"
#include "deck/syntax/html_text.h"

namespace drawplate {
namespace {

std::uint32_t big(std::string_view bytes, std::size_t at, std::size_t count) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < count; ++i) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

Result<ImageHeader> sized(std::string_view media_type, long long width, long long height) {
  if (width <= 0 || height <= 0) return failure("it has no size");
  if (width > max_image_pixels / height)
    return failure(fmt::format("it has {} x {} pixels, more than {} million", width, height, max_image_pixels / 1'000'000));
  return ImageHeader{std::string(media_type), static_cast<int>(width), static_cast<int>(height), 1};
}

/// The chunks from IHDR to IEND, by their lengths.
Result<void> check_png_chunks(std::string_view bytes) {
  bool has_data = false;
  for (std::size_t at = 8; at + 12 <= bytes.size();) {
    const std::size_t length = big(bytes, at, 4);
    const std::string_view type = bytes.substr(at + 4, 4);
    if (length > bytes.size() - at - 12) return failure("the PNG is cut off");
    has_data = has_data || type == "IDAT";
    if (type == "IEND") return has_data ? Result<void>() : failure("the PNG holds no picture");
    at += 12 + length;
  }
  return failure("the PNG is cut off");
}

Result<ImageHeader> read_png(std::string_view bytes) {
  if (bytes.size() < 33 || big(bytes, 8, 4) != 13 || bytes.substr(12, 4) != "IHDR") return failure("the PNG is cut off");
  const unsigned depth = big(bytes, 24, 1), color = big(bytes, 25, 1), interlace = big(bytes, 28, 1);
  const bool known_color = color == 0 || color == 2 || color == 3 || color == 4 || color == 6;
  const bool known_depth = depth == 1 || depth == 2 || depth == 4 || depth == 8 || depth == 16;
  if (!known_color || !known_depth || big(bytes, 26, 2) != 0 || interlace > 1) return failure("the PNG's header makes no sense");
  auto header = sized("image/png", big(bytes, 16, 4), big(bytes, 20, 4));
  if (!header) return header;
  if (const auto whole = check_png_chunks(bytes); !whole) return tl::unexpected(whole.error());
  return header;
}

/// The orientation in an APP1 segment, or 0 where it is not of EXIF.
int orientation_in(std::string_view segment) {
  if (!segment.starts_with(std::string_view("Exif\0\0", 6))) return 0;
  const std::string_view tiff = segment.substr(6);
  const bool little = tiff.starts_with("II");
  if (!little && !tiff.starts_with("MM")) return 1;
  const auto number = [&](std::size_t at, std::size_t count) -> std::uint32_t {
    if (at > tiff.size() || count > tiff.size() - at) return 0;
    if (!little) return big(tiff, at, count);
    std::uint32_t value = 0;
    for (std::size_t i = count; i-- > 0;) value = value << 8 | static_cast<unsigned char>(tiff[at + i]);
    return value;
  };
  const std::size_t directory = number(4, 4);
  const std::uint32_t entries = std::min<std::uint32_t>(number(directory, 2), 200);
  constexpr std::uint32_t orientation_tag = 0x0112;
  for (std::uint32_t i = 0; i < entries; ++i) {
    const std::size_t entry = directory + 2 + std::size_t{12} * i;
    if (number(entry, 2) != orientation_tag) continue;
    const std::uint32_t value = number(entry + 8, 2);
    return value >= 1 && value <= 8 ? static_cast<int>(value) : 1;
  }
  return 1;
}

/// The frame header's sizes; `segment` begins with the sample precision.
Result<ImageHeader> read_jpeg_frame(std::string_view segment, unsigned marker) {
  if (marker > 0xC2) return failure("it is a lossless or arithmetic-coded JPEG, which few programs read");
  if (segment.size() < 6) return failure("the JPEG is cut off");
  if (big(segment, 0, 1) != 8) return failure("it is a JPEG of more than 8 bits a sample, which few programs read");
  const unsigned components = big(segment, 5, 1);
  if (components != 1 && components != 3 && components != 4) return failure(fmt::format("it is a JPEG of {} components", components));
  return sized("image/jpeg", big(segment, 3, 2), big(segment, 1, 2));
}

Result<ImageHeader> read_jpeg(std::string_view bytes) {
  for (std::size_t at = 2; at + 4 <= bytes.size();) {
    if (bytes[at] != '\xFF') return failure("the JPEG's segments make no sense");
    const unsigned marker = big(bytes, at + 1, 1);
    if (marker == 0xFF) {  // fill
      ++at;
      continue;
    }
    const std::size_t length = big(bytes, at + 2, 2);
    if (length < 2 || length > bytes.size() - at - 2) return failure("the JPEG is cut off");
    const std::string_view segment = bytes.substr(at + 4, length - 2);
    const bool frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    if (frame) {
      auto header = read_jpeg_frame(segment, marker);
      if (!header) return header;
      if (bytes.rfind("\xFF\xD9") == std::string_view::npos) return failure("the JPEG is cut off");
      header->orientation = exif_orientation(bytes);
      if (header->orientation >= 5) std::swap(header->width, header->height);
      return header;
    }
    if (marker == 0xDA || marker == 0xD9) break;
    at += 2 + length;
  }
  return failure("the JPEG has no frame, or is cut off");
}

/// The root element's tag, without its brackets; empty where the text is no SVG.
std::string_view svg_tag(std::string_view text) {
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at)) {
    const std::string_view rest = text.substr(at);
    if (rest.starts_with("<!--")) {
      const std::size_t close = text.find("-->", at);
      if (close == std::string_view::npos) return {};
      at = close;
    } else if (rest.starts_with("<svg") || rest.starts_with("<svg:svg")) {
      return rest.substr(1, std::min(rest.find('>'), rest.size()) - 1);
    } else if (rest.size() > 1 && (rest[1] == '?' || rest[1] == '!')) {
      ++at;
    } else {
      return {};
    }
  }
  return {};
}

/// Length of an SVG's side in pixels, or 0.
double svg_length(std::string_view text) {
  const auto length =
      parse_length(std::string(text).find_first_not_of("0123456789.") == std::string::npos ? std::string(text) + "px" : std::string(text));
  return length ? *length / 0.75 : 0;
}

Result<ImageHeader> read_svg(std::string_view tag) {
  double width = svg_length(tag_attribute(tag, "width")), height = svg_length(tag_attribute(tag, "height"));
  double box[4] = {};
  std::string view_box = tag_attribute(tag, "viewBox");
  if (view_box.empty()) view_box = tag_attribute(tag, "viewbox");
  std::replace(view_box.begin(), view_box.end(), ',', ' ');
  std::size_t at = 0;
  for (double& number : box) {
    at = std::min(view_box.find_first_not_of(" \t\n", at), view_box.size());
    const std::size_t end = std::min(view_box.find_first_of(" \t\n", at), view_box.size());
    number = svg_length(std::string_view(view_box).substr(at, end - at));
    at = end;
  }
  if (box[2] > 0 && box[3] > 0) {
    width = box[2];
    height = box[3];
  }
  if (!(width > 0) || !(height > 0)) return failure("the SVG says no size");
  return sized("image/svg+xml", std::max(1LL, std::llround(std::min(width, 1e6))), std::max(1LL, std::llround(std::min(height, 1e6))));
}

struct OtherFormat {
  std::string_view magic, name;
};
constexpr OtherFormat other_formats[] = {{"GIF8", "GIF"}, {"BM", "BMP"},  {"II*", "TIFF"}, {std::string_view("MM\0*", 4), "TIFF"},
                                         {"%PDF", "PDF"}, {"%!PS", "EPS"}};

}  // namespace

int exif_orientation(std::string_view jpeg) {
  constexpr unsigned app1 = 0xE1, start_of_scan = 0xDA;
  for (std::size_t at = 2; at + 4 <= jpeg.size() && jpeg[at] == '\xFF';) {
    const unsigned marker = big(jpeg, at + 1, 1);
    const std::size_t length = big(jpeg, at + 2, 2);
    if (marker == start_of_scan || length < 2) break;
    const int orientation = marker == app1 ? orientation_in(jpeg.substr(at + 4, length - 2)) : 0;
    if (orientation > 0) return orientation;
    at += 2 + length;
  }
  return 1;
}

Result<ImageHeader> read_image_header(std::string_view bytes) {
  if (bytes.starts_with("\x89PNG\r\n\x1A\n")) return read_png(bytes);
  if (bytes.starts_with("\xFF\xD8\xFF")) return read_jpeg(bytes);
  if (bytes.size() > 12 && bytes.starts_with("RIFF") && bytes.substr(8, 4) == "WEBP")
    return failure("WebP images are not supported: save it as PNG");
  if (bytes.size() > 12 && bytes.substr(4, 4) == "ftyp") return failure("HEIF and AVIF images are not supported: save it as PNG or JPEG");
  for (const OtherFormat& other : other_formats)
    if (bytes.starts_with(other.magic)) return failure(fmt::format("{} images are not supported: save it as PNG or JPEG", other.name));
  if (const std::string_view tag = svg_tag(bytes.substr(0, 64'000)); !tag.empty()) return read_svg(tag);
  return failure("it is no PNG, JPEG or SVG");
}

}  // namespace drawplate
