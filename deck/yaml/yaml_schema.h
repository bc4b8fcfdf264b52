// The YAML form as a JSON Schema, for editors to complete and check.
#pragma once

#include <string>

namespace drawplate {

/// JSON Schema 2020-12 of exactly the keys that the reader knows, from the reader's own tables.
std::string yaml_schema();

}  // namespace drawplate
