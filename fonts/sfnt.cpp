// See sfnt.h.
#include "fonts/sfnt.h"

#include <bit>
#include <cstddef>

namespace drawplate {
namespace {

constexpr std::size_t header_size = 12, record_size = 16, adjustment_at = 8;

std::uint32_t checksum(std::string_view bytes) {
  std::uint32_t sum = 0;
  for (std::size_t at = 0; at < bytes.size(); at += 4) {
    std::uint32_t word = 0;
    for (std::size_t i = 0; i < 4; ++i) word = word << 8 | (at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0u);
    sum += word;
  }
  return sum;
}

std::size_t padded(std::size_t size) { return (size + 3) & ~std::size_t{3}; }

}  // namespace

std::uint16_t u16_at(std::string_view bytes, std::size_t at) {
  if (at + 2 > bytes.size()) return 0;
  return static_cast<std::uint16_t>(static_cast<unsigned char>(bytes[at]) << 8 | static_cast<unsigned char>(bytes[at + 1]));
}

std::uint32_t u32_at(std::string_view bytes, std::size_t at) {
  if (at + 4 > bytes.size()) return 0;
  return static_cast<std::uint32_t>(u16_at(bytes, at)) << 16 | u16_at(bytes, at + 2);
}

void put_u16(std::string& bytes, std::size_t at, unsigned value) {
  if (at + 2 > bytes.size()) return;
  bytes[at] = static_cast<char>(value >> 8 & 0xFFu);
  bytes[at + 1] = static_cast<char>(value & 0xFFu);
}

void put_u32(std::string& bytes, std::size_t at, std::uint32_t value) {
  if (at + 4 > bytes.size()) return;
  put_u16(bytes, at, value >> 16);
  put_u16(bytes, at + 2, value & 0xFFFFu);
}

void append_u16(std::string& bytes, unsigned value) {
  bytes.resize(bytes.size() + 2);
  put_u16(bytes, bytes.size() - 2, value);
}

void append_u32(std::string& bytes, std::uint32_t value) {
  bytes.resize(bytes.size() + 4);
  put_u32(bytes, bytes.size() - 4, value);
}

SfntTables read_sfnt(std::string_view bytes) {
  SfntTables tables;
  const std::size_t count = u16_at(bytes, 4);
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t record = header_size + i * record_size;
    const std::size_t offset = u32_at(bytes, record + 8), size = u32_at(bytes, record + 12);
    if (record + record_size > bytes.size() || offset > bytes.size() || size > bytes.size() - offset) return {};
    tables.emplace(bytes.substr(record, 4), bytes.substr(offset, size));
  }
  return tables;
}

std::string write_sfnt(SfntTables tables) {
  const auto head = tables.find("head");
  if (head != tables.end()) put_u32(head->second, adjustment_at, 0);
  const auto count = static_cast<unsigned>(tables.size());
  const unsigned power = count == 0 ? 0 : static_cast<unsigned>(std::bit_width(count)) - 1;
  std::string file;
  append_u32(file, 0x00010000);
  append_u16(file, count);
  append_u16(file, 16u << power);
  append_u16(file, power);
  append_u16(file, 16 * count - (16u << power));
  std::size_t offset = header_size + record_size * count, head_offset = 0;
  for (const auto& [tag, bytes] : tables) {
    if (tag == "head") head_offset = offset;
    file += tag;
    append_u32(file, checksum(bytes));
    append_u32(file, static_cast<std::uint32_t>(offset));
    append_u32(file, static_cast<std::uint32_t>(bytes.size()));
    offset += padded(bytes.size());
  }
  for (const auto& [tag, bytes] : tables) {
    file += bytes;
    file.resize(padded(file.size()), '\0');
  }
  if (head_offset != 0) put_u32(file, head_offset + adjustment_at, 0xB1B0AFBAu - checksum(file));
  return file;
}

}  // namespace drawplate
