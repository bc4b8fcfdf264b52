// See finish_file.h.
#include "pdf/finish_file.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "pdf/metadata.h"
#include "pdf/write_objects.h"

namespace drawplate::pdf {

void add_to_hash(FileParts& parts, std::string_view content) {
  for (const char c : content) parts.content_hash = (parts.content_hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
}

void finish_pages(FileParts& parts, std::span<const Ref> pages, std::vector<Dict> dicts, ObjectTable& objects) {
  parts.page_tree = objects.reserve();
  objects.set(parts.page_tree, drawplate::pdf::page_tree(pages, parts.page_tree, objects, dicts));
  for (std::size_t i = 0; i < pages.size(); ++i) objects.set(pages[i], std::move(dicts[i]));
}

Result<std::string> finish_file(const Document& document, FileParts parts, ObjectTable& objects) {
  Dict metadata;
  metadata.set("Type", name("Metadata")).set("Subtype", name("XML"));
  Dict catalog;
  catalog.set("Type", name("Catalog")).set("Pages", parts.page_tree).set("Lang", text(document.meta.lang));
  catalog.set("MarkInfo", Dict().set("Marked", true)).set("ViewerPreferences", Dict().set("DisplayDocTitle", true));
  catalog.set("StructTreeRoot", write_structure(parts.tagged, objects));
  const Archival archival = parts.has_cmyk ? Archival::no : Archival::yes;
  catalog.set("Metadata", objects.add_stream(std::move(metadata), xmp_packet(document, archival), Deflate::no));
  catalog.set("OutputIntents", Array{output_intent(objects)});
  if (parts.bookmarks.size() > 1) catalog.set("Outlines", write_outline(parts.bookmarks, objects)).set("PageMode", name("UseOutlines"));
  if (parts.labels) catalog.set("PageLabels", std::move(*parts.labels));
  parts.tagged = {};  // what is left takes memory enough
  FileRoots roots{objects.add(std::move(catalog)), parts.page_tree, info_dict(document, fmt::format("{:016X}", parts.content_hash))};
  return write_objects(objects, roots);
}

}  // namespace drawplate::pdf
