// The table "name" of faces that are made for tests.
#pragma once

#include <span>
#include <string>
#include <utility>

#include "fonts/sfnt.h"

namespace drawplate::test {

/// One record a name, by name id in rising order, for Windows in English (OpenType, "name"). Names are ASCII.
inline std::string name_table(std::span<const std::pair<unsigned, std::string>> names) {
  std::string records, strings;
  for (const auto& [id, text] : names) {
    for (const unsigned value : {3u, 1u, 0x409u, id, static_cast<unsigned>(2 * text.size()), static_cast<unsigned>(strings.size())})
      append_u16(records, value);
    for (const char c : text) append_u16(strings, static_cast<unsigned char>(c));
  }
  std::string table;
  for (const unsigned value :
       {0u, static_cast<unsigned>(names.size()), static_cast<unsigned>(6 + records.size())})  // format, records, begin of the texts
    append_u16(table, value);
  return table + records + strings;
}

}  // namespace drawplate::test
