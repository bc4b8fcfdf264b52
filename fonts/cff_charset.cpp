// See cff_charset.h.
#include "fonts/cff_charset.h"

#include <cstddef>
#include <optional>

namespace drawplate {
namespace {

/// Big-endian numbers; reads beyond the end give 0 and say so.
class Reader {
 public:
  Reader(std::string_view bytes, std::size_t at) : bytes_(bytes), at_(at) {}

  unsigned number(unsigned size) {
    unsigned value = 0;
    for (unsigned i = 0; i < size; ++i) value = value << 8 | byte();
    return value;
  }
  bool ended() const { return at_ >= bytes_.size(); }
  std::size_t place() const { return at_; }

 private:
  unsigned byte() { return ended() ? 0 : static_cast<unsigned char>(bytes_[at_++]); }

  std::string_view bytes_;
  std::size_t at_;
};

struct Index {
  std::string_view first;  ///< its first object
  std::size_t end = 0;     ///< where what follows begins
};

Index read_index(std::string_view cff, std::size_t at) {
  Reader in(cff, at);
  const unsigned count = in.number(2);
  if (count == 0) return {{}, at + 2};
  const unsigned size = in.number(1);
  const std::size_t data = at + 3 + static_cast<std::size_t>(count + 1) * size - 1;  // offsets count from 1
  const unsigned begin = in.number(size), second = in.number(size);
  Reader last(cff, at + 3 + static_cast<std::size_t>(count) * size);
  const std::size_t end = data + last.number(size);
  if (data + begin > cff.size() || second < begin || size == 0 || size > 4) return {{}, cff.size()};
  return {cff.substr(data + begin, second - begin), end};
}

struct TopDict {
  bool is_cid_keyed = false;
  std::optional<unsigned> charset;
};

/// Operators 12 30 (ROS) and 15 (charset); all other operators and their operands are passed over.
TopDict read_top_dict(std::string_view dict) {
  TopDict top;
  Reader in(dict, 0);
  unsigned operand = 0;
  while (!in.ended()) {
    const unsigned b = in.number(1);
    if (b == 12) {
      if (in.number(1) == 30) top.is_cid_keyed = true;
    } else if (b == 15) {
      top.charset = operand;
    } else if (b == 28) {
      operand = in.number(2);
    } else if (b == 29) {
      operand = in.number(4);
    } else if (b == 30) {  // a real: nibbles up to the end mark 0xf
      for (unsigned pair = 0; !in.ended() && (pair & 0xfu) != 0xfu && pair >> 4 != 0xfu;) pair = in.number(1);
    } else if (b >= 32 && b <= 246) {
      operand = b - 139;
    } else if (b >= 247 && b <= 250) {
      operand = (b - 247) * 256 + in.number(1) + 108;
    } else if (b >= 251 && b <= 254) {
      operand = 0;  // negative: never an offset
      in.number(1);
    }
  }
  return top;
}

std::vector<std::uint16_t> read_cids(Reader in, unsigned glyph_count) {
  std::vector<std::uint16_t> cids{0};
  const unsigned format = in.number(1);
  while (cids.size() < glyph_count && !in.ended()) {
    const unsigned first = in.number(2);
    const unsigned more = format == 0 ? 0 : in.number(format == 1 ? 1 : 2);
    for (unsigned i = 0; i <= more && cids.size() < glyph_count; ++i) cids.push_back(static_cast<std::uint16_t>(first + i));
  }
  while (cids.size() < glyph_count) cids.push_back(static_cast<std::uint16_t>(cids.size()));
  return cids;
}

}  // namespace

CffCharset read_cff_charset(std::string_view cff, unsigned glyph_count) {
  if (cff.size() < 4) return {};
  const std::size_t names = static_cast<unsigned char>(cff[2]);
  const Index name_index = read_index(cff, names);
  const TopDict top = read_top_dict(read_index(cff, name_index.end).first);
  if (!top.is_cid_keyed) return {};
  CffCharset charset{true, {}};
  constexpr unsigned predefined = 2;  // offsets 0 to 2 name charsets that no CID-keyed font may use: taken as the identity
  const std::size_t place = top.charset.value_or(0);
  charset.cids = read_cids(Reader(cff, place > predefined ? place : cff.size()), glyph_count);
  return charset;
}

}  // namespace drawplate
