// One line a block, by what it is.
#include "deck/model/dump_slide.h"

#include <fmt/format.h>

#include <array>
#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "deck/model/dump_diagram.h"
#include "deck/model/vocabulary.h"

namespace drawplate {
namespace {

constexpr std::array<std::string_view, 16> layout_words = {
    "automatic",  "title", "section",   "content", "two-columns", "comparison", "image-right", "image-left",
    "full-image", "quote", "statement", "diagram", "table",       "code",       "agenda",      "blank"};
static_assert(static_cast<std::size_t>(SlideLayout::blank) + 1 == layout_words.size());
constexpr std::array<std::string_view, 5> admonition_words = {"note", "tip", "important", "warning", "caution"};
constexpr std::array<std::string_view, 4> align_words = {"auto", "left", "center", "right"};
constexpr std::string_view token_letters = ".ktfsncvae";
static_assert(static_cast<std::size_t>(CodeToken::count_) == token_letters.size());

std::string width_of(std::string_view key, const BlockWidth& width) {
  if (width.fraction) return fmt::format(" {}={}%", key, *width.fraction * 100);
  return width.length ? fmt::format(" {}={}pt", key, *width.length) : std::string();
}

std::string text_of(std::string_view key, const RichText& text) {
  return text.empty() ? std::string() : fmt::format(" {}={}", key, dump_text(text));
}
std::string string_of(std::string_view key, std::string_view text) {
  return text.empty() ? std::string() : fmt::format(" {}={}", key, dump_quoted(text));
}
std::string step_of(int step) { return step == 0 ? std::string() : fmt::format(" step={}", step); }

/// Writes blocks, each of its kind, at a depth.
class Dumper {
 public:
  Dumper(const Deck& deck, std::string& out) : deck_(deck), out_(out) {}

  void blocks(const Blocks& blocks, int depth) {
    for (const Block& block : blocks) {
      depth_ = depth;
      step_ = block.step;
      std::visit(*this, block.what);
    }
  }

  void operator()(const TextParagraph& paragraph) { line("text " + dump_text(paragraph.text)); }
  void operator()(const Heading& heading) { line(fmt::format("heading {} {}", heading.level, dump_text(heading.text))); }
  void operator()(const List& list) {
    line(fmt::format("list{}{}{}", list.ordered ? " ordered" : "", list.start != 1 ? fmt::format(" start={}", list.start) : "",
                     list.tight ? "" : " loose"));
    const int depth = depth_ + 1;
    for (const ListItem& item : list.items) {
      depth_ = depth;
      step_ = item.step;
      line(fmt::format("item{}", item.checked ? *item.checked ? " [x]" : " [ ]" : ""));
      blocks(item.blocks, depth + 1);
    }
  }
  void operator()(const Quote& quote) {
    line("quote" + text_of("by", quote.attribution));
    blocks(quote.blocks, depth_ + 1);
  }
  void operator()(const Admonition& admonition) {
    line(fmt::format("admonition {}{}", word_for(admonition.kind, admonition_words), text_of("title", admonition.title)));
    blocks(admonition.blocks, depth_ + 1);
  }
  void operator()(const Table& table) {
    std::string columns;
    for (const CellAlign align : table.columns) columns += (columns.empty() ? "" : ",") + std::string(word_for(align, align_words));
    line(fmt::format("table {}{}{}", columns, table.has_header ? "" : " no-header", text_of("caption", table.caption)));
    ++depth_;
    for (const auto& row : table.rows) {
      std::string cells;
      for (const RichText& cell : row) cells += (cells.empty() ? "" : " | ") + dump_text(cell);
      line("row " + cells);
    }
  }
  void operator()(const Code& code) {
    std::string emphasised;
    for (const int number : code.emphasised) emphasised += (emphasised.empty() ? " lines=" : ",") + std::to_string(number);
    line(fmt::format("code {}{}{}{}", code.language, emphasised, code.numbered ? " numbered" : "", string_of("title", code.title)));
    ++depth_;
    for (const auto& spans : code.lines) {
      std::string parts;
      for (const CodeSpan& span : spans) {
        if (span.token != CodeToken::plain) parts += token_letters[static_cast<std::size_t>(span.token)];
        parts += dump_quoted(span.text);
      }
      line("| " + parts);
    }
  }
  void operator()(const Image& image) {
    line(fmt::format("image {}{}{}{}{}", deck_.images[static_cast<std::size_t>(image.file)].path, string_of("alt", image.alt),
                     text_of("caption", image.caption), width_of("width", image.width), width_of("height", image.height)));
  }
  void operator()(const Math& math) { line("math " + dump_quoted(math.tex)); }
  void operator()(const EmbeddedDiagram& diagram) {
    line(fmt::format("embedded{}{}{}", string_of("alt", diagram.alt), text_of("caption", diagram.caption),
                     width_of("width", diagram.width)));
    const std::string dump = dump_diagram(diagram.diagram);
    ++depth_;
    for (std::size_t at = 0; at < dump.size();) {
      const std::size_t end = dump.find('\n', at);
      line(dump.substr(at, end - at));
      at = end + 1;
    }
  }
  void operator()(const Columns& columns) {
    line("columns");
    const int depth = depth_ + 1;
    for (const Column& column : columns.columns) {
      depth_ = depth;
      line("column" + width_of("width", column.width));
      blocks(column.blocks, depth + 1);
    }
  }

  void line(const std::string& text) {
    out_.append(static_cast<std::size_t>(2 * depth_), ' ');
    out_ += text + step_of(std::exchange(step_, 0)) + "\n";
  }

 private:
  const Deck& deck_;
  std::string& out_;
  int depth_ = 1, step_ = 0;
};

std::string background_of(const SlideBackground& background, const Deck& deck) {
  constexpr std::array<std::string_view, 3> sides = {"", " left", " right"};
  std::string out = "  background";
  out += sides[static_cast<std::size_t>(background.side)];
  if (background.side != SlideBackground::Side::whole) out += fmt::format(" {}%", background.fraction * 100);
  if (background.image) out += " " + deck.images[static_cast<std::size_t>(*background.image)].path;
  if (background.image && background.fit == SlideBackground::Fit::contain) out += " contain";
  if (background.color) out += " " + to_hex(*background.color);
  return out + string_of("alt", background.alt) + "\n";
}

}  // namespace

std::string dump_slide(const Slide& slide, const Deck& deck) {
  std::string out = "slide";
  if (slide.layout != SlideLayout::automatic) out += fmt::format(" layout={}", word_for(slide.layout, layout_words));
  out +=
      string_of("id", slide.id) + string_of("section", slide.section) + text_of("title", slide.title) + text_of("subtitle", slide.subtitle);
  out += text_of("header", slide.header) + text_of("footer", slide.footer);
  if (slide.paginate) out += " paginate";
  if (slide.inverted) out += " inverted";
  if (slide.text_color) out += " color=" + to_hex(*slide.text_color);
  out += "\n";
  for (const SlideBackground& background : slide.backgrounds) out += background_of(background, deck);
  Dumper dumper(deck, out);
  dumper.blocks(slide.blocks, 1);
  for (const Footnote& footnote : slide.footnotes) {
    out += fmt::format("  footnote {}\n", footnote.mark);
    dumper.blocks(footnote.blocks, 2);
  }
  if (!slide.notes.empty()) out += fmt::format("  notes {}\n", dump_quoted(slide.notes));
  return out;
}

}  // namespace drawplate
