// Several variants of a graph are laid out and the best one is kept; nothing is placed here.
#include "layout/diagram/layout.h"

#include <array>

#include "layout/diagram/compose.h"
#include "layout/diagram/flaws.h"
#include "layout/diagram/loose_order.h"

namespace drawplate {

Drawing layout_graph(const LayoutGraph& graph) {
  Drawing best = layered::compose(graph);
  constexpr std::size_t most_edges = 60;
  if (graph.edges.size() > most_edges || graph.nodes.size() > most_edges) return best;
  double least = layered::flaws_of(graph, best) - layered::worth_changing;
  LayoutGraph other = graph;
  // Those that suit most graphs come first, and what comes later must be clearly better: a small change to a graph then rarely
  // makes another variant the best one.
  constexpr std::array variants{LayoutVariant{.lanes_straight = true, .leaning = true},
                                LayoutVariant{.lanes_straight = true, .even_parents = true},
                                LayoutVariant{.leaning = true},
                                LayoutVariant{.lanes_straight = true},
                                LayoutVariant{.even_parents = true},
                                LayoutVariant{.lanes_mirrored = true}};
  LayoutVariant chosen = graph.variant;
  const auto try_other = [&] {
    Drawing drawing = layered::compose(other);
    const double flaws = layered::flaws_of(graph, drawing);
    if (flaws >= least) return;
    least = flaws - layered::worth_changing;
    best = std::move(drawing);
    chosen = other.variant;
  };
  for (const LayoutVariant& variant : variants) {
    other.variant = variant;
    try_other();
  }
  other.variant = chosen;
  other.loose_order = layered::order_of_loose(graph, best);
  if (!other.loose_order.empty()) try_other();
  return best;
}

}  // namespace drawplate
