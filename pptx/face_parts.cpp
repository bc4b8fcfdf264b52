// See face_parts.h.
#include "pptx/face_parts.h"

#include <cstddef>
#include <utility>

#include "base/utf8.h"
#include "fonts/office_face.h"
#include "layout/page/page_walk.h"
#include "pptx/embedded_font.h"

namespace drawplate {
namespace {

using CharactersByFace = std::map<FaceId, std::set<char32_t>>;

void add_characters(std::string_view text, std::set<char32_t>& to) {
  for (const char32_t c : to_utf32(text))
    if (c >= 0x20) to.insert(c);
}

void add(const GlyphRun& run, CharactersByFace& to) { add_characters(run.text, to[run.face]); }

/// Formulas need none: they are Office Math in a face of Office's, or outlines.
void add(const TextBlock& block, CharactersByFace& to) {
  for (const Paragraph& paragraph : block.paragraphs) {
    if (paragraph.bullet) add(paragraph.bullet->run, to);
    for (const Line& line : paragraph.lines)
      for (const GlyphRun& run : line.runs) add(run, to);
  }
}

}  // namespace

CharactersByFace characters_by_face(const Document& document) {
  CharactersByFace faces;
  for (const Page& page : document.pages) for_each_text(page.items, [&](const TextBlock& block) { add(block, faces); });
  return faces;
}

std::vector<EmbeddedFamily> embedded_families(const Document& document, const FontCatalog& fonts) {
  // Several faces may share a typeface and a style, such as two weights that office programs cannot tell apart: the first is it.
  struct Use {
    const Face* face = nullptr;
    std::set<char32_t> characters;
  };
  std::map<std::pair<std::string, std::size_t>, Use> uses;
  for (const auto& [id, characters] : characters_by_face(document)) {
    const Face& face = fonts.face(id);
    if (!face.place().office_family.empty()) continue;  // Office has it, or one that measures the same
    Use& use = uses[{face.legacy_family(), (face.legacy_bold() ? 1u : 0u) + (face.legacy_italic() ? 2u : 0u)}];
    if (!use.face) use.face = &face;
    use.characters.insert(characters.begin(), characters.end());
  }
  std::map<std::string, EmbeddedFamily> families;
  for (const auto& [key, use] : uses) {
    families[key.first].typeface = key.first;
    if (auto made = office_face(*use.face, use.characters)) families[key.first].styles[key.second] = eot_of(*made);
  }
  std::vector<EmbeddedFamily> list;
  for (auto& [name, family] : families)
    for (const auto& file : family.styles)
      if (file) {
        list.push_back(std::move(family));
        break;
      }
  return list;
}

}  // namespace drawplate
