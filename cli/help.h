// What --help says: it teaches by examples first, then lists every option.
#pragma once

#include <string>

namespace drawplate {

/// Whole lines.
std::string help_text();

}  // namespace drawplate
