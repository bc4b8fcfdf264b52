// The small values: geometry, colours, places, page sizes, near words, inline Markdown, edge lines.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "base/color.h"
#include "base/diagnostic.h"
#include "base/geometry.h"
#include "base/suggest.h"
#include "base/utf8.h"
#include "deck/model/page_size.h"
#include "deck/syntax/edge_line.h"
#include "deck/syntax/inline_markdown.h"

namespace drawplate {
namespace {

TEST(Geometry, RoundedRectsAndEllipsesFillTheirBox) {
  const Rect box{10, 20, 100, 40};
  for (const Path& path : {rounded_rect(box, 0), rounded_rect(box, 8), rounded_rect(box, 500), ellipse_in(box)}) {
    EXPECT_EQ(control_box(path), box);
    EXPECT_EQ(path.elements.back().kind, PathElement::Kind::close);
  }
  EXPECT_EQ(rounded_rect(box, 8).elements.front().to, (Point{18, 20}));
  EXPECT_EQ(control_box(Path{}), Rect{});
}

TEST(Geometry, TransformingAPathTransformsItsBox) {
  const Affine by{2, 0, 0, 3, 5, 7};
  EXPECT_EQ(control_box(transformed(rounded_rect({0, 0, 10, 10}, 2), by)), (Rect{5, 7, 20, 30}));
}

TEST(Color, ReadsHexOfThreeAndSixDigits) {
  EXPECT_EQ(parse_hex_color("#1F3157"), (Rgb{0x1F, 0x31, 0x57}));
  EXPECT_EQ(parse_hex_color("abc"), (Rgb{0xAA, 0xBB, 0xCC}));
  for (const std::string_view bad : {"", "#", "#12", "#1234", "#12345g", "#1234567", "red"}) EXPECT_FALSE(parse_hex_color(bad)) << bad;
  EXPECT_EQ(to_hex({1, 0xAB, 255}), "#01ABFF");
  EXPECT_DOUBLE_EQ(contrast_ratio({0, 0, 0}, {255, 255, 255}), 21);
  EXPECT_DOUBLE_EQ(contrast_ratio({9, 9, 9}, {9, 9, 9}), 1);
}

TEST(Source, ColumnsCountCodePointsAndLinesEndInEveryWay) {
  const Source source{"a", "é1\r\nüü2\rz\n\nend"};
  const auto at = [&](std::uint32_t offset) {
    const LineColumn place = line_column(source, offset);
    return std::pair(place.line, place.column);
  };
  EXPECT_EQ(at(0), std::pair(1, 1));
  EXPECT_EQ(at(2), std::pair(1, 2));
  EXPECT_EQ(at(9), std::pair(2, 3));
  EXPECT_EQ(at(11), std::pair(3, 1));
  EXPECT_EQ(at(14), std::pair(5, 1));
  EXPECT_EQ(at(999), std::pair(5, 4));
  EXPECT_EQ(line_at(source, 9), "üü2");
  EXPECT_EQ(line_at(source, 13), "");
  EXPECT_EQ(line_at(source, 999), "end");
}

TEST(Source, FindsWhatNoOutputCanHold) {
  EXPECT_EQ(find_invalid_utf8("aé€😀"), std::string_view::npos);
  for (const std::string_view bad : {"ab\xFF", "ab\xC0\x80", "ab\xED\xA0\x80", "ab\xF4\x90\x80\x80", "ab\xE2\x82", "ab\x80"}) {
    EXPECT_EQ(find_invalid_utf8(bad), 2u);
  }
  EXPECT_EQ(find_invalid_xml_character("a\t\r\n\x7F"), std::string_view::npos);
  EXPECT_EQ(find_invalid_xml_character(std::string_view("ab\0", 3)), 2u);
  EXPECT_EQ(find_invalid_xml_character("ab\x1B"), 2u);
  EXPECT_EQ(find_invalid_xml_character("ab\xEF\xBF\xBE"), 2u);
}

TEST(PageSize, NamesAndFreeSizes) {
  const auto size = [](std::string_view text) {
    const auto page = parse_page_size(text);
    return page ? page->size : Size{};
  };
  EXPECT_EQ(size("4:5"), (Size{900, 1125}));
  EXPECT_EQ(size("16:9"), (Size{960, 540}));
  EXPECT_EQ(size("16:9 portrait"), (Size{540, 960}));
  EXPECT_EQ(size("letter"), (Size{612, 792}));
  EXPECT_EQ(size("Letter Landscape"), (Size{792, 612}));
  EXPECT_EQ(size("10in x 7.5in"), (Size{720, 540}));
  EXPECT_EQ(size("400px × 96px"), (Size{300, 72}));
  EXPECT_NEAR(size("A4").width, 595.276, 1e-3);
  EXPECT_NEAR(size("210mm x 297mm").height, 841.890, 1e-3);
  EXPECT_TRUE(parse_page_size("fit")->fit);
  for (const std::string_view bad : {"", "A9", "4:", "210mm", "0in x 3in", "1in x 900in", "x", "10in x", "-4in x 4in", "nan x nan"}) {
    EXPECT_FALSE(parse_page_size(bad)) << bad;
  }
}

TEST(Suggest, NearWordsAndNoFarOnes) {
  constexpr std::string_view known[] = {"title", "subtitle", "accent", "icon", "nodes"};
  EXPECT_EQ(did_you_mean("titel", known), "did you mean 'title'?");
  EXPECT_EQ(did_you_mean("Accent", known), "did you mean 'accent'?");
  EXPECT_EQ(did_you_mean("node", known), "did you mean 'nodes'?");
  EXPECT_EQ(did_you_mean("x", known), "");
  EXPECT_EQ(did_you_mean("background", known), "");
  EXPECT_EQ(edit_distance("ab", "ba"), 1);
  EXPECT_EQ(edit_distance("kitten", "sitting"), 3);
  EXPECT_EQ(find_nearest_words("tit", known, 3), (std::vector<std::string_view>{"title", "subtitle"}));
}

TEST(Diagnostic, LongLinesAreClippedAroundTheCaretAndTabsKept) {
  SourceSet sources;
  const SourceId source = sources.add({"a", std::string(300, 'x') + "é" + std::string(300, 'y') + "\n\tab\x1B[31m\n"});
  Report report;
  report.error({source, 300, 302}, "first");
  report.warning({source, 604, 606}, "second").help("way out");
  report.error({source, 0, 0}, "whole").has_place = false;
  EXPECT_EQ(render_text(report, sources),
            "a: error: whole\n"
            "a:1:301: error: first\n"
            "…" +
                std::string(60, 'x') + "é" + std::string(59, 'y') + "…\n" + std::string(61, ' ') +
                "^\n"
                "a:2:2: warning: second\n"
                "\tab\xEF\xBF\xBD[31m\n"
                "\t^~\n"
                "  = help: way out\n");
}

TEST(Diagnostic, TheReportIsBoundedAndCountsOn) {
  SourceSet sources;
  const SourceId source = sources.add({"a", "x"});
  Report report;
  for (int i = 0; i < 500; ++i) report.error({source, 0, 1}, "e").help("h");
  EXPECT_EQ(report.all().size(), Report::limit);
  EXPECT_EQ(report.error_count(), 500u);
  EXPECT_TRUE(render_text(report, sources).ends_with("… and 300 more\n"));
}

TEST(Diagnostic, AsJson) {
  SourceSet sources;
  const SourceId source = sources.add({"a \"b\"", "x\nyz"});
  Report report;
  report.error({source, 2, 4}, "bad\n\"text\"").help("h");
  EXPECT_EQ(render_json(report, sources),
            "[\n {\"file\": \"a \\\"b\\\"\", \"line\": 2, \"column\": 1, \"end_line\": 2, \"end_column\": 3, \"severity\": \"error\", "
            "\"message\": \"bad\\u000a\\\"text\\\"\", \"hint\": \"h\"}\n]\n");
  EXPECT_EQ(render_json({}, sources), "[]\n");
}

/// Spans as b"bold" i"italic" c"code" s"strike" u"underline" "plain"(link).
std::string styled(std::string_view markdown) {
  std::string out;
  for (const TextSpan& span : parse_inline_markdown(markdown)) {
    out += out.empty() ? "" : " ";
    out += std::string(span.bold ? "b" : "") + (span.italic ? "i" : "") + (span.code ? "c" : "") + (span.strike ? "s" : "") +
           (span.underline ? "u" : "");
    out += "'" + span.text + "'" + (span.link.empty() ? "" : "(" + span.link + ")");
  }
  return out;
}

struct MarkdownCase {
  std::string_view markdown, spans;
};

constexpr MarkdownCase markdown_cases[] = {
    {"plain", "'plain'"},
    {"", ""},
    {"**bold** and *italic*", "b'bold' ' and ' i'italic'"},
    {"***both***", "bi'both'"},
    {"**bold *both* bold**", "b'bold ' bi'both' b' bold'"},
    {"conversation_id + cache_salt", "'conversation_id + cache_salt'"},
    {"_not_ __init__", "'_not_ __init__'"},
    {"2*3*4 and 2 * 3 * 4 and 2**3", "'2*3*4 and 2 * 3 * 4 and 2**3'"},
    {"*open", "'*open'"},
    {"**a*", "'*' i'a'"},
    {"****", "'****'"},
    {"`a*b*` ``c`d``", "c'a*b*' ' ' c'c`d'"},
    {"`open", "'`open'"},
    {"a ``x` b", "'a ``x` b'"},
    {"[text](https://x.y/z_(a))", "'text'(https://x.y/z_(a))"},
    {"**[a *b*](u)** c", "b'a '(u) bi'b'(u) ' c'"},
    {"[no link] (x) [](y) [z]()", "'[no link] (x) [](y) [z]()'"},
    {"\\*a\\* C:\\dir", "'*a* C:\\dir'"},
    {"~~old~~ ~x~", "s'old' ' ~x~'"},
    {"x<u>y</u><b>z</b> <i>q", "'x' u'y' b'z' ' <i>q'"},
    {"a<br>b<br/>c", "'a\nb\nc'"},
    {"这是**粗体**文字", "'这是' b'粗体' '文字'"},
};

TEST(InlineMarkdown, Cases) {
  for (const MarkdownCase& c : markdown_cases) EXPECT_EQ(styled(c.markdown), c.spans) << c.markdown;
}

TEST(InlineMarkdown, WrittenMarkdownReadsBack) {
  for (const MarkdownCase& c : markdown_cases) {
    const std::vector<TextSpan> spans = parse_inline_markdown(c.markdown);
    EXPECT_EQ(parse_inline_markdown(to_inline_markdown(spans)), spans) << c.markdown << " became " << to_inline_markdown(spans);
  }
}

/// Stages as a,b and operators between them, or the problem with its place.
std::string taken_apart(std::string_view line) {
  const EdgeLine edge = parse_edge_line(line);
  if (!edge.problem.empty()) return std::to_string(edge.problem_begin) + "-" + std::to_string(edge.problem_end) + " " + edge.problem;
  std::string out;
  for (std::size_t i = 0; i < edge.stages.size(); ++i) {
    if (i > 0) out += " " + std::string(1, ">&x-"[static_cast<std::size_t>(edge.operators[i - 1])]) + " ";
    for (const auto& word : edge.stages[i]) out += (out.empty() || out.back() == ' ' ? "" : ",") + word.id;
  }
  return out;
}

TEST(EdgeLine, Cases) {
  constexpr std::pair<std::string_view, std::string_view> cases[] = {
      {"a -> b", "a > b"},
      {"a->b->c", "a > b > c"},
      {"api & auth -> data.db", "api,auth > data.db"},
      {"a <-> b -- c <- d & e", "a x b - c & d,e"},
      {"first step -> pre-fill", "first step > pre-fill"},
      {"\"R&D -> x\" -> 'y'", "R&D -> x > y"},
      {"a b", "0-3 an edge needs '->', '<->', '--' or '<-' between its ends"},
      {"a ->", "4-5 an id is missing here"},
      {"-> b", "0-1 an id is missing here"},
      {"a & & b -> c", "4-5 an id is missing here"},
      {"a --> b", "2-5 '-->' is no arrow here"},
      {"a => b", "2-4 '=>' is no arrow here"},
      {"\"a -> b", "0-7 a quoted id is not closed"},
      {"\"a\" b -> c", "4-10 '&' or an arrow is expected here"},
  };
  for (const auto& [line, expected] : cases) EXPECT_EQ(taken_apart(line), expected) << line;
}

}  // namespace
}  // namespace drawplate
