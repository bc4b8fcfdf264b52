// See notes_parts.h.
#include "pptx/notes_parts.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "pptx/part_blocks.h"
#include "pptx/shape_parts.h"

namespace drawplate {
namespace {

constexpr int notes_size = 1200;

/// The text of a notes slide, one paragraph a line.
void write_notes_placeholder(XmlWriter& xml, std::string_view notes, std::string_view lang) {
  const auto shape = xml.element("p:sp");
  write_placeholder_head(xml, {3, "Notes Placeholder 2", {{"type", "body"}, {"idx", 1}}, {}, ""});
  xml.leaf("p:spPr");
  const auto body = xml.element("p:txBody");
  xml.leaf("a:bodyPr");
  xml.leaf("a:lstStyle");
  for (std::size_t begin = 0; begin <= notes.size();) {
    const std::size_t end = std::min(notes.find('\n', begin), notes.size());
    const auto paragraph = xml.element("a:p");
    if (end > begin) {
      const auto run = xml.element("a:r");
      xml.leaf("a:rPr", {{"lang", office_language(lang)}});
      xml.text_leaf("a:t", {}, notes.substr(begin, end - begin));
    }
    begin = end + 1;
  }
}

}  // namespace

std::string notes_master_xml() {
  XmlWriter xml;
  {
    const auto root = begin_part(xml, "p:notesMaster");
    {
      const auto slide = xml.element("p:cSld");
      write_background(xml, "bg1");
      const auto tree = xml.element("p:spTree");
      write_tree_root(xml);
      write_placeholder(
          xml, {2, "Slide Image Placeholder 1", {{"type", "sldImg"}, {"idx", 2}}, EmuFrame{{685800, 1143000}, 5486400, 3086100}, ""});
      write_placeholder(xml, {3,
                              "Notes Placeholder 2",
                              {{"type", "body"}, {"sz", "quarter"}, {"idx", 3}},
                              EmuFrame{{685800, 4400550}, 5486400, 3600450},
                              "Click to edit the notes"});
    }
    write_color_map(xml);
    const auto style = xml.element("p:notesStyle");
    write_text_levels(xml, notes_size);
  }
  return std::move(xml).take();
}

std::string notes_slide_xml(std::string_view notes, std::string_view lang) {
  XmlWriter xml;
  {
    const auto root = begin_part(xml, "p:notes");
    {
      const auto slide = xml.element("p:cSld");
      const auto tree = xml.element("p:spTree");
      write_tree_root(xml);
      write_placeholder(xml, {2, "Slide Image Placeholder 1", {{"type", "sldImg"}}, {}, ""});
      write_notes_placeholder(xml, notes, lang);
    }
    write_master_color_mapping(xml);
  }
  return std::move(xml).take();
}

}  // namespace drawplate
