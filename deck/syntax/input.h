// What every reader is given, and whether a text may be read at all. It knows no language.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.h"

namespace drawplate {

/// False, with an error, where no reader may see the text: too large, not UTF-8, or with characters XML cannot hold.
bool is_fit_to_read(const SourceSet& sources, SourceId source, Report& report);

/// Reads a text file that the document names at `origin`, relative to the source that holds `origin`, into the run's sources.
/// Nothing, with an error, where it cannot be read.
using ReadFile = std::function<std::optional<SourceId>(std::string_view name, Span origin)>;

/// What a document is read with besides its text.
struct Arguments {
  std::map<std::string, std::string, std::less<>> values;  ///< for `{name}` in texts; they win over the document's own
  ReadFile read_file{};                                    ///< without it each file that a document names is an error
};

}  // namespace drawplate
