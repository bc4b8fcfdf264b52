// An author's SVG → icon on the 24 grid: fitted by its view box, transforms applied. What is not drawing is
// refused (svg_refuse); everything wrong is reported in one go.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <pugixml.hpp>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "icons/icons.h"
#include "icons/svg_path.h"
#include "icons/svg_refuse.h"
#include "icons/svg_shapes.h"
#include "icons/svg_style.h"

namespace drawplate {
namespace {

constexpr std::size_t most_bytes = 1 << 20, most_elements = 20'000, most_segments = 50'000;
constexpr int deepest = 64;
constexpr double grid = 24, theme_width = 1.5;
constexpr double farthest = 1000;  ///< grid units; beyond is a mistake in the drawing
constexpr double overhang = 2;     ///< grid units that may lie outside the view box before the author is told

double scale_of(const Affine& m) { return std::sqrt(std::abs(m.a * m.d - m.b * m.c)); }

/// Twice the signed area inside the points of one sub-path.
double signed_area(std::span<const PathElement> subpath) {
  double area = 0;
  Point from = subpath.front().to;
  const Point start = from;
  const auto add = [&](Point to) {
    area += from.x * to.y - to.x * from.y;
    from = to;
  };
  for (const PathElement& e : subpath) {
    if (e.kind == PathElement::Kind::cubic) add(e.c1), add(e.c2);
    if (e.kind != PathElement::Kind::close) add(e.to);
  }
  add(start);
  return area;
}

/// Icons are filled by the even-odd rule. A path meant for the other rule whose sub-paths all turn the same way has no holes:
/// apart, they cover the same area under either rule.
std::vector<Path> split_for_even_odd(const Path& path) {
  std::vector<Path> pieces;
  bool clockwise = false, counter = false;
  for (const PathElement& e : path.elements) {
    if (e.kind == PathElement::Kind::move || pieces.empty()) pieces.emplace_back();
    pieces.back().elements.push_back(e);
  }
  for (const Path& piece : pieces) (signed_area(piece.elements) >= 0 ? clockwise : counter) = true;
  if (clockwise && counter) return {path};
  return pieces;
}

class SvgReader {
 public:
  SvgReader(const Source& source, SourceId id, Report& report) : source_(source), id_(id), report_(report) {}

  std::optional<IconDrawing> read() {
    const std::size_t errors_before = report_.error_count();
    pugi::xml_document document;
    if (!parse(document)) return std::nullopt;
    const pugi::xml_node root = document.document_element();
    const SvgElement svg(root, source_, id_, report_);
    if (svg.name() != "svg") {
      svg.error(fmt::format("the outermost element must be <svg>, not <{}>", root.name()));
      return std::nullopt;
    }
    if (const std::optional<Affine> to_grid = fit(svg)) walk_children(svg, *to_grid, {}, 1);
    const bool failed = report_.error_count() > errors_before;
    if (!failed && drawing_.parts.empty()) svg.error("the icon draws nothing").help("give its shapes a fill or a stroke");
    if (failed || drawing_.parts.empty()) return std::nullopt;
    return std::move(drawing_);
  }

 private:
  bool parse(pugi::xml_document& document) {
    const std::string& text = source_.text;
    if (text.size() > most_bytes) return fail(0, "an icon may be 1 MiB at most");
    if (const std::size_t at = find_invalid_utf8(text); at != std::string::npos) return fail(at, "the icon is not UTF-8 text");
    if (const std::size_t at = find_invalid_xml_character(text); at != std::string::npos) return fail(at, "XML cannot hold this character");
    const unsigned flags = pugi::parse_default | pugi::parse_doctype | pugi::parse_pi;
    const pugi::xml_parse_result result = document.load_buffer(text.data(), text.size(), flags, pugi::encoding_utf8);
    if (!result) return fail(static_cast<std::size_t>(std::max<std::ptrdiff_t>(result.offset, 0)), "the icon is not well-formed XML");
    const std::size_t errors_before = report_.error_count();
    refuse_prolog(document, text, id_, report_);
    return report_.error_count() == errors_before;
  }

  bool fail(std::size_t at, std::string message) {
    const auto begin = static_cast<std::uint32_t>(std::min(at, source_.text.size()));
    report_.error({id_, begin, begin + (begin < source_.text.size() ? 1u : 0u)}, std::move(message));
    return false;
  }

  /// View box, or width and height, centred in the 24 grid as large as it goes.
  std::optional<Affine> fit(const SvgElement& svg) {
    Rect box;
    if (svg.has("viewBox")) {
      const SvgPoints corners = read_svg_points(svg.text("viewBox"));
      if (corners.fault || corners.points.size() != 2 || !(corners.points[1].x > 0) || !(corners.points[1].y > 0)) {
        svg.error_at("viewBox", "'viewBox' must be x, y, width and height, the last two above 0");
        return std::nullopt;
      }
      box = {corners.points[0].x, corners.points[0].y, corners.points[1].x, corners.points[1].y};
    } else {
      if (!svg.has("width") || !svg.has("height")) {
        svg.error("the svg has neither a viewBox nor width and height").help("add viewBox=\"0 0 24 24\" with the size of the drawing");
        return std::nullopt;
      }
      box = {0, 0, svg.size("width", 0), svg.size("height", 0)};
      if (!(box.width > 0) || !(box.height > 0)) {
        svg.error("the svg's width and height must be above 0");
        return std::nullopt;
      }
    }
    const double scale = grid / std::max(box.width, box.height);
    return Affine{scale, 0, 0, scale, grid / 2 - box.mid_x() * scale, grid / 2 - box.mid_y() * scale};
  }

