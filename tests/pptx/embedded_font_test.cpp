// Fonts in presentations: the container field by field, and the face in it as FreeType opens it.
#include <gtest/gtest.h>

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_TRUETYPE_TABLES_H

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <fstream>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "deck/read_deck.h"
#include "fonts/office_face.h"
#include "fonts/sfnt.h"
#include "layout/layout_deck.h"
#include "pptx/embedded_font.h"
#include "pptx/face_parts.h"
#include "pptx/write_pptx.h"
#include "tests/pptx/opened_package.h"
#include "tests/support/golden.h"

namespace drawplate::test {
namespace {

/// Little-endian fields of an EOT header, in order.
class EotReader {
 public:
  explicit EotReader(std::string_view bytes) : bytes_(bytes) {}
  unsigned u8() { return at_ < bytes_.size() ? static_cast<unsigned char>(bytes_[at_++]) : (++at_, 0u); }
  unsigned u16() { return u8() | u8() << 8; }
  std::uint32_t u32() { return u16() | static_cast<std::uint32_t>(u16()) << 16; }
  /// A name in ASCII.
  std::string name() {
    std::string text;
    for (unsigned left = u16(); left > 1; left -= 2) text += static_cast<char>(u16());
    return text;
  }
  std::string_view take(std::size_t size) { return bytes_.substr(std::exchange(at_, at_ + size), size); }
  std::size_t at() const { return at_; }

