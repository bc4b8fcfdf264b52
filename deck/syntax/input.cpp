// What may be read at all: not too much, UTF-8, and characters that every output can hold.
#include "deck/syntax/input.h"

#include <cstddef>
#include <cstdint>

#include <fmt/format.h>

#include "base/limits.h"
#include "base/utf8.h"

namespace drawplate {

bool is_fit_to_read(const SourceSet& sources, SourceId source, Report& report) {
  const Source& text = sources.get(source);
  const auto at = [&](std::size_t offset) {
    return Span{source, static_cast<std::uint32_t>(offset), static_cast<std::uint32_t>(offset + 1)};
  };
  if (text.text.size() > max_input_bytes) {
    Diagnostic& error = report.error(Span{source, 0, 0}, fmt::format("the input is larger than {} MiB", max_input_bytes >> 20));
    error.has_place = false;
    return false;
  }
  if (const std::size_t bad = find_invalid_utf8(text.text); bad != std::string::npos) {
    const auto byte = static_cast<unsigned char>(text.text[bad]);
    report.error(at(bad), fmt::format("the text is not UTF-8: byte 0x{:02X}", byte)).help("save the file as UTF-8");
    return false;
  }
  if (const std::size_t bad = find_invalid_xml_character(text.text); bad != std::string::npos) {
    const auto byte = static_cast<unsigned char>(text.text[bad]);
    const std::string name = byte < 0x20 ? fmt::format("U+{:04X}", byte) : "a noncharacter (U+FFFE or U+FFFF)";
    report.error(at(bad), fmt::format("{} cannot stand in a text", name)).help("remove the character");
    return false;
  }
  return true;
}

}  // namespace drawplate
