// See write_connector.h.
#include "pptx/write_connector.h"

#include <cmath>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

#include "layout/page/connector_path.h"
#include "pptx/connector.h"
#include "pptx/write_names.h"

namespace drawplate {
namespace {

constexpr Pt snap_distance = 4;  // tips touch the outer edge of an outline, sites lie in its middle

using Sites = std::pair<std::optional<ConnectionSite>, std::optional<ConnectionSite>>;

Sites sites_of(const SlideIndex& index, const Connector& connector) {
  return {connector.from ? index.site(*connector.from, connector.route.front()) : std::nullopt,
          connector.to ? index.site(*connector.to, connector.route.back()) : std::nullopt};
}

/// Moves the end of a route, given backwards or forwards by iterators, to `place`; a corner before it follows sideways, so
/// that lines stay upright.
template <class Iterator>
void move_end(RouteKind kind, Iterator end, std::size_t count, Point place) {
  const Iterator before = end + 1;
  const Vec by = place - *end;
  if (length(by) > snap_distance) return;
  if (kind == RouteKind::curved) *before = *before + by;
  if (kind == RouteKind::orthogonal) {
    const bool horizontal = std::abs(end->y - before->y)<std::abs(end->x - before->x), corner_may_move = count> 2;
    Pt& sideways = horizontal ? before->y : before->x;
    if (corner_may_move)
      sideways = horizontal ? place.y : place.x;
    else
      (horizontal ? place.y : place.x) = sideways;
  }
  *end = place;
}

Connector moved_to_sites(Connector connector, const Sites& sites) {
  const std::size_t count = connector.route.size();
  if (sites.first) move_end(connector.kind, connector.route.begin(), count, sites.first->place);
  if (sites.second) move_end(connector.kind, connector.route.rbegin(), count, sites.second->place);
  return connector;
}

void write_glue(XmlWriter& xml, std::string_view name, const std::optional<ConnectionSite>& site) {
  if (site) xml.leaf(name, {{"id", site->shape_id}, {"idx", site->index}});
}

void write_head(SlideScope& scope, const Item& item, const Sites& sites) {
  const auto head = scope.xml.element("p:nvCxnSpPr");
  write_names(scope, spoken_names_of(scope, item, "Connector"));
  {
    const auto properties = scope.xml.element("p:cNvCxnSpPr");
    write_glue(scope.xml, "a:stCxn", sites.first);
    write_glue(scope.xml, "a:endCxn", sites.second);
  }
  scope.xml.leaf("p:nvPr");
}

void write_route(SlideScope& scope, const Connector& connector) {
  const auto route = find_preset_route(connector);
  const bool has_corners = route && route->preset != "straightConnector1";  // without them both forms are one
  if (route && (scope.connectors == ConnectorForm::live || !has_corners)) {
    write_frame(scope.xml, route->frame);
    return write_preset_geometry(scope.xml, route->preset, route->adjust);
  }
  const DrawnPath drawn{connector_path(connector), false, true};
  const EmuFrame frame = to_emu(control_box(drawn.path));
  write_frame(scope.xml, frame);
  write_custom_geometry(scope.xml, frame, {&drawn, 1});
  scope.xml.leaf("a:noFill");
}

}  // namespace

void write_connector(SlideScope& scope, const Item& item, const Connector& connector) {
  if (connector.route.size() < 2) return;
  const Sites sites = sites_of(scope.index, connector);
  const auto element = scope.xml.element("p:cxnSp");
  write_head(scope, item, sites);
  const auto properties = scope.xml.element("p:spPr");
  write_route(scope, moved_to_sites(connector, sites));
  write_line(scope.xml, connector.stroke, scope.text.theme, {connector.tail, connector.head});
}

}  // namespace drawplate
