// The objects of a PDF file as plain values: what the rest of this folder builds, before PoDoFo spells and frames it
// (write_objects.h). Nothing here knows what an object means.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace drawplate::pdf {

struct Name {
  std::string text;  ///< without the slash
};
/// Text for people, in UTF-8; written as ASCII where it can be, else as UTF-16.
struct TextString {
  std::string utf8;
};
/// An indirect object by its place in an ObjectTable.
struct Ref {
  std::uint32_t index = 0;
};

struct Object;
struct DictEntry;
using Array = std::vector<Object>;

/// Entries in any order; PoDoFo writes them sorted by name.
struct Dict {
  std::vector<DictEntry> entries;

  Dict& set(std::string_view name, Object value);
};

struct Object {
  std::variant<bool, std::int64_t, double, Name, TextString, Ref, Array, Dict> value;

  Object(bool v) : value(v) {}
  Object(int v) : value(static_cast<std::int64_t>(v)) {}
  Object(std::int64_t v) : value(v) {}
  Object(double v) : value(v) {}
  Object(Name v) : value(std::move(v)) {}
  Object(TextString v) : value(std::move(v)) {}
  Object(Ref v) : value(v) {}
  Object(Array v) : value(std::move(v)) {}
  Object(Dict v) : value(std::move(v)) {}
};

struct DictEntry {
  std::string name;
  Object value;
};

inline Dict& Dict::set(std::string_view name, Object value) {
  entries.push_back({std::string(name), std::move(value)});
  return *this;
}

inline Object name(std::string_view text) { return Name{std::string(text)}; }
inline Object text(std::string_view utf8) { return TextString{std::string(utf8)}; }

enum class Deflate : std::uint8_t { no, yes };

/// All indirect objects of a file, in the order in which they were asked for. Each is a dictionary or a stream.
class ObjectTable {
 public:
  struct Entry {
    Dict dict;
    std::string stream;
    bool is_stream = false;
    Deflate deflate = Deflate::yes;
  };

  /// A place for an object that others must refer to before it is known.
  Ref reserve() {
    entries_.emplace_back();
    return {static_cast<std::uint32_t>(entries_.size() - 1)};
  }
  void set(Ref place, Dict dict) { entries_[place.index].dict = std::move(dict); }
  Ref add(Dict dict) {
    const Ref place = reserve();
    set(place, std::move(dict));
    return place;
  }
  Ref add_stream(Dict dict, std::string bytes, Deflate deflate) {
    const Ref place = reserve();
    entries_[place.index] = {std::move(dict), std::move(bytes), true, deflate};
    return place;
  }

  const std::vector<Entry>& entries() const { return entries_; }

 private:
  std::vector<Entry> entries_;
};

}  // namespace drawplate::pdf
