// PDF values as text, for goldens of what is built before PoDoFo writes it.
#pragma once

#include <fmt/format.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <variant>

#include "pdf/objects.h"

namespace drawplate::test {

inline std::string dump(const pdf::Dict& dict);

inline std::string dump(const pdf::Object& object) {
  struct Dump {
    std::string operator()(bool v) const { return v ? "true" : "false"; }
    std::string operator()(std::int64_t v) const { return fmt::format("{}", v); }
    std::string operator()(double v) const { return fmt::format("{:g}", v); }
    std::string operator()(const pdf::Name& v) const { return "/" + v.text; }
    std::string operator()(const pdf::TextString& v) const { return "(" + v.utf8 + ")"; }
    std::string operator()(pdf::Ref v) const { return fmt::format("#{}", v.index); }
    std::string operator()(const pdf::Array& v) const {
      std::string out = "[";
      for (const pdf::Object& element : v) out += (out.size() > 1 ? " " : "") + dump(element);
      return out + "]";
    }
    std::string operator()(const pdf::Dict& v) const { return dump(v); }
  };
  return std::visit(Dump{}, object.value);
}

inline std::string dump(const pdf::Dict& dict) {
  std::string out = "<<";
  for (const pdf::DictEntry& entry : dict.entries) out += (out.size() > 2 ? " " : "") + entry.name + " " + dump(entry.value);
  return out + ">>";
}

/// One object a line: its place and its dictionary; "stream" where it is one.
inline std::string dump(const pdf::ObjectTable& objects) {
  std::string out;
  for (std::size_t i = 0; i < objects.entries().size(); ++i)
    out += fmt::format("#{} {}{}\n", i, dump(objects.entries()[i].dict), objects.entries()[i].is_stream ? " stream" : "");
  return out;
}

}  // namespace drawplate::test
