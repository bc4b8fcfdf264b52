// See structure.h (ISO 32000-1, 14.7 and 14.8).
#include "pdf/structure.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <utility>
#include <variant>

namespace drawplate::pdf {
namespace {

struct Element;
struct AnnotationKid {
  std::size_t link = 0;
};
using Kid = std::variant<int, AnnotationKid, std::unique_ptr<Element>>;  // an MCID, an annotation or an element

struct Element {
  std::string type;
  Dict attributes{};
  std::vector<Kid> kids{};

  Element& add(Element child) {
    kids.emplace_back(std::make_unique<Element>(std::move(child)));
    return *std::get<std::unique_ptr<Element>>(kids.back());
  }
};

void add_sequence(Element& parent, const Mark& mark, int mcid) {
  if (mark.actual_text.empty() && mark.lang.empty()) {
    parent.kids.emplace_back(mcid);
    return;
  }
  Element& span = parent.add({"Span"});
  if (!mark.actual_text.empty()) span.attributes.set("ActualText", text(mark.actual_text));
  if (!mark.lang.empty()) span.attributes.set("Lang", text(mark.lang));
  span.kids.emplace_back(mcid);
}

/// A page's sequences as elements of its section: by the order of its parts, and within a part by rank.
class PageElements {
 public:
  PageElements(Element& section, const TaggedPage& page, std::size_t number)
      : section_(section), page_(page), number_(number), made_(page.tags.size(), nullptr) {
    for (std::size_t i = 0; i < page.tags.size(); ++i)
      if (page.tags[i].always && page.tags[i].parent) always_[*page.tags[i].parent].push_back(static_cast<int>(i));
  }

  void add_all() {
    for (const int mcid : in_reading_order()) add(mcid);
    for (const auto& [link, element] : links_) element->kids.emplace_back(AnnotationKid{static_cast<std::size_t>(link)});
  }

 private:
  const Tag& tag(int index) const { return page_.tags[static_cast<std::size_t>(index)]; }

  int order_of(int index) const {
    while (tag(index).parent) index = *tag(index).parent;
    return tag(index).order;
  }

  std::vector<int> in_reading_order() const {
    std::vector<int> mcids;
    for (std::size_t i = 0; i < page_.sequences.size(); ++i) mcids.push_back(static_cast<int>(i));
    std::ranges::stable_sort(mcids, {}, [&](int mcid) {
      const Mark& mark = page_.sequences[static_cast<std::size_t>(mcid)];
      return std::pair{order_of(*mark.tag), mark.rank};
    });
    return mcids;
  }

  Element& element(int index) {
    Element*& made = made_[static_cast<std::size_t>(index)];
    if (made) return *made;
    Element& parent = tag(index).parent ? element(*tag(index).parent) : section_;
    if (made) return *made;  // with its parent
    made = &parent.add({tag(index).type, tag(index).attributes});
    if (tag(index).type == "Note") made->attributes.set("ID", text(fmt::format("note-{}-{}", number_ + 1, index)));  // unique in the file
    if (const auto found = always_.find(index); found != always_.end())
      for (const int child : found->second) element(child);
    return *made;
  }

  /// Sequences of one link are gathered under it.
  void add(int mcid) {
    const Mark& mark = page_.sequences[static_cast<std::size_t>(mcid)];
    Element& own = element(*mark.tag);
    if (!mark.link) return add_sequence(own, mark, mcid);
    const auto [place, is_new] = links_.try_emplace(*mark.link, nullptr);
    if (is_new) {
      place->second = &own.add({"Link"});
      place->second->attributes.set("Alt", text(page_.links[static_cast<std::size_t>(*mark.link)].text));
    }
    add_sequence(*place->second, mark, mcid);
  }

  Element& section_;
  const TaggedPage& page_;
  std::size_t number_;
  std::vector<Element*> made_;
  std::map<int, std::vector<int>> always_;
  std::map<int, Element*> links_;
};

/// Writes elements and notes, for every MCID and annotation, the element it belongs to.
class TreeWriter {
 public:
  TreeWriter(std::span<const TaggedPage> pages, ObjectTable& objects) : pages_(pages), objects_(objects) {
    for (const TaggedPage& page : pages) owners_.emplace_back(page.sequences.size());
  }

