// What must hold of every laid out diagram, whatever its content: checked from the page's own map, as a reader would see it.
#pragma once

#include <string>
#include <vector>

#include "layout/page/page.h"

namespace drawplate::test {

/// One sentence for every law broken: nothing leaves the page, things do not overlap, members lie in their panels, lines pass
/// through nothing that is not their end, labels touch nothing, text stays in its shape.
std::vector<std::string> broken_laws(const Page& page, const Diagram& diagram);

}  // namespace drawplate::test
