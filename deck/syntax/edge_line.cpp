// One pass: words up to the next '&' or arrow. An id that holds such signs stands in quotes.
#include "deck/syntax/edge_line.h"

#include <cstddef>
#include <optional>
#include <utility>

namespace drawplate {
namespace {

struct Arrow {
  std::string_view sign;
  std::optional<EdgeLine::Operator> meaning;  ///< nothing: written so in other languages
};

/// The longest first.
constexpr Arrow arrows[] = {
    {"<-->", {}},
    {"<->", EdgeLine::Operator::both},
    {"-.->", {}},
    {"<--", {}},
    {"-->", {}},
    {"==>", {}},
    {"->>", {}},
    {"=>", {}},
    {"->", EdgeLine::Operator::forward},
    {"<-", EdgeLine::Operator::backward},
    {"---", {}},
    {"--", EdgeLine::Operator::plain},
};

const Arrow* find_arrow(std::string_view rest) {
  for (const Arrow& arrow : arrows) {
    if (rest.starts_with(arrow.sign)) return &arrow;
  }
  return nullptr;
}

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

class LineParser {
 public:
  LineParser(std::string_view line, bool operators) : line_(line), operators_(operators) {}

  EdgeLine parse() {
    result_.stages.emplace_back();
    while (take_word() && take_sign()) {
    }
    if (operators_ && result_.problem.empty() && result_.operators.empty()) {
      fail(0, line_.size(), "an edge needs '->', '<->', '--' or '<-' between its ends", "write it as 'a -> b'");
    }
    return std::move(result_);
  }

 private:
  void fail(std::size_t begin, std::size_t end, std::string_view problem, std::string_view hint) {
    if (!result_.problem.empty()) return;
    result_.problem = problem;
    result_.hint = hint;
    result_.problem_begin = begin;
    result_.problem_end = end;
  }
  void skip_blanks() {
    while (at_ < line_.size() && is_blank(line_[at_])) ++at_;
  }

  /// Where the word from here ends: at a sign between words, or at its closing quote.
  bool take_word();
  /// True where another word must follow.
  bool take_sign();

  std::string_view line_;
  bool operators_;
  std::size_t at_ = 0;
  EdgeLine result_;
};

bool LineParser::take_word() {
  skip_blanks();
  const std::size_t begin = at_;
  EdgeLine::Word word;
  word.begin = begin;
  if (at_ < line_.size() && (line_[at_] == '"' || line_[at_] == '\'')) {
    const std::size_t close = line_.find(line_[at_], at_ + 1);
    if (close == std::string_view::npos) {
      fail(begin, line_.size(), "a quoted id is not closed", "");
      return false;
    }
    word.id = line_.substr(begin + 1, close - begin - 1);
    at_ = word.end = close + 1;
    skip_blanks();
  } else {
    while (at_ < line_.size() && line_[at_] != '&' && !(operators_ && find_arrow(line_.substr(at_)))) ++at_;
    word.end = at_;
    while (word.end > begin && is_blank(line_[word.end - 1])) --word.end;
    word.id = line_.substr(begin, word.end - begin);
  }
  if (word.id.empty()) {
    fail(begin, begin + 1, "an id is missing here", "");
    return false;
  }
  result_.stages.back().push_back(std::move(word));
  return true;
}

bool LineParser::take_sign() {
  if (at_ >= line_.size()) return false;
  if (line_[at_] == '&') {
    ++at_;
    return true;
  }
  const Arrow* const arrow = operators_ ? find_arrow(line_.substr(at_)) : nullptr;
  if (!arrow) {
    fail(at_, line_.size(), "'&' or an arrow is expected here", "");
    return false;
  }
  if (!arrow->meaning) {
    fail(at_, at_ + arrow->sign.size(), "'" + std::string(arrow->sign) + "' is no arrow here",
         "write '->', '<->', '--' or '<-'; 'line: dashed' says how it is drawn");
    return false;
  }
  at_ += arrow->sign.size();
  result_.operators.push_back(*arrow->meaning);
  result_.stages.emplace_back();
  return true;
}

}  // namespace

EdgeLine parse_edge_line(std::string_view line, bool operators) { return LineParser(line, operators).parse(); }

}  // namespace drawplate