  /// `page`: index of the page that the element lies on; the document lies on none.
  Ref write(const Element& element, Ref parent, std::optional<std::size_t> page) {
    const Ref place = objects_.reserve();
    Array kids;
    for (const Kid& kid : element.kids) kids.push_back(write_kid(kid, place, page));
    Dict dict = element.attributes;
    dict.set("Type", name("StructElem")).set("S", name(element.type)).set("P", parent);
    if (!kids.empty()) dict.set("K", std::move(kids));
    if (page) dict.set("Pg", pages_[*page].page);
    objects_.set(place, std::move(dict));
    return place;
  }

  Ref write_document(const std::vector<Element>& by_page, Ref root) {
    const Ref document = objects_.reserve();
    Array kids;
    for (std::size_t i = 0; i < by_page.size(); ++i) {
      if (by_page.size() > 1) {
        kids.push_back(write(by_page[i], document, i));
      } else {  // one page needs no section around it
        for (const Kid& kid : by_page[i].kids) kids.push_back(write_kid(kid, document, i));
      }
    }
    Dict dict;
    dict.set("Type", name("StructElem")).set("S", name("Document")).set("P", root).set("K", std::move(kids));
    objects_.set(document, std::move(dict));
    return document;
  }

  /// The number tree from keys to elements, in leaves of 64.
  Ref write_parent_tree() {
    std::map<std::int64_t, Object> entries(annotations_.begin(), annotations_.end());
    for (std::size_t i = 0; i < owners_.size(); ++i)
      entries.emplace(static_cast<std::int64_t>(i), Array(owners_[i].begin(), owners_[i].end()));
    constexpr std::size_t leaf_size = 64;
    Array leaves;
    for (auto at = entries.begin(); at != entries.end();) {
      const std::int64_t first = at->first;
      std::int64_t last = first;
      Array numbers;
      for (std::size_t i = 0; i < leaf_size && at != entries.end(); ++i, ++at) {
        last = at->first;
        numbers.emplace_back(at->first);
        numbers.push_back(at->second);
      }
      leaves.emplace_back(objects_.add(Dict().set("Limits", Array{first, last}).set("Nums", std::move(numbers))));
    }
    return objects_.add(Dict().set("Kids", std::move(leaves)));
  }

 private:
  Object write_kid(const Kid& kid, Ref owner, std::optional<std::size_t> page) {
    if (const auto* child = std::get_if<std::unique_ptr<Element>>(&kid)) return write(**child, owner, page);
    const TaggedPage& on = pages_[*page];
    if (const int* mcid = std::get_if<int>(&kid)) {
      owners_[*page][static_cast<std::size_t>(*mcid)] = owner;
      if (!on.form) return *mcid;
      return Dict().set("Type", name("MCR")).set("Pg", on.page).set("Stm", *on.form).set("MCID", *mcid);
    }
    const std::size_t link = std::get<AnnotationKid>(kid).link;
    annotations_.emplace(on.first_annotation_key + static_cast<std::int64_t>(link), owner);
    Dict reference;
    reference.set("Type", name("OBJR")).set("Obj", on.annotations[link]).set("Pg", on.page);
    return reference;
  }

  std::span<const TaggedPage> pages_;
  ObjectTable& objects_;
  std::vector<std::vector<Ref>> owners_;
  std::map<std::int64_t, Ref> annotations_;
};

}  // namespace

Ref write_structure(std::span<const TaggedPage> pages, ObjectTable& objects) {
  std::vector<Element> by_page;
  std::int64_t next_key = static_cast<std::int64_t>(pages.size());
  for (const TaggedPage& page : pages) {
    Element section{"Sect"};
    if (!page.title.empty()) section.attributes.set("T", text(page.title));
    PageElements(section, page, by_page.size()).add_all();
    by_page.push_back(std::move(section));
    next_key += static_cast<std::int64_t>(page.annotations.size());
  }
  const Ref root = objects.reserve();
  TreeWriter writer(pages, objects);
  const Ref document = writer.write_document(by_page, root);
  Dict dict;
  dict.set("Type", name("StructTreeRoot")).set("K", document);
  dict.set("ParentTree", writer.write_parent_tree()).set("ParentTreeNextKey", next_key);
  objects.set(root, std::move(dict));
  return root;
}

}  // namespace drawplate::pdf
