// Unicode's own test files against what layout makes of their texts, and HarfBuzz's own command against our glyphs.
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <optional>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "base/utf8.h"
#include "deck/read_deck.h"
#include "layout/text/collect_text.h"
#include "layout/text/itemize.h"
#include "layout/text/line_break.h"
#include "layout/text/text_block.h"
#include "tests/support/command_output.h"
#include "tests/support/golden.h"
#include "tests/support/plain_style.h"

namespace drawplate::test {
namespace {

constexpr const char* unicode_folder = "/usr/share/unicode/";

constexpr int most_brackets = 63;  ///< open ones that the algorithm pairs at most (BD16); ICU pairs more

/// One line of BidiCharacterTest.txt.
struct BidiCase {
  std::string text;
  std::vector<std::uint32_t> begins;  ///< of each character, in bytes
  int direction = 0, base = 0;
  std::vector<std::string> levels;
  bool has_separator = false;
  int brackets = 0;
  bool has_override = false;  ///< ICU leaves isolate controls, which nobody sees, out of overrides
  std::vector<bool> is_isolate{};
};

BidiCase parse_bidi(const std::string& line) {
  BidiCase out;
  std::array<std::string, 4> fields;
  std::istringstream stream(line);
  for (std::string& field : fields) std::getline(stream, field, ';');
  std::istringstream characters(fields[0]), levels(fields[3]);
  for (std::string code; characters >> code;) {
    const auto c = static_cast<std::uint32_t>(std::stoul(code, nullptr, 16));
    out.begins.push_back(static_cast<std::uint32_t>(out.text.size()));
    out.text += to_utf8(c);
    out.brackets += c == '(';
    out.has_override = out.has_override || c == 0x202D || c == 0x202E;
    out.is_isolate.push_back(c >= 0x2066 && c <= 0x2069);
    out.has_separator = out.has_separator || c == 0x2029 || (c >= 0x0A && c <= 0x0D) || (c >= 0x1C && c <= 0x1E) || c == 0x85;
  }
  out.direction = std::stoi(fields[1]);
  out.base = std::stoi(fields[2]);
  for (std::string level; levels >> level;) out.levels.push_back(level);
  return out;
}

StyledText styled(std::string text, FontCatalog& fonts) {
  StyledText out;
  out.text = std::move(text);
  RunStyle style;
  style.face = *fonts.match({"Inter", 400, false});
  style.family = "Inter";
  style.size = 12;
  out.styles.push_back(style);
  const auto end = static_cast<std::uint32_t>(out.text.size());
  out.ranges.push_back({0, end, 0});
  out.lines.push_back({0, end});
  return out;
}

TEST(Conformance, LevelsAreThoseOfBidiCharacterTest) {
  std::ifstream file(std::string(unicode_folder) + "BidiCharacterTest.txt");
  ASSERT_TRUE(file) << "the package unicode-data is needed";
  FontCatalog fonts = std::move(*FontCatalog::open_system());
  const FallbackFamilies fallbacks;
  int number = 0, checked = 0;
  for (std::string line; std::getline(file, line);) {
    // One in seven: the file has 91,000 cases, which are much alike.
    if (line.empty() || line[0] == '#' || ++number % 7 != 0) continue;
    const BidiCase example = parse_bidi(line);
    if (example.has_separator || example.direction == 2 || example.brackets > most_brackets)
      continue;  // paragraphs are split before; ours looks at the language, too
    const StyledText text = styled(example.text, fonts);
    const Itemized items = itemize(text, {"en", example.direction == 1 ? TextDirection::rtl : TextDirection::ltr, fallbacks}, fonts);
    for (std::size_t i = 0; i < example.begins.size(); ++i) {
      if (example.levels[i] == "x" || (example.has_override && example.is_isolate[i])) continue;
      const auto item =
          std::find_if(items.items.begin(), items.items.end(), [&](const TextItem& it) { return it.end > example.begins[i]; });
      ASSERT_NE(item, items.items.end()) << line;
      ASSERT_EQ(std::to_string(item->level), example.levels[i]) << line << ", character " << i;
    }
    ++checked;
  }
  EXPECT_GT(checked, 8000);
}

/// Where the file says ÷ between two characters, in bytes.
struct BreakCase {
  std::string text;
  std::vector<std::uint32_t> breaks;
};

BreakCase parse_breaks(const std::string& line) {
  BreakCase out;
  std::istringstream stream(line.substr(0, line.find('#')));
  for (std::string word; stream >> word;) {
    if (word == "\u00F7")
      out.breaks.push_back(static_cast<std::uint32_t>(out.text.size()));
    else if (word != "\u00D7")
      out.text += to_utf8(static_cast<char32_t>(std::stoul(word, nullptr, 16)));
  }
  if (!out.breaks.empty() && out.breaks.back() == out.text.size()) out.breaks.pop_back();
  return out;
}

/// Without the breaks that Unicode forbids since version 16 only, which ICU never made: behind a hyphen that begins a text
/// (LB20a) and between a full stop or comma and a digit (LB25), where a space lets the line break before both (LB15c).
std::vector<std::uint32_t> breaks_of_later_rules(const BreakCase& example) {
  std::vector<std::uint32_t> breaks;
  for (const std::uint32_t at : example.breaks) {
    std::string before = example.text.substr(0, at);
    if (before.ends_with("\u0308")) before.resize(before.size() - 2);
    const bool behind_first_hyphen = before == "-" || before == "\u2010";
    const char next = example.text[at];
    const bool before_digit = (before.ends_with('.') || before.ends_with(',')) && next >= '0' && next <= '9';
    if (before_digit && before.size() > 1 && before[before.size() - 2] == ' ')
      breaks.push_back(at - 1);
    else if (!behind_first_hyphen && !before_digit)
      breaks.push_back(at);
  }
  return breaks;
}

/// Where ICU and unicode-data are of different versions: the characters whose class of line breaking is not the same in both.
std::optional<std::set<UChar32>> reclassified_characters() {
  UVersionInfo of_icu;
  u_getUnicodeVersion(of_icu);
  std::ifstream file(std::string(unicode_folder) + "LineBreak.txt");
  std::set<UChar32> found;
  std::string line;
  std::getline(file, line);
  if (line.find(fmt::format("LineBreak-{}.{}.{}.txt", of_icu[0], of_icu[1], of_icu[2])) != std::string::npos) return std::nullopt;
  while (std::getline(file, line)) {
    unsigned first = 0, last = 0;
    char name[4] = {};
    if (std::sscanf(line.c_str(), "%X..%X%*[ ;]%3[A-Z0-9]", &first, &last, name) != 3) {
      if (std::sscanf(line.c_str(), "%X%*[ ;]%3[A-Z0-9]", &first, name) != 2) continue;
      last = first;
    }
    for (auto c = static_cast<UChar32>(first); c <= static_cast<UChar32>(last); ++c) {
      const char* known = u_getPropertyValueName(UCHAR_LINE_BREAK, u_getIntPropertyValue(c, UCHAR_LINE_BREAK), U_SHORT_PROPERTY_NAME);
      if (known == nullptr || std::string_view(known) != name) found.insert(c);
    }
  }
  return found;
}

bool holds_any(std::string_view text, const std::set<UChar32>& characters) {
  const auto wide = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  for (std::int32_t at = 0; at < wide.length(); at = wide.moveIndex32(at, 1))
    if (characters.contains(wide.char32At(at))) return true;
  return false;
}

TEST(Conformance, LinesMayBreakWhereLineBreakTestSays) {
  const std::optional<std::set<UChar32>> reclassified = reclassified_characters();
  std::ifstream file(std::string(unicode_folder) + "auxiliary/LineBreakTest.txt");
  ASSERT_TRUE(file) << "the package unicode-data is needed";
  int checked = 0, different = 0;
  std::string first;
  for (std::string line; std::getline(file, line);) {
    const BreakCase example = parse_breaks(line);
    // What ends a line by itself never reaches the breaker.
    const bool hard = example.text.find_first_of("\n\r\v\f") != std::string::npos || example.text.find("\u0085") != std::string::npos ||
                      example.text.find("\u2028") != std::string::npos || example.text.find("\u2029") != std::string::npos;
    if (example.text.empty() || hard || (reclassified && holds_any(example.text, *reclassified))) continue;
    std::vector<std::uint32_t> found;
    for (const BreakChance& chance : find_breaks(example.text, "en"))
      if (!chance.is_ours) found.push_back(chance.at);
    if (found != example.breaks && found != breaks_of_later_rules(example) && different++ == 0) first = line;
    ++checked;
  }
  EXPECT_GT(checked, 5000);
  // Between two versions a rule or two changes, which a few lines show.
  EXPECT_LE(different, reclassified ? checked / 1000 : 0) << first;
}

std::string with_single_spaces(std::string text) {
  text.erase(std::unique(text.begin(), text.end(), [](char a, char b) { return a == ' ' && b == ' '; }), text.end());
  return text;
}

/// A hundred lines: the titles and subtitles of the samples in other languages.
std::vector<std::pair<std::string, std::string>> lines_of_many_scripts() {
  std::vector<std::pair<std::string, std::string>> lines;
  for (const char* name : {"scripts", "hybrid-cache.ar", "hybrid-cache.ko", "hybrid-cache.ja", "hybrid-cache.de", "hybrid-cache"}) {
    const std::string path = std::string("samples/") + name + ".yaml";
    SourceSet sources;
    Report report;
    const Deck deck = read_deck(sources, sources.add({path, read_source_file(path)}), InputForm::yaml, {}, report);
    const auto& diagram = std::get<Diagram>(*deck.slides[0].whole_page);
    for (const Node& node : diagram.nodes)
      for (const RichText* text : {&node.title, &node.subtitle})
        if (!text->empty()) lines.emplace_back(with_single_spaces(text->plain()), node.lang.empty() ? diagram.lang : node.lang);
  }
  return lines;
}

std::string script_name(std::uint32_t tag) {
  return {static_cast<char>(tag >> 24), static_cast<char>(tag >> 16), static_cast<char>(tag >> 8), static_cast<char>(tag)};
}

/// "[12+600|5@10,-20+0]" as hb-shape prints it with --no-glyph-names --no-clusters, in font units.
std::string printed(const GlyphRun& run, const Face& face) {
  std::string out;
  const double units = face.units_per_em() / run.size;
  for (const Glyph& glyph : run.glyphs) {
    out += (out.empty() ? "" : "|") + std::to_string(glyph.id);
    const long x = std::lround(glyph.offset.x * units), y = std::lround(-glyph.offset.y * units);
    if (x != 0 || y != 0) out += "@" + std::to_string(x) + "," + std::to_string(y);
    out += "+" + std::to_string(std::lround(glyph.advance * units));
  }
  return "[" + out + "]";
}

TEST(Conformance, GlyphsAreThoseOfHbShape) {
  FontCatalog fonts = std::move(*FontCatalog::open_system());
  const FallbackFamilies fallbacks{{"Noto Sans CJK"}, {"Noto Sans"}};
  Report report;
  std::string commands;
  std::vector<std::string> ours, texts;
  std::size_t lines = 0;
  for (const auto& [text, lang] : lines_of_many_scripts()) {
    ParagraphStyle style = test::plain_style();
    style.lang = lang.empty() ? "en" : lang;
    style.fallbacks = fallbacks;
    const LaidOutParagraph laid = layout_paragraph({{TextSpan{.text = text}}, {}}, style, 10000, fonts, report);
    ASSERT_EQ(laid.paragraph.lines.size(), 1u);
    ++lines;
    const StyledText whole = styled(text, fonts);
    const Itemized items = itemize(whole, {style.lang, {}, fallbacks}, fonts);
    for (const TextItem& item : items.items) {
      const std::string content = text.substr(item.begin, item.end - item.begin);
      const auto run = std::find_if(laid.paragraph.lines[0].runs.begin(), laid.paragraph.lines[0].runs.end(),
                                    [&](const GlyphRun& r) { return r.text == content && r.face == item.face; });
      ASSERT_NE(run, laid.paragraph.lines[0].runs.end()) << text;
      const Face& face = fonts.face(item.face);
      commands += "hb-shape --no-glyph-names --no-clusters --cluster-level=0 --font-file=" + quoted(face.file()) +
                  " --face-index=" + std::to_string(face.place().index) +
                  " --language=" + std::string(item.lang.empty() ? style.lang : item.lang) + " --script=" + script_name(item.script) +
                  " --direction=" + (item.level % 2 ? "rtl" : "ltr") + " --text-before=" + quoted(text.substr(0, item.begin)) +
                  " --text-after=" + quoted(text.substr(item.end)) + " --text=" + quoted(content) + "\n";
      ours.push_back(printed(*run, face));
      texts.push_back(content);
    }
  }
  EXPECT_GE(lines, 100u);
  const TemporaryFile script(".sh", commands);
  std::istringstream theirs(output_of("sh " + script.path() + " 2>/dev/null"));
  for (std::size_t i = 0; i < ours.size(); ++i) {
    std::string line;
    ASSERT_TRUE(std::getline(theirs, line));
    EXPECT_EQ(ours[i], line) << texts[i];
  }
}

}  // namespace
}  // namespace drawplate::test
