// Headers of pictures, made by hand: what is read, and what is refused before anything is decoded.
#include "deck/syntax/image_header.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace drawplate {
namespace {

std::string big(std::uint32_t value, int bytes) {
  std::string out;
  for (int i = bytes; i-- > 0;) out += static_cast<char>(value >> (8 * i) & 0xFF);
  return out;
}

std::string png(std::uint32_t width, std::uint32_t height, int depth = 8, int color = 2, int interlace = 0) {
  const auto chunk = [](const std::string& type, const std::string& data) {
    return big(static_cast<std::uint32_t>(data.size()), 4) + type + data + big(0, 4);
  };
  std::string header = big(width, 4) + big(height, 4);
  for (const int value : {depth, color, 0, 0, interlace}) header += static_cast<char>(value);
  return "\x89PNG\r\n\x1A\n" + chunk("IHDR", header) + chunk("IDAT", "data") + chunk("IEND", "");
}

std::string segment(int marker, const std::string& data) {
  return std::string("\xFF") + static_cast<char>(marker) + big(static_cast<std::uint32_t>(data.size() + 2), 2) + data;
}

struct Jpeg {
  int width = 0, height = 0, components = 3, frame = 0xC0;
  std::string before;  ///< segments before the frame's
  int precision = 8;
};

std::string jpeg(const Jpeg& what) {
  std::string sof = static_cast<char>(what.precision) + big(static_cast<std::uint32_t>(what.height), 2) +
                    big(static_cast<std::uint32_t>(what.width), 2) + static_cast<char>(what.components);
  sof += std::string(static_cast<std::size_t>(3 * what.components), '\x11');
  return "\xFF\xD8" + what.before + segment(what.frame, sof) + segment(0xDA, "scan") + "data\xFF\xD9";
}

std::string exif(int orientation, bool little) {
  const auto number = [&](std::uint32_t value, int bytes) {
    std::string out = big(value, bytes);
    return little ? std::string(out.rbegin(), out.rend()) : out;
  };
  std::string tiff = (little ? "II" : "MM") + number(42, 2) + number(8, 4) + number(1, 2);
  tiff +=
      number(0x0112, 2) + number(3, 2) + number(1, 4) + number(static_cast<std::uint32_t>(orientation), 2) + number(0, 2) + number(0, 4);
  return segment(0xE1, std::string("Exif\0\0", 6) + tiff);
}

/// "image/png 3x4" or why not.
std::string read(std::string_view bytes) {
  const auto header = read_image_header(bytes);
  if (!header) return header.error().message;
  return fmt::format("{} {}x{}{}", header->media_type, header->width, header->height,
                     header->orientation == 1 ? "" : fmt::format(" turned {}", header->orientation));
}

TEST(ImageHeader, TellsKindAndSize) {
  EXPECT_EQ(read(png(3, 4)), "image/png 3x4");
  EXPECT_EQ(read(png(3, 4, 16, 6, 1)), "image/png 3x4");
  EXPECT_EQ(read(jpeg({640, 480})), "image/jpeg 640x480");
  EXPECT_EQ(read(jpeg({640, 480, 4, 0xC2})), "image/jpeg 640x480");
  EXPECT_EQ(read(jpeg({640, 480, 1})), "image/jpeg 640x480");
  EXPECT_EQ(read(jpeg({640, 480, 3, 0xC0, exif(3, true)})), "image/jpeg 640x480 turned 3");
  EXPECT_EQ(read(jpeg({640, 480, 3, 0xC0, exif(6, false)})), "image/jpeg 480x640 turned 6");
  EXPECT_EQ(read("<?xml version='1.0'?>\n<!-- c --><svg xmlns='x' width='10' height='20'/>"), "image/svg+xml 10x20");
  EXPECT_EQ(read("<svg viewBox=\"0 0 24 12.5\"></svg>"), "image/svg+xml 24x13");
}

TEST(ImageHeader, RefusesWhatCannotBeUsed) {
  EXPECT_EQ(read(""), "it is no PNG, JPEG or SVG");
  EXPECT_EQ(read("hello"), "it is no PNG, JPEG or SVG");
  EXPECT_EQ(read("GIF89a"), "GIF images are not supported: save it as PNG or JPEG");
  EXPECT_EQ(read("RIFF....WEBPVP8 "), "WebP images are not supported: save it as PNG");
  EXPECT_EQ(read(png(0, 4)), "it has no size");
  EXPECT_EQ(read(png(60'000, 60'000)), "it has 60000 x 60000 pixels, more than 100 million");
  EXPECT_EQ(read(png(0xFFFFFFFF, 0xFFFFFFFF)), "it has 4294967295 x 4294967295 pixels, more than 100 million");
  EXPECT_EQ(read(png(3, 4, 7)), "the PNG's header makes no sense");
  EXPECT_EQ(read(png(3, 4).substr(0, 45)), "the PNG is cut off");
  EXPECT_EQ(read(jpeg({65'000, 65'000})), "it has 65000 x 65000 pixels, more than 100 million");
  EXPECT_EQ(read(jpeg({10, 10, 2})), "it is a JPEG of 2 components");
  EXPECT_EQ(read(jpeg({10, 10, 3, 0xC3})), "it is a lossless or arithmetic-coded JPEG, which few programs read");
  EXPECT_EQ(read(jpeg({10, 10, 3, 0xC1, "", 12})), "it is a JPEG of more than 8 bits a sample, which few programs read");
  EXPECT_EQ(read(jpeg({10, 10}).substr(0, 20)), "the JPEG is cut off");
  EXPECT_EQ(read("<svg xmlns='x'/>"), "the SVG says no size");
  EXPECT_EQ(read("<html><svg/></html>"), "it is no PNG, JPEG or SVG");
}

TEST(ImageHeader, CutOffAnywhereItIsStillNoTrouble) {
  for (const std::string& whole :
       {png(3, 4), jpeg({5, 6, 3, 0xC0, exif(6, true)}), std::string("<?xml?><!-- c --><svg viewBox='0 0 1 1'/>")})
    for (std::size_t length = 0; length < whole.size(); ++length) read(whole.substr(0, length));
}

}  // namespace
}  // namespace drawplate
