// Runs the program as a user would: in a folder of its own, with its three streams and its exit status.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace drawplate::test {

struct Outcome {
  int status = -1;
  std::string out, err;
};

/// A fresh folder that is removed with everything in it.
class Workshop {
 public:
  Workshop();
  ~Workshop();
  Workshop(const Workshop&) = delete;
  Workshop& operator=(const Workshop&) = delete;

  std::filesystem::path path(std::string_view name) const { return folder_ / name; }
  void write(std::string_view name, std::string_view text) const;
  std::string read(std::string_view name) const;
  bool has(std::string_view name) const { return std::filesystem::exists(folder_ / name); }
  /// Names of all files, sorted.
  std::vector<std::string> files() const;
  /// `words` go through the shell, with `drawplate` standing for the program: pipes and variables work as written.
  Outcome shell(const std::string& words) const;
  Outcome run(const std::string& words) const { return shell("drawplate " + words); }

 private:
  std::filesystem::path folder_;
};

/// Absolute path of a file of the source tree, ready for the shell.
std::string source_path(std::string_view name);

/// A diagram that every test may use: two cards and an arrow.
inline constexpr std::string_view small_diagram = "title: Small\nflow:\n  - one: First\n  - two: Second\n";

}  // namespace drawplate::test
