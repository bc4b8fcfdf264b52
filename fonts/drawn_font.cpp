// See drawn_font.h. Curves of TrueType faces come back as they were: raised to cubics and lowered again they are the same.
#include "fonts/drawn_font.h"

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <utility>

#include "fonts/glyf.h"
#include "fonts/sfnt.h"

namespace drawplate {
namespace {

struct DrawnGlyph {
  Path outline;
  int advance = 0;
};

int units(const Face& face, Em length) { return static_cast<int>(std::lround(length * face.units_per_em())); }

Path cluster_outline(const Face& face, const ClusterShape& shape) {
  Path whole;
  const double upem = face.units_per_em();
  for (const ClusterShape::Part& part : shape.parts) {
    const Path outline = transformed(face.outline(part.glyph), Affine{1, 0, 0, 1, part.x / upem, -part.y / upem});
    whole.elements.insert(whole.elements.end(), outline.elements.begin(), outline.elements.end());
  }
  return whole;
}

std::string head_table(const Face& face, const std::array<int, 4>& box) {
  std::string head;
  append_u32(head, 0x00010000);
  append_u32(head, 0x00010000);
  append_u32(head, 0);           // checksum of the file, set when it is written
  append_u32(head, 0x5F0F3CF5);  // magic
  append_u16(head, 0x0003);      // baseline at y = 0, left bearings at x = 0
  append_u16(head, face.units_per_em());
  head.append(16, '\0');  // no dates
  for (const int edge : box) append_i16(head, edge);
  append_u16(head, (face.legacy_bold() ? 1u : 0u) | (face.italic() ? 2u : 0u));
  for (const int value : {6, 2, 1, 0}) append_i16(head, value);  // smallest size, direction, long loca, glyf format
  return head;
}

std::string hhea_table(const Face& face, std::size_t count) {
  std::string hhea;
  append_u32(hhea, 0x00010000);
  append_i16(hhea, units(face, face.metrics().ascent));
  append_i16(hhea, -units(face, face.metrics().descent));
  for (int i = 0; i < 13; ++i) append_u16(hhea, 0);
  append_u16(hhea, static_cast<unsigned>(count));
  put_u16(hhea, 18, 1);  // caret slope rise
  return hhea;
}

FontProgram program_of(const Face& face, const std::vector<DrawnGlyph>& glyphs) {
  std::vector<Path> outlines;
  for (const DrawnGlyph& glyph : glyphs) outlines.push_back(glyph.outline);
  GlyfTables glyf = write_glyf(outlines, face.units_per_em());
  std::string metrics;
  for (std::size_t i = 0; i < glyphs.size(); ++i) {
    append_u16(metrics, static_cast<unsigned>(glyphs[i].advance));
    append_i16(metrics, glyf.left_bearings[i]);
  }
  FontProgram program;
  for (std::size_t i = 0; i < 4; ++i) program.box[i] = static_cast<double>(glyf.box[i]) / face.units_per_em();
  program.bytes = write_sfnt({{"head", head_table(face, glyf.box)},
                              {"hhea", hhea_table(face, glyphs.size())},
                              {"maxp", std::move(glyf.maxp)},
                              {"hmtx", std::move(metrics)},
                              {"loca", std::move(glyf.loca)},
                              {"glyf", std::move(glyf.glyf)}});
  return program;
}

}  // namespace

Result<DrawnFont> draw_font(const Face& face, std::span<const std::uint16_t> glyphs, std::span<const ClusterShape> clusters) {
  const std::string& name = face.postscript_name();
  if (!face.may_be_embedded()) return failure("the font " + name + " may not be embedded: its licence bits forbid it");
  std::vector<DrawnGlyph> drawn;
  std::map<std::uint16_t, std::uint16_t> codes;
  const auto add_glyph = [&](std::uint16_t glyph) {
    if (!codes.try_emplace(glyph, static_cast<std::uint16_t>(drawn.size())).second) return;
    drawn.push_back({face.outline(glyph), units(face, face.advance(glyph))});
  };
  add_glyph(0);
  for (const std::uint16_t glyph : glyphs) add_glyph(glyph);
  DrawnFont font;
  for (const ClusterShape& cluster : clusters) {
    font.first_codes.push_back(static_cast<std::uint16_t>(drawn.size()));
    for (std::size_t i = 0; i < cluster.slots.size(); ++i)
      drawn.push_back({i == 0 ? cluster_outline(face, cluster) : Path{}, cluster.slots[i]});
    if (drawn.size() > 0xFFFF) return failure("the font " + name + " is used for more forms than a PDF font can hold");
  }
  font.program = program_of(face, drawn);
  font.program.cids = std::move(codes);
  return font;
}

}  // namespace drawplate
