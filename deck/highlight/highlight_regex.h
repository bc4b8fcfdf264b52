// Regular expressions of grammars: the one room that sees PCRE2. A match costs a bounded number of steps, whatever the text.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace drawplate {

struct RegexMatch {
  std::vector<std::size_t> bounds;  ///< begin and end of the whole and of each group; npos where a group took no part
  std::size_t begin() const { return bounds[0]; }
  std::size_t end() const { return bounds[1]; }
};

class Regex {
 public:
  /// An expression that PCRE2 refuses never matches.
  explicit Regex(const std::string& pattern);

  /// The first match at `from` or later. Requires: `text` is UTF-8, `from` at a character's begin.
  bool search(std::string_view text, std::size_t from, RegexMatch& match) const;
  /// The number of the group with this name, or 0.
  std::size_t group(const std::string& name) const;

 private:
  struct Code;
  std::shared_ptr<const Code> code_;
};

}  // namespace drawplate
