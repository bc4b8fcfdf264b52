// Builds blocks from what the Markdown library finds: one method for each sort of find, called in the order of the text. It
// knows the library's events by its own names and nothing of the library.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "deck/markdown/markdown_blocks.h"
#include "deck/markdown/markdown_formulas.h"
#include "deck/markdown/markdown_text.h"

namespace drawplate {

enum class MarkdownFrame : std::uint8_t { quote, bullets, numbers, item, table };

class MarkdownBuilder {
 public:
  /// `original` is the excerpt's text before its formulas were hidden.
  MarkdownBuilder(MarkdownContext& context, const Excerpt& excerpt, std::string_view original, std::vector<HiddenFormula> formulas,
                  const MarkdownOptions& options)
      : context_(context), excerpt_(excerpt), original_(original), formulas_(std::move(formulas)), options_(options) {}

  // Blocks. False where there are too many levels or cells to go on.
  [[nodiscard]] bool open_frame(MarkdownFrame frame);
  void open_list(char mark, int start, bool tight);
  void open_item(std::optional<bool> checked);
  void close_frame();
  void begin_text();
  void end_paragraph();
  void end_heading(int level);
  void begin_code(std::string info, Span info_span);
  void end_code();
  void begin_html() {
    begin_text();
    in_html_ = true;
    html_.emplace(context_.source);
  }
  void end_html();
  void begin_table(std::size_t columns);
  void begin_row();
  [[nodiscard]] bool end_cell(bool in_header, CellAlign align);

  // Running text. Positions are in the excerpt; nothing for what stands there in no such form.
  void add_text(std::string_view text, std::optional<std::size_t> position);
  void add_code(std::string_view text, std::optional<std::size_t> position);
  void add_html(std::string_view text, std::optional<std::size_t> position);
  void add_entity(std::string_view text);
  void soft_break();
  void hard_break();
  void open_mark(TextMark mark) { text_.open(mark); }
  void close_mark(TextMark mark) { text_.close(mark); }
  void open_struck();
  void close_struck();
  void open_link(std::string target) { text_.set_link(std::move(target)); }
  void close_link() { text_.set_link({}); }
  void open_image(std::string source, std::string title, std::optional<std::size_t> position);
  void close_image();

  Flow take();

 private:
  struct Frame {
    MarkdownFrame kind = MarkdownFrame::item;
    Blocks blocks;
    List list;
    Table table;
    std::optional<bool> checked;
    int step = 0;
    bool builds = false;
    std::optional<Span> origin;
  };
  /// An image whose attributes may still follow.
  struct OpenImage {
    std::string source, title, alt;
    Span origin;
    Attributes attributes;
  };

  /// The text as the author wrote it, formulas and all.
  std::string_view as_written(std::string_view text, std::optional<std::size_t> position) const {
    return position ? original_.substr(*position, text.size()) : text;
  }
  void open_waiting_strike(std::optional<std::size_t> position);
  void see(std::optional<std::size_t> position, std::size_t size);
  void emit(Block block);
  void emit_flow(FlowItem item);
  bool take_caption(Block& block, Blocks& siblings);
  void emit_text();
  void end_implicit();
  void add_plain(std::string_view text, std::optional<std::size_t> position);
  std::size_t take_attributes(std::string_view text, std::optional<std::size_t> position);
  void finish_image();
  void add_formula(const HiddenFormula& formula);
  void finish_quote(Frame frame);
  void html_tag(std::string_view tag, Span place);
  void html_element(std::string_view name, std::string_view tag, bool closes, Span place);
  void html_image(std::string_view tag, Span place);
  void comment(std::string_view text, Span place);
  bool in_quote() const { return !frames_.empty() && frames_.back().kind == MarkdownFrame::quote; }
  Span here() const { return last_seen_; }

  MarkdownContext& context_;
  const Excerpt& excerpt_;
  std::string_view original_;
  std::vector<HiddenFormula> formulas_;
  MarkdownOptions options_;
  Flow flow_, after_;  // after_: what follows the block at the top that is in work
  std::vector<Frame> frames_;
  MarkdownText text_;
  Blocks text_blocks_;  // images and formulas that stand in the paragraph in work
  std::optional<OpenImage> image_;
  bool image_is_open_ = false, in_code_ = false, in_html_ = false, in_paragraph_ = false, break_waits_ = false;
  bool struck_waits_ = false, struck_is_subscript_ = false;
  int clicks_ = 0;               // v-click elements that are open
  std::string skipped_element_;  // "style": its content is no text
  std::string code_info_;
  Span code_info_span_;
  std::optional<Excerpt> code_, html_;
  Span last_seen_;
};

}  // namespace drawplate
