// Dynamic programming over the layers. A link crosses the line between two slots where it ends before the one and behind the
// other; only the slots that the line may take are told apart, so that a table has as many cells as there are choices.
#include "layout/layered/order/thread.h"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <utility>

namespace drawplate::layered {

namespace {
constexpr int neutral = -1;  ///< of a link at the very end that stays
}

void Threader::fill_row(Row& row, int own, bool is_fixed) const {
  const Item& item = ranked_.items[own];
  row.own = own;
  row.is_fixed = is_fixed;
  row.slots.clear();
  row.before.clear();
  const auto& order = ranked_.layers[item.layer];
  if (is_fixed) {
    row.slots.push_back(item.pos);
    row.before.assign(order.size(), 1);
    std::fill_n(row.before.begin(), item.pos, 0);
    row.before[static_cast<std::size_t>(item.pos)] = neutral;
    return;
  }
  int at = none;  // the group that the slot before the next item lies in
  int slot = 0;
  for (int i : order) {
    if (i == own) {
      row.before.push_back(neutral);
      continue;
    }
    if (at == item.group) row.slots.push_back(slot);
    row.before.push_back(static_cast<int>(row.slots.size()));
    const Item& next = ranked_.items[i];
    if (next.kind == ItemKind::border_left) at = next.ref;
    if (next.kind == ItemKind::border_right) at = flat_.groups[next.ref].parent;
    ++slot;
  }
  if (at == item.group) row.slots.push_back(slot);
}

void Threader::count_links(int layer, int edge, const Row& above, const Row& below) {
  columns_ = below.slots.size() + 1;
  sums_.assign((above.slots.size() + 1) * columns_, 0);
  for (int i : ranked_.layers[layer]) {
    const int row = above.before[static_cast<std::size_t>(ranked_.items[i].pos)];
    if (row == neutral) continue;
    for (int l : ranked_.down[i]) {
      const Link& link = ranked_.links[l];
      const int column = below.before[static_cast<std::size_t>(ranked_.items[link.lower].pos)];
      if (column == neutral || link.edge == edge) continue;
      sums_[static_cast<std::size_t>(row) * columns_ + static_cast<std::size_t>(column)] += link.weight;
    }
  }
  for (std::size_t b = 1; b < columns_; ++b) sums_[b] += sums_[b - 1];
  for (std::size_t a = columns_; a < sums_.size(); a += columns_) {
    double row = 0;
    for (std::size_t b = 0; b < columns_; ++b) {
      row += sums_[a + b];
      sums_[a + b] = row + sums_[a + b - columns_];
    }
  }
}

double Threader::crossings(std::size_t s, std::size_t t) const {
  const std::size_t row = s * columns_, last_row = sums_.size() - columns_;
  return sums_[row + columns_ - 1] + sums_[last_row + t] - 2 * sums_[row + t];
}

/// One layer further: `last_` is of the slots above, then of those below. Returns the crossings as the line stands.
double Threader::step(const Row& above, const Row& below) {
  const auto present = [&](const Row& row) {
    const int pos = ranked_.items[row.own].pos;
    return static_cast<std::size_t>(std::lower_bound(row.slots.begin(), row.slots.end(), pos) - row.slots.begin());
  };
  std::vector<int>& from = from_.emplace_back(below.slots.size(), 0);
  now_.assign(below.slots.size(), std::numeric_limits<double>::infinity());
  for (std::size_t s = 0; s < above.slots.size(); ++s)
    for (std::size_t t = 0; t < below.slots.size(); ++t) {
      const double cost = last_[s] + crossings(s, t);
      if (cost < now_[t]) now_[t] = cost, from[t] = static_cast<int>(s);
    }
  last_.swap(now_);
  return crossings(present(above), present(below));
}

std::optional<std::vector<int>> Threader::find(int edge, long& effort) {
  const std::vector<int>& items = ranked_.chains[edge].items;
  if (items.size() < 3) return std::nullopt;
  const std::size_t inner = items.size() - 2;
  double now = 0;
  last_.assign(1, 0);
  from_.clear();
  slots_.clear();
  fill_row(above_, items[0], true);
  for (std::size_t k = 0; k <= inner; ++k) {
    fill_row(below_, items[k + 1], k == inner);
    const int layer = ranked_.items[items[k]].layer;
    count_links(layer, edge, above_, below_);
    const std::size_t rows = ranked_.layers[layer].size() + (k == 0), columns = ranked_.layers[layer + 1].size() + (k == inner);
    effort -= static_cast<long>(rows * columns);
    now += step(above_, below_);
    slots_.push_back(below_.slots);
    std::swap(above_, below_);
  }
  if (!(last_[0] < now - 0.5)) return std::nullopt;
  std::vector<int> found(inner);
  int slot = from_[inner][0];
  for (std::size_t k = inner; k-- > 0;) {
    found[k] = slots_[k][static_cast<std::size_t>(slot)];
    slot = from_[k][static_cast<std::size_t>(slot)];
  }
  return found;
}

}  // namespace drawplate::layered
