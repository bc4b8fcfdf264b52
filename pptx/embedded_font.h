// The container of fonts in presentations: Embedded OpenType, neither compressed nor encrypted (W3C Member Submission
// "Embedded OpenType (EOT) File Format", 3.2). It knows nothing of what faces are used.
#pragma once

#include <string>
#include <string_view>

namespace drawplate {

/// `sfnt` with the header that names it; what the header repeats is read from the tables name, OS/2 and head.
std::string eot_of(std::string_view sfnt);

}  // namespace drawplate
