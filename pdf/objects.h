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

/// Its members are out of line: a variant that holds itself is long code, and every dictionary entry makes one.
struct Object {
  std::variant<bool, std::int64_t, double, Name, TextString, Ref, Array, Dict> value;

  Object(bool v);
  Object(int v);
  Object(std::int64_t v);
  Object(double v);
  Object(Name v);
  Object(TextString v);
  Object(Ref v);
  Object(Array v);
  Object(Dict v);
  Object(const Object& other);
  Object(Object&& other) noexcept;
  Object& operator=(const Object& other);
  Object& operator=(Object&& other) noexcept;
  ~Object();
};

struct DictEntry {
  std::string name;
  Object value;
};

Object name(std::string_view text);
Object text(std::string_view utf8);

enum class Deflate : std::uint8_t { no, yes, done };  ///< done: the bytes are encoded, and the dictionary names the filter

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
  Ref reserve();
  void set(Ref place, Dict dict);
  Ref add(Dict dict);
  Ref add_stream(Dict dict, std::string bytes, Deflate deflate);

  const std::vector<Entry>& entries() const { return entries_; }

 private:
  std::vector<Entry> entries_;
};

}  // namespace drawplate::pdf
