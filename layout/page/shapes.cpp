// See shapes.h. Sites and text rectangles are those of presetShapeDefinitions (ECMA-376 part 1, annex).
#include "layout/page/shapes.h"

#include <algorithm>
#include <cassert>

#include "deck/model/vocabulary.h"
#include "layout/page/outline.h"

namespace drawplate {
namespace {

template <Path (*outline_in)(Rect)>
Path sharp(Rect box, Pt) {
  return outline_in(box);
}

Path ellipse(Rect box, Pt) { return ellipse_in(box); }

Pt short_side(Rect box) { return std::min(box.width, box.height); }

// ---- text rectangles of presets

Rect inset(Rect box, double left, double top, double right, double bottom) { return shrunk_by(box, {left, top, right, bottom}); }

Rect fraction(Rect b, double left, double top, double right, double bottom) {
  return inset(b, b.width * left, b.height * top, b.width * right, b.height * bottom);
}

Rect round_rect_text(Rect b, Pt radius) {
  const Pt cut = std::clamp(radius, 0.0, short_side(b) / 2) * 0.29289;
  return inset(b, cut, cut, cut, cut);
}

Rect hexagon_text(Rect b, Pt) {
  const double share = (1 + short_side(b) / b.width) / 12;  // il of the preset at adj 25000
  return fraction(b, share, share, share, share);
}

Rect octagon_text(Rect b, Pt) {
  const Pt cut = short_side(b) * 0.146445;
  return inset(b, cut, cut, cut, cut);
}

Rect parallelogram_text(Rect b, Pt) {
  const double share = (1 + 5 * 0.25 * short_side(b) / b.width) / 12;
  return fraction(b, share, share, share, share);
}

Rect trapezoid_text(Rect b, Pt) {
  const double share = 0.5 * short_side(b) / b.width / 3;  // wd3 × a / maxAdj
  return fraction(b, share, share, share, 0);
}

Rect drum_text(Rect b, Pt) { return fraction(b, 1.0 / 6, 0, 1.0 / 3, 0); }

// ---- shapes

// A diamond flatter than half its width reads as a crushed box; its text wraps early, into the wide middle.
constexpr double diamond_slope = 0.5;
constexpr Em diamond_line = 9;
constexpr Pt actor_height = 80;  // of a figure and the words below it: any smaller is a stick

constexpr std::array<std::int8_t, 4> usual_sites = {0, 3, 2, 1}, no_sites = {-1, -1, -1, -1};  // by Side: top, right, bottom, left

constexpr std::array rows = {
    ShapeRow{.kind = ShapeKind::rect,
             .name = "rect",
             .outline = sharp<outline::rectangle>,
             .fills_sides = true,
             .preset = {"rect", usual_sites}},
    ShapeRow{.kind = ShapeKind::round_rect,
             .name = "round_rect",
             .outline = rounded_rect,
             .fills_sides = true,
             .preset = {"roundRect", usual_sites, round_rect_text}},
    ShapeRow{.kind = ShapeKind::ellipse,
             .name = "ellipse",
             .outline = ellipse,
             .room = {0.7071, 0.7071, 0.1464, 0.1464},
             .contour = Contour::ellipse,
             .fills_sides = true,
             .preset = {"ellipse", {0, 6, 4, 2}, [](Rect b, Pt) { return fraction(b, 0.146447, 0.146447, 0.146447, 0.146447); }}},
    ShapeRow{.kind = ShapeKind::diamond,
             .name = "diamond",
             .outline = sharp<outline::diamond>,
             .room = {0.56, 0.44, 0.22, 0.28, 0, diamond_slope, diamond_line},
             .contour = Contour::diamond,
             .fills_sides = true,
             .preset = {"diamond", usual_sites, [](Rect b, Pt) { return fraction(b, 0.25, 0.25, 0.25, 0.25); }}},
    ShapeRow{.kind = ShapeKind::hexagon,
             .name = "hexagon",
             .outline = sharp<outline::hexagon>,
             .room = {.shoulder = 0.25},
             .fills_sides = true,
             .preset = {"hexagon", {-1, 0, -1, 3}, hexagon_text}},
    ShapeRow{.kind = ShapeKind::octagon,
             .name = "octagon",
             .outline = sharp<outline::octagon>,
             .room = {0.9, 0.9, 0.05, 0.05},
             .fills_sides = true,
             .preset = {"octagon", no_sites, octagon_text}},
    ShapeRow{.kind = ShapeKind::parallelogram,
             .name = "parallelogram",
             .outline = sharp<outline::parallelogram>,
             .room = {.shoulder = 0.25},
             .preset = {"parallelogram", no_sites, parallelogram_text}},
    ShapeRow{.kind = ShapeKind::parallelogram_back,
             .name = "parallelogram_back",
             .outline = sharp<outline::parallelogram_back>,
             .room = {.shoulder = 0.25},
             .preset = {"parallelogram", no_sites, parallelogram_text, true}},
    ShapeRow{.kind = ShapeKind::trapezoid,
             .name = "trapezoid",
             .outline = sharp<outline::trapezoid>,
             .room = {.shoulder = 0.25},
             .preset = {"trapezoid", {0, -1, 2, -1}, trapezoid_text}},
    ShapeRow{.kind = ShapeKind::trapezoid_inverted,
             .name = "trapezoid_inverted",
             .outline = sharp<outline::trapezoid_inverted>,
             .room = {.shoulder = 0.25}},
    ShapeRow{.kind = ShapeKind::triangle,
             .name = "triangle",
             .outline = sharp<outline::triangle>,
             .room = {0.5, 0.46, 0.25, 0.5},
             .preset = {"triangle", {0, -1, 3, -1}, [](Rect b, Pt) { return fraction(b, 0.25, 0.5, 0.25, 0); }}},
    ShapeRow{.kind = ShapeKind::triangle_inverted,
             .name = "triangle_inverted",
             .outline = sharp<outline::triangle_inverted>,
             .room = {0.5, 0.46, 0.25, 0.04}},
    ShapeRow{.kind = ShapeKind::cylinder,
             .name = "cylinder",
             .outline = sharp<outline::cylinder>,
             .details = outline::cylinder_lid,
             .room = {1, 0.66, 0, 0.28},
             .fills_sides = true,
             .preset = {"can", {1, 4, 3, 2}, [](Rect b, Pt) { return inset(b, 0, short_side(b) * 0.25, 0, short_side(b) * 0.125); }}},
    ShapeRow{.kind = ShapeKind::cylinder_lying,
             .name = "cylinder_lying",
             .outline = sharp<outline::drum>,
             .details = outline::drum_lid,
             .room = {0.5, 1, 0.1667},
             .preset = {"flowChartMagneticDrum", {0, 4, 2, 1}, drum_text}},
    ShapeRow{.kind = ShapeKind::document,
             .name = "document",
             .outline = sharp<outline::document>,
             .room = {1, 0.78, 0, 0.02},
             .preset = {"flowChartDocument", {0, 3, -1, 1}, [](Rect b, Pt) { return fraction(b, 0, 0, 0, 1 - 17322.0 / 21600); }}},
    ShapeRow{.kind = ShapeKind::documents,
             .name = "documents",
             .outline = sharp<outline::documents>,
             .details = outline::documents_edges,
             .room = {0.84, 0.66, 0, 0.18},
             .preset = {"flowChartMultidocument",
                        {-1, 3, -1, 1},
                        [](Rect b, Pt) { return fraction(b, 0, 3675.0 / 21600, 1 - 18595.0 / 21600, 1 - 20782.0 / 21600); }}},
    ShapeRow{.kind = ShapeKind::queue,
             .name = "queue",
             .outline = sharp<outline::drum>,
             .details = outline::drum_lid,
             .room = {0.5, 1, 0.1667},
             .preset = {"flowChartMagneticDrum", {0, 4, 2, 1}, drum_text}},
    ShapeRow{.kind = ShapeKind::cloud,
             .name = "cloud",
             .outline = sharp<outline::cloud>,
             .room = {0.66, 0.56, 0.17, 0.22},
             .preset = {"cloud", no_sites,
                        [](Rect b, Pt) { return fraction(b, 2977.0 / 21600, 3262.0 / 21600, 1 - 17087.0 / 21600, 1 - 17337.0 / 21600); }}},
    ShapeRow{.kind = ShapeKind::actor,
             .name = "actor",
             .outline = sharp<outline::actor_head>,
             .details = outline::actor_body,
             .room = {1, 0.36, 0, 0.64, 0, 0, 0, actor_height}},
    ShapeRow{.kind = ShapeKind::note,
             .name = "note",
             .outline = sharp<outline::note>,
             .details = outline::note_fold,
             .room = {1, 0.84},
             .fills_sides = true,
             .preset = {"foldedCorner", usual_sites, [](Rect b, Pt) { return inset(b, 0, 0, 0, short_side(b) * 0.16667); }}},
    ShapeRow{.kind = ShapeKind::subroutine,
             .name = "subroutine",
             .outline = sharp<outline::rectangle>,
             .details = outline::subroutine_bars,
             .room = {0.74, 1, 0.13},
             .fills_sides = true,
             .preset = {"flowChartPredefinedProcess", usual_sites, [](Rect b, Pt) { return fraction(b, 0.125, 0, 0.125, 0); }}},
    ShapeRow{.kind = ShapeKind::tag,
             .name = "tag",
             .outline = sharp<outline::tag>,
             .room = {.shoulder = 0.25},
             .preset = {"homePlate", {-1, 3, -1, 1}, [](Rect b, Pt) { return inset(b, 0, 0, short_side(b) * 0.25, 0); }}},
    ShapeRow{.kind = ShapeKind::asymmetric, .name = "asymmetric", .outline = sharp<outline::asymmetric>, .room = {.shoulder = 0.25}},
    ShapeRow{.kind = ShapeKind::folder, .name = "folder", .outline = sharp<outline::folder>, .room = {1, 0.8, 0, 0.18}},
    ShapeRow{.kind = ShapeKind::component,
             .name = "component",
             .outline = sharp<outline::component>,
             .details = outline::component_lugs,
             .room = {0.8, 1, 0.16}},
    ShapeRow{.kind = ShapeKind::house, .name = "house", .outline = sharp<outline::house>, .room = {1, 0.76, 0, 0.22}},
};
static_assert(std::ranges::all_of(rows, [](const ShapeRow& row) { return &row == &rows[static_cast<std::size_t>(row.kind)]; }));

// ---- nodes

constexpr TextRoom ellipse_room = rows[static_cast<std::size_t>(ShapeKind::ellipse)].room;

constexpr std::array own_forms = {
    NodeForm{.shape = NodeShape::card, .kind = ShapeKind::round_rect, .fills_box = true},
    NodeForm{.shape = NodeShape::rect, .kind = ShapeKind::round_rect, .fills_box = true},
    NodeForm{.shape = NodeShape::round, .kind = ShapeKind::round_rect, .corners = Corners::rounded, .fills_box = true},
    NodeForm{.shape = NodeShape::pill, .kind = ShapeKind::round_rect, .room = {.shoulder = 0.2}, .corners = Corners::full},
    NodeForm{.shape = NodeShape::circle, .kind = ShapeKind::ellipse, .room = ellipse_room, .square = true},
    NodeForm{
        .shape = NodeShape::double_circle, .kind = ShapeKind::ellipse, .room = {0.66, 0.66, 0.17, 0.17}, .square = true, .ringed = true},
    NodeForm{.shape = NodeShape::text, .kind = ShapeKind::rect, .body = NodeBody::bare},
    NodeForm{.shape = NodeShape::brace, .kind = ShapeKind::rect, .body = NodeBody::bare},
    NodeForm{.shape = NodeShape::bar, .kind = ShapeKind::rect, .body = NodeBody::mark, .size = {64, 6}},
    NodeForm{.shape = NodeShape::dot, .kind = ShapeKind::ellipse, .body = NodeBody::mark, .size = {16, 16}, .square = true},
    NodeForm{.shape = NodeShape::dot_ringed,
             .kind = ShapeKind::ellipse,
             .body = NodeBody::mark,
             .size = {16, 16},
             .square = true,
             .ringed = true},
    NodeForm{.shape = NodeShape::table, .kind = ShapeKind::rect},
};

consteval std::array<NodeForm, shape_names.size()> forms_of_all() {
  std::array<NodeForm, shape_names.size()> forms{};
  for (std::size_t i = 0; i < forms.size(); ++i) {
    const auto shape = static_cast<NodeShape>(i);
    const auto own = std::ranges::find(own_forms, shape, &NodeForm::shape);
    const auto row = std::ranges::find(rows, shape_names[i], &ShapeRow::name);
    if (own == own_forms.end() && row == rows.end()) throw "a shape of the deck's vocabulary has no row of its name and no form of its own";
    forms[i] = own != own_forms.end() ? *own : NodeForm{.shape = shape, .kind = row->kind, .room = row->room};
  }
  return forms;
}

constexpr std::array forms = forms_of_all();

}  // namespace

std::span<const ShapeRow> shape_rows() { return rows; }

const ShapeRow& shape_row(ShapeKind kind) {
  assert(static_cast<std::size_t>(kind) < rows.size());
  return rows[static_cast<std::size_t>(kind)];
}

Path shape_outline(ShapeKind kind, Rect box, Pt radius) { return shape_row(kind).outline(box, radius); }

Path shape_details(ShapeKind kind, Rect box) {
  const ShapeRow& row = shape_row(kind);
  return row.details ? row.details(box) : Path{};
}

const PresetShape* find_preset(ShapeKind kind) {
  const PresetShape& preset = shape_row(kind).preset;
  return preset.name.empty() ? nullptr : &preset;
}

Rect text_rectangle(ShapeKind kind, Rect box, Pt radius) {
  const PresetShape* preset = find_preset(kind);
  return preset && preset->text && short_side(box) > 0 ? preset->text(box, radius) : box;
}

const NodeForm& node_form(NodeShape shape) { return forms[static_cast<std::size_t>(shape)]; }

}  // namespace drawplate
