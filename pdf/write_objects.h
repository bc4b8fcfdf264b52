// Objects → the bytes of a file, through PoDoFo: its spelling, its cross-reference table, its trailer. PoDoFo's page, font
// and painter classes are not used.
#pragma once

#include <string>

#include "base/result.h"
#include "pdf/objects.h"

namespace drawplate::pdf {

struct FileRoots {
  Ref catalog, pages;  ///< both are entries of the table
  Dict info;
};

/// Fails where PoDoFo does, with what it said.
[[nodiscard]] Result<std::string> write_objects(const ObjectTable& objects, const FileRoots& roots);

}  // namespace drawplate::pdf
