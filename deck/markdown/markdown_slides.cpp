// What concerns the whole deck (ids, links, the agenda) is in markdown_deck.cpp.
#include "deck/markdown/markdown_slides.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <functional>
#include <iterator>
#include <set>
#include <utility>
#include <variant>

#include "base/cursor.h"
#include "base/suggest.h"
#include "deck/markdown/layout_names.h"
#include "deck/markdown/markdown_deck.h"
#include "deck/markdown/markdown_divs.h"
#include "deck/markdown/markdown_text.h"
#include "deck/model/blocks.h"

namespace drawplate {
namespace {

constexpr std::size_t most_slides = 10'000;

/// Comments for other programs, which are no notes.
constexpr std::string_view machine_comments[] = {"fit",       "prettier-ignore", "markdownlint-", "eslint-",
                                                 "textlint-", "vale ",           "cspell:",       "omit in toc"};

/// Classes of others' themes without a meaning here; nothing that is read is lost.
constexpr std::string_view silent_classes[] = {"smaller",
                                               "small",
                                               "scrollable",
                                               "unnumbered",
                                               "unlisted",
                                               "center",
                                               "nostretch",
                                               "text-center",
                                               "allowframebreaks",
                                               "fragile",
                                               "plain",
                                               "standout",
                                               "title",
                                               "section",
                                               "white",
                                               "black",
                                               "gaia",
                                               "uncover",
                                               "default",
                                               "no-toc",
                                               "transition-slide",
                                               "has-light-background",
                                               "has-dark-background",
                                               "-"};

const Heading* heading_of(const FlowItem& item) {
  return item.kind == FlowItem::Kind::block ? std::get_if<Heading>(&item.block.what) : nullptr;
}

/// pandoc's rule: the highest level whose heading is followed by something that is no heading.
int natural_slide_level(const std::vector<Region>& regions) {
  int level = 0;
  for (const Region& region : regions) {
    const Heading* before = nullptr;
    for (const FlowItem& item : region.flow) {
      if (item.kind != FlowItem::Kind::block) continue;
      const Heading* const heading = heading_of(item);
      if (!heading && before && (level == 0 || before->level < level)) level = before->level;
      before = heading;
    }
  }
  return level;
}

class SlideMaker {
 public:
  SlideMaker(MarkdownContext& context, DeckDraft draft) : context_(context), draft_(std::move(draft)) {}

  void make() {
    choose_levels();
    for (Region& region : draft_.regions) split(region);
    report_unused_footnotes();
  }

 private:
  void choose_levels();
  void split(Region& region);
  void finish(Flow flow, const Region& region, bool first_of_region);
  void add_item(FlowItem item, SlideSettings& settings, Slide& slide);
  void find_title(Slide& slide, SlideSettings& settings, std::vector<Attributes>& attributes);
  void take_subtitle(Slide& slide, int title_level);
  void apply(const SlideSettings& settings, Slide& slide);
  void apply_classes(const SlideSettings& settings, Slide& slide);
  void put_into_slots(Slide& slide);
  void number_steps(Slide& slide) const;
  void number_footnotes(Slide& slide);
  void report_unused_footnotes();

