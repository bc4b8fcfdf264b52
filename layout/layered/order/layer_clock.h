// When the order of each layer last changed, so that what was tried in vain is tried again only where something moved.
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

namespace drawplate::layered {

class LayerClock {
 public:
  static constexpr long never = -1;

  explicit LayerClock(std::size_t layers) : changed_(layers, 0) {}

  void touch(int layer) { changed_[static_cast<std::size_t>(layer)] = ++now_; }
  long now() const { return now_; }

  /// Whether the layers from `first` to `last`, as far as there are such, stand as they stood at `since`.
  bool stands(int first, int last, long since) const {
    if (since == never) return false;
    const auto begin = changed_.begin() + std::max(0, first);
    const auto end = changed_.begin() + std::min(static_cast<std::ptrdiff_t>(changed_.size()), static_cast<std::ptrdiff_t>(last) + 1);
    return std::none_of(begin, end, [&](long at) { return at > since; });
  }

 private:
  std::vector<long> changed_;
  long now_ = 0;
};

}  // namespace drawplate::layered
