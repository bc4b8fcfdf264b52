// See write_text.h.
#include "pptx/write_text.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "pptx/drawing.h"

namespace drawplate {
namespace {

/// A stretch of one style, or a break.
struct TextPiece {
  const GlyphRun* style = nullptr;
  std::string text;
  bool is_break = false;
};

/// In 100ths of a point, within ST_TextFontSize.
long font_size(Pt size) { return std::lround(std::clamp(size, 1.0, 4000.0) * 100); }

bool same_style(const GlyphRun& a, const GlyphRun& b) {
  return a.face == b.face && a.size == b.size && a.color == b.color && a.letter_spacing == b.letter_spacing && a.underline == b.underline &&
         a.strike == b.strike && a.link == b.link && a.lang == b.lang && a.right_to_left == b.right_to_left;
}

/// Runs of a line from visual to logical order: stretches against the paragraph's direction are turned back.
std::vector<const GlyphRun*> logical_order(const Line& line, bool right_to_left) {
  std::vector<const GlyphRun*> runs;
  for (const GlyphRun& run : line.runs) runs.push_back(&run);
  if (right_to_left) std::reverse(runs.begin(), runs.end());
  for (auto begin = runs.begin(); begin != runs.end();) {
    if ((*begin)->right_to_left == right_to_left) {
      ++begin;
      continue;
    }
    const auto end = std::find_if(begin, runs.end(), [&](const GlyphRun* run) { return run->right_to_left == right_to_left; });
    std::reverse(begin, end);
    begin = end;
  }
  return runs;
}

void drop_spaces_at_end(std::string& text) {
  while (text.ends_with(' ')) text.pop_back();
}

std::vector<TextPiece> pieces_of(const Paragraph& paragraph, bool keeps_lines) {
  std::vector<TextPiece> pieces;
  const GlyphRun* last_style = nullptr;
  for (std::size_t i = 0; i < paragraph.lines.size(); ++i) {
    const Line& line = paragraph.lines[i];
    for (const GlyphRun* run : logical_order(line, paragraph.right_to_left)) {
      std::string text = run->text;
      std::erase(text, '\n');  // breaks are elements
      if (text.empty()) continue;
      if (!pieces.empty() && !pieces.back().is_break && same_style(*pieces.back().style, *run))
        pieces.back().text += text;
      else
        pieces.push_back({run, text, false});
      last_style = run;
    }
    const bool last = i + 1 == paragraph.lines.size();
    if (last || (line.soft_break && !keeps_lines)) continue;
    if (paragraph.align != Align::left && !pieces.empty()) drop_spaces_at_end(pieces.back().text);  // they would be centred, too
    pieces.push_back({last_style, "", true});
  }
  return pieces;
}

void write_typefaces(XmlWriter& xml, const Face& face) {
  for (const std::string_view script : {"a:latin", "a:ea", "a:cs"}) xml.leaf(script, {{"typeface", face.legacy_family()}});
}

/// A link whose text keeps its own colour instead of the theme's link colour.
void write_run_link(XmlWriter& xml, const std::string& id) {
  const auto link = xml.element("a:hlinkClick", {{"r:id", id}});
  const auto list = xml.element("a:extLst");
  const auto extension = xml.element("a:ext", {{"uri", "{A12FA001-AC4F-418D-AE19-62706E023703}"}});
  xml.leaf("ahyp:hlinkClr", {{"xmlns:ahyp", "http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor"}, {"val", "tx"}});
}

XmlAttributes run_attributes(const GlyphRun& run, const Face& face, const TextContext& context) {
  XmlAttributes attributes = {{"lang", office_language(run.lang.empty() ? context.lang : run.lang)}, {"sz", font_size(run.size)}};
  if (face.legacy_bold()) attributes.push_back({"b", 1});
  if (face.legacy_italic()) attributes.push_back({"i", 1});
  if (run.underline) attributes.push_back({"u", "sng"});
  if (run.strike) attributes.push_back({"strike", "sngStrike"});
  attributes.push_back({"kern", 100});  // from 1 pt on; 0 would mean never to Office
  if (const long spacing = std::lround(run.letter_spacing * 100); spacing != 0) attributes.push_back({"spc", spacing});
  attributes.push_back({"dirty", 0});
  return attributes;
}

void write_run_properties(XmlWriter& xml, std::string_view name, const GlyphRun& run, const TextContext& context) {
  const Face& face = context.fonts.face(run.face);
  const auto properties = xml.element(name, run_attributes(run, face, context));
  write_fill(xml, Fill{run.color}, context.theme);
  write_typefaces(xml, face);
  if (!run.link.empty() && name == "a:rPr") write_run_link(xml, context.link(run.link));
}

void write_piece(XmlWriter& xml, const TextPiece& piece, const TextContext& context) {
  const auto element = xml.element(piece.is_break ? "a:br" : "a:r");
  if (piece.style) write_run_properties(xml, "a:rPr", *piece.style, context);
  if (!piece.is_break) xml.text_leaf("a:t", {}, piece.text);
}

void write_paragraph_properties(XmlWriter& xml, const Paragraph& paragraph, Pt space_before, int line_spacing) {
  constexpr std::array<std::string_view, 3> alignments = {"l", "ctr", "r"};
  XmlAttributes attributes = {{"marL", 0}, {"indent", 0}, {"algn", alignments[static_cast<std::size_t>(paragraph.align)]}};
  if (paragraph.right_to_left) attributes.push_back({"rtl", 1});
  const auto properties = xml.element("a:pPr", attributes);
  if (line_spacing != 100000) {
    const auto spacing = xml.element("a:lnSpc");
    xml.leaf("a:spcPct", {{"val", line_spacing}});
  }
  {
    const auto before = xml.element("a:spcBef");
    xml.leaf("a:spcPts", {{"val", std::lround(space_before * 100)}});
  }
  xml.leaf("a:buNone");
}

void write_paragraph(XmlWriter& xml, const Paragraph& paragraph, const TextFrame& frame, std::size_t index, const TextContext& context) {
  const auto element = xml.element("a:p");
  write_paragraph_properties(xml, paragraph, frame.space_before[index], frame.line_spacing[index]);
  const std::vector<TextPiece> pieces = pieces_of(paragraph, frame.keeps_lines[index]);
  for (const TextPiece& piece : pieces) write_piece(xml, piece, context);
  if (pieces.empty() && !paragraph.lines.empty())
    xml.leaf("a:endParaRPr", {{"lang", office_language(context.lang)}, {"sz", font_size(size_of(paragraph.lines.front(), paragraph))}});
}

}  // namespace

std::string office_language(std::string_view lang) {
  if (lang.empty() || lang == "en") return "en-US";
  return std::string(lang);
}

void write_text_body(XmlWriter& xml, const TextBlock& block, const TextFrame& frame, const TextContext& context) {
  constexpr std::array<std::string_view, 3> anchors = {"t", "ctr", "b"};
  const auto body = xml.element("p:txBody");
  {
    const auto properties = xml.element("a:bodyPr", {{"vert", "horz"},
                                                     {"wrap", frame.wraps ? "square" : "none"},
                                                     {"lIns", to_emu(frame.insets.left)},
                                                     {"tIns", to_emu(frame.insets.top)},
                                                     {"rIns", to_emu(frame.insets.right)},
                                                     {"bIns", to_emu(frame.insets.bottom)},
                                                     {"rtlCol", 0},
                                                     {"anchor", anchors[static_cast<std::size_t>(frame.anchor)]}});
    xml.leaf("a:noAutofit");
  }
  xml.leaf("a:lstStyle");
  for (std::size_t i = 0; i < block.paragraphs.size(); ++i) write_paragraph(xml, block.paragraphs[i], frame, i, context);
  if (block.paragraphs.empty()) xml.leaf("a:p");
}

}  // namespace drawplate
