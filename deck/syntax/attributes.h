// The attributes that pandoc, Quarto and others write in braces: {#id .class key=value key="a value"}. Headings, images,
// code fences and divs share them. It knows no key and reports only what cannot be read.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"
#include "deck/model/diagram.h"

namespace drawplate {

struct Attribute {
  std::string key, value;
  Span key_span, value_span;
};

struct Attributes {
  std::string id;
  std::vector<std::string> classes;
  std::vector<Attribute> values;   ///< in source order
  std::vector<std::string> words;  ///< what is none of these: "2,4-6", "-"
  Span origin;

  bool has_class(std::string_view name) const;
  const Attribute* find(std::string_view key) const;
  bool empty() const { return id.empty() && classes.empty() && values.empty() && words.empty(); }
  void add(const Attributes& more);
};

/// What stands between braces. Requires: `inside` holds neither brace; `span` is its place.
Attributes parse_attributes(std::string_view inside, Span span);

/// Bytes of the braces at the begin of `text`, quoted texts in them stepped over, up to the line's end; nothing where they do not close.
std::optional<std::size_t> length_of_braces(std::string_view text);

}  // namespace drawplate
