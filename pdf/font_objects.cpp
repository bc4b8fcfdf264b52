// See font_objects.h.
#include "pdf/font_objects.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <set>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "layout/page/page_walk.h"
#include "pdf/syntax.h"

namespace drawplate::pdf {
namespace {

int thousandths(Em length) { return static_cast<int>(std::lround(length * 1000)); }

/// What a face's glyphs were used for, before it is known what can be embedded.
struct Usage {
  std::set<std::uint16_t> glyphs;
  std::map<std::uint16_t, std::string> texts;
  std::map<std::uint16_t, std::string> guesses;  ///< for glyphs that never stand alone for a text
  std::set<SlotForm> forms;
};

void add_run(const GlyphRun& run, const Face& face, Usage& usage) {
  if (run.right_to_left)
    for (SlotForm& form : all_mark_forms()) usage.forms.insert(std::move(form));
  for (const Cluster& cluster : clusters_of(run)) {
    if (std::optional<SlotForm> form = slot_form(cluster, run, face)) {
      usage.forms.insert(std::move(*form));
      continue;
    }
    const auto known = text_by_glyph(cluster, face);
    const std::vector<std::string_view> texts = known ? *known : guessed_text_by_glyph(cluster);
    for (std::size_t i = 0; i < cluster.glyphs.size(); ++i) {
      const std::uint16_t glyph = cluster.glyphs[i].id;
      usage.glyphs.insert(glyph);
      if (!texts[i].empty()) (known ? usage.texts : usage.guesses).try_emplace(glyph, texts[i]);
    }
  }
}

std::map<FaceId, Usage> usage_of(std::span<const Page* const> pages, const FontCatalog& catalog) {
  std::map<FaceId, Usage> usage;
  const auto add = [&](const GlyphRun& run) {
    const Face& face = catalog.face(run.face);
    const auto [place, is_new] = usage.try_emplace(run.face);
    if (const auto space = face.nominal_glyph(U' '); is_new && space) {
      place->second.glyphs.insert(static_cast<std::uint16_t>(*space));
      place->second.texts.try_emplace(static_cast<std::uint16_t>(*space), " ");
    }
    add_run(run, face, place->second);
  };
  for (const Page* page : pages) for_each_item(page->items, [&](const Item& item) { for_each_run(item, add); });
  return usage;
}

/// Six letters that differ for different subsets of one font (ISO 32000-1, 9.6.4).
std::string subset_tag(const EmbeddedFont& font) {
  std::uint64_t hash = 14695981039346656037u;  // FNV-1a
  const auto add = [&](unsigned value) { hash = (hash ^ value) * 1099511628211u; };
  for (const char c : font.face->postscript_name()) add(static_cast<unsigned char>(c));
  for (const auto& [glyph, cid] : font.program.cids) add(glyph), add(cid);
  for (const auto& [form, code] : font.forms)
    for (const std::string& text : form.texts)
      for (const char c : text) add(static_cast<unsigned char>(c));
  std::string tag;
  for (int i = 0; i < 6; ++i, hash /= 26) tag += static_cast<char>('A' + hash % 26);
  return tag;
}

/// Widths by code, consecutive codes together: first [w w w] first [w].
Array width_array(const EmbeddedFont& font) {
  std::map<std::uint16_t, int> widths;
  for (const auto& [glyph, cid] : font.program.cids) widths[cid] = font.width_of(glyph);
  for (const auto& [form, code] : font.forms)
    for (std::size_t i = 0; i < form.shape.slots.size(); ++i)
      widths[static_cast<std::uint16_t>(code + i)] = font.width_of_units(form.shape.slots[i]);
  Array result, run;
  int next = -1;
  for (const auto& [cid, width] : widths) {
    if (cid != next) {
      if (!run.empty()) result.emplace_back(std::move(run));
      run = {};
      result.emplace_back(cid);
    }
    run.emplace_back(width);
    next = cid + 1;
  }
  if (!run.empty()) result.emplace_back(std::move(run));
  return result;
}

Dict font_descriptor(const EmbeddedFont& font, const std::string& font_name, ObjectTable& objects) {
  const FaceMetrics& metrics = font.face->metrics();
  Array box;
  for (const Em edge : font.program.box) box.emplace_back(thousandths(edge));
  constexpr int symbolic = 4, italic = 64;
  Dict descriptor;
  descriptor.set("Type", name("FontDescriptor")).set("FontName", name(font_name));
  descriptor.set("Flags", symbolic | (font.face->italic() ? italic : 0)).set("FontBBox", box);
  descriptor.set("ItalicAngle", metrics.italic_angle).set("Ascent", thousandths(metrics.ascent));
  descriptor.set("Descent", -thousandths(metrics.descent)).set("CapHeight", thousandths(metrics.cap_height)).set("StemV", 80);

  Dict program;
  if (font.program.format == FontProgram::Format::bare_cff) {
    program.set("Subtype", name("CIDFontType0C"));
    descriptor.set("FontFile3", objects.add_stream(program, font.program.bytes, Deflate::yes));
  } else {
    program.set("Length1", static_cast<std::int64_t>(font.program.bytes.size()));
    descriptor.set("FontFile2", objects.add_stream(program, font.program.bytes, Deflate::yes));
  }
  return descriptor;
}

Ref write_font(const EmbeddedFont& font, ObjectTable& objects) {
  const bool cff = font.program.format == FontProgram::Format::bare_cff;
  const std::string font_name = subset_tag(font) + "+" + font.face->postscript_name();
  Dict system;
  system.set("Registry", text("Adobe")).set("Ordering", text("Identity")).set("Supplement", 0);
  Dict cid_font;
  cid_font.set("Type", name("Font")).set("Subtype", name(cff ? "CIDFontType0" : "CIDFontType2")).set("BaseFont", name(font_name));
  cid_font.set("CIDSystemInfo", system).set("DW", 1000).set("W", width_array(font));
  if (!cff) cid_font.set("CIDToGIDMap", name("Identity"));
  cid_font.set("FontDescriptor", objects.add(font_descriptor(font, font_name, objects)));

  Dict type0;
  type0.set("Type", name("Font")).set("Subtype", name("Type0")).set("BaseFont", name(cff ? font_name + "-Identity-H" : font_name));
  type0.set("Encoding", name("Identity-H")).set("DescendantFonts", Array{objects.add(std::move(cid_font))});
  type0.set("ToUnicode", objects.add_stream({}, to_unicode_map(font), Deflate::yes));
  return objects.add(std::move(type0));
}

/// A face whose glyphs say all of its texts is subset; another is drawn, with forms for what they do not say.
Result<void> make_program(EmbeddedFont& font, std::span<const std::uint16_t> glyphs, const std::set<SlotForm>& forms) {
  if (forms.empty()) {
    Result<FontProgram> program = subset_font(*font.face, glyphs);
    if (!program) return tl::unexpected(program.error());
    font.program = std::move(*program);
    return {};
  }
  std::vector<ClusterShape> shapes;
  for (const SlotForm& form : forms) shapes.push_back(form.shape);
  Result<DrawnFont> drawn = draw_font(*font.face, glyphs, shapes);
  if (!drawn) return tl::unexpected(drawn.error());
  font.program = std::move(drawn->program);
  std::size_t next = 0;
  for (const SlotForm& form : forms) font.forms.emplace(form, drawn->first_codes[next++]);
  return {};
}

}  // namespace

std::uint16_t EmbeddedFont::code_of(std::uint16_t glyph) const {
  const auto found = program.cids.find(glyph);
  return found == program.cids.end() ? 0 : found->second;
}

int EmbeddedFont::width_of(std::uint16_t glyph) const { return thousandths(face->advance(glyph)); }

int EmbeddedFont::width_of_units(int units) const { return thousandths(static_cast<Em>(units) / face->units_per_em()); }

bool EmbeddedFont::needs_actual_text(const Cluster& cluster) const {
  if (cluster.text.empty()) return false;
  if (has_private_use(cluster.text)) return true;
  const auto by_glyph = text_by_glyph(cluster, *face);
  if (!by_glyph) return true;
  for (std::size_t i = 0; i < cluster.glyphs.size(); ++i) {
    const auto known = texts.find(cluster.glyphs[i].id);
    if (known == texts.end() || known->second != (*by_glyph)[i]) return true;
  }
  return false;
}

Result<FontSet> collect_fonts(std::span<const Page* const> pages, const FontCatalog& catalog) {
  FontSet fonts;
  for (auto& [id, usage] : usage_of(pages, catalog)) {
    EmbeddedFont font;
    font.face = &catalog.face(id);
    font.resource = "F" + std::to_string(fonts.size() + 1);
    const std::vector<std::uint16_t> glyphs(usage.glyphs.begin(), usage.glyphs.end());
    if (Result<void> made = make_program(font, glyphs, usage.forms); !made) return tl::unexpected(made.error());
    font.texts = std::move(usage.texts);
    font.texts.merge(usage.guesses);
    if (const auto space = font.face->nominal_glyph(U' ')) font.space = static_cast<std::uint16_t>(*space);
    fonts.emplace(id, std::move(font));
  }
  return fonts;
}

Dict write_fonts(const FontSet& fonts, ObjectTable& objects) {
  Dict resources;
  for (const auto& [id, font] : fonts) resources.set(font.resource, write_font(font, objects));
  return resources;
}

std::string to_unicode_map(const EmbeddedFont& font) {
  std::map<std::uint16_t, std::string_view> by_code;
  for (const auto& [glyph, text] : font.texts)
    if (glyph != 0) by_code.try_emplace(font.code_of(glyph), text);
  for (const auto& [form, code] : font.forms)
    for (std::size_t i = 0; i < form.texts.size(); ++i) by_code.try_emplace(static_cast<std::uint16_t>(code + i), form.texts[i]);

  std::string map =
      "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
      "/CIDSystemInfo <</Registry(Adobe)/Ordering(UCS)/Supplement 0>> def\n"
      "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
      "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
  constexpr std::size_t largest_block = 100;  // entries between beginbfchar and endbfchar, Adobe Technical Note 5014
  std::size_t left = by_code.size(), in_block = 0;
  for (const auto& [code, text] : by_code) {
    if (in_block == 0) {
      in_block = std::min(left, largest_block);
      map += std::to_string(in_block) + " beginbfchar\n";
    }
    map += '<';
    append_hex16(map, code);
    map += "> <";
    for (const char16_t unit : to_utf16(text)) append_hex16(map, unit);
    map += ">\n";
    --left;
    if (--in_block == 0) map += "endbfchar\n";
  }
  return map + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

}  // namespace drawplate::pdf
