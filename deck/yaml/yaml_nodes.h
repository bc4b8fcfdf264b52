// Nodes, groups and the flow of the YAML form.
#pragma once

#include "deck/yaml/yaml_keys.h"

namespace drawplate {

/// The `nodes` of the diagram: a mapping by id, or a list of steps without a flow.
void read_nodes(Reading& reading, const YamlValue& nodes);

/// The `flow`: nodes, the edges that join them, and their numbers where `numbered`.
void read_flow(Reading& reading, const YamlValue& flow, bool numbered);

/// Adds an edge under the id made from its ends. False, with one error in all, where there are too many.
bool add_edge(Reading& reading, Edge edge);

}  // namespace drawplate
