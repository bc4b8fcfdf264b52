// PCRE2's handles and its errors end here.
#include "deck/highlight/highlight_regex.h"

#include <cstdint>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

namespace drawplate {
namespace {

constexpr std::uint32_t most_steps = 20'000;  ///< of one match: what needs more is no grammar's doing

}  // namespace

struct Regex::Code {
  pcre2_code* code = nullptr;
  pcre2_match_data* data = nullptr;
  pcre2_match_context* limits = nullptr;

  explicit Code(const std::string& pattern) {
    int error = 0;
    PCRE2_SIZE at = 0;
    constexpr std::uint32_t options = PCRE2_UTF | PCRE2_NO_UTF_CHECK | PCRE2_UCP | PCRE2_DUPNAMES;
    code = pcre2_compile(reinterpret_cast<PCRE2_SPTR>(pattern.data()), pattern.size(), options, &error, &at, nullptr);
    if (!code) return;
    data = pcre2_match_data_create_from_pattern(code, nullptr);
    limits = pcre2_match_context_create(nullptr);
    if (limits) pcre2_set_match_limit(limits, most_steps);
  }
  Code(const Code&) = delete;
  Code& operator=(const Code&) = delete;
  ~Code() {
    pcre2_match_context_free(limits);
    pcre2_match_data_free(data);
    pcre2_code_free(code);
  }
};

Regex::Regex(const std::string& pattern) : code_(std::make_shared<const Code>(pattern)) {}

bool Regex::search(std::string_view text, std::size_t from, RegexMatch& match) const {
  if (!code_->data || from > text.size()) return false;
  const int groups = pcre2_match(code_->code, reinterpret_cast<PCRE2_SPTR>(text.data()), text.size(), from, PCRE2_NO_UTF_CHECK, code_->data,
                                 code_->limits);
  if (groups <= 0) return false;
  const PCRE2_SIZE* const bounds = pcre2_get_ovector_pointer(code_->data);
  match.bounds.assign(bounds, bounds + std::size_t{2} * static_cast<std::size_t>(groups));
  return match.end() >= match.begin();  // \K can turn them round
}

std::size_t Regex::group(const std::string& name) const {
  if (!code_->code) return 0;
  const int number = pcre2_substring_number_from_name(code_->code, reinterpret_cast<PCRE2_SPTR>(name.c_str()));
  return number > 0 ? static_cast<std::size_t>(number) : 0;
}

}  // namespace drawplate
