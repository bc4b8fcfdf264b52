// Edges and the wishes about places of the YAML form.
#pragma once

#include "deck/yaml/yaml_keys.h"

namespace drawplate {

/// The `edges`: a list of lines, each with a label or a mapping of keys, or of mappings with `from` and `to`.
void read_edges(Reading& reading, const YamlValue& edges);

/// The `layout`: wishes by kind, each a list of ids or several such lists.
void read_layout(Reading& reading, const YamlValue& layout);

}  // namespace drawplate
