// See write_item.h.
#include "pptx/write_item.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "base/overloaded.h"
#include "layout/page/bounds.h"
#include "layout/page/connector_path.h"
#include "layout/page/page_walk.h"
#include "pptx/drawing.h"
#include "pptx/shape_parts.h"
#include "pptx/text_frame.h"
#include "pptx/write_connector.h"
#include "pptx/write_formula.h"
#include "pptx/write_freeform.h"
#include "pptx/write_names.h"
#include "pptx/write_picture.h"
#include "pptx/write_shape.h"
#include "pptx/write_table.h"

namespace drawplate {
namespace {

/// The box of what is written for an item: of text its frame. Nothing where nothing is written.
std::optional<Rect> written_box(const Item& item) {
  using Box = std::optional<Rect>;
  return joined_box(item, Overloaded{[](const TextBlock& block) -> Box { return frame_alone(block).box; },
                                     [](const Connector& connector) -> Box {
                                       if (connector.route.size() < 2) return std::nullopt;
                                       return control_box(connector_path(connector));
                                     },
                                     [](const Freeform& freeform) -> Box { return is_blank(freeform) ? std::nullopt : Box(freeform.box); },
                                     [](const OneOf<Shape, Picture, TableGrid, Formula> auto& boxed) -> Box { return boxed.box; }});
}

/// Office links no groups: the first shape that has no link of its own takes the group's.
std::vector<Item> with_group_link(std::vector<Item> items, const std::string& link) {
  const auto first =
      std::find_if(items.begin(), items.end(), [](const Item& i) { return std::holds_alternative<Shape>(i.what) && i.link.empty(); });
  if (first != items.end()) first->link = link;
  return items;
}

bool has_later_steps(const std::vector<Item>& items) {
  return std::ranges::any_of(items, [](const Item& item) {
    const auto* members = members_of(item);
    return item.step > 0 || (members && has_later_steps(*members));
  });
}

void write_group(SlideScope& scope, const Item& item, const ItemGroup& group) {
  const auto box = written_box(item);
  if (!box) return;  // Office keeps no empty groups
  const auto element = scope.xml.element("p:grpSp");
  ShapeNames names = spoken_names_of(scope, item, "Group");
  names.link.clear();
  write_group_head(scope, names, solid_frame(*box));
  write_items(scope, item.link.empty() ? group.items : with_group_link(group.items, item.link));
}

/// What of the item appears at a click.
void note_builds(SlideScope& scope, const Item& item) {
  const int id = scope.index.shape_id(item.id);
  const TextBlock* text = text_of(item);
  if (item.step > 0) scope.builds.push_back({item.step, id, {}, text != nullptr});
  if (!text) return;
  for (std::size_t i = 0; i < text->paragraphs.size(); ++i) {
    const int step = text->paragraphs[i].step, place = static_cast<int>(i);
    if (step <= item.step) continue;
    BuildTarget* last = scope.builds.empty() ? nullptr : &scope.builds.back();
    if (last && last->shape_id == id && last->step == step && last->paragraphs && last->paragraphs->second + 1 == place)
      last->paragraphs->second = place;
    else
      scope.builds.push_back({step, id, std::pair{place, place}, true});
  }
}

/// One writing of an item, with its text's formulas in the form that the scope says; a formula that stands alone comes in both.
void write_one(SlideScope& scope, const Item& item) {
  std::visit(Overloaded{[&](const Shape& shape) { write_shape(scope, item, shape); },
                        [&](const TextBlock& block) { write_text_box(scope, item, block); },
                        [&](const Freeform& freeform) { write_freeform(scope, item, freeform); },
                        [&](const Connector& connector) { write_connector(scope, item, connector); },
                        [&](const ItemGroup& group) { write_group(scope, item, group); },
                        [&](const Picture& picture) { write_picture(scope, item, picture); },
                        [&](const TableGrid& table) { write_table(scope, item, table); },
                        [&](const Formula& formula) {
                          write_choice(
                              scope.xml, [&] { write_native_formula(scope, item, formula); },
                              [&] { write_drawn_formula(scope, item, formula); });
                        }},
             item.what);
}

void write_item(SlideScope& scope, const Item& item) {
  if (!written_box(item)) return;
  const auto* members = members_of(item);
  if (members && has_later_steps(*members)) {  // Office cannot animate a group's members: they stand alone
    for (Item member : *members) {
      member.step = std::max(member.step, item.step);
      write_item(scope, member);
    }
    return;
  }
  note_builds(scope, item);
  if (!has_formulas(item)) return write_one(scope, item);
  const auto with_math = [&] {
    scope.text.office_math = true;
    write_one(scope, item);
    scope.text.office_math = false;
  };
  const auto with_drawings = [&] {
    write_one(scope, item);
    write_drawn_formulas(scope, item);
  };
  write_choice(scope.xml, with_math, with_drawings);
}

}  // namespace

void write_items(SlideScope& scope, const std::vector<Item>& items) {
  for (const Item& item : items) write_item(scope, item);
}

}  // namespace drawplate
