// The charset of a CFF font program: which character identifier each glyph has (Adobe Technical Note 5176, section 13).
// It reads nothing else of the program.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace drawplate {

struct CffCharset {
  bool is_cid_keyed = false;
  std::vector<std::uint16_t> cids;  ///< by glyph, glyph 0 included; empty where the program is not CID-keyed
};

/// Total: a program that is cut short or malformed gives a charset that is not CID-keyed, or an identity.
CffCharset read_cff_charset(std::string_view cff, unsigned glyph_count);

}  // namespace drawplate
