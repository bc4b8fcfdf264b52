// Ids, links, agendas, the title slide and decks that are taken in, a function each.
#include "deck/markdown/markdown_deck.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <system_error>
#include <utility>
#include <variant>
#include <vector>

#include "base/cursor.h"
#include "base/suggest.h"
#include "base/utf8.h"
#include "deck/model/blocks.h"

namespace drawplate {
namespace {

/// GitHub's way of making an id of a heading: letters and digits in lower case, blanks as hyphens, all else left out.
std::string slug_of(std::string_view title) {
  std::string slug;
  for (const char c : title) {
    if (is_letter(c) || is_digit(c) || !is_ascii(c)) slug += to_lower(c);
    if ((c == ' ' || c == '-' || c == '_' || c == '\n') && !slug.empty() && slug.back() != '-') slug += '-';
  }
  while (!slug.empty() && slug.back() == '-') slug.pop_back();
  return slug;
}

void give_ids(Deck& deck) {
  std::set<std::string, std::less<>> taken;
  for (const Slide& slide : deck.slides)
    if (!slide.id.empty()) taken.insert(slide.id);
  std::map<std::string, int, std::less<>> next;  // the number that the next of the same name tries
  for (std::size_t i = 0; i < deck.slides.size(); ++i) {
    Slide& slide = deck.slides[i];
    if (!slide.id.empty()) continue;
    std::string base = slug_of(slide.title.plain());
    if (base.empty()) base = fmt::format("slide-{}", i + 1);
    std::string id = base;
    for (int& number = next[base]; !taken.insert(id).second;) id = fmt::format("{}-{}", base, ++number);
    slide.id = std::move(id);
  }
}

/// Slidev's and reveal's links by number: "/3", "#3", "#/3".
std::optional<std::size_t> slide_number(std::string_view link) {
  if (link.starts_with('#')) link.remove_prefix(1);
  if (link.starts_with('/')) link.remove_prefix(1);
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(link.data(), link.data() + link.size(), number);
  if (error != std::errc() || end != link.data() + link.size() || link.empty()) return std::nullopt;
  return number;
}

constexpr int deepest_include = 8;

}  // namespace

void link_slides(MarkdownContext& context) {
  Deck& deck = context.deck;
  give_ids(deck);
  std::set<std::string, std::less<>> ids;
  for (const Slide& slide : deck.slides) ids.insert(slide.id);
  const auto check = [&](RichText& text) {
    for (TextSpan& span : text.spans) {
      const bool by_number = span.link.starts_with('/');
      if (!span.link.starts_with('#') && !by_number) continue;
      const auto number = slide_number(span.link);
      if (number && *number >= 1 && *number <= deck.slides.size() && !ids.contains(span.link.substr(1))) {
        span.link = "#" + deck.slides[*number - 1].id;
        continue;
      }
      if (ids.contains(span.link.substr(1)) || span.link == "#") continue;
      const std::vector<std::string_view> known(ids.begin(), ids.end());
      context.report.warning(text.origin, fmt::format("the link '{}' leads to no slide", span.link))
          .help(did_you_mean(span.link.substr(1), known));
      span.link.clear();
    }
  };
  for (Slide& slide : deck.slides) {
    check(slide.title);
    check(slide.subtitle);
    for_each_text(slide.blocks, check);
    for (Footnote& footnote : slide.footnotes) for_each_text(footnote.blocks, check);
  }
}

void fill_agendas(Deck& deck) {
  List sections{.ordered = true, .tight = false};
  for (const Slide& slide : deck.slides) {
    if (slide.section.empty()) continue;
    TextParagraph line{{{TextSpan{.text = slide.section, .link = "#" + slide.id}}, slide.origin}};
    ListItem item;
    item.origin = slide.origin;
    item.blocks.push_back({std::move(line), slide.origin});
    sections.items.push_back(std::move(item));
  }
  if (sections.items.empty()) return;
  for (Slide& slide : deck.slides) {
    const bool has_list =
        std::any_of(slide.blocks.begin(), slide.blocks.end(), [](const Block& block) { return std::holds_alternative<List>(block.what); });
    if (slide.layout == SlideLayout::agenda && !has_list) slide.blocks.push_back({sections, slide.origin});
  }
}

void add_title_slide(Deck& deck) {
  const auto is_text = [](const Block& block) { return std::holds_alternative<TextParagraph>(block.what); };
  if (deck.title.empty()) return;
  if (!deck.slides.empty()) {
    const Slide& first = deck.slides.front();
    const bool repeats = first.title.plain() == deck.title && std::all_of(first.blocks.begin(), first.blocks.end(), is_text);
    if (first.layout == SlideLayout::title || repeats) return;
  }
  Slide slide;
  slide.layout = SlideLayout::title;
  const auto text = [](std::string words) { return RichText{{TextSpan{.text = std::move(words)}}, {}}; };
  slide.title = text(deck.title);
  if (!deck.subtitle.empty()) slide.subtitle = text(deck.subtitle);
  for (const std::string& line : {deck.author, deck.date})
    if (!line.empty()) slide.blocks.push_back({TextParagraph{text(line)}, {}});
  deck.slides.insert(deck.slides.begin(), std::move(slide));
}

std::string suggest_layout(std::string_view name) {
  constexpr std::string_view ours[] = {"title",       "section",    "content",    "two-columns", "comparison",
                                       "image-right", "image-left", "full-image", "quote",       "statement",
                                       "diagram",     "table",      "code",       "agenda",      "blank"};
  const std::string hint = did_you_mean(name, ours);
  return hint.empty() ? fmt::format("known are {}", one_of(ours)) : hint;
}

/// Of the slides from `begin` on those that "2,4-6" names, in their order; false where it names none.
bool keep_chosen(std::vector<Slide>& slides, std::size_t begin, std::string_view choice) {
  const std::size_t count = slides.size() - begin;
  std::vector<bool> chosen(count, false);
  const auto number_at = [&](std::size_t& at) {
    std::size_t number = 0;
    while (at < choice.size() && is_digit(choice[at]) && number < 100'000)
      number = number * 10 + static_cast<std::size_t>(choice[at++] - '0');
    return number;
  };
  for (std::size_t at = 0; at < choice.size();) {
    const std::size_t first = number_at(at);
    std::size_t last = first;
    if (at < choice.size() && choice[at] == '-') last = number_at(++at);
    const bool good = first > 0 && last >= first && last <= count && (at == choice.size() || choice[at] == ',');
    if (!good) return false;
    for (std::size_t i = first; i <= last; ++i) chosen[i - 1] = true;
    ++at;
  }
  std::size_t to = begin;
  for (std::size_t i = 0; i < count; ++i) {
    if (!chosen[i]) continue;
    if (to != begin + i) slides[to] = std::move(slides[begin + i]);
    ++to;
  }
  slides.resize(to);
  return true;
}

void include_deck(MarkdownContext& context, const PlacedWord& file) {
  if (!context.arguments.read_file) {
    context.report.error(file.span, fmt::format("cannot read '{}': files are not read here", file.text));
    return;
  }
  if (context.include_depth >= deepest_include) {
    context.report.error(file.span, fmt::format("decks include each other deeper than {} levels", deepest_include));
    return;
  }
  const std::string name = file.text.substr(0, file.text.find('#'));
  const std::string choice = name.size() < file.text.size() ? file.text.substr(name.size() + 1) : "";
  const std::size_t before = context.deck.slides.size();
  const auto source = context.arguments.read_file(name, file.span);
  if (!source || !is_fit_to_read(context.sources, *source, context.report)) return;
  MarkdownContext inner{context.sources, *source, context.arguments, context.report, context.deck, context.highlighter};
  inner.images = std::move(context.images);
  inner.said = std::move(context.said);
  inner.diagrams = context.diagrams;
  inner.table_cells = context.table_cells;
  inner.include_depth = context.include_depth + 1;
  const Deck head = {
      .title = context.deck.title, .subtitle = context.deck.subtitle, .author = context.deck.author, .date = context.deck.date};
  make_slides(inner, draft_deck(inner));
  if (!choice.empty() && !keep_chosen(context.deck.slides, before, choice))
    context.report.warning(file.span, fmt::format("'#{}' is no choice of the file's slides: all are taken", choice))
        .help("write it as #2,4-6");
  context.deck.title = head.title;
  context.deck.subtitle = head.subtitle;
  context.deck.author = head.author;
  context.deck.date = head.date;
  context.images = std::move(inner.images);
  context.said = std::move(inner.said);
  context.diagrams = inner.diagrams;
  context.table_cells = inner.table_cells;
}

}  // namespace drawplate
