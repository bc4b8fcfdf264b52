// See graph_diagram.h.
#include "layout/diagram/graph/graph_diagram.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <utility>

#include "layout/diagram/graph/graph_measures.h"
#include "layout/diagram/graph/wish_report.h"
#include "layout/diagram/placed/scale.h"
#include "layout/diagram/placed/shape_node.h"
#include "layout/diagram/placed/shrink.h"
#include "layout/diagram/placed/table_node.h"
#include "layout/layered/layout.h"
#include "layout/page/shapes.h"

namespace drawplate {
namespace {

constexpr double largest_scale = 1.6, smallest_scale = 0.45;
constexpr double largest_on_page = 2;      // times what the page's own scale is: a few boxes may be read from the last row
constexpr std::size_t few_nodes = 150;     // graphs this small are tried at more scales
constexpr int most_trials = 4;             // layouts a direction may cost
constexpr double slanted_layer_gap = 1.4;  // times as much room between layers for lines that do not turn at right angles
constexpr Pt largest_page = 4000;          // a side; PowerPoint takes 56 inches, 4032 pt

OutlineKind outline_kind(NodeShape shape) {
  switch (shape_row(node_form(shape).kind).contour) {
    case Contour::box:
      return OutlineKind::box;
    case Contour::ellipse:
      return OutlineKind::ellipse;
    case Contour::diamond:
      return OutlineKind::diamond;
  }
  return OutlineKind::box;
}

std::optional<std::uint32_t> group_index(const std::optional<GroupId>& id) {
  return id ? std::optional<std::uint32_t>(static_cast<std::uint32_t>(index_of(*id))) : std::nullopt;
}

/// Where text would get small, gaps give way first: down to `least_air` of what they are.
double air_at(double k, Size page) {
  constexpr double least_air = 0.62, all_air_at = 0.95, least_air_at = 0.65;
  const double share = (k / page_scale(page) - least_air_at) / (all_air_at - least_air_at);
  return least_air + (1 - least_air) * std::clamp(share, 0.0, 1.0);
}

LayoutSpacing spacing_of(const LayoutContext& context, double air) {
  const double g = context.scale.geometry;
  return {.node_gap = 28 * g * air,
          .layer_gap = std::max(24.0, 38 * g * air),
          .edge_gap = 12 * g,
          .edge_node_gap = 14 * g,
          .port_gap = 12 * g,
          .label_gap = 5 * g,
          .title_gap = 7 * g,
          .component_gap = 36 * g};
}

void add_edges(const Diagram& diagram, const GraphMeasures& measured, const LayoutContext& context, LayoutGraph& graph) {
  for (std::size_t i = 0; i < diagram.edges.size(); ++i) {
    const Edge& edge = diagram.edges[i];
    const Pt head = (edge.line == LineKind::thick ? 3 : 5) * std::max(2.0, edge_stroke(edge, 0, context).width);
    LayoutEdge out{.from = {edge.from.is_group, edge.from.index}, .to = {edge.to.is_group, edge.to.index}};
    if (measured.labels[i]) out.label = {measured.labels[i]->width, measured.labels[i]->height};
    out.min_length = edge.min_length;
    out.weight = edge.weight;
    out.look =
        static_cast<std::uint32_t>(edge.line) * 16 + static_cast<std::uint32_t>(edge.accent ? static_cast<int>(*edge.accent) + 1 : 0);
    out.head = edge.head == HeadKind::none ? 0 : head;
    out.tail = edge.tail == HeadKind::none ? 0 : head;
    if (const auto cell = edge.from.is_group ? std::nullopt : find_port(measured.cards[edge.from.index], edge.from.port))
      out.from_at = cell->center() - Point{};
    if (const auto cell = edge.to.is_group ? std::nullopt : find_port(measured.cards[edge.to.index], edge.to.port))
      out.to_at = cell->center() - Point{};
    out.from_side = edge.from_side;
    out.to_side = edge.to_side;
    out.is_drawn = edge.line != LineKind::invisible;
    graph.edges.push_back(out);
  }
}

/// What is tried in turn for one diagram.
struct Arrangement {
  Direction direction = Direction::down;
  int columns = 1;
};

/// Room for the texts at the ends of lines, where there are any.
void widen_for_end_texts(const GraphMeasures& measured, LayoutGraph& graph) {
  const bool sideways = graph.direction == Direction::right || graph.direction == Direction::left;
  for (const EndTexts& texts : measured.end_texts) {
    const Size room = room_for(texts);
    if (room.width <= 0) continue;
    const Pt along = (sideways ? 2 * room.width : room.height) + 26 * measured.scale.geometry;
    const Pt across = (sideways ? room.height : room.width) + 8 * measured.scale.geometry;
    graph.spacing.layer_gap = std::max(graph.spacing.layer_gap, along);
    graph.spacing.port_gap = std::max(graph.spacing.port_gap, std::min(across, 40.0));
  }
}

LayoutGraph graph_of(const Diagram& diagram, const GraphMeasures& measured, Arrangement arrangement, const LayoutContext& context) {
  LayoutGraph graph;
  graph.direction = arrangement.direction;
  graph.columns = arrangement.columns;
  for (std::size_t i = 0; i < diagram.nodes.size(); ++i)
    graph.nodes.push_back(
        {{measured.cards[i].width, measured.cards[i].height}, group_index(diagram.nodes[i].group), outline_kind(diagram.nodes[i].shape)});
  const Pt padding = context.theme.metrics.panel_padding;
  for (std::size_t i = 0; i < diagram.groups.size(); ++i) {
    const PanelLayout& panel = measured.panels[i];
    LayoutGroup group{.parent = group_index(diagram.groups[i].parent),
                      .title = panel_title_size(panel),
                      .padding = {padding, padding, padding, padding},
                      .direction = diagram.groups[i].direction};
    if (!panel.footer.paragraph.lines.empty()) {
      group.padding.bottom += panel.footer.height;
      group.min_size.width = panel.footer.width + 2 * padding;
    }
    graph.groups.push_back(group);
  }
  add_edges(diagram, measured, context, graph);
  for (const LayoutWish& wish : diagram.wishes) {
    LayoutRequest request{wish.kind, {}};
    for (const EdgeEnd& member : wish.members)
      if (!member.is_group) request.nodes.push_back(member.index);
    graph.requests.push_back(std::move(request));
  }
  return graph;
}

/// One layout at one scale, and how far it fits.
struct Fitted {
  GraphMeasures* measured = nullptr;  ///< its GraphFitter's
  Drawing drawing;
  Arrangement arrangement;
  double fit = 0;  ///< room over size; 1 or more fits
};

Size room_on(Size page, const LayoutContext& context) {
  return {page.width - 2 * context.theme.metrics.margin_x * 0.8, page.height - 2 * context.theme.metrics.margin_y * 0.8};
}

double step_down(double k) { return std::floor(k / scale_step + 1e-9) * scale_step; }

double merit(const Fitted& fitted) { return fitted.measured->scale.text * std::min(1.0, fitted.fit); }

/// Lays one diagram out at several scales. What is measured at a scale serves every direction and number of columns.
class GraphFitter {
 public:
  GraphFitter(const Diagram& diagram, Size page, const FlowSetting& setting) : diagram_(diagram), page_(page), setting_(setting) {}

