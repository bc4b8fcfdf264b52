// Opens faces with HarfBuzz alone: names, metrics and outlines are read through hb-ot, so that shaping, measuring and
// drawing see one and the same instance. It knows nothing of fontconfig, documents or texts.
#include "fonts/face.h"

#include <hb-ot.h>
#include <hb.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdlib>
#include <string_view>
#include <utility>
#include <vector>

#include "fonts/hb_handles.h"

namespace drawplate {
namespace {

constexpr hb_tag_t tag_cff = HB_TAG('C', 'F', 'F', ' '), tag_cff2 = HB_TAG('C', 'F', 'F', '2'), tag_glyf = HB_TAG('g', 'l', 'y', 'f');
constexpr hb_tag_t tag_os2 = HB_TAG('O', 'S', '/', '2'), tag_hhea = HB_TAG('h', 'h', 'e', 'a'), tag_post = HB_TAG('p', 'o', 's', 't');

/// One table of a face as big-endian numbers; reads beyond its end give 0.
class FontTable {
 public:
  FontTable(hb_face_t* face, hb_tag_t tag) : blob_(hb_face_reference_table(face, tag)) { data_ = hb_blob_get_data(blob_, &size_); }
  ~FontTable() { hb_blob_destroy(blob_); }
  FontTable(const FontTable&) = delete;
  FontTable& operator=(const FontTable&) = delete;

  bool empty() const { return size_ == 0; }
  unsigned u16(unsigned at) const {
    if (at + 2 > size_) return 0;
    return static_cast<unsigned>(static_cast<unsigned char>(data_[at])) << 8 | static_cast<unsigned char>(data_[at + 1]);
  }
  int i16(unsigned at) const { return static_cast<std::int16_t>(u16(at)); }

