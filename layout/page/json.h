// Writes JSON: escapes, commas and indentation are put here and nowhere else. It knows nothing of what it writes.
#pragma once

#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "base/units.h"

namespace drawplate {

/// `json.object([&] { json.field("w", 10.0); json.array("points", [&] { … }); })`: what is opened closes itself.
class JsonWriter {
 public:
  template <std::invocable Body>
  void object(Body&& body) {
    open('{');
    body();
    close('}');
  }
  template <std::invocable Body>
  void object(std::string_view key, Body&& body) {
    name(key);
    object(body);
  }
  template <std::invocable Body>
  void array(std::string_view key, Body&& body) {
    name(key);
    array(body);
  }
  template <std::invocable Body>
  void array(Body&& body) {
    open('[');
    body();
    close(']');
  }

  template <class Value>
  void field(std::string_view key, const Value& what) {
    name(key);
    value(what);
  }
  void value(std::string_view text);
  void value(const char* text) { value(std::string_view(text)); }
  void value(const std::string& text) { value(std::string_view(text)); }
  /// Three decimals at most; what is not finite is null.
  void value(double number);
  template <std::integral Number>
  void value(Number number) {
    value(static_cast<double>(number));
  }
  void value(bool is_true);
  void value(std::nullptr_t);

  std::string take() { return std::move(text_); }

 private:
  void name(std::string_view key);
  void open(char bracket);
  void close(char bracket);
  void separate();

  std::string text_;
  int depth_ = 0;
  bool is_first_ = true, has_name_ = false;
};

/// A double-quoted JSON string.
std::string json_quoted(std::string_view text);
/// Fixed notation, `decimals` places at most, no trailing zeros, never "-0".
std::string short_number(double number, int decimals);

}  // namespace drawplate
