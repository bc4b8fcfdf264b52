// See tag_text.h (ISO 32000-1, 14.8.4).
#include "pdf/tag_text.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace drawplate::pdf {
namespace {

Mark marked(Mark base, int tag) {
  base.tag = tag;
  return base;
}

std::vector<ParagraphMarks> all_in(int tag, std::size_t count, const Mark& base) { return {count, {marked(base, tag), marked(base, tag)}}; }

/// Paragraphs and lists from paragraphs with levels.
class ListTagger {
 public:
  ListTagger(const TagPlace& place, const Mark& base, Tags& tags) : place_(place), base_(base), tags_(tags) {}

  ParagraphMarks next(const Paragraph& paragraph) {
    const auto level = static_cast<std::size_t>(std::max(0, paragraph.level));
    if (paragraph.bullet) return item(level, paragraph.bullet->kind);
    const bool goes_on = paragraph.indent > 0 && level < open_.size();
    open_.resize(goes_on ? level + 1 : 0);
    const int tag = add_tag(tags_, "P", goes_on ? TagPlace{open_.back().body} : place_);
    return {marked(base_, tag), marked(base_, tag)};
  }

 private:
  struct OpenList {
    int list = 0, body = 0;
    Bullet::Kind kind = Bullet::Kind::mark;
  };

  ParagraphMarks item(std::size_t level, Bullet::Kind kind) {
    if (open_.size() > level + 1) open_.resize(level + 1);
    if (open_.size() == level + 1 && open_.back().kind != kind) open_.pop_back();
    if (open_.size() <= level) open_.push_back({begin_list(kind), 0, kind});
    OpenList& own = open_.back();
    const int entry = add_tag(tags_, "LI", own.list);
    const int label = add_tag(tags_, "Lbl", entry);
    own.body = add_tag(tags_, "LBody", entry);
    return {marked(base_, label), marked(base_, own.body)};
  }

  int begin_list(Bullet::Kind kind) {
    Dict numbering;
    numbering.set("O", name("List")).set("ListNumbering", name(kind == Bullet::Kind::number ? "Decimal" : "Disc"));
    const TagPlace place = open_.empty() ? place_ : TagPlace{open_.back().body};
    return add_tag(tags_, "L", place, Dict().set("A", std::move(numbering)));
  }

  TagPlace place_;
  const Mark& base_;
  Tags& tags_;
  std::vector<OpenList> open_;  // by depth
};

std::vector<ParagraphMarks> tag_paragraphs(const TextBlock& block, const TagPlace& place, const Mark& base, Tags& tags) {
  ListTagger tagger(place, base, tags);
  std::vector<ParagraphMarks> marks;
  for (const Paragraph& paragraph : block.paragraphs) marks.push_back(tagger.next(paragraph));
  return marks;
}

}  // namespace

int add_tag(Tags& tags, std::string_view type, const TagPlace& place, Dict attributes) {
  return add_tag(tags, Tag{std::string(type), place.parent, place.order, std::move(attributes)});
}

std::vector<ParagraphMarks> tag_text(const TextBlock& block, Role role, const TagPlace& place, const Mark& base, Tags& tags) {
  const std::size_t count = block.paragraphs.size();
  switch (role) {
    case Role::diagram_title:
      return all_in(add_tag(tags, "H1", place), count, base);
    case Role::heading:
      return all_in(add_tag(tags, "H2", place), count, base);
    case Role::code:
      return all_in(add_tag(tags, "Code", add_tag(tags, "P", place)), count, base);
    case Role::quote:
      return tag_paragraphs(block, {add_tag(tags, "BlockQuote", place)}, base, tags);
    case Role::footnote:
      return tag_paragraphs(block, {add_tag(tags, "Note", place)}, base, tags);
    default:
      return tag_paragraphs(block, place, base, tags);
  }
}

}  // namespace drawplate::pdf
