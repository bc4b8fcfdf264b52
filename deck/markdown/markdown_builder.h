// Builds blocks from what the Markdown library finds: one method for each sort of find, called in the order of the text. It
// knows the library's events by its own names and nothing of the library; running text is MarkdownInlines' business.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "deck/markdown/markdown_context.h"
#include "deck/markdown/markdown_formulas.h"
#include "deck/markdown/markdown_html.h"
#include "deck/markdown/markdown_inlines.h"
#include "deck/markdown/markdown_places.h"

namespace drawplate {

enum class MarkdownFrame : std::uint8_t { quote, bullets, numbers, item, table };

class MarkdownBuilder {
 public:
  /// `original` is the excerpt's text before its formulas were hidden.
  MarkdownBuilder(MarkdownContext& context, const Excerpt& excerpt, std::string_view original, std::vector<HiddenFormula> formulas,
                  const MarkdownOptions& options)
      : context_(context),
        options_(options),
        places_(excerpt, original),
        inlines_(context, places_, std::move(formulas)),
        html_(context, inlines_) {}
  MarkdownBuilder(const MarkdownBuilder&) = delete;
  MarkdownBuilder& operator=(const MarkdownBuilder&) = delete;

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
  void begin_html();
  void end_html();
  void begin_table(std::size_t columns);
  void begin_row();
  [[nodiscard]] bool end_cell(bool in_header, CellAlign align);

  /// What is found in running text, but for what may stand in a block of code or HTML as well.
  MarkdownInlines& inlines() { return inlines_; }
  // Positions are in the excerpt; nothing for what stands there in no such form.
  void add_code(std::string_view text, std::optional<std::size_t> position);
  void add_html(std::string_view text, std::optional<std::size_t> position);
  void soft_break() { inlines_.soft_break(in_quote()); }

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

  void emit(Block block, bool clicked);
  bool take_caption(Block& block, Blocks& siblings);
  void emit_run(InlineRun run);
  void emit_parted();
  void flush_after();
  void end_implicit();
  void place_frames();
  void finish_quote(Frame frame);
  void append(Excerpt& to, std::string_view text, std::optional<std::size_t> position);
  bool in_quote() const { return !frames_.empty() && frames_.back().kind == MarkdownFrame::quote; }

  MarkdownContext& context_;
  MarkdownOptions options_;
  MarkdownPlaces places_;
  MarkdownInlines inlines_;
  MarkdownHtml html_;
  Flow flow_, after_;  // after_: what follows the block at the top that is in work
  std::vector<Frame> frames_;
  std::string code_info_;
  Span code_info_span_;
  std::optional<Excerpt> code_, html_text_;  // of the block of code or of HTML that is in work
};

}  // namespace drawplate