 private:
  std::string_view bytes_;
  std::size_t at_ = 0;
};

struct Eot {
  std::string family, style, version, full;
  std::string_view font;
};

/// Reads every field and holds it against the font's own tables.
Eot parse_eot(std::string_view bytes) {
  Eot eot;
  EotReader read(bytes);
  EXPECT_EQ(read.u32(), bytes.size());
  const std::uint32_t font_size = read.u32();
  EXPECT_EQ(read.u32(), 0x00020001u);  // version
  EXPECT_EQ(read.u32(), 0u);           // flags: whole, neither compressed nor encrypted
  eot.font = bytes.substr(bytes.size() - font_size);
  const SfntTables tables = read_sfnt(eot.font);
  const std::string& os2 = tables.at("OS/2");
  EXPECT_EQ(read.take(10), os2.substr(32, 10));  // PANOSE
  EXPECT_EQ(read.u8(), 1u);                      // charset
  EXPECT_EQ(read.u8(), u16_at(os2, 62) & 1u);    // italic
  EXPECT_EQ(read.u32(), u16_at(os2, 4));         // weight
  EXPECT_EQ(read.u16(), u16_at(os2, 8));         // fsType
  EXPECT_EQ(read.u16(), 0x504Cu);                // magic
  for (std::size_t i = 0; i < 4; ++i) EXPECT_EQ(read.u32(), u32_at(os2, 42 + 4 * i));
  for (std::size_t i = 0; i < 2; ++i) EXPECT_EQ(read.u32(), u32_at(os2, 78 + 4 * i));
  EXPECT_EQ(read.u32(), u32_at(tables.at("head"), 8));
  for (int i = 0; i < 4; ++i) EXPECT_EQ(read.u32(), 0u);  // reserved
  for (std::string* name : {&eot.family, &eot.style, &eot.version, &eot.full}) {
    EXPECT_EQ(read.u16(), 0u);  // padding
    *name = read.name();
  }
  EXPECT_EQ(read.u16(), 0u);   // padding
  EXPECT_EQ(read.name(), "");  // root string
  EXPECT_EQ(read.at() + font_size, bytes.size());
  return eot;
}

/// The sums of all tables and of the whole file.
void expect_right_checksums(std::string_view font) {
  std::uint32_t whole = 0;
  for (std::size_t at = 0; at < font.size(); at += 4) whole += u32_at(font, at);
  EXPECT_EQ(whole, 0xB1B0AFBAu);
  EXPECT_EQ(write_sfnt(read_sfnt(font)), font);
}

struct FreeType {
  FreeType() { FT_Init_FreeType(&library); }
  ~FreeType() { FT_Done_FreeType(library); }
  FT_Library library = nullptr;
};

void expect_face(const Eot& eot, const Face& face, const std::set<char32_t>& characters) {
  const FreeType freetype;
  FT_Face opened = nullptr;
  ASSERT_EQ(FT_New_Memory_Face(freetype.library, reinterpret_cast<const FT_Byte*>(eot.font.data()), static_cast<FT_Long>(eot.font.size()),
                               0, &opened),
            0);
  EXPECT_EQ(std::string(opened->family_name), face.legacy_family());
  EXPECT_EQ(eot.family, face.legacy_family());
  EXPECT_EQ(std::string(opened->style_name), eot.style);
  EXPECT_EQ((opened->style_flags & FT_STYLE_FLAG_BOLD) != 0, face.legacy_bold());
  EXPECT_EQ((opened->style_flags & FT_STYLE_FLAG_ITALIC) != 0, face.legacy_italic());
  EXPECT_EQ(opened->units_per_EM, face.units_per_em());
  EXPECT_TRUE(FT_IS_SCALABLE(opened));
  for (const char32_t c : characters) {
    const auto own = face.nominal_glyph(c);
    if (!own) continue;
    const FT_UInt glyph = FT_Get_Char_Index(opened, c);
    EXPECT_NE(glyph, 0u) << face.postscript_name() << " U+" << std::hex << static_cast<std::uint32_t>(c);
    ASSERT_EQ(FT_Load_Glyph(opened, glyph, FT_LOAD_NO_SCALE), 0);
    EXPECT_NEAR(static_cast<double>(opened->glyph->metrics.horiAdvance), face.advance(*own) * face.units_per_em(), 1);
    EXPECT_EQ(opened->glyph->outline.n_points > 0, !face.outline(*own).empty());
  }
  FT_Done_Face(opened);
}

Document sample(const std::string& name, FontCatalog& fonts) {
  SourceSet sources;
  Report report;
  const Deck deck = read_deck(sources, sources.add({name, read_source_file(name)}), InputForm::yaml, {}, report);
  return layout_deck(deck, *find_built_in_theme("mist"), {.page = *parse_page_size("4:5"), .own_icons = {}}, fonts, report).value();
}

TEST(EmbeddedFonts, EveryFaceOfTheScriptsCanBeOpenedAndHasItsCharacters) {
  FontCatalog fonts = std::move(*FontCatalog::open_system());
  const Document document = sample("samples/scripts.yaml", fonts);
  int faces = 0;
  for (const auto& [id, characters] : characters_by_face(document)) {
    const Face& face = fonts.face(id);
    const auto font = office_face(face, characters);
    ASSERT_TRUE(font) << font.error().message;
    expect_right_checksums(*font);
    const std::string file = eot_of(*font);
    expect_face(parse_eot(file), face, characters);
    ++faces;
  }
  EXPECT_GE(faces, 20);
}

TEST(EmbeddedFonts, TheListNamesEachFamilyOnceAndAllOfItsParts) {
  FontCatalog fonts = std::move(*FontCatalog::open_system());
  const OpenedPackage package = open_package(*write_pptx(sample("samples/hybrid-cache.yaml", fonts), fonts, {.fonts = PptxFonts::embed}));
  const pugi::xml_document presentation = parse_part(package, "ppt/presentation.xml");
  EXPECT_EQ(std::string(presentation.child("p:presentation").attribute("embedTrueTypeFonts").value()), "1");
  std::set<std::string> names;
  std::size_t files = 0;
  for (const auto& font : presentation.child("p:presentation").child("p:embeddedFontLst").children()) {
    EXPECT_TRUE(names.insert(font.child("p:font").attribute("typeface").value()).second);
    for (const auto& part : font.children()) files += std::string(part.name()) != "p:font";
  }
  std::size_t parts = 0;
  for (const std::string& name : package.order) parts += name.ends_with(".fntdata");
  EXPECT_EQ(files, parts);
  EXPECT_GE(parts, 2u);
}

TEST(EmbeddedFonts, NamedModeBringsNone) {
  FontCatalog fonts = std::move(*FontCatalog::open_system());
  const OpenedPackage package = open_package(*write_pptx(sample("samples/hybrid-cache.yaml", fonts), fonts, {.fonts = PptxFonts::named}));
  EXPECT_EQ(package.parts.at("ppt/presentation.xml").find("embed"), std::string::npos);
}

TEST(EmbeddedFonts, OfficeModeNamesOfficesFacesAndMeasuresWithTheirEquals) {
  FontCatalog fonts = std::move(*FontCatalog::open_system(FaceNames::office));
  const Document document = sample("samples/hybrid-cache.yaml", fonts);
  const OpenedPackage package = open_package(*write_pptx(document, fonts, {.fonts = PptxFonts::office}));
  const std::string& slide = package.parts.at("ppt/slides/slide1.xml");
  EXPECT_NE(slide.find("<a:latin typeface=\"Arial\""), std::string::npos);
  EXPECT_EQ(slide.find("Liberation"), std::string::npos);
  EXPECT_EQ(slide.find("Inter"), std::string::npos);
  EXPECT_NE(package.parts.at("ppt/theme/theme1.xml").find("typeface=\"Arial\""), std::string::npos);
  for (const auto& [id, characters] : characters_by_face(document)) EXPECT_EQ(fonts.face(id).family(), "Liberation Sans");
}

/// A face with other licence bits, made from one that is installed.
std::shared_ptr<const Face> face_with_rights(const Face& face, unsigned rights, const std::string& path) {
  SfntTables tables = read_sfnt(*office_face(face, {U'a'}));
  put_u16(tables["OS/2"], 8, rights);
  std::ofstream(path, std::ios::binary) << write_sfnt(std::move(tables));
  auto opened = Face::open({.file = path});
  return opened ? *opened : nullptr;
}

TEST(EmbeddedFonts, LicenceBitsAreObeyed) {
  FontCatalog fonts = std::move(*FontCatalog::open_system());
  const Face& face = fonts.face(*fonts.match({"Inter", 400, false}));
  const std::string path = testing::TempDir() + "drawplate-rights.ttf";
  struct Case {
    unsigned rights;
    bool allowed;
  };
  constexpr std::array<Case, 7> cases = {{{0, true}, {8, true}, {2, false}, {4, false}, {0xC, true}, {0x100, false}, {0x200, false}}};
  for (const auto& [rights, allowed] : cases) {
    const auto made = face_with_rights(face, rights, path);
    ASSERT_TRUE(made);
    EXPECT_EQ(!why_not_in_office(*made).has_value(), allowed) << rights;
    EXPECT_EQ(office_face(*made, {U'a'}).has_value(), allowed) << rights;
  }
  std::remove(path.c_str());
}

}  // namespace
}  // namespace drawplate::test
