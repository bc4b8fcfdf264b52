// See write_text.h.
#include "pptx/write_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <vector>

#include "pptx/drawing.h"
#include "pptx/list_numbers.h"
#include "pptx/part_blocks.h"
#include "pptx/write_math.h"

namespace drawplate {
namespace {

/// A stretch of one style, a formula or a break.
struct TextPiece {
  const GlyphRun* style = nullptr;
  std::string text;
  bool is_break = false;
  Pt size = 0;  ///< of the line's largest run
  const Formula* formula = nullptr;
  const GlyphRun* beside = nullptr;  ///< a run near a formula; null where the paragraph has none
};

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

/// Formulas stand before a run of the line as painted, which in text from left to right is the line as read.
void add_formulas(const Line& line, std::size_t before, Pt size, std::vector<TextPiece>& pieces) {
  for (const Line::InlineFormula& inside : line.formulas) {
    const bool here = inside.before_run == before || (before == line.runs.size() && inside.before_run > before);
    if (here) pieces.push_back({nullptr, inside.formula.tex, false, size, &inside.formula});
  }
}

/// Every formula knows a run near it, by preference before it.
void set_neighbours(const Paragraph& paragraph, std::vector<TextPiece>& pieces) {
  const GlyphRun* beside = paragraph.bullet ? &paragraph.bullet->run : nullptr;
  for (auto piece = pieces.rbegin(); piece != pieces.rend(); ++piece)
    if (piece->style && !piece->is_break) beside = piece->style;
  for (TextPiece& piece : pieces) {
    if (piece.style && !piece.is_break) beside = piece.style;
    if (piece.formula) piece.beside = beside;
  }
}

std::vector<TextPiece> pieces_of(const Paragraph& paragraph, bool keeps_lines) {
  std::vector<TextPiece> pieces;
  const GlyphRun* last_style = nullptr;
  for (std::size_t i = 0; i < paragraph.lines.size(); ++i) {
    const Line& line = paragraph.lines[i];
    const Pt size = size_of(line, paragraph);
    std::size_t place = 0;
    for (const GlyphRun* run : logical_order(line, paragraph.right_to_left)) {
      add_formulas(line, place++, size, pieces);
      std::string text = run->text;
      std::erase(text, '\n');  // breaks are elements
      if (text.empty()) continue;
      if (!pieces.empty() && !pieces.back().is_break && pieces.back().style && same_style(*pieces.back().style, *run))
        pieces.back().text += text;
      else
        pieces.push_back({run, text, false, size});
      last_style = run;
    }
    add_formulas(line, line.runs.size(), size, pieces);
    const bool last = i + 1 == paragraph.lines.size();
    if (last || (line.soft_break && !keeps_lines)) continue;
    // They would be centred, too; and programs draw them at the left end of a line that runs there.
    if ((paragraph.align != Align::left || paragraph.right_to_left) && !pieces.empty()) drop_spaces_at_end(pieces.back().text);
    pieces.push_back({last_style, "", true, size});
  }
  set_neighbours(paragraph, pieces);
  return pieces;
}

/// What all paragraphs of one text share.
struct TextScope {
  XmlWriter& xml;
  const TextFrame& frame;
  const TextContext& context;
  Placeholder placeholder = Placeholder::none;
  std::vector<int> starts{};  ///< by paragraph

