// Measuring cards; see card.h. Drawing is in draw_card.cpp.
#include "layout/diagram/placed/card.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>

#include "layout/diagram/placed/node_look.h"
#include "layout/text/frame.h"

namespace drawplate {
namespace {

/// Cards narrower than this many icon tiles, and too narrow for their text, set the tile above it.
constexpr double icon_above_tiles = 4.6;

bool has_icon(const Node& node) { return !node.icon.empty(); }

Pt text_left(const Node& node, const CardMetrics& m) { return has_icon(node) ? m.padding + m.tile + m.tile_gap : m.padding_right; }

struct Piece {
  RichText text;
  ParagraphStyle style;
  Pt gap = 0;
};

ParagraphStyle node_style(const Node& node, const LayoutContext& context, TextRole role, Color color, Align align) {
  ParagraphStyle style = paragraph_style(context, role, color, align);
  if (!node.lang.empty()) style.lang = node.lang;
  return style;
}

/// The card's texts from top to bottom with their styles.
std::vector<Piece> pieces_of(const Node& node, const CardMetrics& m, Align align, const LayoutContext& context) {
  const Theme& theme = context.theme;
  std::vector<Piece> pieces;
  const Pt gap = m.subtitle_gap * theme.style(m.subtitle).size;
  const RichText title = shown_title(node.number, node.title);
  const Color quiet = muted_color(node, context);
  if (!title.empty()) pieces.push_back({title, node_style(node, context, m.title, text_color(node, context), align), 0});
  const ParagraphStyle muted = node_style(node, context, m.subtitle, quiet, align);
  if (!node.subtitle.empty()) pieces.push_back({node.subtitle, muted, gap});
  for (const RichText& bullet : node.bullets) pieces.push_back({with_bullet(bullet), muted, gap});
  if (!node.footer.empty()) pieces.push_back({node.footer, node_style(node, context, TextRole::footer, quiet, align), gap * 2});
  return pieces;
}

Pt widest(const std::vector<LaidOutParagraph>& texts) {
  Pt width = 0;
  for (const LaidOutParagraph& text : texts) width = std::max(width, text.width);
  return width;
}

/// Equal widths while the longest keeps its padding, else by content; a row that is full goes on below.
PillLayout layout_pills(const Node& node, Pt room, const LayoutContext& context) {
  PillLayout out;
  const std::vector<Pill> pills = shown_pills(node);
  if (pills.empty()) return out;
  const Metrics& m = context.theme.metrics;
  const ParagraphStyle style = paragraph_style(context, TextRole::pill, context.theme.color(ColorRole::ink), Align::center);
  for (const Pill& pill : pills)
    out.texts.push_back(layout_paragraph(pill.text, style, std::max(20.0, room - 2 * m.pill_padding), context.fonts, context.report));
  const Pt count = static_cast<Pt>(pills.size());
  const Pt equal = (room - (count - 1) * m.pill_gap) / count;
  const bool all_equal = equal >= widest(out.texts) + 2 * m.pill_padding;
  Pt x = 0, y = 0, row_height = m.pill_height;
  for (const LaidOutParagraph& text : out.texts) {
    const Pt width = all_equal ? equal : std::min(room, text.width + 2 * m.pill_padding);
    const Pt height = std::max(m.pill_height, text.height + m.pill_height - text.paragraph.line_height);
    if (x > 0 && x + width > room + 0.01) {
      x = 0;
      y += row_height + m.pill_row_gap;
      row_height = m.pill_height;
    }
    row_height = std::max(row_height, height);
    out.boxes.push_back({x, y, width, height});
    x += width + m.pill_gap;
  }
  out.height = y + row_height;
  return out;
}

Pt natural_text_width(const std::vector<Piece>& pieces, const LayoutContext& context) {
  Pt width = 0;
  for (const Piece& piece : pieces) width = std::max(width, measure_text(piece.text, piece.style, context.fonts, context.report).natural);
  return width;
}

}  // namespace

CardMetrics card_metrics(const LayoutContext& context, CardLevel level) {
  const Metrics& m = context.theme.metrics;
  constexpr Pt main_air = 20.625, inner_air = 16.8;  // at scale 1: 27.5 and 22.4 px
  if (level == CardLevel::main)
    return {m.card_height,
            m.card_plain_height,
            m.card_radius,
            m.card_outline,
            m.card_padding,
            m.card_padding_right,
            m.tile,
            m.tile_radius,
            m.icon,
            m.tile_gap,
            main_air * context.scale.text,
            0.3,
            TextRole::card_title,
            TextRole::card_subtitle};
  return {
      m.inner_height,        m.inner_height * 0.78,   m.inner_radius, m.inner_outline,  m.inner_tile_padding,           m.inner_tile_gap,
      m.inner_tile,          m.inner_tile_radius,     m.inner_icon,   m.inner_tile_gap, inner_air * context.scale.text, 0.1,
      TextRole::inner_title, TextRole::inner_subtitle};
}

RichText shown_title(const std::optional<int>& number, const RichText& title) {
  if (!number) return title;
  RichText shown = title;
  const std::string prefix = std::to_string(*number) + ". ";
  if (!shown.spans.empty() && shown.spans.front() == TextSpan{.text = shown.spans.front().text, .link = {}})
    shown.spans.front().text.insert(0, prefix);
  else
    shown.spans.insert(shown.spans.begin(), TextSpan{.text = prefix, .link = {}});
  return shown;
}

RichText with_bullet(RichText text) {
  text.spans.insert(text.spans.begin(), TextSpan{.text = "•\u00A0", .link = {}});
  return text;
}

std::vector<Pill> shown_pills(const Node& node) {
  std::vector<Pill> pills = node.pills;
  if (!node.badge.empty()) pills.insert(pills.begin(), Pill{node.badge, std::nullopt});
  return pills;
}

Pt natural_card_width(const Node& node, CardLevel level, const LayoutContext& context) {
  const CardMetrics m = card_metrics(context, level);
  return std::ceil(text_left(node, m) + natural_text_width(pieces_of(node, m, Align::left, context), context) + m.padding_right + 0.5);
}

Pt card_width_for_words(const Node& node, CardLevel level, Pt most, const LayoutContext& context) {
  const CardMetrics m = card_metrics(context, level);
  const Pt sides = text_left(node, m) + m.padding;
  Pt width = most;
  for (const Piece& piece : pieces_of(node, m, Align::left, context))
    width = std::max(width, std::ceil(sides + room_for_words(piece.text, piece.style, most - sides, context.fonts, context.report)));
  return width;
}

CardLayout layout_card(const Node& node, CardLevel level, Pt width, const LayoutContext& context, std::optional<Pt> natural) {
  const CardMetrics m = card_metrics(context, level);
  CardLayout card{.node = &node, .level = level, .width = width};
  const auto natural_width = [&] { return natural ? *natural : natural_card_width(node, level, context); };
  card.icon_above = has_icon(node) && width < m.tile * icon_above_tiles && natural_width() > width + 0.5;
  const bool title_alone = !has_icon(node) && shown_pills(node).empty() && pieces_of(node, m, Align::left, context).size() == 1;
  card.centred = level == CardLevel::inner && title_alone && width < natural_width() + 0.5;
  // A card made for its text keeps more air on the right; where text must wrap anyway, it may come as near as the tile does.
  const Pt room = std::max(10.0, width - (card.icon_above ? m.padding : text_left(node, m)) - m.padding);
  for (const Piece& piece : pieces_of(node, m, card.icon_above || card.centred ? Align::center : context.start(), context)) {
    card.paragraphs.push_back(layout_paragraph(piece.text, piece.style, room, context.fonts, context.report));
    card.gaps.push_back(piece.gap);
  }
  const Pt text = optical_height({card.paragraphs, card.gaps});
  const bool plain = card.paragraphs.size() < 2;
  const Pt least = plain && !has_icon(node) ? m.plain_height : std::max(plain ? m.plain_height : m.height, m.tile + 2 * m.padding);
  card.head_height = card.icon_above ? 2 * m.padding + m.tile + m.padding + text + m.padding / 2 : std::max(least, text + 2 * m.air);
  card.pills = layout_pills(node, width - 2 * context.theme.metrics.card_padding, context);
  // The pills' row begins a little above the head's end: the head keeps air below its text anyway.
  const Pt overlap = m.padding * 0.2;
  card.height = card.pills.boxes.empty() ? card.head_height : card.head_height - overlap + card.pills.height + m.padding;
  return card;
}

int title_lines(const CardLayout& card) {
  return card.paragraphs.empty() ? 0 : static_cast<int>(card.paragraphs.front().paragraph.lines.size());
}
int subtitle_lines(const CardLayout& card) {
  std::size_t lines = 0;
  for (std::size_t i = 1; i < card.paragraphs.size(); ++i) lines = std::max(lines, card.paragraphs[i].paragraph.lines.size());
  return static_cast<int>(lines);
}

}  // namespace drawplate
