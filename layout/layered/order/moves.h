// Local search on ordered layers: what the sweeps leave behind.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "layout/layered/model/layered.h"
#include "layout/layered/order/crossings.h"
#include "layout/layered/order/layer_clock.h"
#include "layout/layered/order/order_wishes.h"
#include "layout/layered/order/thread.h"

namespace drawplate::layered {

/// Requires: ordered layers in which every group's items stand together and the groups in one order everywhere.
/// Ensures: both still hold, and so do the wishes for the order that held; there are no more crossings than before. What was tried in vain
/// is remembered from run to run, for as long as the clock says that nothing moved there.
class LocalSearch {
 public:
  LocalSearch(const Flat& flat, Ranked& ranked, const OrderWishes& wishes, LayerClock& clock, CrossingCounter& counter);

  /// Stops after about `effort` steps of work and returns what is left of them.
  long run(long effort);

 private:
  /// A move that was tried in vain: when, and what that cost.
  struct Trial {
    long at = LayerClock::never, cost = 0;
  };
  template <class Move>
  bool attempt(Trial& trial, int first, int last, Move move);

  const Item& item(int i) const { return ranked_.items[i]; }
  void renumber(int layer);
  bool thread(int edge);
  void move_item(int i, int slot);
  std::size_t links_at(int i) const { return ranked_.up[i].size() + ranked_.down[i].size(); }
  bool sift_layer(int layer);
  bool sift(int i);
  std::pair<int, int> stretch(int g, int layer) const;
  std::vector<char> to_pass(int g, int neighbour) const;
  double crossings_around(GroupSpan span, bool tried);
  std::vector<int> right_neighbours(int g) const;
  bool pass_neighbour(int g);
  bool pass_a_neighbour(int g);
  void pass_in_layer(int g, int layer, const std::vector<char>& passed);

  const Flat& flat_;
  Ranked& ranked_;
  const OrderWishes& wishes_;
  LayerClock& clock_;
  CrossingCounter& counter_;
  Threader threader_;
  long effort_ = 0;
  std::vector<Trial> threaded_, sifted_, passed_;  ///< by edge, item, group
  std::vector<int> sifting_;                       ///< the layer being sifted, as it was
  std::vector<std::vector<int>> left_, right_;     ///< by group: border items, by layer of its span
};

}  // namespace drawplate::layered
