// See objects.h.
#include "pdf/objects.h"

namespace drawplate::pdf {

Object::Object(bool v) : value(v) {}
Object::Object(int v) : value(static_cast<std::int64_t>(v)) {}
Object::Object(std::int64_t v) : value(v) {}
Object::Object(double v) : value(v) {}
Object::Object(Name v) : value(std::move(v)) {}
Object::Object(TextString v) : value(std::move(v)) {}
Object::Object(Ref v) : value(v) {}
Object::Object(Array v) : value(std::move(v)) {}
Object::Object(Dict v) : value(std::move(v)) {}
Object::Object(const Object& other) = default;
Object::Object(Object&& other) noexcept = default;
Object& Object::operator=(const Object& other) = default;
Object& Object::operator=(Object&& other) noexcept = default;
Object::~Object() = default;

Dict& Dict::set(std::string_view name, Object value) {
  entries.push_back({std::string(name), std::move(value)});
  return *this;
}

Object name(std::string_view text) { return Name{std::string(text)}; }
Object text(std::string_view utf8) { return TextString{std::string(utf8)}; }

Ref ObjectTable::reserve() {
  entries_.emplace_back();
  return {static_cast<std::uint32_t>(entries_.size() - 1)};
}

void ObjectTable::set(Ref place, Dict dict) { entries_[place.index].dict = std::move(dict); }

Ref ObjectTable::add(Dict dict) {
  const Ref place = reserve();
  set(place, std::move(dict));
  return place;
}

Ref ObjectTable::add_stream(Dict dict, std::string bytes, Deflate deflate) {
  const Ref place = reserve();
  entries_[place.index] = {std::move(dict), std::move(bytes), true, deflate};
  return place;
}

}  // namespace drawplate::pdf
