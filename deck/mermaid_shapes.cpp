// See mermaid_shapes.h.
#include "deck/mermaid_shapes.h"

#include "deck/cursor.h"

namespace drawplate {
namespace {

constexpr MermaidBracket brackets[] = {
    {"(((", ")))", NodeShape::double_circle},
    {"((", "))", NodeShape::circle},
    {"([", "])", NodeShape::pill},
    {"(-", "-)", NodeShape::ellipse},
    {"[[", "]]", NodeShape::subroutine},
    {"[(", ")]", NodeShape::cylinder},
    {"[/", "/]", NodeShape::parallelogram},
    {"[/", "\\]", NodeShape::trapezoid},
    {"[\\", "\\]", NodeShape::parallelogram_back},
    {"[\\", "/]", NodeShape::trapezoid_inverted},
    {"{{", "}}", NodeShape::hexagon},
    {"(", ")", NodeShape::round},
    {"[", "]", NodeShape::card},
    {"{", "}", NodeShape::diamond},
    {">", "]", NodeShape::asymmetric},
};

struct ShapeName {
  std::string_view name;
  NodeShape shape;
};

constexpr ShapeName shape_names[] = {
    {"rect", NodeShape::card}, {"proc", NodeShape::card}, {"process", NodeShape::card}, {"rectangle", NodeShape::card},
    {"squareRect", NodeShape::card}, {"square", NodeShape::card},
    {"rounded", NodeShape::round}, {"event", NodeShape::round}, {"roundedRect", NodeShape::round}, {"round", NodeShape::round},
    {"stadium", NodeShape::pill}, {"terminal", NodeShape::pill}, {"pill", NodeShape::pill},
    {"fr-rect", NodeShape::subroutine}, {"subprocess", NodeShape::subroutine}, {"subproc", NodeShape::subroutine},
    {"framed-rectangle", NodeShape::subroutine}, {"subroutine", NodeShape::subroutine},
    {"cyl", NodeShape::cylinder}, {"db", NodeShape::cylinder}, {"database", NodeShape::cylinder}, {"cylinder", NodeShape::cylinder},
    {"datastore", NodeShape::cylinder}, {"data-store", NodeShape::cylinder},
    {"circle", NodeShape::circle}, {"circ", NodeShape::circle},
    {"ellipse", NodeShape::ellipse},
    {"diam", NodeShape::diamond}, {"decision", NodeShape::diamond}, {"diamond", NodeShape::diamond}, {"question", NodeShape::diamond},
    {"choice", NodeShape::diamond},
    {"hex", NodeShape::hexagon}, {"hexagon", NodeShape::hexagon}, {"prepare", NodeShape::hexagon},
    {"lean-r", NodeShape::parallelogram}, {"lean-right", NodeShape::parallelogram}, {"in-out", NodeShape::parallelogram},
    {"lean_right", NodeShape::parallelogram},
    {"lean-l", NodeShape::parallelogram_back}, {"lean-left", NodeShape::parallelogram_back}, {"out-in", NodeShape::parallelogram_back},
    {"lean_left", NodeShape::parallelogram_back},
    {"trap-b", NodeShape::trapezoid}, {"priority", NodeShape::trapezoid}, {"trapezoid-bottom", NodeShape::trapezoid},
    {"trapezoid", NodeShape::trapezoid},
    {"trap-t", NodeShape::trapezoid_inverted}, {"manual", NodeShape::trapezoid_inverted}, {"trapezoid-top", NodeShape::trapezoid_inverted},
    {"inv-trapezoid", NodeShape::trapezoid_inverted}, {"inv_trapezoid", NodeShape::trapezoid_inverted},
    {"dbl-circ", NodeShape::double_circle}, {"double-circle", NodeShape::double_circle}, {"doublecircle", NodeShape::double_circle},
    {"text", NodeShape::text}, {"labelRect", NodeShape::text},
    {"notch-rect", NodeShape::note}, {"card", NodeShape::note}, {"notched-rectangle", NodeShape::note},
    {"lin-rect", NodeShape::subroutine}, {"lined-rectangle", NodeShape::subroutine}, {"lined-process", NodeShape::subroutine},
    {"lin-proc", NodeShape::subroutine}, {"shaded-process", NodeShape::subroutine},
    {"sm-circ", NodeShape::dot}, {"start", NodeShape::dot}, {"small-circle", NodeShape::dot}, {"stateStart", NodeShape::dot},
    {"fr-circ", NodeShape::dot_ringed}, {"stop", NodeShape::dot_ringed}, {"framed-circle", NodeShape::dot_ringed},
    {"stateEnd", NodeShape::dot_ringed},
    {"f-circ", NodeShape::dot}, {"junction", NodeShape::dot}, {"filled-circle", NodeShape::dot},
    {"fork", NodeShape::bar}, {"join", NodeShape::bar}, {"forkJoin", NodeShape::bar},
    {"hourglass", NodeShape::diamond}, {"collate", NodeShape::diamond},
    {"brace", NodeShape::brace}, {"comment", NodeShape::brace}, {"brace-l", NodeShape::brace},
    {"brace-r", NodeShape::brace}, {"braces", NodeShape::brace},
    {"bolt", NodeShape::round}, {"com-link", NodeShape::round}, {"lightning-bolt", NodeShape::round},
    {"doc", NodeShape::document}, {"document", NodeShape::document},
    {"lin-doc", NodeShape::document}, {"lined-document", NodeShape::document},
    {"tag-doc", NodeShape::document}, {"tagged-document", NodeShape::document},
    {"docs", NodeShape::documents}, {"documents", NodeShape::documents}, {"st-doc", NodeShape::documents},
    {"stacked-document", NodeShape::documents},
    {"st-rect", NodeShape::documents}, {"procs", NodeShape::documents}, {"processes", NodeShape::documents}, {"stacked-rectangle", NodeShape::documents},
    {"delay", NodeShape::pill}, {"half-rounded-rectangle", NodeShape::pill},
    {"h-cyl", NodeShape::cylinder_lying}, {"das", NodeShape::cylinder_lying}, {"horizontal-cylinder", NodeShape::cylinder_lying},
    {"lin-cyl", NodeShape::cylinder}, {"disk", NodeShape::cylinder}, {"lined-cylinder", NodeShape::cylinder},
    {"curv-trap", NodeShape::pill}, {"curved-trapezoid", NodeShape::pill}, {"display", NodeShape::pill},
    {"div-rect", NodeShape::rect}, {"div-proc", NodeShape::rect}, {"divided-rectangle", NodeShape::rect},
    {"divided-process", NodeShape::rect},
    {"win-pane", NodeShape::rect}, {"internal-storage", NodeShape::rect}, {"window-pane", NodeShape::rect},
    {"tri", NodeShape::triangle}, {"extract", NodeShape::triangle}, {"triangle", NodeShape::triangle},
    {"flip-tri", NodeShape::triangle_inverted}, {"manual-file", NodeShape::triangle_inverted},
    {"flipped-triangle", NodeShape::triangle_inverted},
    {"notch-pent", NodeShape::house}, {"loop-limit", NodeShape::house}, {"notched-pentagon", NodeShape::house},
    {"sl-rect", NodeShape::trapezoid}, {"manual-input", NodeShape::trapezoid}, {"sloped-rectangle", NodeShape::trapezoid},
    {"bow-rect", NodeShape::cylinder_lying}, {"stored-data", NodeShape::cylinder_lying}, {"bow-tie-rectangle", NodeShape::cylinder_lying},
    {"cross-circ", NodeShape::circle}, {"summary", NodeShape::circle}, {"crossed-circle", NodeShape::circle},
    {"tag-rect", NodeShape::rect}, {"tagged-rectangle", NodeShape::rect}, {"tag-proc", NodeShape::rect}, {"tagged-process", NodeShape::rect},
    {"flag", NodeShape::document}, {"paper-tape", NodeShape::document},
    {"odd", NodeShape::asymmetric}, {"rect_left_inv_arrow", NodeShape::asymmetric},
    {"bang", NodeShape::octagon}, {"cloud", NodeShape::cloud},
    {"note", NodeShape::note}, {"icon", NodeShape::card}, {"anchor", NodeShape::dot},
};

}  // namespace

std::span<const MermaidBracket> mermaid_brackets() { return brackets; }

std::optional<NodeShape> find_mermaid_shape(std::string_view name) {
  for (const ShapeName& known : shape_names) {
    if (equals_ignoring_case(known.name, name)) return known.shape;
  }
  return std::nullopt;
}

std::vector<std::string_view> mermaid_shape_names() {
  std::vector<std::string_view> names;
  for (const ShapeName& known : shape_names) names.push_back(known.name);
  return names;
}

}  // namespace drawplate
