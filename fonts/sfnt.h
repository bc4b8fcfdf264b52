// The container of TrueType and OpenType fonts: tables by tag, and big-endian numbers in them. It knows no table's meaning but
// head's, whose sum covers the whole file.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace drawplate {

/// Tables by their four letters.
using SfntTables = std::map<std::string, std::string, std::less<>>;

/// The tables of one font file; none where the bytes are no font, or are cut short.
SfntTables read_sfnt(std::string_view bytes);
/// The whole file with its checksums, as OpenType's "Organization of an OpenType Font" wants it. Outlines are TrueType's.
std::string write_sfnt(SfntTables tables);

/// Reads beyond the end give 0.
std::uint16_t u16_at(std::string_view bytes, std::size_t at);
std::uint32_t u32_at(std::string_view bytes, std::size_t at);

/// Writes beyond the end do nothing.
void put_u16(std::string& bytes, std::size_t at, unsigned value);
void put_u32(std::string& bytes, std::size_t at, std::uint32_t value);
void append_u16(std::string& bytes, unsigned value);
inline void append_i16(std::string& bytes, int value) { append_u16(bytes, static_cast<unsigned>(value) & 0xFFFFu); }
void append_u32(std::string& bytes, std::uint32_t value);

}  // namespace drawplate
