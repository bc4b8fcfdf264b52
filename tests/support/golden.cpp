// Whole files, compared as text; what was got instead is left beside the temporary files.
#include "tests/support/golden.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace drawplate::test {
namespace {

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

std::size_t line_of_first_difference(std::string_view a, std::string_view b) {
  std::size_t line = 1;
  for (std::size_t i = 0; i < std::min(a.size(), b.size()) && a[i] == b[i]; ++i) line += a[i] == '\n';
  return line;
}

}  // namespace

std::string read_source_file(std::string_view path) {
  const std::filesystem::path full = std::filesystem::path(DRAWPLATE_SOURCE_DIR) / path;
  EXPECT_TRUE(std::filesystem::exists(full)) << full;
  return read_file(full);
}

void expect_golden(std::string_view name, std::string_view actual) {
  const std::filesystem::path path = std::filesystem::path(DRAWPLATE_SOURCE_DIR) / "tests/goldens" / name;
  const std::string expected = read_file(path);
  if (expected == actual) return;
  if (std::getenv("DRAWPLATE_ACCEPT")) {
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << actual;
    ADD_FAILURE() << "accepted " << name << "; run again without DRAWPLATE_ACCEPT";
    return;
  }
  const std::filesystem::path got = std::filesystem::temp_directory_path() / ("drawplate-" + path.filename().string() + ".got");
  std::ofstream(got, std::ios::binary) << actual;
  ADD_FAILURE() << name << " differs first in line " << line_of_first_difference(expected, actual) << "; see " << got;
}

}  // namespace drawplate::test
