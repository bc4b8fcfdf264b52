// srgb_profile of metadata.h: built number by number (ICC.1:2004-10), since the profiles that systems install are larger,
// older, or carry the time.
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "pdf/metadata.h"

namespace drawplate::pdf {
namespace {

void append_u16(std::string& out, unsigned value) {
  out += static_cast<char>(value >> 8 & 0xff);
  out += static_cast<char>(value & 0xff);
}

void append_u32(std::string& out, std::uint32_t value) {
  append_u16(out, value >> 16);
  append_u16(out, value & 0xffff);
}

/// s15Fixed16Number.
void append_fixed(std::string& out, double value) {
  append_u32(out, static_cast<std::uint32_t>(static_cast<std::int32_t>(std::lround(value * 65536))));
}

std::string signature(std::string_view type) { return std::string(type) + std::string(4, '\0'); }

std::string localized(std::string_view ascii) {
  std::string out = signature("mluc");
  append_u32(out, 1);
  append_u32(out, 12);
  out += "enUS";
  append_u32(out, static_cast<std::uint32_t>(ascii.size() * 2));
  append_u32(out, 28);
  for (const char c : ascii) append_u16(out, static_cast<unsigned char>(c));
  return out;
}

std::string numbers(std::string_view type, std::span<const double> values) {
  std::string out = signature(type);
  for (const double value : values) append_fixed(out, value);
  return out;
}

/// Function type 3: (a x + b) ^ g from d on, c x below.
std::string parametric_curve() {
  std::string out = signature("para");
  append_u16(out, 3);
  append_u16(out, 0);
  for (const double value : {2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045}) append_fixed(out, value);
  return out;
}

/// D50, the profile connection space's white.
constexpr std::array white = {0.9642, 1.0, 0.8249};

std::string header(std::size_t size) {
  std::string out;
  append_u32(out, static_cast<std::uint32_t>(size));
  append_u32(out, 0);           // no preferred CMM
  append_u32(out, 0x04200000);  // version 4.2
  out += "mntrRGB XYZ ";
  for (const unsigned part : {2009u, 1u, 1u, 0u, 0u, 0u}) append_u16(out, part);  // a fixed date
  out += "acsp";
  out.append(24, '\0');  // platform, flags, manufacturer, model, attributes
  append_u32(out, 0);    // perceptual
  for (const double value : white) append_fixed(out, value);
  out.append(128 - out.size(), '\0');  // creator, identifier, reserved
  return out;
}

struct Tag {
  std::string_view name;
  std::size_t data;
};

}  // namespace

std::string srgb_profile() {
  // Primaries and the adaptation from D65 to D50 by Bradford's matrix.
  const std::array<std::string, 8> data = {
      localized("sRGB IEC61966-2.1"),
      localized("No copyright, use freely"),
      numbers("XYZ ", white),
      numbers("sf32", std::array{1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168}),
      numbers("XYZ ", std::array{0.43607, 0.22249, 0.01392}),
      numbers("XYZ ", std::array{0.38515, 0.71687, 0.09708}),
      numbers("XYZ ", std::array{0.14307, 0.06061, 0.71410}),
      parametric_curve(),
  };
  constexpr Tag tags[] = {{"desc", 0}, {"cprt", 1}, {"wtpt", 2}, {"chad", 3}, {"rXYZ", 4},
                          {"gXYZ", 5}, {"bXYZ", 6}, {"rTRC", 7}, {"gTRC", 7}, {"bTRC", 7}};

  std::string body;
  std::array<std::pair<std::size_t, std::size_t>, data.size()> places;  // offset and size
  const std::size_t table_end = 128 + 4 + 12 * std::size(tags);
  for (std::size_t i = 0; i < data.size(); ++i) {
    places[i] = {table_end + body.size(), data[i].size()};
    body += data[i];
    body.append((4 - body.size() % 4) % 4, '\0');
  }
  std::string profile = header(table_end + body.size());
  append_u32(profile, static_cast<std::uint32_t>(std::size(tags)));
  for (const Tag& tag : tags) {
    profile += tag.name;
    append_u32(profile, static_cast<std::uint32_t>(places[tag.data].first));
    append_u32(profile, static_cast<std::uint32_t>(places[tag.data].second));
  }
  return profile + body;
}

}  // namespace drawplate::pdf
