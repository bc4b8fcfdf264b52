// Several variants of a graph are laid out and the best one is kept; nothing is placed here.
#include "layout/layered/layout.h"

#include <array>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "layout/layered/detours/flaws.h"
#include "layout/layered/regions/compose.h"
#include "layout/layered/regions/loose_order.h"

namespace drawplate {
namespace {

/// Those that suit most graphs come first, and what comes later must be clearly better: a small change to a graph then rarely
/// makes another variant the best one.
constexpr std::array variants{LayoutVariant{.lanes_straight = true, .leaning = true},
                              LayoutVariant{.lanes_straight = true, .even_parents = true},
                              LayoutVariant{.leaning = true},
                              LayoutVariant{.lanes_straight = true},
                              LayoutVariant{.even_parents = true},
                              LayoutVariant{.lanes_mirrored = true}};

class Choice {
 public:
  Choice(const LayoutGraph& graph, layered::Memory& memory, bool several) : graph_(graph), next_(graph), trials_{memory, several} {
    best_ = *layered::compose(graph, trials_);
    made_.push_back({graph.variant, trials_.asked});
  }

  Drawing run() {
    least_ = layered::flaws_of(graph_, best_) - layered::worth_changing;
    chosen_ = graph_.variant;
    for (const LayoutVariant& variant : variants) {
      if (is_known(variant)) continue;
      next_.variant = variant;
      try_next();
      made_.push_back({variant, trials_.asked});
    }
    next_.variant = chosen_;
    next_.loose_order = layered::order_of_loose(graph_, best_);
    if (!next_.loose_order.empty()) try_next();
    return std::move(best_);
  }

  Drawing first() { return std::move(best_); }

 private:
  struct Made {
    LayoutVariant variant, asked;
  };

  /// Whether it would choose as an earlier one did wherever that one had a choice.
  bool is_known(const LayoutVariant& variant) const {
    for (const Made& made : made_)
      if (layered::agree(made.variant, variant, made.asked)) return true;
    return false;
  }

  void try_next() {
    std::optional<Drawing> drawing = layered::compose(next_, trials_);
    if (!drawing) return;
    const double flaws = layered::flaws_of(graph_, *drawing);
    if (flaws >= least_) return;
    least_ = flaws - layered::worth_changing;
    best_ = std::move(*drawing);
    chosen_ = next_.variant;
  }

  const LayoutGraph& graph_;
  LayoutGraph next_;
  layered::Trials trials_;
  Drawing best_;
  double least_ = 0;
  LayoutVariant chosen_;
  std::vector<Made> made_;
};

}  // namespace

LayoutMemory::LayoutMemory() : parts_(std::make_unique<layered::Memory>()) {}
LayoutMemory::~LayoutMemory() = default;

Drawing layout_graph(const LayoutGraph& graph, LayoutMemory& memory) {
  constexpr std::size_t most = 60;
  const bool several = graph.edges.size() <= most && graph.nodes.size() <= most;
  Choice choice(graph, memory.parts(), several);
  return several ? choice.run() : choice.first();
}

Drawing layout_graph(const LayoutGraph& graph) {
  LayoutMemory memory;
  return layout_graph(graph, memory);
}

}  // namespace drawplate
