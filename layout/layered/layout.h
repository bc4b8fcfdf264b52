// The door into the graph layout: a graph of sizes in, places out.
#pragma once

#include <memory>

#include "layout/layered/model/drawing.h"
#include "layout/layered/model/graph.h"

namespace drawplate {

namespace layered {
class Memory;
}

/// What a layout found out that others of the same diagram, at other sizes or turned otherwise, may take over.
class LayoutMemory {
 public:
  LayoutMemory();
  ~LayoutMemory();
  layered::Memory& parts() { return *parts_; }

 private:
  std::unique_ptr<layered::Memory> parts_;
};

/// Requires: indices in range, sizes finite and not negative, groups without cycles (asserted).
/// Ensures: no two nodes overlap; a group holds its members and nothing else; every line is axis-parallel, ends on the
/// outlines of its ends and passes through no node; labels touch no node, label or foreign line. Equal input, equal output,
/// whatever the memory holds.
Drawing layout_graph(const LayoutGraph& graph, LayoutMemory& memory);
Drawing layout_graph(const LayoutGraph& graph);

}  // namespace drawplate
