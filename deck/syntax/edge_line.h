// "a -> b & c -- d": an edge line taken apart. It knows no diagram: ids are words with their places.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace drawplate {

struct EdgeLine {
  enum class Operator : std::uint8_t { forward, backward, both, plain };  // ->  <-  <->  --

  /// Bytes [begin, end) of the line, quotes included.
  struct Word {
    std::string id;
    std::size_t begin = 0, end = 0;
  };

  std::vector<std::vector<Word>> stages;  ///< one more than operators, where the line is sound
  std::vector<Operator> operators;
  std::string problem, hint;  ///< not empty where it is not
  std::size_t problem_begin = 0, problem_end = 0;
};

/// Takes a line apart; with `operators` false it is a list of ends: "a & b".
EdgeLine parse_edge_line(std::string_view line, bool operators = true);

}  // namespace drawplate