  /// Reads one element below the root.
  void walk(const SvgElement& element, const Affine& outer, const SvgStyle& inherited, int depth) {
    if (stopped_) return;
    if (++elements_ > most_elements) return stop(element, fmt::format("an icon may have {} elements at most", most_elements));
    if (depth > deepest) return stop(element, fmt::format("groups are nested more than {} deep", deepest));
    const std::string_view name = element.name();
    if (element.is_foreign() || name == "title" || name == "desc" || name == "metadata") return;
    if (name == "g" || name == "defs") {
      SvgStyle style = inherited;
      style.hidden |= name == "defs";
      return walk_children(element, outer, style, depth);
    }
    const std::optional<Path> path = path_of(element);
    if (!path) return refuse_element(element);
    refuse_attributes(element);
    draw(element, *path, outer * transform_of(element), style_of(element, inherited));
  }

  void walk_children(const SvgElement& element, const Affine& outer, const SvgStyle& inherited, int depth) {
    refuse_attributes(element);
    const Affine matrix = outer * transform_of(element);
    const SvgStyle style = style_of(element, inherited);
    for (const pugi::xml_node& child : element.node().children())
      if (child.type() == pugi::node_element) walk(SvgElement(child, source_, id_, report_), matrix, style, depth + 1);
  }

  void stop(const SvgElement& element, std::string message) {
    element.error(std::move(message));
    stopped_ = true;
  }

  Affine transform_of(const SvgElement& element) {
    const SvgTransform transform = read_svg_transform(element.text("transform"));
    if (transform.fault) element.error_at("transform", *transform.fault);
    return transform.matrix;
  }

  /// The shape in its own units; nothing where the element is not a shape.
  std::optional<Path> path_of(const SvgElement& e) {
    const std::string_view name = e.name();
    if (name == "path") {
      SvgPath read = read_svg_path(e.text("d"));
      if (read.fault) e.error_at("d", *read.fault);
      return std::move(read.path);
    }
    if (name == "rect") {
      const Rect box{e.number("x", 0), e.number("y", 0), e.size("width", 0), e.size("height", 0)};
      const double rx = e.size("rx", e.has("ry") ? e.size("ry", 0) : 0);
      return box.width > 0 && box.height > 0 ? svg_rect(box, rx, e.size("ry", rx)) : Path{};
    }
    if (name == "circle" || name == "ellipse") {
      const bool is_circle = name == "circle";
      const double rx = e.size(is_circle ? "r" : "rx", 0), ry = is_circle ? rx : e.size("ry", 0);
      const Point center{e.number("cx", 0), e.number("cy", 0)};
      return rx > 0 && ry > 0 ? svg_ellipse(center, rx, ry) : Path{};
    }
    if (name == "line") {
      const Point ends[] = {{e.number("x1", 0), e.number("y1", 0)}, {e.number("x2", 0), e.number("y2", 0)}};
      return svg_polyline(ends, false);
    }
    if (name == "polyline" || name == "polygon") {
      const SvgPoints read = read_svg_points(e.text("points"));
      if (read.fault) e.error_at("points", *read.fault);
      return svg_polyline(read.points, name == "polygon");
    }
    return std::nullopt;
  }

  void draw(const SvgElement& element, const Path& shape, const Affine& to_grid, const SvgStyle& style) {
    if (style.hidden || shape.empty() || !(style.fill || style.stroke)) return;
    segments_ += shape.elements.size();
    if (segments_ > most_segments) return stop(element, fmt::format("an icon may have {} segments at most", most_segments));
    const Path path = transformed(shape, to_grid);
    if (!is_near(element, path)) return;
    if (style.fill && element.name() != "line") {
      if (style.even_odd) {
        drawing_.parts.push_back({IconPart::Paint::fill, path, 0, style.fill_color});
      } else {
        for (Path& piece : split_for_even_odd(path))
          drawing_.parts.push_back({IconPart::Paint::fill, std::move(piece), 0, style.fill_color});
      }
    }
    if (style.stroke)
      draw_stroke(path, style.stroke_width ? std::optional(*style.stroke_width * scale_of(to_grid)) : std::nullopt, style.stroke_color);
  }

  void draw_stroke(Path path, std::optional<double> width, std::optional<Rgb> color) {
    if (width && !(*width > 1e-6)) return;  // width 0 paints nothing
    Path dots = take_dots(path, width.value_or(theme_width) / 2);
    if (!path.empty()) drawing_.parts.push_back({IconPart::Paint::stroke, std::move(path), std::min(width.value_or(0), grid), color});
    if (!dots.empty()) drawing_.parts.push_back({IconPart::Paint::fill, std::move(dots), 0, color});
  }

  bool is_near(const SvgElement& element, const Path& path) {
    const Rect box = control_box(path);
    // Written so that what is not a number fails, too.
    if (!(box.left() > -farthest && box.top() > -farthest && box.right() < farthest && box.bottom() < farthest)) {
      element.error("the shape lies far outside the view box");
      return false;
    }
    if (box.left() < -overhang || box.top() < -overhang || box.right() > grid + overhang || box.bottom() > grid + overhang)
      element.warning("the shape reaches out of the view box, which does not cut it off here");
    return true;
  }

  const Source& source_;
  SourceId id_;
  Report& report_;
  IconDrawing drawing_;
  std::size_t elements_ = 0, segments_ = 0;
  bool stopped_ = false;
};

}  // namespace

std::optional<IconDrawing> read_svg_icon(const SourceSet& sources, SourceId source, Report& report) {
  return SvgReader(sources.get(source), source, report).read();
}

}  // namespace drawplate
