// The deck's own line; a lone diagram says page and theme itself.
#include "deck/model/dump_deck.h"

#include <fmt/format.h>

#include <iterator>
#include <string_view>

#include "deck/model/dump_diagram.h"
#include "deck/model/dump_slide.h"

namespace drawplate {

std::string dump_deck(const Deck& deck) {
  std::string out = "deck";
  const auto add = [&](std::string_view key, const std::string& value) {
    if (!value.empty()) fmt::format_to(std::back_inserter(out), " {}={}", key, dump_quoted(value));
  };
  add("title", deck.title);
  add("subtitle", deck.subtitle);
  add("author", deck.author);
  add("date", deck.date);
  add("lang", deck.lang);
  if (!deck.slides.empty() && !deck.slides.front().whole_page) {
    add("page", deck.page);
    add("theme", deck.theme);
  }
  out += "\n";
  for (const Slide& slide : deck.slides) out += slide.whole_page ? dump_diagram(*slide.whole_page) : dump_slide(slide, deck);
  return out;
}

}  // namespace drawplate
