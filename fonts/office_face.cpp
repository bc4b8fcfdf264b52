// See office_face.h. HarfBuzz reduces and pins; outlines that are not TrueType's are drawn anew; names and style bits are
// written so that office programs find the face by family, bold and italic.
#include "fonts/office_face.h"

#include <hb-ot.h>
#include <hb-subset.h>
#include <hb.h>

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "fonts/glyf.h"
#include "fonts/hb_handles.h"
#include "fonts/sfnt.h"

namespace drawplate {
namespace {

constexpr unsigned restricted = 0x2, viewing_only = 0x4, editable = 0x8, no_subsetting = 0x100, bitmaps_only = 0x200;
constexpr unsigned selection_italic = 1, selection_bold = 1u << 5, selection_regular = 1u << 6;
constexpr std::size_t os2_weight_at = 4, os2_type_at = 8, os2_selection_at = 62, head_style_at = 44, head_loca_at = 50;

/// What is kept whole, so that the text stays editable: first and last.
constexpr std::pair<char32_t, char32_t> kept_ranges[] = {{0x20, 0x7E}, {0xA0, 0xFF}, {0x2010, 0x2026}, {0x20AC, 0x20AC}};

/// What no office program reads, or what is wrong of a pinned and renumbered face.
constexpr hb_tag_t dropped_tables[] = {
    HB_TAG('D', 'S', 'I', 'G'), HB_TAG('S', 'T', 'A', 'T'), HB_TAG('J', 'S', 'T', 'F'), HB_TAG('v', 'h', 'e', 'a'),
    HB_TAG('v', 'm', 't', 'x'), HB_TAG('V', 'O', 'R', 'G'), HB_TAG('C', 'O', 'L', 'R'), HB_TAG('C', 'P', 'A', 'L'),
    HB_TAG('C', 'B', 'D', 'T'), HB_TAG('C', 'B', 'L', 'C'), HB_TAG('s', 'b', 'i', 'x'), HB_TAG('S', 'V', 'G', ' '),
    HB_TAG('m', 'e', 't', 'a'), HB_TAG('h', 'd', 'm', 'x'), HB_TAG('V', 'D', 'M', 'X'), HB_TAG('L', 'T', 'S', 'H'),
    HB_TAG('P', 'C', 'L', 'T'), HB_TAG('M', 'A', 'T', 'H'), HB_TAG('F', 'F', 'T', 'M'), HB_TAG('p', 'o', 's', 't')};

/// The features that office programs apply unasked (OpenType, "Registered features"; Universal Shaping Engine). All others would
/// bring in forms that nobody can reach, hundreds in some faces.
constexpr std::string_view kept_features[] = {"kern", "liga", "clig", "rlig", "ccmp", "locl", "mark", "mkmk", "curs", "dist",
                                              "init", "medi", "fina", "isol", "med2", "fin2", "fin3", "nukt", "akhn", "rphf",
                                              "rkrf", "pref", "blwf", "abvf", "half", "pstf", "vatu", "cjct", "cfar", "pres",
                                              "abvs", "blws", "psts", "haln", "abvm", "blwm", "ljmo", "vjmo", "tjmo"};
constexpr char32_t first_complex = 0x590;  ///< from here on contextual forms are part of the script

void keep_features(hb_subset_input_t* input, bool complex) {
  hb_set_t* features = hb_subset_input_set(input, HB_SUBSET_SETS_LAYOUT_FEATURE_TAG);
  hb_set_clear(features);
  for (const std::string_view name : kept_features) hb_set_add(features, HB_TAG(name[0], name[1], name[2], name[3]));
  if (complex) hb_set_add(features, HB_TAG('c', 'a', 'l', 't'));
}

HbSubsetInput input_for(const Face& face, const std::set<char32_t>& characters) {
  HbSubsetInput input{hb_subset_input_create_or_fail()};
  if (!input) return input;
  hb_set_t* wanted = hb_subset_input_unicode_set(input.get());
  for (const auto& [first, last] : kept_ranges)
    for (char32_t c = first; c <= last; ++c)
      if (face.has_glyph(c)) hb_set_add(wanted, c);
  for (const char32_t c : characters) hb_set_add(wanted, c);
  hb_set_t* dropped = hb_subset_input_set(input.get(), HB_SUBSET_SETS_DROP_TABLE_TAG);
  for (const hb_tag_t tag : dropped_tables) hb_set_add(dropped, tag);
  hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
  keep_features(input.get(), !characters.empty() && *characters.rbegin() >= first_complex);
  pin_axes(face, input.get());
  return input;
}

std::string bytes_of(hb_face_t* face) {
  const HbBlob blob{hb_face_reference_blob(face)};
  unsigned size = 0;
  const char* data = hb_blob_get_data(blob.get(), &size);
  return {data, size};
}

/// PostScript outlines drawn as TrueType's. Advances and layout tables stay: glyphs keep their numbers.
void redraw_outlines(SfntTables& tables, const std::string& file) {
  const HbBlob blob{hb_blob_create(file.data(), static_cast<unsigned>(file.size()), HB_MEMORY_MODE_READONLY, nullptr, nullptr)};
  const HbFace face{hb_face_create(blob.get(), 0)};
  const HbFont font{hb_font_create(face.get())};
  const unsigned upem = hb_face_get_upem(face.get()), count = hb_face_get_glyph_count(face.get());
  std::vector<Path> outlines;
  for (unsigned glyph = 0; glyph < count; ++glyph) outlines.push_back(glyph_outline(font.get(), glyph, upem));
  GlyfTables glyf = write_glyf(outlines, upem);
  std::string metrics;
  for (unsigned glyph = 0; glyph < count; ++glyph) {
    append_u16(metrics, static_cast<unsigned>(hb_font_get_glyph_h_advance(font.get(), glyph)));
    append_i16(metrics, glyf.left_bearings[glyph]);
  }
  tables.erase("CFF ");
  tables["hmtx"] = std::move(metrics);
  put_u16(tables["hhea"], 34, count);
  tables["glyf"] = std::move(glyf.glyf);
  tables["loca"] = std::move(glyf.loca);
  tables["maxp"] = std::move(glyf.maxp);
  put_u16(tables["head"], head_loca_at, 1);
  for (std::size_t i = 0; i < 4; ++i) put_u16(tables["head"], 36 + 2 * i, static_cast<unsigned>(glyf.box[i]) & 0xFFFFu);
}

std::string style_name(const Face& face) {
  if (face.legacy_bold()) return face.legacy_italic() ? "Bold Italic" : "Bold";
  return face.legacy_italic() ? "Italic" : "Regular";
}

/// Names of the Windows platform in English, in UTF-16.
std::string name_table(const Face& face) {
  const std::string style = style_name(face);
  const std::string full = style == "Regular" ? face.legacy_family() : face.legacy_family() + " " + style;
  const std::pair<unsigned, std::string> names[] = {
      {1, face.legacy_family()}, {2, style}, {3, full + " (embedded)"}, {4, full}, {5, "Version 1.000"}, {6, face.postscript_name()}};
  std::string records, text;
  for (const auto& [id, name] : names) {
    const std::string wide = to_utf16_be(name);
    for (const unsigned value : {3u, 1u, 0x409u, id, static_cast<unsigned>(wide.size()), static_cast<unsigned>(text.size())})
      append_u16(records, value);
    text += wide;
  }
  std::string table;
  append_u16(table, 0);
  append_u16(table, static_cast<unsigned>(std::size(names)));
  append_u16(table, static_cast<unsigned>(6 + records.size()));
  return table + records + text;
}

/// Version 3: no glyph names.
std::string post_table(const Face& face) {
  const double units = face.units_per_em();
  std::string table;
  append_u32(table, 0x00030000);
  append_u32(table, static_cast<std::uint32_t>(static_cast<std::int32_t>(face.metrics().italic_angle * 65536)));
  append_i16(table, static_cast<int>((face.metrics().underline_position + face.metrics().underline_thickness / 2) * units));
  append_i16(table, static_cast<int>(face.metrics().underline_thickness * units));
  table.resize(32, '\0');
  return table;
}

void set_style(SfntTables& tables, const Face& face) {
  std::string &os2 = tables["OS/2"], &head = tables["head"];
  const unsigned style = (face.legacy_italic() ? selection_italic : 0) | (face.legacy_bold() ? selection_bold : 0);
  const unsigned kept = u16_at(os2, os2_selection_at) & ~(selection_italic | selection_bold | selection_regular);
  put_u16(os2, os2_selection_at, kept | (style == 0 ? selection_regular : style));
  put_u16(os2, os2_weight_at, static_cast<unsigned>(face.weight()));
  put_u16(head, head_style_at, (face.legacy_bold() ? 1u : 0u) | (face.legacy_italic() ? 2u : 0u));
}

}  // namespace

std::optional<std::string> why_not_in_office(const Face& face) {
  const unsigned type = u16_at(table_of(face.hb_face(), HB_TAG('O', 'S', '/', '2')), os2_type_at);
  if ((type & editable) == 0 && (type & (restricted | viewing_only)) != 0) return "its licence bits do not allow embedding for editing";
  if ((type & no_subsetting) != 0) return "its licence bits allow embedding as a whole only";
  if ((type & bitmaps_only) != 0) return "its licence bits allow embedding of bitmaps only";
  return std::nullopt;
}

Result<std::string> office_face(const Face& face, const std::set<char32_t>& characters) {
  const std::string& name = face.postscript_name();
  if (const auto reason = why_not_in_office(face)) return failure("the font " + name + " may not be embedded: " + *reason);
  const HbSubsetInput input = input_for(face, characters);
  const HbFace subset{input ? hb_subset_or_fail(face.hb_face(), input.get()) : nullptr};
  if (!subset) return failure("the font " + name + " could not be reduced to the characters used");
  const std::string file = bytes_of(subset.get());
  SfntTables tables = read_sfnt(file);
  for (const char* needed : {"head", "hhea", "hmtx", "OS/2", "cmap"})
    if (!tables.contains(needed)) return failure(std::string("the font ") + name + " has no table " + needed);
  if (tables.contains("CFF ")) redraw_outlines(tables, file);
  if (!tables.contains("glyf")) return failure("the font " + name + " has no outlines that a presentation can hold");
  tables["name"] = name_table(face);
  tables["post"] = post_table(face);
  set_style(tables, face);
  return write_sfnt(std::move(tables));
}

}  // namespace drawplate
