// Fitting lines: see line_break.h. The balanced fit follows CSS Text 4 "text-wrap: balance" in spirit (fewest lines, then
// even ones), with a price on bad places; labels are short, so that all ways to break them can be tried.
#include "layout/text/line_break.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <limits>
#include <optional>
#include <utility>

#include "layout/text/collect_text.h"
#include "layout/text/shape_text.h"

namespace drawplate {
namespace {

/// Widths are sums of rounded numbers; a line may pass its limit by this much.
constexpr Pt tolerance = 1e-6;
/// A frame this much wider than a line keeps it whole in a program whose widths differ a little; where the next word would
/// fit into less, the break cannot be left to greedy filling.
constexpr double least_margin = 0.01, good_margin = 0.02, most_margin = 0.08;
constexpr std::size_t max_combinations = 2000;
constexpr std::size_t max_balanced_lines = 24;

/// The prices of breaks, in shares of the mean line width. `hard` is for a break that greedy filling would not make.
constexpr std::array<double, 4> kind_price = {0, 0.45, 0.85, 0.7};
constexpr double hard_price = 0.08;

bool is_usual(const BreakChance& chance) { return chance.kind < BreakKind::inside_word; }

/// The breaks of one hard line, and the widths between them.
class LineFitter {
 public:
  LineFitter(const ShapedText& text, std::span<const BreakChance> chances, HardLine line) : text_(text), line_(line) {
    const auto before = [](const BreakChance& chance, std::uint32_t at) { return chance.at <= at; };
    const auto first = std::lower_bound(chances.begin(), chances.end(), line.begin, before);
    const auto last = std::lower_bound(first, chances.end(), line.end, [](const BreakChance& c, std::uint32_t at) { return c.at < at; });
    chances_ = {first, last};
  }

  std::span<const BreakChance> chances() const { return chances_; }
  Pt width(std::uint32_t begin, std::uint32_t end) const { return text_.width(begin, end); }

  /// The line [begin, chance), or the rest where there is none.
  FittedLine line_to(std::uint32_t begin, const BreakChance* chance) const {
    FittedLine out;
    out.begin = begin;
    out.content_end = chance ? std::max(begin, chance->content_end) : line_.end;
    out.end = chance ? chance->at : line_.end;
    out.width = width(begin, out.content_end);
    out.soft = chance != nullptr;
    if (chance) {
      const bool is_last = chance + 1 == chances_.data() + chances_.size();
      out.overflow = chance->is_ours ? 0 : width(begin, is_last ? line_.end : chance[1].content_end);
    }
    return out;
  }

  /// Fills lines as full as they go. Sets `forced` where a word had to be broken.
  std::vector<FittedLine> fill(Pt max_width, bool* forced = nullptr) const {
    std::vector<FittedLine> lines;
    std::uint32_t begin = line_.begin;
    std::size_t next = 0;
    while (begin < line_.end && width(begin, line_.end) > max_width + tolerance) {
      const BreakChance* best = nullptr;
      const BreakChance* inside = nullptr;
      for (; next < chances_.size() && width(begin, chances_[next].content_end) <= max_width + tolerance; ++next) {
        if (is_usual(chances_[next])) best = &chances_[next];
        if (chances_[next].kind == BreakKind::inside_word) inside = &chances_[next];
      }
      if (!best && forced) *forced = true;
      if (!best) best = inside;
      const FittedLine line = best ? line_to(begin, best) : cut(begin, max_width);
      if (line.end >= line_.end) break;
      lines.push_back(line);
      begin = line.end;
      next = first_after(begin);
    }
    lines.push_back(line_to(begin, nullptr));
    return lines;
  }

 private:
  std::size_t first_after(std::uint32_t at) const {
    return static_cast<std::size_t>(
        std::upper_bound(chances_.begin(), chances_.end(), at, [](std::uint32_t a, const BreakChance& c) { return a < c.at; }) -
        chances_.begin());
  }

  std::uint32_t next_cluster(std::uint32_t at) const {
    do ++at;
    while (at < line_.end && !text_.starts_cluster[at]);
    return at;
  }

  /// As many clusters as fit, one at least; spaces behind them end the line with them.
  FittedLine cut(std::uint32_t begin, Pt max_width) const {
    std::uint32_t end = next_cluster(begin);
    while (end < line_.end) {
      const std::uint32_t further = next_cluster(end);
      if (width(begin, further) > max_width + tolerance) break;
      end = further;
    }
    const BreakChance* behind = chances_.data() + first_after(end);
    if (behind != chances_.data() + chances_.size() && behind->content_end == end) return line_to(begin, behind);
    FittedLine line{begin, end, end, true, width(begin, end), 0};
    line.overflow = width(begin, std::min(line_.end, next_cluster(end)));
    return line;
  }

