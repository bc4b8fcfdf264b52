// What one layout of a part found out and the next may take over: its layers and their orders, which depend on no size, and
// whole drawings of parts that are the same in everything. It decides nothing.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "layout/layered/layering/cycles.h"
#include "layout/layered/layering/layers.h"
#include "layout/layered/model/layered.h"

namespace drawplate::layered {

/// A part after the phases that see no sizes.
struct Ordered {
  std::vector<Run> runs;
  Layering layering;
  std::vector<std::vector<int>> layers;  ///< items by place
};

/// A part as it was drawn, with the choices that this came to.
struct DrawnPart {
  Flat flat;
  LayoutVariant asked;
  FlatDrawing drawing;
};

/// Whether two variants give the same drawing, as far as the choices in `asked` go.
bool agree(const LayoutVariant& a, const LayoutVariant& b, const LayoutVariant& asked);
void add_asked(LayoutVariant& asked, const LayoutVariant& more);

/// Kept for as long as one diagram is laid out at several sizes and in several ways.
class Memory {
 public:
  /// Numbers that are equal for two parts if the phases up to the order of the layers see no difference between them.
  using Structure = std::vector<double>;
  static Structure structure_of(const Flat& flat);

  const Ordered* find(const Structure& structure) const;
  const Ordered* keep(Structure structure, Ordered ordered);

 private:
  std::map<Structure, Ordered> ordered_;
};

/// Kept for as long as one graph of fixed sizes is laid out as several variants.
class PartStore {
 public:
  const DrawnPart* find(const Flat& flat) const;
  void keep(const Flat& flat, const LayoutVariant& asked, const FlatDrawing& drawing) { parts_.push_back({flat, asked, drawing}); }

 private:
  std::vector<DrawnPart> parts_;
};

}  // namespace drawplate::layered
