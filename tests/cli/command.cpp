// The words are a script for the shell, whose streams go to files beside the folder.
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <system_error>

#include "tests/cli/command.h"

namespace drawplate::test {
namespace {

std::string content_of(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

}  // namespace

Workshop::Workshop() {
  std::string name = (std::filesystem::temp_directory_path() / "drawplate-test-XXXXXX").string();
  EXPECT_NE(::mkdtemp(name.data()), nullptr);
  folder_ = name;
  std::filesystem::create_directories(folder_ / "work");
  std::filesystem::create_directories(folder_ / "bin");
  std::filesystem::create_symlink(DRAWPLATE_BINARY, folder_ / "bin/drawplate");
  folder_ /= "work";
}

Workshop::~Workshop() {
  std::error_code ignored;
  std::filesystem::remove_all(folder_.parent_path(), ignored);
}

void Workshop::write(std::string_view name, std::string_view text) const {
  std::filesystem::create_directories((folder_ / name).parent_path());
  std::ofstream(folder_ / name, std::ios::binary) << text;
}

std::string Workshop::read(std::string_view name) const { return content_of(folder_ / name); }

std::vector<std::string> Workshop::files() const {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder_)) names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

Outcome Workshop::shell(const std::string& words) const {
  const std::string top = folder_.parent_path().string();
  std::ofstream(top + "/script") << "cd '" << folder_.string() << "' && PATH='" << top << "/bin':\"$PATH\"\n" << words << "\n";
  const int status = std::system(("bash '" + top + "/script' >'" + top + "/out' 2>'" + top + "/err' </dev/null").c_str());
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, content_of(top + "/out"), content_of(top + "/err")};
}

std::string source_path(std::string_view name) { return "'" + (std::filesystem::path(DRAWPLATE_SOURCE_DIR) / name).string() + "'"; }

}  // namespace drawplate::test
