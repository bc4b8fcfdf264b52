// See write_names.h.
#include "pptx/write_names.h"

namespace drawplate {

ShapeNames names_of(const SlideScope& scope, const Item& item, std::string_view kind) {
  ShapeNames names{scope.index.shape_id(item.id), item.name, item.alt, item.link, item.role == Role::decoration || item.role == Role::port};
  if (names.name.empty()) names.name = std::string(kind) + " " + std::to_string(names.id);
  if (names.decorative) names.alt.clear();
  return names;
}

ShapeNames spoken_names_of(const SlideScope& scope, const Item& item, std::string_view kind) {
  ShapeNames names = names_of(scope, item, kind);
  if (names.alt.empty() && !names.decorative) names.alt = names.name;
  return names;
}

void write_names(SlideScope& scope, const ShapeNames& names) {
  XmlAttributes attributes = {{"id", names.id}, {"name", names.name}};
  if (!names.alt.empty()) attributes.push_back({"descr", names.alt});
  const auto element = scope.xml.element("p:cNvPr", attributes);
  if (!names.link.empty()) write_link(scope.xml, scope.text.link(names.link));
  if (!names.decorative) return;
  const auto list = scope.xml.element("a:extLst");
  const auto extension = scope.xml.element("a:ext", {{"uri", "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"}});
  scope.xml.leaf("adec:decorative", {{"xmlns:adec", "http://schemas.microsoft.com/office/drawing/2017/decorative"}, {"val", 1}});
}

}  // namespace drawplate
