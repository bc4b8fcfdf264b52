// A face as a file that office programs embed in presentations: static TrueType outlines, whole Latin, and the characters that
// were used. It knows nothing of the container they put it in.
#pragma once

#include <optional>
#include <set>
#include <string>

#include "base/result.h"
#include "fonts/face.h"

namespace drawplate {

/// Why a presentation may not embed the face, or nothing. OS/2 fsType must allow editing: a face for viewing and printing only
/// would lock the whole presentation (OpenType, OS/2, "Embedding permissions"; ECMA-376 part 1, 15.2.13).
std::optional<std::string> why_not_in_office(const Face& face);

/// The face under its legacy names, with these characters, Latin and common punctuation. Axes are pinned where the face is,
/// PostScript outlines become TrueType ones, hints are dropped, layout rules are kept as far as these characters need them.
[[nodiscard]] Result<std::string> office_face(const Face& face, const std::set<char32_t>& characters);

}  // namespace drawplate
