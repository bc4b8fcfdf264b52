// Files in and out. Inputs are refused before they are read where they are too large; outputs appear whole or not at all.
// It knows nothing of diagrams.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/result.h"

namespace drawplate {

/// The whole file, or standard input for "-". The failure says why not ("no such file"), without the name.
[[nodiscard]] Result<std::string> read_whole_file(const std::string& path, std::size_t max_bytes);

struct FileContent {
  std::string path, bytes;
};

/// Writes all files or none: each beside its place first, flushed to the disk, then all renamed. What is no regular file (a
/// device, a pipe) is written straight. On failure earlier files are as they were and nothing is left beside them.
[[nodiscard]] Result<void> write_files(const std::vector<FileContent>& files);

/// Standard output, with a full disk noticed.
[[nodiscard]] Result<void> write_standard_output(const std::string& text);

}  // namespace drawplate
