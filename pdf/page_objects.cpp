// See page_objects.h.
#include "pdf/page_objects.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace drawplate::pdf {
namespace {

/// 7-bit: bytes outside what a URI may hold are percent-encoded; what is encoded already stays.
std::string encoded_uri(std::string_view uri) {
  std::string out;
  for (const char c : uri) {
    const bool plain = c > ' ' && c < 0x7f && std::string_view("\"<>\\^`{|}").find(c) == std::string_view::npos;
    if (plain)
      out += c;
    else
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}

/// A balanced tree over `kids`; returns the entries for the root, whose place is given.
Dict page_tree_node(std::span<const Ref> pages, Ref self, ObjectTable& objects, std::vector<Dict>& page_dicts, std::size_t first) {
  constexpr std::size_t fan_out = 64;
  Array kids;
  if (pages.size() <= fan_out) {
    for (std::size_t i = 0; i < pages.size(); ++i) {
      page_dicts[first + i].set("Parent", self);
      kids.emplace_back(pages[i]);
    }
  } else {
    std::size_t part = 1;
    while (part * fan_out < pages.size()) part *= fan_out;
    for (std::size_t at = 0; at < pages.size(); at += part) {
      const Ref node = objects.reserve();
      Dict dict = page_tree_node(pages.subspan(at, std::min(part, pages.size() - at)), node, objects, page_dicts, first + at);
      objects.set(node, std::move(dict.set("Parent", self)));
      kids.emplace_back(node);
    }
  }
  return Dict().set("Type", name("Pages")).set("Count", static_cast<std::int64_t>(pages.size())).set("Kids", std::move(kids));
}

/// Siblings of the outline, linked to each other and to their parent.
struct OutlineEntry {
  Dict dict;
  Ref place;
};

void link_siblings(std::vector<OutlineEntry>& entries, Ref parent, ObjectTable& objects) {
  for (std::size_t i = 0; i < entries.size(); ++i) {
    Dict& dict = entries[i].dict;
    dict.set("Parent", parent);
    if (i > 0) dict.set("Prev", entries[i - 1].place);
    if (i + 1 < entries.size()) dict.set("Next", entries[i + 1].place);
    objects.set(entries[i].place, std::move(dict));
  }
}

OutlineEntry entry_for(const std::string& title, std::size_t index, Ref page, ObjectTable& objects) {
  Dict dict;
  dict.set("Title", text(title.empty() ? fmt::format("{}", index + 1) : title)).set("Dest", Array{page, name("Fit")});
  return {std::move(dict), objects.reserve()};
}

std::vector<OutlineEntry> entries_for(std::span<const Bookmark> bookmarks, std::size_t first, ObjectTable& objects) {
  std::vector<OutlineEntry> entries;
  for (std::size_t i = 0; i < bookmarks.size(); ++i)
    entries.push_back(entry_for(bookmarks[i].title, first + i, bookmarks[i].page, objects));
  return entries;
}

}  // namespace

Ref write_annotation(const LinkArea& link, const Rect& box, std::int64_t key, const PagesById& pages, ObjectTable& objects) {
  constexpr int print = 4;
  Dict annotation;
  annotation.set("Type", name("Annot"))
      .set("Subtype", name("Link"))
      .set("Rect", Array{box.x, box.y, box.x + box.width, box.y + box.height});
  annotation.set("Border", Array{0, 0, 0}).set("F", print);
  const auto page = link.uri.starts_with('#') ? pages.find(std::string_view(link.uri).substr(1)) : pages.end();
  if (page != pages.end()) {
    annotation.set("Dest", Array{page->second, name("Fit")});
  } else {
    Dict action;
    annotation.set("A", std::move(action.set("S", name("URI")).set("URI", text(encoded_uri(link.uri)))));
  }
  annotation.set("StructParent", key).set("Contents", text(link.text));
  return objects.add(std::move(annotation));
}

Dict page_tree(std::span<const Ref> pages, Ref root, ObjectTable& objects, std::vector<Dict>& page_dicts) {
  return page_tree_node(pages, root, objects, page_dicts, 0);
}

Ref write_outline(std::span<const Bookmark> bookmarks, ObjectTable& objects) {
  const Ref root = objects.reserve();
  std::vector<OutlineEntry> top;
  for (std::size_t begin = 0; begin < bookmarks.size();) {
    std::size_t end = begin + 1;
    const std::string& section = bookmarks[begin].section;
    while (!section.empty() && end < bookmarks.size() && bookmarks[end].section.empty()) ++end;
    OutlineEntry entry = entry_for(section.empty() ? bookmarks[begin].title : section, begin, bookmarks[begin].page, objects);
    std::vector<OutlineEntry> below;
    const bool repeats = section == bookmarks[begin].title;  // a section's slide that says its name is the section
    const std::size_t first = section.empty() ? end : repeats ? begin + 1 : begin;
    if (first < end) below = entries_for(bookmarks.subspan(first, end - first), first, objects);
    if (!below.empty()) {
      entry.dict.set("First", below.front().place).set("Last", below.back().place).set("Count", static_cast<std::int64_t>(below.size()));
      link_siblings(below, entry.place, objects);
    }
    top.push_back(std::move(entry));
    begin = end;
  }
  std::size_t open = top.size();
  for (const OutlineEntry& entry : top)
    for (const DictEntry& e : entry.dict.entries)
      if (e.name == "Count") open += static_cast<std::size_t>(std::get<std::int64_t>(e.value.value));
  Dict dict;
  dict.set("Type", name("Outlines")).set("First", top.front().place).set("Last", top.back().place);
  link_siblings(top, root, objects);
  objects.set(root, std::move(dict.set("Count", static_cast<std::int64_t>(open))));
  return root;
}

Dict page_labels(std::span<const std::size_t> slides) {
  Array numbers;
  bool counting = false;
  for (std::size_t i = 0; i < slides.size(); ++i) {
    const bool first = i == 0 || slides[i] != slides[i - 1], alone = i + 1 == slides.size() || slides[i + 1] != slides[i];
    if (!first || (counting && alone)) continue;
    counting = alone;
    Dict label;
    label.set("S", name("D")).set("St", alone ? static_cast<std::int64_t>(slides[i]) + 1 : std::int64_t{1});
    if (!alone) label.set("P", text(fmt::format("{}.", slides[i] + 1)));
    numbers.emplace_back(static_cast<std::int64_t>(i));
    numbers.emplace_back(std::move(label));
  }
  return Dict().set("Nums", std::move(numbers));
}

}  // namespace drawplate::pdf