  /// The largest scale that fits, found by a few guesses: sizes shrink a little slower than the scale.
  Fitted fit_page(Arrangement arrangement) {
    const double most = std::min(largest_scale, page_scale(page_) * largest_on_page);
    if (is_crowded()) {
      Fitted smallest = lay_out(arrangement, smallest_scale);
      if (smallest.fit < 1) return smallest;
    }
    double too_large = most + scale_step;
    Fitted best = lay_out(arrangement, most);
    for (int trial = 0; trial < most_trials && best.fit < 1 && is_above_smallest(best); ++trial) {
      too_large = best.measured->scale.text;
      const double guess = too_large * std::pow(best.fit, 1.25);
      best = lay_out(arrangement, std::max(smallest_scale, std::min(step_down(guess), too_large - scale_step)));
    }
    if (best.fit < 1 && is_above_smallest(best)) best = lay_out(arrangement, smallest_scale);
    constexpr double far_too_large = 0.6;
    if (best.fit < far_too_large) is_far_too_large_ = true;
    if (best.fit >= 1 && diagram_.nodes.size() <= few_nodes) enlarge(too_large, best);
    return best;
  }

 private:
  static bool is_above_smallest(const Fitted& fitted) { return fitted.measured->scale.text > smallest_scale + 1e-9; }

