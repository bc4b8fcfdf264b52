// See subset.h. HarfBuzz does the work; glyphs are renumbered, since keeping their numbers makes CFF programs several times
// as large.
#include "fonts/subset.h"

#include <hb-ot.h>
#include <hb-subset.h>
#include <hb.h>

#include <cstddef>
#include <memory>
#include <vector>

#include "fonts/cff_charset.h"
#include "fonts/hb_handles.h"

namespace drawplate {
namespace {

/// What a PDF reader does not look at, or must not find in a renumbered font.
constexpr hb_tag_t dropped_tables[] = {
    HB_TAG('G', 'S', 'U', 'B'), HB_TAG('G', 'P', 'O', 'S'), HB_TAG('G', 'D', 'E', 'F'), HB_TAG('B', 'A', 'S', 'E'),
    HB_TAG('J', 'S', 'T', 'F'), HB_TAG('k', 'e', 'r', 'n'), HB_TAG('n', 'a', 'm', 'e'), HB_TAG('c', 'm', 'a', 'p'),
    HB_TAG('p', 'o', 's', 't'), HB_TAG('O', 'S', '/', '2'), HB_TAG('S', 'T', 'A', 'T'), HB_TAG('D', 'S', 'I', 'G'),
    HB_TAG('v', 'h', 'e', 'a'), HB_TAG('v', 'm', 't', 'x'), HB_TAG('V', 'O', 'R', 'G'), HB_TAG('C', 'O', 'L', 'R'),
    HB_TAG('C', 'P', 'A', 'L'), HB_TAG('C', 'B', 'D', 'T'), HB_TAG('C', 'B', 'L', 'C'), HB_TAG('s', 'b', 'i', 'x'),
    HB_TAG('S', 'V', 'G', ' '), HB_TAG('E', 'B', 'D', 'T'), HB_TAG('E', 'B', 'L', 'C'), HB_TAG('m', 'e', 't', 'a'),
    HB_TAG('g', 'a', 's', 'p'), HB_TAG('h', 'd', 'm', 'x'), HB_TAG('V', 'D', 'M', 'X'), HB_TAG('L', 'T', 'S', 'H'),
    HB_TAG('P', 'C', 'L', 'T'), HB_TAG('M', 'A', 'T', 'H'), HB_TAG('F', 'F', 'T', 'M')};

HbSubsetInput input_for(const Face& face, std::span<const std::uint16_t> glyphs) {
  HbSubsetInput input{hb_subset_input_create_or_fail()};
  if (!input) return input;
  hb_set_t* wanted = hb_subset_input_glyph_set(input.get());
  hb_set_add(wanted, 0);
  for (const std::uint16_t glyph : glyphs) hb_set_add(wanted, glyph);
  hb_set_t* dropped = hb_subset_input_set(input.get(), HB_SUBSET_SETS_DROP_TABLE_TAG);
  for (const hb_tag_t tag : dropped_tables) hb_set_add(dropped, tag);
  hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
  pin_axes(face, input.get());
  return input;
}

/// xMin, yMin, xMax, yMax of the head table.
std::array<Em, 4> font_box(hb_face_t* face) {
  const std::string head = table_of(face, HB_TAG('h', 'e', 'a', 'd'));
  std::array<Em, 4> box{};
  if (head.size() < 44) return box;
  for (std::size_t i = 0; i < 4; ++i) {
    const auto high = static_cast<unsigned char>(head[36 + 2 * i]), low = static_cast<unsigned char>(head[37 + 2 * i]);
    box[i] = static_cast<double>(static_cast<std::int16_t>(high << 8 | low)) / hb_face_get_upem(face);
  }
  return box;
}

/// In a CID-keyed CFF program a code selects by the charset, which renumbering leaves as it was; elsewhere by glyph number.
std::map<std::uint16_t, std::uint16_t> cids_of(const hb_map_t* renumbered, std::span<const std::uint16_t> glyphs,
                                               const CffCharset& charset) {
  std::map<std::uint16_t, std::uint16_t> cids;
  const auto add = [&](std::uint16_t glyph) {
    const hb_codepoint_t now = hb_map_get(renumbered, glyph);
    if (now == HB_MAP_VALUE_INVALID) return;
    cids[glyph] = charset.is_cid_keyed && now < charset.cids.size() ? charset.cids[now] : static_cast<std::uint16_t>(now);
  };
  add(0);
  for (const std::uint16_t glyph : glyphs) add(glyph);
  return cids;
}

}  // namespace

Result<FontProgram> subset_font(const Face& face, std::span<const std::uint16_t> glyphs) {
  const std::string& name = face.postscript_name();
  if (!face.may_be_embedded()) return failure("the font " + name + " may not be embedded: its licence bits forbid it");

  const HbSubsetInput input = input_for(face, glyphs);
  const HbSubsetPlan plan{input ? hb_subset_plan_create_or_fail(face.hb_face(), input.get()) : nullptr};
  const HbFace subset{plan ? hb_subset_plan_execute_or_fail(plan.get()) : nullptr};
  if (!subset) return failure("the font " + name + " could not be reduced to the glyphs used");

  const HbBlob blob{hb_face_reference_blob(subset.get())};
  const HbFace reopened{hb_face_create(blob.get(), 0)};  // a built face answers for its tables only after a round trip
  FontProgram program;
  program.box = font_box(face.hb_face());
  CffCharset charset;
  if (face.is_cff()) {
    program.format = FontProgram::Format::bare_cff;
    program.bytes = table_of(reopened.get(), HB_TAG('C', 'F', 'F', ' '));
    charset = read_cff_charset(program.bytes, hb_face_get_glyph_count(reopened.get()));
  } else {
    unsigned size = 0;
    const char* data = hb_blob_get_data(blob.get(), &size);
    program.bytes.assign(data, size);
  }
  if (program.bytes.empty()) return failure("the font " + name + " has no outlines that a PDF can hold");
  program.cids = cids_of(hb_subset_plan_old_to_new_glyph_mapping(plan.get()), glyphs, charset);
  return program;
}

}  // namespace drawplate
