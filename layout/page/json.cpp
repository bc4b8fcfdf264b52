// See json.h.
#include "layout/page/json.h"

#include <array>
#include <charconv>
#include <cmath>

namespace drawplate {

std::string short_number(double number, int decimals) {
  if (!std::isfinite(number)) return "null";
  std::array<char, 400> digits{};  // room for the largest double
  const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), number, std::chars_format::fixed, decimals);
  std::string text(digits.data(), end);
  if (text.find('.') != std::string::npos) {
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
  }
  return text == "-0" ? "0" : text;
}

std::string json_quoted(std::string_view text) {
  constexpr std::string_view hex = "0123456789abcdef";
  std::string out = "\"";
  for (const char c : text) {
    const auto code = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\t') {
      out += "\\t";
    } else if (code < 0x20 || code == 0x7F) {
      out += "\\u00";
      out += hex[code >> 4];
      out += hex[code & 15];
    } else {
      out += c;
    }
  }
  return out + '"';
}

void JsonWriter::value(std::string_view text) {
  separate();
  text_ += json_quoted(text);
}

void JsonWriter::value(double number) {
  separate();
  text_ += short_number(number, 3);
}

void JsonWriter::value(bool is_true) {
  separate();
  text_ += is_true ? "true" : "false";
}

void JsonWriter::value(std::nullptr_t) {
  separate();
  text_ += "null";
}

void JsonWriter::name(std::string_view key) {
  separate();
  text_ += json_quoted(key);
  text_ += ": ";
  has_name_ = true;
}

void JsonWriter::open(char bracket) {
  separate();
  text_ += bracket;
  ++depth_;
  is_first_ = true;
}

void JsonWriter::close(char bracket) {
  --depth_;
  if (!is_first_ && depth_ < 2) {
    text_ += '\n';
    text_.append(static_cast<std::size_t>(depth_) * 2, ' ');
  }
  text_ += bracket;
  is_first_ = false;
}

/// Before every value and name: a comma where one is due. The two outer levels take a line an entry, the rest stays on it.
void JsonWriter::separate() {
  if (has_name_) {
    has_name_ = false;
    return;
  }
  if (depth_ == 0) return;
  if (!is_first_) text_ += depth_ <= 2 ? "," : ", ";
  if (depth_ <= 2) {
    text_ += '\n';
    text_.append(static_cast<std::size_t>(depth_) * 2, ' ');
  }
  is_first_ = false;
}

}  // namespace drawplate
