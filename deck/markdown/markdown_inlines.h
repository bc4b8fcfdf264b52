// The running text of one block in the making: marks, links, line breaks, images and formulas, in the order in which the
// Markdown library finds them. It knows no blocks around it; what is no text is handed on with the text.
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "deck/markdown/markdown_context.h"
#include "deck/markdown/markdown_figures.h"
#include "deck/markdown/markdown_formulas.h"
#include "deck/markdown/markdown_places.h"
#include "deck/markdown/markdown_text.h"

namespace drawplate {

/// A stretch of running text, and what stood in it.
struct InlineRun {
  RichText text;
  bool has_text = false;
  Span origin;           ///< of the text
  Blocks blocks;         ///< images, formulas: they follow the text
  Flow beside;           ///< comments, backgrounds
  bool clicked = false;  ///< it stands between v-click tags
};

class MarkdownInlines {
 public:
  MarkdownInlines(MarkdownContext& context, MarkdownPlaces& places, std::vector<HiddenFormula> formulas)
      : context_(context), places_(places), formulas_(std::move(formulas)) {}

  // Positions are in the excerpt; nothing for what stands there in no such form.
  void add_text(std::string_view text, std::optional<std::size_t> position);
  void add_code(std::string_view text, std::optional<std::size_t> position);
  void add_entity(std::string_view text);
  /// A blank; where a dash may begin an attribution behind it, a line break if one does.
  void soft_break(bool may_be_attributed);
  void hard_break();
  void open_mark(TextMark mark) { text_.open(mark); }
  void close_mark(TextMark mark) { text_.close(mark); }
  void open_struck() { struck_waits_ = true; }
  void close_struck();
  void set_link(std::string target) { text_.set_link(std::move(target)); }
  void open_image(std::string source, std::string title, std::optional<std::size_t> position);
  void close_image() { image_is_open_ = false; }
  /// An image without attributes behind it.
  void add_image(WrittenImage image);
  /// The last image is whole: no attributes follow it.
  void finish_image();
  /// Text without marks of its own.
  void add_plain(std::string_view text) { text_.add(text); }
  void add_beside(FlowItem item) { beside_.push_back(std::move(item)); }
  void see(std::optional<std::size_t> position, std::size_t size);
  void see(Span place) { text_.see(place); }
  /// A v-click tag opens (1) or closes (-1).
  void count_click(int by) { clicks_ = std::max(0, clicks_ + by); }
  bool is_clicked() const { return clicks_ > 0; }

  /// From here on the text is a paragraph's, which formulas on their own part.
  void begin_paragraph() { in_paragraph_ = true; }
  bool in_paragraph() const { return in_paragraph_; }
  /// The runs that formulas have parted from what follows.
  std::vector<InlineRun> take_parted() { return std::exchange(parted_, {}); }
  /// The text that is left; the next begins.
  InlineRun take();

 private:
  InlineRun take_run();
  void add_marked(std::string_view text, std::optional<std::size_t> position);
  void add_formula(const HiddenFormula& formula);
  void open_waiting_strike(std::optional<std::size_t> position);
  std::size_t take_attributes(std::string_view text, std::optional<std::size_t> position);

  MarkdownContext& context_;
  MarkdownPlaces& places_;
  std::vector<HiddenFormula> formulas_;
  MarkdownText text_;
  Blocks blocks_;
  Flow beside_;
  std::vector<InlineRun> parted_;
  std::optional<WrittenImage> image_;  // attributes may still follow
  bool image_is_open_ = false, in_paragraph_ = false, break_waits_ = false;
  bool struck_waits_ = false, struck_is_subscript_ = false;
  int clicks_ = 0;  // v-click elements that are open
};

}  // namespace drawplate