  GraphMeasures& measured_at(double k) {
    const auto [at, fresh] = measured_.try_emplace(std::lround(k / scale_step));
    if (fresh) at->second = measure_graph(diagram_, setting_, scale_of(k, false));
    return at->second;
  }

  /// Whether the smallest scale is to be tried first: its boxes alone fill much of the page even so, or other arrangements of it
  /// were far too large.
  bool is_crowded() {
    constexpr double most_fill = 0.5;
    if (diagram_.nodes.size() > few_nodes || is_far_too_large_) return true;
    GraphMeasures& measured = measured_at(smallest_scale);
    const Size room = room_on(page_, context_of(measured, setting_));
    Pt boxes = 0;
    for (const CardLayout& card : measured.cards) boxes += card.width * card.height;
    return boxes > most_fill * room.width * room.height;
  }

  Fitted lay_out(Arrangement arrangement, double k) {
    Fitted out;
    out.arrangement = arrangement;
    out.measured = &measured_at(k);
    const LayoutContext context = context_of(*out.measured, setting_);
    const Size room = room_on(page_, context);
    LayoutGraph graph = graph_of(diagram_, *out.measured, arrangement, context);
    graph.aspect = room.width / room.height;
    graph.spacing = spacing_of(context, air_at(k, page_));
    if (diagram_.routes.value_or(RouteKind::orthogonal) != RouteKind::orthogonal) graph.spacing.layer_gap *= slanted_layer_gap;
    widen_for_end_texts(*out.measured, graph);
    out.drawing = layout_graph(graph, memory_);
    out.fit = std::min(room.width / std::max(1.0, out.drawing.bounds.width), room.height / std::max(1.0, out.drawing.bounds.height));
    return out;
  }

  /// A drawing that fits may have been guessed too small: halves the way to the scale that did not fit.
  void enlarge(double too_large, Fitted& best) {
    for (;;) {
      const double k = step_down((best.measured->scale.text + too_large) / 2);
      if (k <= best.measured->scale.text + 1e-9) return;
      Fitted trial = lay_out(best.arrangement, k);
      if (trial.fit >= 1)
        best = std::move(trial);
      else
        too_large = k;
    }
  }

