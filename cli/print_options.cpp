// First what words stand in each other's way, then each word by itself.
#include "cli/print_options.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/suggest.h"
#include "deck/model/page_size.h"

namespace drawplate {
namespace {

struct Choice {
  std::string_view name;
  int value;
};
constexpr std::array<Choice, 6> counts = {{{"1", 1}, {"2", 2}, {"3", 3}, {"4", 4}, {"6", 6}, {"9", 9}}};

Result<Size> paper_of(const std::string& option, const std::string& name) {
  const auto page = parse_page_size(name.empty() ? "A4" : name);
  constexpr Pt smallest = 200;
  if (!page || page->fit) {
    const std::string help = did_you_mean(name, page_size_names());
    return failure(fmt::format("{} takes a page size, not '{}'{}", option, name, help.empty() ? "" : "; " + help));
  }
  if (std::min(page->size.width, page->size.height) < smallest)
    return failure(fmt::format("{} '{}' is too small to print on", option, name));
  return page->size;
}

Result<int> count_of(const std::string& name) {
  if (name.empty()) return 3;
  for (const Choice& choice : counts)
    if (choice.name == name) return choice.value;
  return failure(fmt::format("--per-page takes 1, 2, 3, 4, 6 or 9, not '{}'", name));
}

/// What stands in the way of these words together; empty where nothing does.
std::string_view clash(const PrintWords& words, bool is_handout) {
  if (words.notes && words.lines) return "--notes and --lines want the same room; leave one out";
  if (!words.tile.empty() && words.poster.empty()) return "--tile is for posters; add --poster SIZE";
  if (!words.poster.empty() && (words.notes || words.lines || !words.per_page.empty()))
    return "a poster has one page and no notes; leave the rest out";
  if (is_handout) return {};
  if (words.lines || !words.per_page.empty() || !words.poster.empty())
    return "--lines, --per-page and --poster are for 'drawplate handout'";
  if (!words.paper.empty() && !words.notes) return "--paper is for handouts and --notes; for the pages themselves there is --page";
  return {};
}

}  // namespace

Result<PrintOptions> read_print_words(const PrintWords& words, bool is_handout) {
  if (const std::string_view wrong = clash(words, is_handout); !wrong.empty()) return failure(std::string(wrong));
  PrintOptions options;
  options.steps = words.steps;
  options.wants_sheets = is_handout || words.notes;
  const auto count = count_of(words.per_page);
  if (!count) return tl::unexpected(count.error());
  const auto paper = paper_of("--paper", words.paper);
  if (!paper) return tl::unexpected(paper.error());
  options.handout = {is_handout ? *count : 1, *paper, BesideSlides::nothing};
  if (words.notes) options.handout.beside = BesideSlides::notes;
  if (words.lines) options.handout.beside = BesideSlides::lines;
  if (words.poster.empty()) return options;
  const auto poster = paper_of("--poster", words.poster), tile = paper_of("--tile", words.tile);
  if (!poster) return tl::unexpected(poster.error());
  if (!tile) return tl::unexpected(tile.error());
  options.poster = PosterOptions{*poster, *tile};
  return options;
}

}  // namespace drawplate
