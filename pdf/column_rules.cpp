// See column_rules.h.
#include "pdf/column_rules.h"
#include "layout/page/page_walk.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <limits>
#include <map>
#include <optional>
#include <utility>

namespace drawplate::pdf {
namespace {

/// What is read in one go: a card with all its texts, or a text that stands alone.
struct Unit {
  Rect box;  ///< of its lines
  int rank = 0;
  bool is_label = false;
};

/// Large graphs have no columns to speak of, and every pair is looked at.
constexpr std::size_t most_units = 200;

Rect box_of_line(const Line& line) {
  constexpr Em above = 1.0, below = 0.3;  // as far as faces reach
  Pt size = 0;
  for (const GlyphRun& run : line.runs) size = std::max(size, run.size);
  return {line.left, line.baseline - above * size, line.width, (above + below) * size};
}

std::optional<Rect> lines_box(const Item& item) {
  std::optional<Rect> box;
  const auto add = [&](const Rect& more) { box = box ? union_of(*box, more) : more; };
  if (const TextBlock* block = text_of(item))
    for (const Paragraph& paragraph : block->paragraphs)
      for (const Line& line : paragraph.lines)
        if (!line.runs.empty()) add(box_of_line(line));
  if (const auto* members = members_of(item))
    for (const Item& inner : *members)
      if (const auto more = lines_box(inner)) add(*more);
  return box;
}

class UnitCollector {
 public:
  explicit UnitCollector(const Page& page) {
    for (const ItemId id : page.reading_order) ranks_.try_emplace(id, static_cast<int>(ranks_.size()));
    collect(page.items);
    std::ranges::stable_sort(units, {}, &Unit::rank);
  }

  std::vector<Unit> units;

 private:
  void collect(const std::vector<Item>& items) {
    for (const Item& item : items) {
      const auto* members = members_of(item);
      if (members && item.role != Role::card && item.role != Role::inner_card) {
        collect(*members);
        continue;
      }
      const std::optional<Rect> box = lines_box(item);
      if (box) units.push_back({*box, rank_of(item).value_or(0), item.role == Role::edge_label});
    }
  }

  std::optional<int> rank_of(const Item& item) const {
    if (const auto found = ranks_.find(item.id); found != ranks_.end()) return found->second;
    if (const auto* members = members_of(item))
      for (const Item& inner : *members)
        if (const auto rank = rank_of(inner)) return rank;
    return std::nullopt;
  }

  std::map<ItemId, int> ranks_;
};

/// From the right edge of one box to the left edge of the other, where they stand side by side.
struct Gap {
  Pt from = 0, to = 0;
};
std::optional<Gap> gap_between(const Rect& a, const Rect& b) {
  if (a.right() < b.left()) return Gap{a.right(), b.left()};
  if (b.right() < a.left()) return Gap{b.right(), a.left()};
  return std::nullopt;
}

constexpr Pt thickness = 1;

bool overlap(const Rect& a, const Rect& b) {
  return a.left() < b.right() && b.left() < a.right() && a.top() < b.bottom() && b.top() < a.bottom();
}

class RuleFinder {
 public:
  explicit RuleFinder(const std::vector<Unit>& units) {
    for (const Unit& unit : units) (unit.is_label ? labels_ : texts_).push_back(unit.box);
  }

  ColumnRules find() {
    for (std::size_t i = 1; i < texts_.size(); ++i)
      if (texts_[i].top() < texts_[i - 1].bottom() - slack) between_columns(i);
    for (const Rect& label : labels_)
      for (const Rect& text : texts_) beside(label, text);
    if (!rules_.upright.empty()) across_page();
    return std::move(rules_);
  }

 private:
  static constexpr Pt slack = 1;

  /// Reading jumps to the side: a rule between the texts before it that stand beside what follows, and these.
  void between_columns(std::size_t head) {
    Rect before = texts_[head - 1], after = texts_[head];
    for (std::size_t i = head - 1; i-- > 0 && texts_[i].top() <= texts_[i + 1].top() && texts_[i].bottom() > after.top();)
      before = union_of(before, texts_[i]);
    for (std::size_t i = head + 1; i < texts_.size() && texts_[i].top() >= texts_[i - 1].top() && texts_[i].top() < before.bottom(); ++i)
      after = union_of(after, texts_[i]);
    if (const auto gap = gap_between(before, after))
      add_upright(*gap, std::min(before.top(), after.top()) - slack, std::max(before.bottom(), after.bottom()) + slack);
  }

