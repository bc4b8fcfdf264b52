// Fenced divs (pandoc's and Quarto's :::) around pieces of a slide: columns, notes, callouts, what appears step by step.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "deck/markdown/markdown_context.h"

namespace drawplate {

enum class DivKind : std::uint8_t { plain, columns, column, notes, incremental, at_once, callout, fragment, hidden };

/// The flow of one region between slide dividers, with the divs that are open.
class DivStack {
 public:
  explicit DivStack(MarkdownContext& context) : context_(context) {}

  /// `head` is what follows the colons, or HTML's "<div …>".
  void open(std::string_view head, Span place);
  /// Closes the innermost; `place` is that of the closing line.
  void close(Span place);
  /// Closes what was left open, with a warning each, and hands out the flow.
  Flow take(std::uint32_t end);
  void add(Flow items);
  /// Whether lists appear item by item here; `usual` where no div says so.
  bool is_incremental(bool usual) const;

 private:
  struct OpenDiv {
    DivKind kind = DivKind::plain;
    AdmonitionKind admonition = AdmonitionKind::note;
    RichText title{};
    BlockWidth width{};
    Span origin{};
    bool is_html = false, clicks = false;  ///< clicks: what it holds appears at a click
    Flow items{};
    std::vector<Column> columns{};
  };

  void open_html(std::string_view tag, Span place);
  void push(OpenDiv div);
  void name_div(OpenDiv& div, const Attributes& attributes);
  void fold(OpenDiv div, std::uint32_t end);
  void fold_notes(const OpenDiv& div, std::uint32_t end);
  void fold_column(OpenDiv div);
  void fold_callout(OpenDiv div);
  void add_block(Block block);
  Flow& innermost() { return divs_.empty() ? flow_ : divs_.back().items; }

  MarkdownContext& context_;
  std::vector<OpenDiv> divs_;
  Flow flow_;
};

/// The blocks of a flow; what is no block goes to `others`.
Blocks blocks_of(Flow flow, Flow& others);

}  // namespace drawplate
