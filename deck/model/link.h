// Targets of links: which of them a document may hold, and which lead somewhere wherever the document lies.
#pragma once

#include <string_view>

namespace drawplate {

/// True for targets without a scheme and for http, https and mailto: nothing that could run a program.
bool is_safe_link(std::string_view target);

/// True where the target begins with a scheme. All others lead from the place where the document lies.
bool is_absolute_link(std::string_view target);

}  // namespace drawplate