 private:
  hb_blob_t* blob_;
  const char* data_ = nullptr;
  unsigned size_ = 0;
};

std::string name_of(hb_face_t* face, hb_ot_name_id_t id) {
  if (id == HB_OT_NAME_ID_INVALID) return {};
  unsigned size = 512;
  std::string text(size, '\0');
  hb_ot_name_get_utf8(face, id, hb_language_from_string("en", -1), &size, text.data());
  text.resize(std::min<std::size_t>(size, 511));
  return text;
}

std::string first_of(std::string a, std::string b) { return a.empty() ? std::move(b) : std::move(a); }

std::string without_spaces(std::string text) {
  std::erase(text, ' ');
  return text;
}

bool has_table(hb_face_t* face, hb_tag_t tag) { return !FontTable(face, tag).empty(); }

/// The named instance of a variable face at this weight, all other axes at their defaults.
std::optional<unsigned> named_instance(hb_face_t* face, int weight) {
  std::vector<hb_ot_var_axis_info_t> axes(hb_ot_var_get_axis_count(face));
  unsigned axis_count = static_cast<unsigned>(axes.size());
  hb_ot_var_get_axis_infos(face, 0, &axis_count, axes.data());
  for (unsigned i = 0; i < hb_ot_var_get_named_instance_count(face); ++i) {
    std::vector<float> coords(axes.size());
    unsigned count = axis_count;
    hb_ot_var_named_instance_get_design_coords(face, i, &count, coords.data());
    bool same = true;
    for (unsigned a = 0; a < axis_count; ++a) {
      const double wanted = axes[a].tag == HB_OT_TAG_VAR_AXIS_WEIGHT ? weight : static_cast<double>(axes[a].default_value);
      same = same && std::abs(static_cast<double>(coords[a]) - wanted) < 0.5;
    }
    if (same) return i;
  }
  return std::nullopt;
}

/// Names of weights in one spelling, that of Google's fonts and of Windows: "Semi Bold" of Inter 3 is "SemiBold" in Inter 4.
std::string with_joined_weight(std::string name) {
  for (const std::string_view grade : {"Semi", "Demi", "Extra", "Ultra"}) {
    for (const std::string_view weight : {"Bold", "Light", "Black"}) {
      const std::string apart = std::string(grade) + ' ' + std::string(weight);
      if (const std::size_t at = name.find(apart); at != std::string::npos && (at == 0 || name[at - 1] == ' '))
        name.erase(at + grade.size(), 1);
    }
  }
  return name;
}

struct Names {
  std::string family, legacy, style, postscript;
  bool legacy_bold = false, legacy_italic = false;
};

Names static_names(hb_face_t* face) {
  Names names;
  names.legacy = with_joined_weight(name_of(face, HB_OT_NAME_ID_FONT_FAMILY));
  const std::string legacy_style = name_of(face, HB_OT_NAME_ID_FONT_SUBFAMILY);
  names.family = first_of(name_of(face, HB_OT_NAME_ID_TYPOGRAPHIC_FAMILY), names.legacy);
  names.style = with_joined_weight(first_of(name_of(face, HB_OT_NAME_ID_TYPOGRAPHIC_SUBFAMILY), legacy_style));
  names.postscript = name_of(face, HB_OT_NAME_ID_POSTSCRIPT_NAME);
  // Name 2 has four values only; they are what Office's b and i attributes choose among.
  names.legacy_bold = legacy_style.find("Bold") != std::string::npos;
  names.legacy_italic = legacy_style.find("Italic") != std::string::npos || legacy_style.find("Oblique") != std::string::npos;
  return names;
}

/// The names by which the instances of a variable face go where they are installed as faces of their own.
Names instance_names(hb_face_t* face, const Face::Place& place) {
  Names names = static_names(face);
  const std::optional<unsigned> instance = named_instance(face, place.weight);
  if (instance) {
    names.style = with_joined_weight(first_of(name_of(face, hb_ot_var_named_instance_get_subfamily_name_id(face, *instance)), names.style));
    const std::string base = first_of(name_of(face, HB_OT_NAME_ID_VARIATIONS_PS_PREFIX), without_spaces(names.family));
    names.postscript =
        first_of(name_of(face, hb_ot_var_named_instance_get_postscript_name_id(face, *instance)), base + "-" + without_spaces(names.style));
  } else {
    names.style = std::to_string(place.weight);
    names.postscript = without_spaces(names.family) + "-" + names.style;
  }
  names.legacy_bold = place.weight == 700;
  names.legacy_italic = place.italic;
  names.legacy = names.family;
  if (place.weight != 400 && place.weight != 700) {
    std::string style = names.style;
    if (const std::size_t at = style.find(" Italic"); at != std::string::npos) style.erase(at);
    names.legacy += " " + style;
  }
  return names;
}

Em metric(hb_font_t* font, hb_ot_metrics_tag_t tag, double upem) {
  hb_position_t value = 0;
  return hb_ot_metrics_get_position(font, tag, &value) ? value / upem : 0;
}

/// Height of a capital or small letter's ink, for faces that do not state it.
Em ink_height(hb_font_t* font, hb_codepoint_t letter, double upem) {
  hb_codepoint_t glyph = 0;
  hb_glyph_extents_t extents{};
  if (!hb_font_get_nominal_glyph(font, letter, &glyph) || !hb_font_get_glyph_extents(font, glyph, &extents)) return 0;
  return extents.y_bearing / upem;
}

FaceMetrics read_metrics(hb_face_t* face, hb_font_t* font, double upem) {
  const FontTable hhea(face, tag_hhea), os2(face, tag_os2), post(face, tag_post);
  FaceMetrics m;
  m.ascent = hhea.i16(4) / upem;
  m.descent = -hhea.i16(6) / upem;
  m.line_gap = hhea.i16(8) / upem;
  m.win_ascent = os2.u16(74) / upem;
  m.win_descent = os2.u16(76) / upem;
  const bool no_hhea = m.ascent == 0 && m.descent == 0;
  const bool use_typo = (os2.u16(62) & 0x80u) != 0 && (os2.i16(68) != 0 || os2.i16(70) != 0);  // fsSelection bit 7
  if (use_typo) {
    m.ascent = os2.i16(68) / upem;
    m.descent = -os2.i16(70) / upem;
    m.line_gap = os2.i16(72) / upem;
  } else if (no_hhea) {
    m.ascent = m.win_ascent > 0 ? m.win_ascent : 0.8;
    m.descent = m.win_ascent > 0 ? m.win_descent : 0.2;
    m.line_gap = 0;
  }
  m.cap_height = metric(font, HB_OT_METRICS_TAG_CAP_HEIGHT, upem);
  if (m.cap_height <= 0) m.cap_height = ink_height(font, 'H', upem);
  if (m.cap_height <= 0) m.cap_height = 0.7;
  m.x_height = metric(font, HB_OT_METRICS_TAG_X_HEIGHT, upem);
  if (m.x_height <= 0) m.x_height = ink_height(font, 'x', upem);
  if (m.x_height <= 0) m.x_height = 0.5;
  // Both positions are of the line's upper edge in the font (OpenType, post and OS/2); ours are of its middle.
  m.underline_thickness = metric(font, HB_OT_METRICS_TAG_UNDERLINE_SIZE, upem);
  if (m.underline_thickness <= 0) m.underline_thickness = 0.05;
  m.underline_position = metric(font, HB_OT_METRICS_TAG_UNDERLINE_OFFSET, upem) - m.underline_thickness / 2;
  m.strike_thickness = metric(font, HB_OT_METRICS_TAG_STRIKEOUT_SIZE, upem);
  if (m.strike_thickness <= 0) m.strike_thickness = m.underline_thickness;
  const Em strike = metric(font, HB_OT_METRICS_TAG_STRIKEOUT_OFFSET, upem);
  m.strike_position = strike > 0 ? strike - m.strike_thickness / 2 : m.x_height / 2;
  // Counter-clockwise, so negative for all that lean to the right; some faces (Inter 4 beta) give the sign the other way.
  m.italic_angle = -std::abs(post.i16(4) + post.u16(6) / 65536.0);
  return m;
}

/// OS/2 fsType: restricted licence (2, unless a wider right is set too), no subsetting (bit 8), bitmaps only (bit 9).
bool embedding_allowed(hb_face_t* face) {
  const unsigned type = FontTable(face, tag_os2).u16(8);
  return (type & 0xFu) != 2 && (type & 0x300u) == 0;
}

}  // namespace

Result<std::shared_ptr<const Face>> Face::open(const Place& place) {
  hb_blob_t* blob = hb_blob_create_from_file_or_fail(place.file.c_str());
  if (!blob) return failure("cannot read the font " + place.file);
  const bool is_there = place.index < hb_face_count(blob);
  const std::shared_ptr<Face> face(new Face);
  face->face_ = hb_face_create(blob, place.index);
  hb_blob_destroy(blob);
  if (!is_there || hb_face_get_glyph_count(face->face_) == 0) return failure("the font " + place.file + " is none that can be read");
  if (has_table(face->face_, tag_cff2)) return failure("the font " + place.file + " has CFF2 outlines, which cannot be embedded");
  face->is_cff_ = has_table(face->face_, tag_cff);
  if (!face->is_cff_ && !has_table(face->face_, tag_glyf)) return failure("the font " + place.file + " has no outlines");

  hb_face_make_immutable(face->face_);
  face->upem_ = std::max(1u, hb_face_get_upem(face->face_));
  face->glyph_count_ = hb_face_get_glyph_count(face->face_);
  face->font_ = hb_font_create(face->face_);
  hb_font_set_scale(face->font_, static_cast<int>(face->upem_), static_cast<int>(face->upem_));
  hb_variation_t variation{};
  const bool pinned = !place.variations.empty() && hb_variation_from_string(place.variations.c_str(), -1, &variation);
  if (pinned) hb_font_set_variations(face->font_, &variation, 1);
  hb_font_make_immutable(face->font_);

  Names names = pinned ? instance_names(face->face_, place) : static_names(face->face_);
  face->place_ = place;
  face->file_ = place.file;
  face->family_ = first_of(place.family, names.family);
  face->legacy_ = first_of(place.office_family, first_of(names.legacy, face->family_));
  face->style_ = first_of(place.style, names.style);
  face->postscript_ = first_of(names.postscript, without_spaces(face->family_));
  face->weight_ = place.weight;
  face->italic_ = place.italic;
  face->legacy_bold_ = names.legacy_bold;
  face->legacy_italic_ = names.legacy_italic;
  face->may_be_embedded_ = embedding_allowed(face->face_);
  face->metrics_ = read_metrics(face->face_, face->font_, face->upem_);
  return face;
}

Face::~Face() {
  hb_font_destroy(font_);
  hb_face_destroy(face_);
}

bool Face::has_glyph(char32_t character) const { return nominal_glyph(character).has_value(); }

std::optional<std::uint32_t> Face::nominal_glyph(char32_t character) const {
  hb_codepoint_t glyph = 0;
  if (!hb_font_get_nominal_glyph(font_, character, &glyph) || glyph == 0) return std::nullopt;
  return glyph;
}

Em Face::advance(std::uint32_t glyph) const { return hb_font_get_glyph_h_advance(font_, glyph) / static_cast<double>(upem_); }

bool Face::has_color_layers() const { return hb_ot_color_has_layers(face_) != 0; }

std::vector<ColorLayer> Face::color_layers(std::uint32_t glyph) const {
  constexpr unsigned own_color = 0xFFFF, most_layers = 256, most_colors = 4096;
  unsigned count = std::min(most_layers, hb_ot_color_glyph_get_layers(face_, glyph, 0, nullptr, nullptr));
  if (count == 0) return {};
  std::vector<hb_ot_color_layer_t> found(count);
  hb_ot_color_glyph_get_layers(face_, glyph, 0, &count, found.data());
  unsigned color_count = std::min(most_colors, hb_ot_color_palette_get_colors(face_, 0, 0, nullptr, nullptr));
  std::vector<hb_color_t> palette(color_count);
  if (color_count > 0) hb_ot_color_palette_get_colors(face_, 0, 0, &color_count, palette.data());
  std::vector<ColorLayer> layers;
  for (const hb_ot_color_layer_t& layer : found) {
    ColorLayer out{layer.glyph, std::nullopt, 1};
    if (layer.color_index != own_color && layer.color_index < palette.size()) {
      const hb_color_t color = palette[layer.color_index];
      const auto byte = [](unsigned value) { return static_cast<std::uint8_t>(value); };
      out.color = Rgb{byte(hb_color_get_red(color)), byte(hb_color_get_green(color)), byte(hb_color_get_blue(color))};
      out.alpha = hb_color_get_alpha(color) / 255.0;
    }
    layers.push_back(out);
  }
  return layers;
}

Path Face::outline(std::uint32_t glyph) const { return glyph_outline(font_, glyph, upem_); }

}  // namespace drawplate
