// Runs another program and gives back what it prints.
#pragma once

#include <string>

namespace drawplate::test {

/// Standard output of a shell command; a test failure where it cannot be run or ends badly.
std::string output_of(const std::string& command);

/// A file under the system's folder for such, gone with this object.
class TemporaryFile {
 public:
  TemporaryFile(const std::string& suffix, const std::string& bytes);
  ~TemporaryFile();
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

/// In single quotes, for a shell.
std::string quoted(const std::string& word);

}  // namespace drawplate::test
