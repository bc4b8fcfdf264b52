// Owners of HarfBuzz's handles, and what several files here ask of it.
#pragma once

#include <hb-subset.h>
#include <hb.h>

#include <memory>
#include <string>

#include "base/geometry.h"

namespace drawplate {

class Face;

template <auto destroy>
struct HbDestroy {
  template <class T>
  void operator()(T* handle) const {
    destroy(handle);
  }
};
using HbBlob = std::unique_ptr<hb_blob_t, HbDestroy<hb_blob_destroy>>;
using HbFace = std::unique_ptr<hb_face_t, HbDestroy<hb_face_destroy>>;
using HbFont = std::unique_ptr<hb_font_t, HbDestroy<hb_font_destroy>>;
using HbSubsetInput = std::unique_ptr<hb_subset_input_t, HbDestroy<hb_subset_input_destroy>>;
using HbSubsetPlan = std::unique_ptr<hb_subset_plan_t, HbDestroy<hb_subset_plan_destroy>>;

/// A table's bytes; empty where there is none.
std::string table_of(hb_face_t* face, hb_tag_t tag);
/// Pins every axis of a variable face where the face is.
void pin_axes(const Face& face, hb_subset_input_t* input);
/// With y down, 1 = 1 em.
Path glyph_outline(hb_font_t* font, unsigned glyph, unsigned units_per_em);
/// UTF-8 → UTF-16, high byte first; what is no UTF-8 becomes U+FFFD.
std::string to_utf16_be(std::string_view text);

}  // namespace drawplate