  std::optional<InheritedText> inherited(int level) const {
    if (placeholder == Placeholder::none || !context.design) return std::nullopt;
    return InheritedText{theme_face(placeholder), context.design->style(context.page, placeholder, level)};
  }
};

/// A space that cannot break, as wide as the formula that is drawn over it.
void write_room(TextScope& scope, const TextPiece& piece) {
  constexpr char32_t unbreakable = 0xA0;
  constexpr Em usual_space = 0.27;
  Pt own = usual_space * piece.size;
  GlyphRun room;
  if (piece.beside) {
    room.face = piece.beside->face;
    room.lang = piece.beside->lang;
    const Face& face = scope.context.fonts.face(room.face);
    if (const auto glyph = face.nominal_glyph(unbreakable)) own = face.advance(*glyph) * piece.size;
  }
  room.size = piece.size;
  room.color = piece.formula->color;
  room.letter_spacing = piece.formula->box.width - own;
  const auto element = scope.xml.element("a:r");
  if (piece.beside)
    write_run_properties(scope.xml, room, piece.size, scope.context, nullptr);
  else
    scope.xml.leaf("a:rPr", {{"sz", font_size(piece.size)}, {"spc", std::lround(room.letter_spacing * 100)}});
  scope.xml.text_leaf("a:t", {}, "\u00A0");
}

void write_formula_piece(TextScope& scope, const TextPiece& piece) {
  const Formula& formula = *piece.formula;
  if (scope.context.office_math) return write_math(scope.xml, formula.tree, {piece.size, formula.color, false}, scope.context.theme);
  write_room(scope, piece);
}

void write_piece(TextScope& scope, const TextPiece& piece, const InheritedText* inherited) {
  if (piece.formula) return write_formula_piece(scope, piece);
  const auto element = scope.xml.element(piece.is_break ? "a:br" : "a:r");
  if (piece.style) write_run_properties(scope.xml, *piece.style, piece.size, scope.context, inherited);
  if (!piece.is_break) scope.xml.text_leaf("a:t", {}, piece.text);
}

/// The slide's number as a field, so that it stays right when slides move; "7 / 20" goes on as text.
void write_number_piece(TextScope& scope, const TextPiece& piece, const InheritedText* inherited) {
  const std::string number = std::to_string(scope.context.page + 1);
  const bool is_number = !piece.is_break && piece.style && piece.text.starts_with(number) &&
                         (piece.text.size() == number.size() || !std::isdigit(static_cast<unsigned char>(piece.text[number.size()])));
  if (!is_number) return write_piece(scope, piece, inherited);
  {
    const auto field = scope.xml.element("a:fld", {{"id", slide_number_field}, {"type", "slidenum"}});
    write_run_properties(scope.xml, *piece.style, piece.size, scope.context, inherited);
    scope.xml.text_leaf("a:t", {}, number);
  }
  TextPiece rest = piece;
  rest.text.erase(0, number.size());
  if (!rest.text.empty()) write_piece(scope, rest, inherited);
}

void write_bullet(TextScope& scope, const Paragraph& paragraph, std::size_t index, const LevelStyle* inherited) {
  if (!paragraph.bullet) {
    if (!inherited || !inherited->bullet.empty()) scope.xml.leaf("a:buNone");
    return;
  }
  const Bullet& bullet = *paragraph.bullet;
  const GlyphRun* first = nullptr;
  for (const Line& line : paragraph.lines)
    if (!first && !line.runs.empty()) first = &line.runs.front();
  const Color* expected = inherited && inherited->bullet_color ? &*inherited->bullet_color : first ? &first->color : nullptr;
  if (expected && bullet.run.color != *expected) {
    const auto color = scope.xml.element("a:buClr");
    write_color(scope.xml, bullet.run.color, scope.context.theme);
  }
  if (first && bullet.run.size > 0 && first->size > 0 && std::abs(bullet.run.size / first->size - 1) > 0.01)
    scope.xml.leaf("a:buSzPct", {{"val", std::lround(std::clamp(bullet.run.size / first->size, 0.25, 4.0) * 100) * 1000}});
  const std::string& family = office_family(scope.context.fonts, bullet.run.face);
  if (bullet.kind == Bullet::Kind::number) {
    XmlAttributes attributes = {{"type", number_form(bullet.run.text)}};
    if (scope.starts[index] != 1) attributes.push_back({"startAt", scope.starts[index]});
    return scope.xml.leaf("a:buAutoNum", attributes);
  }
  if (inherited && inherited->bullet == bullet.run.text && inherited->bullet_family == family) return;
  scope.xml.leaf("a:buFont", {{"typeface", family}});
  scope.xml.leaf("a:buChar", {{"char", bullet.run.text}});
}

XmlAttributes paragraph_attributes(const Paragraph& paragraph, const LevelStyle* inherited) {
  constexpr std::array<std::string_view, 3> alignments = {"l", "ctr", "r"};
  XmlAttributes attributes;
  const Pt indent = std::max(0.0, paragraph.indent), hanging = std::clamp(paragraph.bullet ? paragraph.hanging : 0, 0.0, indent);
  if (!inherited || to_emu(indent) != to_emu(inherited->indent)) attributes.push_back({"marL", to_emu(indent)});
  if (paragraph.level > 0) attributes.push_back({"lvl", std::min(paragraph.level, 8)});
  if (!inherited || to_emu(hanging) != to_emu(inherited->hanging)) attributes.push_back({"indent", to_emu(hanging > 0 ? -hanging : 0)});
  if (!inherited || paragraph.align != inherited->align)
    attributes.push_back({"algn", alignments[static_cast<std::size_t>(paragraph.align)]});
  if (paragraph.right_to_left) attributes.push_back({"rtl", 1});
  return attributes;
}

void write_paragraph_properties(TextScope& scope, const Paragraph& paragraph, std::size_t index, const LevelStyle* inherited) {
  const auto properties = scope.xml.element("a:pPr", paragraph_attributes(paragraph, inherited));
  if (const int spacing = scope.frame.line_spacing[index]; spacing != 100000) {
    const auto element = scope.xml.element("a:lnSpc");
    scope.xml.leaf("a:spcPct", {{"val", spacing}});
  }
  if (const long before = std::lround(scope.frame.space_before[index] * 100); !inherited || before != 0) {
    const auto element = scope.xml.element("a:spcBef");
    scope.xml.leaf("a:spcPts", {{"val", before}});
  }
  write_bullet(scope, paragraph, index, inherited);
}

void write_paragraph(TextScope& scope, const Paragraph& paragraph, std::size_t index) {
  const auto element = scope.xml.element("a:p");
  const auto inherited = scope.inherited(paragraph.level);
  const InheritedText* own = inherited ? &*inherited : nullptr;
  write_paragraph_properties(scope, paragraph, index, own ? &own->style : nullptr);
  const std::vector<TextPiece> pieces = pieces_of(paragraph, scope.frame.keeps_lines[index]);
  for (const TextPiece& piece : pieces) {
    if (scope.placeholder == Placeholder::slide_number)
      write_number_piece(scope, piece, own);
    else
      write_piece(scope, piece, own);
  }
  if (pieces.empty() && !paragraph.lines.empty())
    scope.xml.leaf("a:endParaRPr",
                   {{"lang", office_language(scope.context.lang)}, {"sz", font_size(size_of(paragraph.lines.front(), paragraph))}});
}

void write_paragraphs(TextScope& scope, const TextBlock& block) {
  scope.starts = list_starts(block.paragraphs);
  scope.xml.leaf("a:lstStyle");
  for (std::size_t i = 0; i < block.paragraphs.size(); ++i) write_paragraph(scope, block.paragraphs[i], i);
  if (block.paragraphs.empty()) scope.xml.leaf("a:p");
}

}  // namespace

void write_text_body(XmlWriter& xml, const TextBlock& block, const TextFrame& frame, const TextContext& context, Placeholder placeholder) {
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
  TextScope scope{xml, frame, context, placeholder};
  write_paragraphs(scope, block);
}

void write_cell_text(XmlWriter& xml, const TextBlock& block, const TextFrame& frame, const TextContext& context) {
  const auto body = xml.element("a:txBody");
  xml.leaf("a:bodyPr");
  TextScope scope{xml, frame, context};
  write_paragraphs(scope, block);
}

}  // namespace drawplate
