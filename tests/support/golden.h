// Compares text with a file under tests/goldens. With DRAWPLATE_ACCEPT=1 in the environment the file is written instead,
// and the test fails once so that acceptance is never mistaken for a pass; CI never sets it.
#pragma once

#include <string>
#include <string_view>

namespace drawplate::test {

/// Whole text of a file of the source tree ("samples/hybrid-cache.yaml"); fails the test where there is none.
std::string read_source_file(std::string_view path);
/// Compares with tests/goldens/<name>, showing the first line that differs.
void expect_golden(std::string_view name, std::string_view actual);

}  // namespace drawplate::test
