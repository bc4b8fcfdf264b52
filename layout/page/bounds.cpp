// See bounds.h.
#include "layout/page/bounds.h"

namespace drawplate {
namespace {

Rect box_of_route(const Connector& connector) {
  Path path;
  for (const Point& p : connector.route) path.line_to(p);
  return control_box(path);
}

/// Adds what an item shows to a box.
class InkBox {
 public:
  void add(const Item& item) {
    std::visit(Overloaded{[&](const Shape& shape) { add(grown_by(shape.box, shape.stroke ? shape.stroke->width / 2 : 0)); },
                          [&](const Connector& connector) {
                            for (const Point p : connector.route) add(grown_by({p.x, p.y, 0, 0}, connector.stroke.width / 2));
                          },
                          [&](const TextBlock& block) { add(block); },
                          [&](const ItemGroup& group) {
                            for (const Item& member : group.items) add(member);
                          },
                          [&](const OneOf<Freeform, Picture, TableGrid, Formula> auto& boxed) { add(boxed.box); }},
               item.what);
  }
  const std::optional<Rect>& box() const { return box_; }

 private:
  void add(const Rect& box) { box_ = union_of(box_, box); }
  void add(const TextBlock& block) {
    constexpr double above_baseline = 0.75;  // of a line's height: about where its tallest letters end
    for (const Paragraph& paragraph : block.paragraphs)
      for (const Line& line : paragraph.lines)
        add(Rect{line.left, line.baseline - paragraph.line_height * above_baseline, line.width, paragraph.line_height});
  }

  std::optional<Rect> box_;
};

}  // namespace

std::optional<Rect> union_of(const std::optional<Rect>& a, const std::optional<Rect>& b) {
  if (!a || !b) return a ? a : b;
  return union_of(*a, *b);
}

std::optional<Rect> bounds_of(const Item& item) {
  using Box = std::optional<Rect>;
  return joined_box(
      item, Overloaded{[](const Connector& connector) -> Box { return box_of_route(connector); },
                       [](const OneOf<Shape, TextBlock, Freeform, Picture, TableGrid, Formula> auto& boxed) -> Box { return boxed.box; }});
}

std::optional<Rect> ink_bounds_of(const std::vector<Item>& items) {
  InkBox box;
  for (const Item& item : items) box.add(item);
  return box.box();
}

}  // namespace drawplate
