// See embedded_font.h.
#include "pptx/embedded_font.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "fonts/sfnt.h"

namespace drawplate {
namespace {

constexpr std::uint32_t version = 0x00020001, no_flags = 0;
constexpr unsigned magic = 0x504C, default_charset = 1;
constexpr unsigned windows = 3, unicode_bmp = 1, english = 0x409;

/// Little-endian numbers, as the header has them.
class Header {
 public:
  Header& u8(unsigned value) {
    bytes_ += static_cast<char>(value & 0xFFu);
    return *this;
  }
  Header& u16(unsigned value) { return u8(value).u8(value >> 8); }
  Header& u32(std::uint32_t value) { return u16(value & 0xFFFFu).u16(value >> 16); }
  Header& raw(std::string_view text) {
    bytes_ += text;
    return *this;
  }
  /// A name of the font: its size in bytes, then its characters low byte first, from characters high byte first.
  Header& name(std::string_view wide) {
    u16(static_cast<unsigned>(wide.size()));
    for (std::size_t i = 0; i + 1 < wide.size(); i += 2) u16(u16_at(wide, i));
    return *this;
  }
  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

/// UTF-16, high byte first; empty where the font has no such name.
std::string_view name_of(std::string_view table, unsigned id) {
  const std::size_t count = u16_at(table, 2), strings = u16_at(table, 4);
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t at = 6 + 12 * i, begin = strings + u16_at(table, at + 10);
    const bool is_it = u16_at(table, at) == windows && u16_at(table, at + 2) == unicode_bmp && u16_at(table, at + 4) == english &&
                       u16_at(table, at + 6) == id;
    if (is_it && begin <= table.size()) return table.substr(begin, u16_at(table, at + 8));
  }
  return {};
}

}  // namespace

std::string eot_of(std::string_view sfnt) {
  SfntTables tables = read_sfnt(sfnt);
  const std::string &os2 = tables["OS/2"], &name = tables["name"];
  std::string panose = os2.substr(std::min<std::size_t>(32, os2.size()), 10);
  panose.resize(10, '\0');
  constexpr std::size_t weight_at = 4, type_at = 8, unicode_ranges_at = 42, selection_at = 62, code_pages_at = 78, adjustment_at = 8;
  Header header;
  header.u32(static_cast<std::uint32_t>(sfnt.size())).u32(version).u32(no_flags);
  header.raw(panose).u8(default_charset).u8(u16_at(os2, selection_at) & 1u).u32(u16_at(os2, weight_at));
  header.u16(u16_at(os2, type_at)).u16(magic);
  for (std::size_t i = 0; i < 4; ++i) header.u32(u32_at(os2, unicode_ranges_at + 4 * i));
  for (std::size_t i = 0; i < 2; ++i) header.u32(u16_at(os2, 0) >= 1 ? u32_at(os2, code_pages_at + 4 * i) : 0);
  header.u32(u32_at(tables["head"], adjustment_at));
  for (int reserved = 0; reserved < 4; ++reserved) header.u32(0);
  for (const unsigned id : {1u, 2u, 5u, 4u}) header.u16(0).name(name_of(name, id));
  header.u16(0).name({});  // no root string: the font may be used by any document
  const std::string rest = header.take();
  Header whole;
  whole.u32(static_cast<std::uint32_t>(4 + rest.size() + sfnt.size())).raw(rest).raw(sfnt);
  return whole.take();
}

}  // namespace drawplate