  const ShapedText& text_;
  HardLine line_;
  std::span<const BreakChance> chances_;
};

/// What a way to break costs, in points.
Pt price(std::span<const FittedLine> lines, std::span<const BreakChance* const> taken) {
  Pt longest = 0, sum = 0;
  for (const FittedLine& line : lines) {
    longest = std::max(longest, line.width);
    sum += line.width;
  }
  const Pt mean = sum / static_cast<double>(lines.size());
  Pt total = longest;
  for (const BreakChance* chance : taken) total += mean * kind_price[static_cast<std::size_t>(chance->kind)];
  for (const FittedLine& line : lines)
    if (line.soft && line.overflow < longest * (1 + least_margin)) total += mean * hard_price;
  return total;
}

/// Tries every choice of breaks, depth first, and keeps the cheapest.
class CombinationSearch {
 public:
  CombinationSearch(const LineFitter& fitter, HardLine line, std::size_t line_count, Pt max_width)
      : fitter_(fitter), line_(line), line_count_(line_count), max_width_(max_width) {
    for (const BreakChance& chance : fitter.chances())
      if (is_usual(chance)) usual_.push_back(&chance);
  }

  bool is_small() const {
    double combinations = 1;
    for (std::size_t i = 0; i + 1 < line_count_; ++i) combinations *= static_cast<double>(usual_.size() - i) / static_cast<double>(i + 1);
    return combinations <= max_combinations;
  }

  std::vector<FittedLine> cheapest() {
    extend(line_.begin, 0);
    return std::move(best_);
  }

 private:
  void extend(std::uint32_t begin, std::size_t from) {
    if (lines_.size() + 1 == line_count_) {
      lines_.push_back(fitter_.line_to(begin, nullptr));
      if (lines_.back().width <= max_width_ + tolerance) {
        const Pt cost = price(lines_, taken_);
        if (cost < best_cost_ - tolerance) {
          best_cost_ = cost;
          best_ = lines_;
        }
      }
      lines_.pop_back();
      return;
    }
    for (std::size_t i = from; i < usual_.size(); ++i) {
      lines_.push_back(fitter_.line_to(begin, usual_[i]));
      const bool fits = lines_.back().width <= max_width_ + tolerance;
      taken_.push_back(usual_[i]);
      if (fits) extend(usual_[i]->at, i + 1);
      taken_.pop_back();
      lines_.pop_back();
      if (!fits) return;
    }
  }

  const LineFitter& fitter_;
  HardLine line_;
  std::size_t line_count_;
  Pt max_width_;
  std::vector<const BreakChance*> usual_, taken_;
  std::vector<FittedLine> lines_, best_;
  Pt best_cost_ = std::numeric_limits<Pt>::infinity();
};

/// The narrowest limit at which greedy filling still needs no more lines.
std::vector<FittedLine> fit_narrowest(const LineFitter& fitter, std::size_t line_count, Pt max_width) {
  std::vector<FittedLine> best = fitter.fill(max_width);
  Pt low = 0, high = max_width;
  for (int i = 0; i < 12; ++i) {
    const Pt middle = (low + high) / 2;
    bool forced = false;
    std::vector<FittedLine> lines = fitter.fill(middle, &forced);
    if (lines.size() > line_count || forced) {
      low = middle;
    } else {
      high = middle;
      best = std::move(lines);
    }
  }
  return best;
}

}  // namespace

std::vector<FittedLine> fit_greedy(const ShapedText& text, std::span<const BreakChance> chances, HardLine line, Pt max_width) {
  return LineFitter(text, chances, line).fill(max_width);
}

std::vector<FittedLine> fit_balanced(const ShapedText& text, std::span<const BreakChance> chances, HardLine line, Pt max_width) {
  const LineFitter fitter(text, chances, line);
  bool forced = false;
  std::vector<FittedLine> greedy = fitter.fill(max_width, &forced);
  if (greedy.size() == 1 || forced || greedy.size() > max_balanced_lines) return greedy;
  CombinationSearch search(fitter, line, greedy.size(), max_width);
  if (!search.is_small()) return fit_narrowest(fitter, greedy.size(), max_width);
  std::vector<FittedLine> best = search.cheapest();
  return best.empty() ? greedy : best;
}

Pt choose_frame(std::vector<FittedLine>& lines, Pt max_width) {
  Pt longest = 0;
  for (const FittedLine& line : lines) longest = std::max(longest, line.width);
  Pt limit = std::numeric_limits<Pt>::infinity();
  for (FittedLine& line : lines) {
    if (!line.soft) continue;
    if (line.overflow < longest * (1 + least_margin))
      line.soft = false;
    else
      limit = std::min(limit, line.overflow);
  }
  // The middle keeps the same distance to a line too many and a word too many.
  Pt frame = limit < std::numeric_limits<Pt>::infinity() ? (longest + limit) / 2 : longest * (1 + most_margin);
  frame = std::min(frame, longest * (1 + most_margin));
  if (frame < longest * (1 + good_margin) && limit > longest * (1 + good_margin + least_margin)) frame = longest * (1 + good_margin);
  return std::max(longest, std::min(frame, max_width));
}

}  // namespace drawplate
