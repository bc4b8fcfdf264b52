// See fit.h. Pages are counted at the theme's floor; of all sizes that need no more pages the largest is taken.
#include "layout/slide/fit.h"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <variant>
#include <vector>

#include "layout/slide/split.h"

namespace drawplate::slide {
namespace {

constexpr std::size_t most_parts = 100;

class Fitter {
 public:
  Fitter(const BodyLook& look, const RoomOf& room_of, const SlideContext& context) : look_(look), room_of_(room_of), context_(context) {}

  StackMeasure measure(const Blocks& blocks, Size room, double factor) const {
    Report unheard;  // trials say nothing; what is drawn is laid out once more
    const SlideContext smaller{context_.deck, context_.palette, context_.layout, factor, unheard};
    return measure_stack(blocks, room.width, look_, smaller);
  }
  bool fits(const Blocks& blocks, bool is_first, double factor) const {
    if (blocks.empty()) return true;
    const Size room = room_of_(blocks, is_first);
    const StackMeasure measured = measure(blocks, room, factor);
    return measured.fits && measured.height <= room.height + 0.01;
  }
  /// At the theme's own size.
  double fullness(const Blocks& blocks, bool is_first) const {
    const Size room = room_of_(blocks, is_first);
    return measure(blocks, room, 1).height / std::max(1.0, room.height);
  }

  /// Parts of which each fits, as far as that can be had.
  std::vector<Blocks> parts_at(Blocks blocks, double factor) const {
    std::vector<Blocks> parts;
    while (parts.size() + 1 < most_parts && !fits(blocks, parts.empty(), factor)) {
      auto [head, tail] = first_part(blocks, parts.empty(), factor);
      if (tail.empty()) break;
      parts.push_back(std::move(head));
      blocks = std::move(tail);
    }
    parts.push_back(std::move(blocks));
    return parts;
  }

 private:
  std::pair<Blocks, Blocks> first_part(const Blocks& blocks, bool is_first, double factor) const {
    std::size_t least = 0, most = count_units(blocks);  // `least` fit, `most` do not
    while (most - least > 1) {
      const std::size_t middle = (least + most) / 2;
      (fits(part_blocks(blocks, middle).first, is_first, factor) ? least : most) = middle;
    }
    if (least == 0) return part_one(blocks, is_first, factor);
    return part_blocks(blocks, good_place(blocks, least));
  }

  /// A heading stays with what follows, and no last line of a list goes alone.
  static std::size_t good_place(const Blocks& blocks, std::size_t units) {
    const std::size_t all = count_units(blocks);
    if (all - units == 1 && units >= 3) --units;
    while (units > 1) {
      const Blocks head = part_blocks(blocks, units).first;
      if (head.empty() || !std::holds_alternative<Heading>(head.back().what)) break;
      --units;
    }
    return units;
  }

  /// Not even the first unit fits: its text is parted between words, or it stands alone.
  std::pair<Blocks, Blocks> part_one(const Blocks& blocks, bool is_first, double factor) const {
    auto [head, tail] = part_blocks(blocks, 1);
    const Block& first = head.front();
    std::size_t least = 0, most = count_words(first);
    const auto first_words = [&](std::size_t words) { return Blocks{part_words(first, words).first}; };
    while (most > 1 && most - least > 1) {
      const std::size_t middle = (least + most) / 2;
      (fits(first_words(middle), is_first, factor) ? least : most) = middle;
    }
    if (least == 0 || !fits(first_words(least), is_first, factor)) return {std::move(head), std::move(tail)};
    auto [some, rest] = part_words(first, least);
    tail.insert(tail.begin(), std::move(rest));
    return {Blocks{std::move(some)}, std::move(tail)};
  }

  const BodyLook& look_;
  const RoomOf& room_of_;
  const SlideContext& context_;
};

}  // namespace

std::vector<FittedPart> fit_blocks(const Blocks& blocks, const BodyLook& look, const RoomOf& room_of, const SlideContext& context) {
  const Fitter fitter(look, room_of, context);
  const std::vector<double> factors = text_factors(context.deck);
  const double full = fitter.fullness(blocks, true);
  for (const double factor : factors)
    if (fitter.fits(blocks, true, factor)) return {{blocks, factor, full}};

  double factor = factors.back();
  std::vector<Blocks> parts = fitter.parts_at(blocks, factor);
  for (const double larger : factors) {
    if (larger == factor) break;
    std::vector<Blocks> others = fitter.parts_at(blocks, larger);
    if (others.size() > parts.size()) continue;
    parts = std::move(others);
    factor = larger;
    break;
  }
  std::vector<FittedPart> out;
  for (Blocks& part : parts) {
    const double own = fitter.fullness(part, out.empty());
    out.push_back({std::move(part), factor, own});
  }
  return out;
}

}  // namespace drawplate::slide
