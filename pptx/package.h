// An OPC package: parts, their content types and relationships, and the zip around them (ECMA-376 part 2).
// It knows nothing of what the parts say.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace drawplate {

struct Relationship {
  std::string id;      ///< "rId3": unique for its source
  std::string type;    ///< a URI
  std::string target;  ///< relative to the source part, or a URI
  bool external = false;
};

class Package {
 public:
  /// Adds a part: `name` without leading slash ("ppt/presentation.xml"), unique. An empty content type leaves it to the
  /// defaults by extension (png, jpeg, fntdata).
  void add_part(std::string name, std::string content_type, std::string data);
  /// Relates a part, or the package itself where `source` is empty, to another part by its name; returns the new id.
  /// The order of the calls is the order in the file, and ids count up from rId1.
  std::string relate(const std::string& source, std::string_view type, const std::string& target_part);
  /// Relates a part to an address outside; the same address and source give the same id again.
  std::string relate_external(const std::string& source, std::string_view type, const std::string& address);
  /// The whole file: [Content_Types].xml first, then the parts in the order of adding, each followed by its relationships.
  /// Times are fixed (1980-01-01), so equal parts give equal bytes.
  [[nodiscard]] Result<std::string> to_zip() const;

 private:
  struct Part {
    std::string name, content_type, data;
  };
  std::string content_types() const;
  std::vector<Part> all_parts() const;

  std::vector<Part> parts_;
  std::map<std::string, std::vector<Relationship>> relationships_;
};

/// "../theme/theme1.xml": `target` as seen from the folder of `source`; both are part names.
std::string relative_part_name(std::string_view source, std::string_view target);
/// `address` with everything escaped that a URI reference may not hold (RFC 3986), so that no reader stumbles over it.
std::string to_uri(std::string_view address);

/// The relationship types of officeDocument: `office_relationship("slide")`.
std::string office_relationship(std::string_view type);

}  // namespace drawplate
