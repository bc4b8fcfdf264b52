// Reads a written package back: its parts by name, and XML indented one element a line, for goldens.
#pragma once

#include <gtest/gtest.h>
#include <zip.h>

#include <map>
#include <pugixml.hpp>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace drawplate::test {

struct OpenedPackage {
  std::vector<std::string> order;
  std::map<std::string, std::string> parts;
};

inline OpenedPackage open_package(const std::string& bytes) {
  OpenedPackage package;
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  zip_t* zip = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error);
  if (!zip) {
    ADD_FAILURE() << zip_error_strerror(&error);
    zip_source_free(source);
    return package;
  }
  for (zip_int64_t i = 0; i < zip_get_num_entries(zip, 0); ++i) {
    zip_stat_t stat;
    zip_stat_index(zip, static_cast<zip_uint64_t>(i), 0, &stat);
    std::string data(stat.size, '\0');
    zip_file_t* file = zip_fopen_index(zip, static_cast<zip_uint64_t>(i), 0);
    EXPECT_EQ(zip_fread(file, data.data(), data.size()), static_cast<zip_int64_t>(data.size()));
    zip_fclose(file);
    package.order.emplace_back(stat.name);
    EXPECT_TRUE(package.parts.emplace(stat.name, std::move(data)).second) << stat.name << " is there twice";
  }
  zip_discard(zip);
  return package;
}

inline pugi::xml_document parse_part(const OpenedPackage& package, const std::string& name) {
  pugi::xml_document document;
  const auto found = package.parts.find(name);
  EXPECT_NE(found, package.parts.end()) << name;
  if (found == package.parts.end()) return document;
  const auto result = document.load_buffer(found->second.data(), found->second.size(), pugi::parse_full);
  EXPECT_TRUE(result) << name << ": " << result.description();
  return document;
}

inline std::string indented(const OpenedPackage& package, const std::string& name) {
  std::ostringstream out;
  parse_part(package, name).save(out, "  ");
  return out.str();
}

}  // namespace drawplate::test