  const Diagram& diagram_;
  Size page_;
  const FlowSetting& setting_;
  bool is_far_too_large_ = false;
  LayoutMemory memory_;
  std::map<long, GraphMeasures> measured_;  ///< by the scale's number of steps
};

PlacedDiagram place(const Diagram& diagram, const Fitted& fitted, Size page, const LayoutContext& context) {
  const Accents accents = resolve_accents(diagram);
  const Drawing& drawing = fitted.drawing;
  const Vec by{(page.width - drawing.bounds.width) / 2, (page.height - drawing.bounds.height) / 2};
  PlacedDiagram placed{.diagram = &diagram, .page = page, .direction = fitted.arrangement.direction};
  for (std::size_t i = 0; i < diagram.nodes.size(); ++i)
    placed.nodes.push_back({fitted.measured->cards[i], moved_by(drawing.nodes[i], by), accents.nodes[i]});
  for (std::size_t i = 0; i < diagram.groups.size(); ++i) {
    PanelLayout panel = fitted.measured->panels[i];
    const Rect box = moved_by(drawing.groups[i], by);
    panel.width = box.width;
    PanelPlace at{box, std::nullopt, box.bottom() - context.theme.metrics.panel_padding - panel.footer.height, static_cast<int>(i)};
    if (!panel.title.paragraph.lines.empty()) at.title = moved_by(drawing.titles[i], by);
    placed.groups.push_back({std::move(panel), at, accents.groups[i]});
  }
  for (std::uint32_t i = 0; i < diagram.edges.size(); ++i) {
    if (diagram.edges[i].line == LineKind::invisible || drawing.edges[i].points.size() < 2) continue;
    const DrawnEdge& drawn = drawing.edges[i];
    PlacedEdge edge{.edge = i, .route = {}, .from_side = drawn.from_side, .to_side = drawn.to_side};
    for (const Point p : drawn.points) edge.route.push_back(p + by);
    if (fitted.measured->labels[i]) edge.label = PlacedLabel{*fitted.measured->labels[i], moved_by(drawn.label, by)};
    placed.edges.push_back(std::move(edge));
  }
  place_end_labels(placed, fitted.measured->end_texts, context);
  return placed;
}

/// A chain far too long for the page goes on in further columns, if its text gains enough by it.
void fold_long_chains(const Diagram& diagram, Size page, GraphFitter& fitter, Fitted& best) {
  constexpr double small_text = 0.8, worth_folding = 1.2;
  constexpr int most_columns = 4;
  constexpr std::size_t fewest = 6, most = 200;
  if (diagram.nodes.size() < fewest || diagram.nodes.size() > most) return;
  if (merit(best) >= small_text * page_scale(page) - 1e-9 || !best.drawing.can_fold) return;
  double least = merit(best) * worth_folding;
  for (int columns = 2; columns <= most_columns; ++columns) {
    Fitted folded = fitter.fit_page({best.arrangement.direction, columns});
    if (merit(folded) < least) continue;
    least = merit(folded) * worth_folding;
    best = std::move(folded);
  }
}

/// The page grown to hold what does not fit; where that is larger than any page may be, the factor by which all is made smaller.
struct Growth {
  Size page;
  double shrink = 1;
};

Growth grow_page(const Diagram& diagram, Size page, const FlowSetting& setting, const Fitted& best) {
  const double growth = 1 / best.fit, largest = std::max(page.width, page.height) * growth;
  const Size grown{std::ceil(page.width * growth), std::ceil(page.height * growth)};
  const Pt text = setting.theme.smallest_text;
  Report& report = best.measured->report;
  if (largest <= largest_page) {
    report.warning(diagram.origin, fmt::format("the diagram does not fit its page at {} pt text; the page grows to {:.0f} x {:.0f} pt",
                                               text, grown.width, grown.height));
    return {grown};
  }
  const double shrink = largest_page / largest;
  report.warning(diagram.origin, fmt::format("the diagram is too large for any page: its text is set in {:.2g} pt", text * shrink));
  return {grown, shrink};
}

}  // namespace

ScaledFlow layout_graph_diagram(const Diagram& diagram, Size page, const FlowSetting& setting) {
  GraphFitter fitter(diagram, page, setting);
  const Direction wanted = diagram.direction.value_or(Direction::down);
  Fitted best = fitter.fit_page({wanted});
  if (!diagram.direction && best.measured->scale.text < page_scale(page) - 1e-9) {
    Fitted other = fitter.fit_page({Direction::right});
    if (merit(other) > merit(best) * 1.05) best = std::move(other);
  }
  fold_long_chains(diagram, page, fitter, best);
  warn_of_unkept_wishes(diagram, best.drawing, best.arrangement.direction, best.measured->report);
  Growth growth{page};
  if (best.fit < 1) growth = grow_page(diagram, page, setting, best);
  const LayoutContext context = context_of(*best.measured, setting);
  ScaledFlow out;
  out.placed = place(diagram, best, growth.page, context);
  out.scale = best.measured->scale;
  if (growth.shrink < 1) {
    shrink(out.placed, growth.shrink);
    out.scale = shrunk(out.scale, growth.shrink);
  }
  out.report = std::move(best.measured->report);
  return out;
}

}  // namespace drawplate