  /// A label is no part of the card it stands beside.
  void beside(const Rect& label, const Rect& text) {
    if (label.top() >= text.bottom() || text.top() >= label.bottom()) return;
    if (const auto gap = gap_between(label, text)) add_upright(*gap, text.top() - slack, text.bottom() + slack);
  }

  /// A level rule wherever all texts read before stand above all that follow.
  void across_page() {
    const std::size_t count = texts_.size();
    std::vector<Pt> tops(count + 1, std::numeric_limits<Pt>::max());  // the highest top of all from there on
    for (std::size_t i = count; i-- > 0;) tops[i] = std::min(tops[i + 1], texts_[i].top());
    Rect all = texts_.front();
    for (const Rect& text : texts_) all = union_of(all, text);
    Pt bottom = texts_.front().bottom();
    for (std::size_t i = 1; i < count; ++i) {
      if (tops[i] > bottom + slack) add_level({bottom, tops[i]}, all.left(), all.right());
      bottom = std::max(bottom, texts_[i].bottom());
    }
  }

  /// In the gap's middle, or where else no text stands in the way.
  void add_upright(const Gap& gap, Pt top, Pt bottom) {
    add(
        gap,
        [&](Pt x) {
          return Rect{x - thickness / 2, top, thickness, bottom - top};
        },
        rules_.upright);
  }
  void add_level(const Gap& gap, Pt left, Pt right) {
    add(
        gap,
        [&](Pt y) {
          return Rect{left, y - thickness / 2, right - left, thickness};
        },
        rules_.level);
  }
  template <class RuleAt>
  void add(const Gap& gap, const RuleAt& rule_at, std::vector<Rect>& rules) {
    for (const double part : {0.5, 0.1, 0.9, 0.3, 0.7}) {
      const Rect rule = rule_at(gap.from + part * (gap.to - gap.from));
      const auto hit = [&](const Rect& box) { return overlap(rule, box); };
      if (std::ranges::any_of(texts_, hit) || std::ranges::any_of(labels_, hit)) continue;
      if (std::ranges::find(rules, rule) == rules.end()) rules.push_back(rule);
      return;
    }
  }

  std::vector<Rect> texts_, labels_;
  ColumnRules rules_;
};

/// A font that has a space to write, or nothing.
const EmbeddedFont* font_with_space(const FontSet& fonts) {
  for (const auto& [id, font] : fonts)
    if (font.space) return &font;
  return nullptr;
}

/// A line of this many times the largest text's size is joined with no text beside it.
constexpr double apart = 2.5;

/// A space in unseen text that fills the box. Readers find two spaces in its place: one alone would part words and be no word.
void write_space(const Rect& box, const EmbeddedFont& font, Canvas& canvas) {
  const FaceMetrics& metrics = font.face->metrics();
  const Pt size = box.height / (metrics.ascent + metrics.descent), width = font.width_of(*font.space) / 1000.0 * size;
  if (width <= 0) return;
  ContentStream& content = canvas.content;
  const SavedState saved(content);
  content.begin_replaced("  ").begin_text().text_unseen().text_scale(box.width / width).font(font.resource, size);
  content.text_at(canvas.place({box.left(), box.top() + metrics.ascent * size}));
  content.show(std::array{ShownCode{font.code_of(*font.space), 0}}).end_text().end_replaced();
}

}  // namespace

ColumnRules find_column_rules(const Page& page) {
  const std::vector<Unit> units = std::move(UnitCollector(page).units);
  if (units.size() > most_units) return {};
  return RuleFinder(units).find();
}

void write_column_rules(const ColumnRules& rules, Pt largest_text, Canvas& canvas) {
  const EmbeddedFont* font = font_with_space(canvas.file.fonts);
  if (rules.upright.empty() || !font) return;
  const FaceMetrics& metrics = font->face->metrics();
  const Pt least = apart * largest_text * (metrics.ascent + metrics.descent);
  canvas.marks.enter({});
  for (const Rect& rule : rules.upright) {
    const int pieces = std::max(1, static_cast<int>(rule.height / least));
    for (int i = 0; i < pieces; ++i)
      write_space({rule.left(), rule.top() + i * rule.height / pieces, rule.width, rule.height / pieces}, *font, canvas);
  }
  for (const Rect& rule : rules.level) write_space(rule, *font, canvas);
}

}  // namespace drawplate::pdf
