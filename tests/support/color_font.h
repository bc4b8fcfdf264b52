// A face in colours, made for tests: no package brings a small one.
#pragma once

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>

#include "fonts/face.h"
#include "fonts/sfnt.h"
#include "tests/faces/name_table.h"

namespace drawplate::test {

/// DejaVu Sans under the name "Color Test"; U+1F600 has three layers: its own outline in (255, 200, 0), then that of "o" in
/// half-transparent blue, then that of "x" in the text's colour.
inline std::string color_font() {
  const std::string path = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf";
  const auto face = Face::open({.file = path});
  const auto glyph = [&](char32_t c) { return (*face)->nominal_glyph(c).value_or(0); };
  std::ifstream file(path, std::ios::binary);
  SfntTables tables = read_sfnt(std::string(std::istreambuf_iterator<char>(file), {}));
  std::string colors, layers;
  for (const unsigned value : {0u, 2u, 1u, 2u}) append_u16(colors, value);  // version, colours a palette, palettes, colours
  append_u32(colors, 14);
  append_u16(colors, 0);            // the palette's first colour
  append_u32(colors, 0x00C8FFFFu);  // blue, green, red, alpha
  append_u32(colors, 0xFF000080u);
  for (const unsigned value : {0u, 1u}) append_u16(layers, value);  // version, glyphs
  append_u32(layers, 14);
  append_u32(layers, 20);
  append_u16(layers, 3);  // layers
  for (const unsigned value : {glyph(U'\U0001F600'), 0u, 3u}) append_u16(layers, value);
  for (const unsigned value : {glyph(U'\U0001F600'), 0u, glyph('o'), 1u, glyph('x'), 0xFFFFu}) append_u16(layers, value);
  tables["CPAL"] = colors;
  tables["COLR"] = layers;
  const std::pair<unsigned, std::string> names[] = {{1, "Color Test"}, {2, "Regular"}, {4, "Color Test"}, {6, "ColorTest"}};
  tables["name"] = name_table(names);
  return write_sfnt(std::move(tables));
}

/// Makes fontconfig know the face beside those of the system while this lives.
class ColorFontInstalled {
 public:
  ColorFontInstalled() : folder_(std::filesystem::temp_directory_path() / ("drawplate-fonts-" + std::to_string(getpid()))) {
    std::filesystem::create_directories(folder_ / "fonts");
    std::ofstream(folder_ / "fonts/color.ttf", std::ios::binary) << color_font();
    std::ofstream(folder_ / "fonts.conf") << "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig>"
                                             "<include>/etc/fonts/fonts.conf</include><dir>"
                                          << (folder_ / "fonts").string() << "</dir><cachedir>" << (folder_ / "cache").string()
                                          << "</cachedir></fontconfig>";
    setenv("FONTCONFIG_FILE", (folder_ / "fonts.conf").c_str(), 1);
  }
  ~ColorFontInstalled() {
    unsetenv("FONTCONFIG_FILE");
    std::filesystem::remove_all(folder_);
  }
  ColorFontInstalled(const ColorFontInstalled&) = delete;
  ColorFontInstalled& operator=(const ColorFontInstalled&) = delete;

 private:
  std::filesystem::path folder_;
};

}  // namespace drawplate::test
