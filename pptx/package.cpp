// See package.h. The only file that knows libzip.
#include "pptx/package.h"

#include <zip.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>

#include "pptx/xml.h"

namespace drawplate {
namespace {

constexpr std::string_view package_namespace = "http://schemas.openxmlformats.org/package/2006/";
constexpr std::uint16_t first_dos_day = 0x21;  // 1980-01-01, what Office writes
constexpr std::uint32_t deflate_level = 6;     // 9 takes twice as long and saves two parts in a hundred

struct DefaultType {
  std::string_view extension, content_type;
};
constexpr std::array<DefaultType, 5> default_types = {{{"rels", "application/vnd.openxmlformats-package.relationships+xml"},
                                                       {"xml", "application/xml"},
                                                       {"fntdata", "application/x-fontdata"},
                                                       {"png", "image/png"},
                                                       {"jpeg", "image/jpeg"}}};

std::string relationships_name(std::string_view source) {
  const std::size_t slash = source.rfind('/');
  const std::string folder(slash == std::string_view::npos ? "" : source.substr(0, slash + 1));
  return folder + "_rels/" + std::string(source.substr(folder.size())) + ".rels";
}

std::string relationships_xml(const std::vector<Relationship>& relationships) {
  XmlWriter xml;
  {
    const auto root = xml.element("Relationships", {{"xmlns", std::string(package_namespace) + "relationships"}});
    for (const Relationship& r : relationships) {
      XmlAttributes attributes = {{"Id", r.id}, {"Type", r.type}, {"Target", r.target}};
      if (r.external) attributes.push_back({"TargetMode", "External"});
      xml.leaf("Relationship", attributes);
    }
  }
  return std::move(xml).take();
}

bool has_extension(std::string_view name, std::string_view extension) {
  return name.size() > extension.size() && name.ends_with(extension) && name[name.size() - extension.size() - 1] == '.';
}

struct ZipCloser {
  void operator()(zip_t* zip) const { zip_discard(zip); }
};
struct SourceCloser {
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};
using ZipSource = std::unique_ptr<zip_source_t, SourceCloser>;

Result<std::string> read_all(zip_source_t* source) {
  zip_stat_t stat;
  if (zip_source_stat(source, &stat) != 0 || (stat.valid & ZIP_STAT_SIZE) == 0 || zip_source_open(source) != 0)
    return failure("the zip archive could not be read back from memory");
  std::string bytes(stat.size, '\0');
  const zip_int64_t count = zip_source_read(source, bytes.data(), bytes.size());
  zip_source_close(source);
  if (count < 0 || static_cast<std::size_t>(count) != bytes.size()) return failure("the zip archive could not be read back from memory");
  return bytes;
}

bool add_entry(zip_t* zip, const std::string& name, const std::string& data) {
  zip_source_t* source = zip_source_buffer(zip, data.data(), data.size(), 0);
  if (!source) return false;
  const zip_int64_t index = zip_file_add(zip, name.c_str(), source, ZIP_FL_ENC_UTF_8);
  if (index < 0) {
    zip_source_free(source);
    return false;
  }
  const auto entry = static_cast<zip_uint64_t>(index);
  return zip_set_file_compression(zip, entry, ZIP_CM_DEFLATE, deflate_level) == 0 &&
         zip_file_set_dostime(zip, entry, 0, first_dos_day, 0) == 0;
}

}  // namespace

std::string relative_part_name(std::string_view source, std::string_view target) {
  std::size_t common = 0;
  for (std::size_t i = 0; i < std::min(source.size(), target.size()) && source[i] == target[i]; ++i)
    if (source[i] == '/') common = i + 1;
  std::string up;
  for (const char c : source.substr(common))
    if (c == '/') up += "../";
  return up + std::string(target.substr(common));
}

std::string to_uri(std::string_view address) {
  constexpr std::string_view allowed = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#[]@!$&'()*+,;=";
  constexpr std::string_view digits = "0123456789ABCDEF", hex = "0123456789ABCDEFabcdef";
  std::string out;
  bool fragment = false;  // a second '#' is not allowed
  for (std::size_t i = 0; i < address.size(); ++i) {
    const char c = address[i];
    const auto byte = static_cast<unsigned char>(c);
    const bool escape = c == '%' && i + 2 < address.size() && hex.find(address[i + 1]) != std::string_view::npos &&
                        hex.find(address[i + 2]) != std::string_view::npos;
    if (escape || (allowed.find(c) != std::string_view::npos && !(c == '#' && fragment))) {
      out += c;
    } else {
      out += '%';
      out += digits[byte >> 4U];
      out += digits[byte & 15U];
    }
    fragment = fragment || c == '#';
  }
  return out;
}

std::string office_relationship(std::string_view type) {
  return "http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + std::string(type);
}

void Package::add_part(std::string name, std::string content_type, std::string data) {
  assert(std::none_of(parts_.begin(), parts_.end(), [&](const Part& part) { return part.name == name; }));
  parts_.push_back({std::move(name), std::move(content_type), std::move(data)});
}

std::string Package::relate(const std::string& source, std::string_view type, const std::string& target_part) {
  std::vector<Relationship>& list = relationships_[source];
  list.push_back({"rId" + std::to_string(list.size() + 1), std::string(type), relative_part_name(source, target_part), false});
  return list.back().id;
}

std::string Package::relate_external(const std::string& source, std::string_view type, const std::string& address) {
  std::vector<Relationship>& list = relationships_[source];
  const std::string target = to_uri(address);
  for (const Relationship& r : list)
    if (r.external && r.type == type && r.target == target) return r.id;
  list.push_back({"rId" + std::to_string(list.size() + 1), std::string(type), target, true});
  return list.back().id;
}

std::string Package::content_types() const {
  XmlWriter xml;
  {
    const auto root = xml.element("Types", {{"xmlns", std::string(package_namespace) + "content-types"}});
    for (const DefaultType& type : default_types) {
      const bool used =
          type.extension == "rels" || type.extension == "xml" ||
          std::any_of(parts_.begin(), parts_.end(), [&](const Part& part) { return has_extension(part.name, type.extension); });
      if (used) xml.leaf("Default", {{"Extension", type.extension}, {"ContentType", type.content_type}});
    }
    for (const Part& part : parts_)
      if (!part.content_type.empty()) xml.leaf("Override", {{"PartName", "/" + part.name}, {"ContentType", part.content_type}});
  }
  return std::move(xml).take();
}

std::vector<Package::Part> Package::all_parts() const {
  std::vector<Part> all = {{"[Content_Types].xml", "", content_types()}};
  const auto add_relationships = [&](const std::string& source) {
    if (const auto found = relationships_.find(source); found != relationships_.end())
      all.push_back({relationships_name(source), "", relationships_xml(found->second)});
  };
  add_relationships("");
  for (const Part& part : parts_) {
    all.push_back(part);
    add_relationships(part.name);
  }
  return all;
}

Result<std::string> Package::to_zip() const {
  const std::vector<Part> all = all_parts();  // libzip reads it when the archive is closed
  zip_error_t error;
  zip_error_init(&error);
  const ZipSource buffer(zip_source_buffer_create(nullptr, 0, 0, &error));
  if (!buffer) return failure("there is no memory for a zip archive");
  zip_source_keep(buffer.get());
  std::unique_ptr<zip_t, ZipCloser> zip(zip_open_from_source(buffer.get(), ZIP_TRUNCATE, &error));
  if (!zip) {
    zip_source_free(buffer.get());
    return failure(std::string("a zip archive could not be begun: ") + zip_error_strerror(&error));
  }
  for (const Part& part : all)
    if (!add_entry(zip.get(), part.name, part.data))
      return failure("could not add '" + part.name + "' to the zip archive: " + zip_strerror(zip.get()));
  if (zip_close(zip.get()) != 0) return failure(std::string("the zip archive could not be finished: ") + zip_strerror(zip.get()));
  zip.release();
  return read_all(buffer.get());
}

}  // namespace drawplate
