// See hb_handles.h.
#include "fonts/hb_handles.h"

#include <hb-ot.h>

#include <cstddef>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "fonts/face.h"
#include "fonts/sfnt.h"

namespace drawplate {
namespace {

// Callbacks of hb_draw_funcs: the sink is a Path, and font units become ems with y down.
struct PathSink {
  Path path;
  double upem = 1;
  Point at(float x, float y) const { return {static_cast<double>(x) / upem, -static_cast<double>(y) / upem}; }
};

void add_move(hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) {
  auto* sink = static_cast<PathSink*>(data);
  sink->path.move_to(sink->at(x, y));
}

void add_line(hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) {
  auto* sink = static_cast<PathSink*>(data);
  sink->path.line_to(sink->at(x, y));
}

void add_cubic(hb_draw_funcs_t*, void* data, hb_draw_state_t*, float ax, float ay, float bx, float by, float x, float y, void*) {
  auto* sink = static_cast<PathSink*>(data);
  sink->path.cubic_to(sink->at(ax, ay), sink->at(bx, by), sink->at(x, y));
}

void add_close(hb_draw_funcs_t*, void* data, hb_draw_state_t*, void*) { static_cast<PathSink*>(data)->path.close(); }

}  // namespace

std::string table_of(hb_face_t* face, hb_tag_t tag) {
  const HbBlob blob{hb_face_reference_table(face, tag)};
  unsigned size = 0;
  const char* data = hb_blob_get_data(blob.get(), &size);
  return {data, size};
}

void pin_axes(const Face& face, hb_subset_input_t* input) {
  unsigned count = hb_ot_var_get_axis_count(face.hb_face());
  if (count == 0) return;
  std::vector<hb_ot_var_axis_info_t> axes(count);
  hb_ot_var_get_axis_infos(face.hb_face(), 0, &count, axes.data());
  unsigned set = 0;
  const float* places = hb_font_get_var_coords_design(face.hb_font(), &set);
  for (unsigned i = 0; i < count; ++i) {
    if (i < set)
      hb_subset_input_pin_axis_location(input, face.hb_face(), axes[i].tag, places[i]);
    else
      hb_subset_input_pin_axis_to_default(input, face.hb_face(), axes[i].tag);
  }
}

Path glyph_outline(hb_font_t* font, unsigned glyph, unsigned units_per_em) {
  hb_draw_funcs_t* draw = hb_draw_funcs_create();
  hb_draw_funcs_set_move_to_func(draw, add_move, nullptr, nullptr);
  hb_draw_funcs_set_line_to_func(draw, add_line, nullptr, nullptr);
  hb_draw_funcs_set_cubic_to_func(draw, add_cubic, nullptr, nullptr);  // quadratics arrive here raised to cubics
  hb_draw_funcs_set_close_path_func(draw, add_close, nullptr, nullptr);
  PathSink sink{{}, static_cast<double>(units_per_em)};
#if HB_VERSION_ATLEAST(7, 0, 0)
  hb_font_draw_glyph(font, glyph, draw, &sink);
#else
  hb_font_get_glyph_shape(font, glyph, draw, &sink);  // its name before HarfBuzz 7
#endif
  hb_draw_funcs_destroy(draw);
  return std::move(sink.path);
}

std::string to_utf16_be(std::string_view text) {
  std::string out;
  for (const char16_t unit : to_utf16(text)) append_u16(out, unit);
  return out;
}

}  // namespace drawplate
