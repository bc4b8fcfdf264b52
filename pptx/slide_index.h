// What must be known of a slide before its first shape is written: shape ids, what connectors hold on to and where, which item
// is the title. It writes nothing.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "layout/page/page.h"
#include "pptx/drawing.h"

namespace drawplate {

/// An end of a connector as DrawingML names it.
struct ConnectionSite {
  int shape_id = 0;
  int index = 0;
  Point place;  ///< where readers expect the connector's end
};

class SlideIndex {
 public:
  static constexpr int tree_id = 1;   ///< p:spTree itself
  static constexpr int title_id = 2;  ///< a title placeholder that no item draws

  explicit SlideIndex(const Page& page);

  int shape_id(ItemId item) const;
  /// The site for a route's end; nothing where the glue names no shape of this page.
  std::optional<ConnectionSite> site(const Glue& glue, Point end) const;
  /// Not null where the shape is drawn as custom geometry, because its kind has no preset or its preset no site where a
  /// connector ends: the sites it needs besides the middles of its box.
  const std::vector<ShapeSite>* custom_sites(ItemId item) const;
  /// The item whose text is the slide's title.
  std::optional<ItemId> title() const { return title_; }
  /// Which placeholder an item may fill: of each kind the page's first, since a slide has each once.
  Placeholder placeholder(ItemId item) const;
  /// The first id that no item has.
  int first_free_id() const { return next_id_; }

 private:
  void add(const Item& item);
  void add_end(const Glue& glue, Point end);

  std::map<ItemId, int> ids_;
  std::map<ItemId, const Shape*> shapes_;
  std::map<ItemId, std::vector<ShapeSite>> custom_;
  std::optional<ItemId> title_;
  std::map<ItemId, Placeholder> placeholders_;
  int next_id_ = title_id + 1;
};

}  // namespace drawplate