  MarkdownContext& context_;
  DeckDraft draft_;
  std::set<int> levels_;
  bool first_ = true;
  std::map<std::string, std::size_t, std::less<>> slots_;  // begins of slots in the slide's blocks
  std::vector<std::size_t> pauses_;                        // places in the slide's blocks
  std::vector<Attributes> heading_attributes_;             // by block
  std::set<std::string, std::less<>> used_footnotes_;
};

void SlideMaker::choose_levels() {
  const DeckRules& rules = draft_.rules;
  const bool divided = std::any_of(draft_.regions.begin(), draft_.regions.end(), [](const Region& region) { return region.divided; });
  int level = rules.slide_level;
  if (level == 0 && rules.dividing_levels.empty() && !rules.marp && (!divided || rules.title_slide))
    level = natural_slide_level(draft_.regions);
  levels_.insert(rules.dividing_levels.begin(), rules.dividing_levels.end());
  for (int each = 1; each <= level; ++each) levels_.insert(each);
  draft_.rules.slide_level = level;
}

/// Divides a region at its headings; what stands before the first of them and is no block goes with it.
void SlideMaker::split(Region& region) {
  Flow flow;
  bool has_block = false, is_first = true;
  for (FlowItem& item : region.flow) {
    const Heading* const heading = heading_of(item);
    if (heading && has_block && levels_.contains(heading->level)) {
      finish(std::exchange(flow, {}), region, std::exchange(is_first, false));
      has_block = false;
    }
    has_block = has_block || item.kind == FlowItem::Kind::block;
    flow.push_back(std::move(item));
  }
  finish(std::move(flow), region, is_first);
}

void SlideMaker::add_item(FlowItem item, SlideSettings& settings, Slide& slide) {
  const auto add_note = [&](std::string_view text) {
    if (trimmed(text).empty()) return;
    if (!slide.notes.empty()) slide.notes += "\n\n";
    slide.notes += trimmed(text);
  };
  switch (item.kind) {
    case FlowItem::Kind::block:
      slide.blocks.push_back(std::move(item.block));
      heading_attributes_.push_back(std::move(item.attributes));
      break;
    case FlowItem::Kind::comment: {
      const std::string_view text = trimmed(item.text);
      if (is_directive(text)) {
        Excerpt yaml(item.origin.source);
        yaml.append(item.text, item.origin.begin + 4);
        apply_settings({context_, draft_.rules, settings, draft_.carried}, yaml, SettingPlace::comment);
      } else if (std::none_of(std::begin(machine_comments), std::end(machine_comments),
                              [&](auto word) { return text.starts_with(word); })) {
        add_note(text);
      }
      break;
    }
    case FlowItem::Kind::pause:
      pauses_.push_back(slide.blocks.size());
      break;
    case FlowItem::Kind::background:
      item.background.image = context_.image(item.text, item.origin);
      slide.backgrounds.push_back(std::move(item.background));
      break;
    case FlowItem::Kind::note:
      add_note(item.text);
      break;
    case FlowItem::Kind::slot:
      slots_.emplace(item.text, slide.blocks.size());
      break;
  }
}

/// The first heading at the top is the title.
void SlideMaker::find_title(Slide& slide, SlideSettings& settings, std::vector<Attributes>& attributes) {
  for (std::size_t i = 0; i < slide.blocks.size(); ++i) {
    auto* const heading = std::get_if<Heading>(&slide.blocks[i].what);
    if (!heading) continue;
    const int level = heading->level;
    slide.title = std::move(heading->text);
    apply_attributes({context_, draft_.rules, settings, draft_.carried}, attributes[i]);
    slide.blocks.erase(slide.blocks.begin() + static_cast<std::ptrdiff_t>(i));
    for (auto& slot : slots_) slot.second -= slot.second > i;
    for (std::size_t& pause : pauses_) pause -= pause > i;
    const bool headings_divide = !levels_.empty();  // then a lower heading is one of the slide's text
    if (i == 0 && (!headings_divide || slide.blocks.size() == 1)) take_subtitle(slide, level);
    const bool divides = draft_.rules.slide_level > 0 && level < draft_.rules.slide_level;
    const bool alone = level == 1 && slide.blocks.empty() && slide.backgrounds.empty() && !context_.deck.slides.empty() &&
                       draft_.rules.slide_level == 0 && settings.layout.text.empty() && settings.image.text.empty() &&
                       settings.background_image.text.empty();
    if (divides || alone) {
      slide.section = slide.title.plain();
      if (slide.blocks.empty()) slide.layout = SlideLayout::section;
    }
    return;
  }
}

/// A lower heading right under the title is its subtitle, where no other heading makes it one of several.
void SlideMaker::take_subtitle(Slide& slide, int title_level) {
  if (slide.blocks.empty()) return;
  auto* const heading = std::get_if<Heading>(&slide.blocks.front().what);
  const auto is_heading = [](const Block& block) { return std::holds_alternative<Heading>(block.what); };
  if (!heading || heading->level <= title_level || std::count_if(slide.blocks.begin(), slide.blocks.end(), is_heading) != 1) return;
  slide.subtitle = std::move(heading->text);
  slide.blocks.erase(slide.blocks.begin());
  for (auto& slot : slots_) slot.second -= slot.second > 0;
  for (std::size_t& pause : pauses_) pause -= pause > 0;
}

void SlideMaker::apply_classes(const SlideSettings& settings, Slide& slide) {
  for (const std::string& name : settings.classes) {
    const auto layout = find_layout(name);
    if (name == "invert" || name == "inverse" || name == "dark") {
      slide.inverted = true;
    } else if (layout && slide.layout == SlideLayout::automatic) {
      slide.layout = *layout;
    } else if (!layout && std::find(std::begin(silent_classes), std::end(silent_classes), name) == std::end(silent_classes)) {
      context_.warn_once("class " + name, slide.origin, fmt::format("the class '{}' means nothing here", name))
          .help("classes that do: invert, and the names of layouts");
    }
  }
}

void SlideMaker::apply(const SlideSettings& settings, Slide& slide) {
  slide.header = settings.header;
  slide.footer = settings.footer;
  slide.paginate = settings.paginate;
  slide.text_color = settings.color;
  if (!settings.id.empty()) slide.id = settings.id;
  if (slide.title.empty() && !settings.title.empty()) slide.title = {{TextSpan{.text = settings.title}}, slide.origin};
  if (!settings.layout.text.empty()) {
    if (const auto layout = find_layout(settings.layout.text)) {
      slide.layout = *layout;
    } else {
      context_.report.warning(settings.layout.span, fmt::format("unknown layout '{}'", settings.layout.text))
          .help(suggest_layout(settings.layout.text));
    }
  }
  apply_classes(settings, slide);
  // A statement is one large text: a slide that is more is laid out by its content.
  const bool is_text = std::all_of(slide.blocks.begin(), slide.blocks.end(), [](const Block& block) {
    return std::holds_alternative<TextParagraph>(block.what) || std::holds_alternative<Heading>(block.what);
  });
  if (slide.layout == SlideLayout::statement && (!is_text || !slide.backgrounds.empty())) slide.layout = SlideLayout::automatic;
  if (slide.layout == SlideLayout::statement && context_.deck.slides.empty()) slide.layout = SlideLayout::title;
  if (settings.background_color) slide.backgrounds.insert(slide.backgrounds.begin(), SlideBackground{.color = settings.background_color});
  const auto add_image = [&](const PlacedWord& file, SlideBackground::Side side) {
    if (file.text.empty()) return;
    slide.backgrounds.push_back({.side = side, .fit = settings.fit, .image = context_.image(file.text, file.span)});
  };
  add_image(settings.background_image, SlideBackground::Side::whole);
  add_image(settings.image, slide.layout == SlideLayout::image_left    ? SlideBackground::Side::left
                            : slide.layout == SlideLayout::image_right ? SlideBackground::Side::right
                                                                       : SlideBackground::Side::whole);
}

/// Slidev's slots: what stands before ::right:: is the left column, unless ::left:: says where that begins.
void SlideMaker::put_into_slots(Slide& slide) {
  const auto right = slots_.find("right"), left = slots_.find("left");
  if (right == slots_.end()) return;
  const std::size_t size = slide.blocks.size();
  const std::size_t left_begin = left == slots_.end() ? 0 : left->second;
  const std::size_t right_begin = right->second;
  std::size_t end = size;
  for (const auto& [name, begin] : slots_)
    if (begin > right_begin) end = std::min(end, begin);
  if (left_begin > right_begin) return;
  const auto moved = [&](std::size_t from, std::size_t to) {
    return Blocks(std::make_move_iterator(slide.blocks.begin() + static_cast<std::ptrdiff_t>(from)),
                  std::make_move_iterator(slide.blocks.begin() + static_cast<std::ptrdiff_t>(to)));
  };
  Blocks blocks = moved(0, left_begin);
  Columns columns;
  columns.columns.push_back({{}, moved(left_begin, right_begin)});
  columns.columns.push_back({{}, moved(right_begin, end)});
  blocks.push_back({std::move(columns), slide.origin});
  for (Block& block : moved(end, size)) blocks.push_back(std::move(block));
  slide.blocks = std::move(blocks);
}

/// What waits for its step gets the next; what stands behind a pause, that of the pause.
void SlideMaker::number_steps(Slide& slide) const {
  std::size_t next_pause = 0;
  for (std::size_t i = 0; i < slide.blocks.size(); ++i) {
    const std::size_t passed = next_pause;
    while (next_pause < pauses_.size() && pauses_[next_pause] <= i) ++next_pause;
    if (slide.blocks[i].step == 0 && next_pause > 0) slide.blocks[i].step = next_pause > passed ? next_step : same_step;
  }
  int steps = 0;
  for_each_step(slide.blocks, [&](int& step) {
    if (step == next_step) ++steps;
    if (step < 0) step = steps;
  });
}

void SlideMaker::number_footnotes(Slide& slide) {
  std::map<std::string, std::string, std::less<>> marks;
  const auto number = [&](RichText& text) {
    for (TextSpan& span : text.spans) {
      if (!span.link.starts_with(footnote_link)) continue;
      const std::string name = span.link.substr(footnote_link.size());
      span.link.clear();
      const auto found = draft_.notes.footnotes.find(name);
      if (found == draft_.notes.footnotes.end()) {
        context_.report.warning(text.origin, fmt::format("there is no footnote '{}'", name))
            .help(fmt::format("define it with '[^{}]: …'", name));
        span.superscript = false;
        span.text = fmt::format("[^{}]", name);
        continue;
      }
      const auto [mark, is_new] = marks.emplace(name, std::to_string(marks.size() + 1));
      span.text = mark->second;
      if (!is_new) continue;
      used_footnotes_.insert(name);
      slide.footnotes.push_back(found->second);
      slide.footnotes.back().mark = mark->second;
    }
  };
  number(slide.title);
  number(slide.subtitle);
  for_each_text(slide.blocks, number);
}

void SlideMaker::report_unused_footnotes() {
  for (const auto& [name, footnote] : draft_.notes.footnotes) {
    if (!used_footnotes_.contains(name)) context_.report.warning(footnote.origin, fmt::format("the footnote '{}' is used nowhere", name));
  }
}

void SlideMaker::finish(Flow flow, const Region& region, bool first_of_region) {
  SlideSettings settings = std::exchange(first_, false) ? draft_.first : draft_.carried;
  slots_.clear();
  pauses_.clear();
  heading_attributes_.clear();
  Slide slide;
  slide.origin = flow.empty() ? region.origin : flow.front().origin;
  if (first_of_region && region.front_matter)
    apply_settings({context_, draft_.rules, settings, draft_.carried}, *region.front_matter, SettingPlace::slide);
  const bool has_content = std::any_of(flow.begin(), flow.end(), [](const FlowItem& item) {
    return item.kind != FlowItem::Kind::comment && item.kind != FlowItem::Kind::note;
  });
  for (FlowItem& item : flow) add_item(std::move(item), settings, slide);
  find_title(slide, settings, heading_attributes_);
  if (settings.hidden) return;
  if (!settings.source.text.empty()) {
    include_deck(context_, settings.source);
    return;
  }
  // What stands before the first divider may be settings alone.
  const bool is_nothing = !has_content && !region.front_matter && slide.notes.empty() && settings.layout.text.empty();
  if (is_nothing && (context_.deck.slides.empty() || &region == &draft_.regions.back())) {
    if (context_.deck.slides.empty()) {
      first_ = true;
      draft_.first = settings;
    }
    return;
  }
  if (context_.deck.slides.size() >= most_slides) {
    context_.warn_once("too many slides", slide.origin, fmt::format("a deck has at most {} slides: the rest is left out", most_slides));
    return;
  }
  apply(settings, slide);
  number_steps(slide);
  put_into_slots(slide);
  number_footnotes(slide);
  context_.deck.slides.push_back(std::move(slide));
}

}  // namespace

void make_slides(MarkdownContext& context, DeckDraft draft) { SlideMaker(context, std::move(draft)).make(); }

}  // namespace drawplate
