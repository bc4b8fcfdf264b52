// What must be known of a slide before its first shape is written: shape ids, what connectors hold on to, which item is the
// title. It writes nothing.
#pragma once

#include <map>
#include <optional>
#include <set>

#include "layout/page.h"

namespace drawplate {

/// An end of a connector as DrawingML names it.
struct ConnectionSite {
  int shape_id = 0;
  int index = 0;
};

class SlideIndex {
 public:
  static constexpr int tree_id = 1;   ///< p:spTree itself
  static constexpr int title_id = 2;  ///< a title placeholder that no item draws

  explicit SlideIndex(const Page& page);

  int shape_id(ItemId item) const;
  /// Nothing where the glue names no shape of this page.
  std::optional<ConnectionSite> site(const Glue& glue) const;
  /// True where a connector holds on to a place at which the shape's preset has no site: the shape is drawn as custom geometry,
  /// which has one.
  bool needs_custom_sites(ItemId item) const { return custom_.contains(item); }
  /// The item whose text is the slide's title.
  std::optional<ItemId> title() const { return title_; }
  /// The first id that no item has.
  int first_free_id() const { return next_id_; }

 private:
  void add(const Item& item);

  std::map<ItemId, int> ids_;
  std::map<ItemId, const Shape*> shapes_;
  std::set<ItemId> custom_;
  std::optional<ItemId> title_;
  int next_id_ = title_id + 1;
};

}  // namespace drawplate
