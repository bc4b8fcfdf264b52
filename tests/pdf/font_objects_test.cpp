#include "pdf/font_objects.h"

#include <gtest/gtest.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/pdf/hand_made.h"

namespace drawplate::pdf {
namespace {

using test::hand_line;
using test::hand_run;
using test::hand_text;
using test::item;

Document document_of(std::vector<GlyphRun> runs) {
  Line line{100, 20, 100, std::move(runs), false};
  return test::one_page({300, 200}, {item(1, "text", Role::text, hand_text({std::move(line)}))});
}

Result<FontSet> fonts_of(const Document& document) {
  const Page* pages[] = {&document.pages.front()};
  return collect_fonts(pages, test::system_fonts());
}

EmbeddedFont only_font(const Document& document) {
  Result<FontSet> fonts = fonts_of(document);
  EXPECT_TRUE(fonts);
  EXPECT_EQ(fonts->size(), 1u);
  return fonts->begin()->second;
}

TEST(Clusters, glyphs_without_text_belong_to_the_one_before) {
  GlyphRun run;
  run.text = "abc";
  run.glyphs = {{5, 1, {}, 0, 2}, {6, 1, {}, 2, 2}, {7, 1, {}, 2, 3}};
  const std::vector<Cluster> clusters = clusters_of(run);
  ASSERT_EQ(clusters.size(), 2u);
  EXPECT_EQ(clusters[0].text, "ab");
  EXPECT_EQ(clusters[0].glyphs.size(), 2u);
  EXPECT_EQ(clusters[1].text, "c");
}

TEST(Clusters, ranges_beyond_the_text_are_cut) {
  GlyphRun run;
  run.text = "ab";
  run.glyphs = {{5, 1, {}, 1, 9}, {6, 1, {}, 7, 8}};
  const std::vector<Cluster> clusters = clusters_of(run);
  ASSERT_EQ(clusters.size(), 2u);
  EXPECT_EQ(clusters[0].text, "b");
  EXPECT_EQ(clusters[1].text, "");
}

TEST(Clusters, guesses_give_each_glyph_some_text) {
  const std::array<Glyph, 3> glyphs{};
  const auto guesses = [&](std::size_t count, std::string_view text) {
    return guessed_text_by_glyph({std::span(glyphs).first(count), text});
  };
  using Texts = std::vector<std::string_view>;
  EXPECT_EQ(guesses(2, "abcd"), (Texts{"a", "bcd"}));
  EXPECT_EQ(guesses(3, "\xC3\xA9x"), (Texts{"\xC3\xA9", "x", "\xE2\x80\x8B"}));
  EXPECT_EQ(guesses(1, ""), (Texts{"\xE2\x80\x8B"}));
}

TEST(Clusters, private_use_is_seen) {
  EXPECT_TRUE(has_private_use("a\xEE\x80\x80"));
  EXPECT_TRUE(has_private_use("\xF3\xB0\x80\x80"));
  EXPECT_FALSE(has_private_use("a\xF0\x9F\x98\x80"));
}

TEST(FontObjects, a_glyph_says_the_first_text_it_was_used_for) {
  const FaceId face = test::face_of("Inter", 400);
  GlyphRun latin = hand_run("A", {face}, {20, 100}), greek = latin;
  greek.text = "\xCE\x91";  // GREEK CAPITAL LETTER ALPHA, drawn by the same glyph
  greek.glyphs[0].text_end = 2;
  const EmbeddedFont font = only_font(document_of({latin, greek}));
  EXPECT_EQ(font.texts.at(latin.glyphs[0].id), "A");
  EXPECT_FALSE(font.needs_actual_text(clusters_of(latin)[0]));
  EXPECT_TRUE(font.needs_actual_text(clusters_of(greek)[0]));
}

TEST(FontObjects, a_base_and_its_mark_say_their_characters) {
  const FaceId id = test::face_of("Inter", 400);
  const Face& face = test::system_fonts().face(id);
  GlyphRun run = hand_run("q", {id}, {20, 100});
  run.text = "q\xCC\x81";
  run.glyphs[0].text_end = 3;
  run.glyphs.push_back({static_cast<std::uint16_t>(*face.nominal_glyph(0x301)), 0, {}, 3, 3});
  const EmbeddedFont font = only_font(document_of({run}));
  EXPECT_EQ(font.texts.at(run.glyphs[1].id), "\xCC\x81");
  EXPECT_FALSE(font.needs_actual_text(clusters_of(run)[0]));
  std::swap(run.glyphs[0].id, run.glyphs[1].id);
  EXPECT_TRUE(only_font(document_of({run})).needs_actual_text(clusters_of(run)[0]));
}

TEST(FontObjects, the_character_map_comes_in_blocks_of_a_hundred) {
  EmbeddedFont font;
  for (std::uint16_t i = 1; i <= 101; ++i) {
    font.program.cids[i] = i;
    font.texts[i] = "x";
  }
  font.texts[101] = "ffi\xF0\x9F\x98\x80";
  const std::string map = to_unicode_map(font);
  EXPECT_NE(map.find("100 beginbfchar\n<0001> <0078>\n"), std::string::npos) << map;
  EXPECT_NE(map.find("<0064> <0078>\nendbfchar\n1 beginbfchar\n<0065> <006600660069D83DDE00>\nendbfchar\nendcmap\n"), std::string::npos)
      << map;
}

TEST(FontObjects, subsets_of_one_face_have_names_of_their_own) {
  const FaceId face = test::face_of("Inter", 400);
  std::vector<std::string> names;
  for (const std::string_view used : {"abc", "abd"}) {
    ObjectTable objects;
    const Result<FontSet> fonts = fonts_of(document_of({hand_run(used, {face}, {20, 100})}));
    ASSERT_TRUE(fonts);
    write_fonts(*fonts, objects);
    for (const ObjectTable::Entry& entry : objects.entries())
      for (const DictEntry& value : entry.dict.entries)
        if (value.name == "FontName") names.push_back(std::get<Name>(value.value.value).text);
  }
  ASSERT_EQ(names.size(), 2u);
  EXPECT_NE(names[0], names[1]);
  EXPECT_EQ(names[0].substr(6), "+Inter-Regular");
}

}  // namespace
}  // namespace drawplate::pdf
