// Frames hold blocks until they close; what is no block but stands among them follows the block at the top.
#include "deck/markdown/markdown_builder.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <utility>
#include <variant>

#include "base/cursor.h"
#include "base/limits.h"
#include "deck/markdown/attribution.h"
#include "deck/markdown/fence.h"

namespace drawplate {
namespace {

constexpr std::size_t most_table_cells = 100'000;

struct AdmonitionName {
  std::string_view name;
  AdmonitionKind kind;
};
/// GitHub's five, in the spelling of a quote's first line.
constexpr AdmonitionName admonition_names[] = {{"[!note]", AdmonitionKind::note},
                                               {"[!tip]", AdmonitionKind::tip},
                                               {"[!important]", AdmonitionKind::important},
                                               {"[!warning]", AdmonitionKind::warning},
                                               {"[!caution]", AdmonitionKind::caution}};

std::optional<AdmonitionKind> admonition_of(Blocks& blocks) {
  TextParagraph* const first = blocks.empty() ? nullptr : std::get_if<TextParagraph>(&blocks.front().what);
  if (!first || first->text.empty()) return std::nullopt;
  std::string head = first->text.spans.front().text.substr(0, 20);
  std::transform(head.begin(), head.end(), head.begin(), to_lower);
  for (const AdmonitionName& known : admonition_names) {
    if (!head.starts_with(known.name)) continue;
    drop_front(first->text, known.name.size());
    if (first->text.empty()) blocks.erase(blocks.begin());
    return known.kind;
  }
  return std::nullopt;
}

}  // namespace

/// Frames that nothing was seen of before begin where the first thing was seen since.
void MarkdownBuilder::place_frames() {
  const std::optional<Span> first = places_.take_first();
  if (!first) return;
  for (auto frame = frames_.rbegin(); frame != frames_.rend() && !frame->origin; ++frame) frame->origin = first;
}

bool MarkdownBuilder::open_frame(MarkdownFrame kind) {
  end_implicit();
  place_frames();
  if (frames_.size() >= static_cast<std::size_t>(max_nesting)) {
    context_.report.error(places_.last(), fmt::format("nested deeper than {} levels", max_nesting));
    return false;
  }
  frames_.emplace_back().kind = kind;
  return true;
}

void MarkdownBuilder::open_list(char mark, int start, bool tight) {
  Frame& frame = frames_.back();
  frame.list.ordered = frame.kind == MarkdownFrame::numbers;
  frame.list.start = start;
  frame.list.tight = tight;
  frame.builds = options_.incremental || inlines_.is_clicked() || (options_.star_lists_build && mark == '*');
}

void MarkdownBuilder::open_item(std::optional<bool> checked) {
  frames_.back().checked = checked;
  const bool builds = frames_.size() >= 2 && frames_[frames_.size() - 2].builds;
  frames_.back().step = builds ? next_step : 0;
  begin_text();
}

void MarkdownBuilder::close_frame() {
  end_implicit();
  place_frames();
  Frame frame = std::move(frames_.back());
  frames_.pop_back();
  const Span origin = frame.origin.value_or(places_.last());
  switch (frame.kind) {
    case MarkdownFrame::quote:
      finish_quote(std::move(frame));
      break;
    case MarkdownFrame::bullets:
    case MarkdownFrame::numbers:
      emit({std::move(frame.list), origin}, inlines_.is_clicked());
      break;
    case MarkdownFrame::item:
      frames_.back().list.items.push_back({std::move(frame.blocks), frame.checked, frame.step, origin});
      break;
    case MarkdownFrame::table:
      emit({std::move(frame.table), origin}, inlines_.is_clicked());
      break;
  }
}

void MarkdownBuilder::finish_quote(Frame frame) {
  const Span origin = frame.origin.value_or(places_.last());
  if (const auto kind = admonition_of(frame.blocks)) {
    emit({Admonition{*kind, {}, std::move(frame.blocks)}, origin}, inlines_.is_clicked());
    return;
  }
  Quote quote;
  TextParagraph* const last = frame.blocks.empty() ? nullptr : std::get_if<TextParagraph>(&frame.blocks.back().what);
  if (last) {
    if (auto attribution = split_attribution(last->text)) quote.attribution = std::move(*attribution);
    if (last->text.empty()) frame.blocks.pop_back();
  }
  quote.blocks = std::move(frame.blocks);
  emit({std::move(quote), origin}, inlines_.is_clicked());
}

/// "Table: words" or ": words" beside a table is its caption.
bool MarkdownBuilder::take_caption(Block& block, Blocks& siblings) {
  const auto caption_of = [](Block& candidate) -> std::optional<RichText> {
    auto* const paragraph = std::get_if<TextParagraph>(&candidate.what);
    if (!paragraph || paragraph->text.empty()) return std::nullopt;
    const std::string& first = paragraph->text.spans.front().text;
    const std::size_t mark = first.starts_with("Table: ") ? 7 : first.starts_with(": ") ? 2 : 0;
    if (mark == 0) return std::nullopt;
    drop_front(paragraph->text, mark);
    return std::move(paragraph->text);
  };
  if (siblings.empty()) return false;
  Table* const before = std::get_if<Table>(&siblings.back().what);
  if (before && before->caption.empty()) {
    auto caption = caption_of(block);
    if (caption) before->caption = std::move(*caption);
    return caption.has_value();
  }
  Table* const now = std::get_if<Table>(&block.what);
  if (!now) return false;
  if (auto caption = caption_of(siblings.back())) {
    now->caption = std::move(*caption);
    siblings.pop_back();
  }
  return false;
}

void MarkdownBuilder::emit(Block block, bool clicked) {
  if (clicked && frames_.empty() && !std::holds_alternative<List>(block.what)) block.step = next_step;
  if (!frames_.empty()) {
    if (!take_caption(block, frames_.back().blocks)) frames_.back().blocks.push_back(std::move(block));
    return;
  }
  // The one block that stands before, for captions, as a list of its own.
  const bool has_sibling = !flow_.empty() && flow_.back().kind == FlowItem::Kind::block && after_.empty();
  if (has_sibling) {
    Blocks sibling;
    sibling.push_back(std::move(flow_.back().block));
    const bool taken = take_caption(block, sibling);
    if (sibling.empty()) {
      flow_.pop_back();
    } else {
      flow_.back().block = std::move(sibling.front());
    }
    if (taken) return;
  }
  FlowItem item;
  item.origin = block.origin;
  item.block = std::move(block);
  flow_.push_back(std::move(item));
  flush_after();
}

void MarkdownBuilder::flush_after() {
  flow_.insert(flow_.end(), std::make_move_iterator(after_.begin()), std::make_move_iterator(after_.end()));
  after_.clear();
}

void MarkdownBuilder::begin_text() {
  end_implicit();
  inlines_.begin_paragraph();
}

/// The text and what stands in it as blocks.
void MarkdownBuilder::emit_run(InlineRun run) {
  std::move(run.beside.begin(), run.beside.end(), std::back_inserter(after_));
  const bool is_pause = frames_.empty() && run.text.spans.size() == 1 && run.text.spans.front().text == ". . .";
  if (run.has_text && is_pause) {
    FlowItem pause;
    pause.kind = FlowItem::Kind::pause;
    pause.origin = run.origin;
    flow_.push_back(std::move(pause));
  } else if (run.has_text) {
    emit({TextParagraph{std::move(run.text)}, run.origin}, run.clicked);
  }
  for (Block& block : run.blocks) emit(std::move(block), run.clicked);
}

/// What formulas on their own have parted from the text in work.
void MarkdownBuilder::emit_parted() {
  for (InlineRun& run : inlines_.take_parted()) emit_run(std::move(run));
}

void MarkdownBuilder::end_paragraph() {
  InlineRun rest = inlines_.take();
  emit_parted();
  emit_run(std::move(rest));
  if (frames_.empty()) flush_after();
}

/// Tight list items hold text without a paragraph around it: it ends where anything else begins.
void MarkdownBuilder::end_implicit() {
  if (inlines_.in_paragraph()) end_paragraph();
}

void MarkdownBuilder::end_heading(int level) {
  InlineRun run = inlines_.take();
  emit_parted();
  std::move(run.beside.begin(), run.beside.end(), std::back_inserter(after_));
  const Span origin = run.origin;
  Heading heading{level, std::move(run.text)};
  FlowItem item;
  item.origin = heading.text.origin = origin;
  if (!heading.text.empty()) {
    std::string& last = heading.text.spans.back().text;
    const std::size_t brace = last.rfind('{');
    const auto length = brace == std::string::npos ? std::nullopt : length_of_braces(std::string_view(last).substr(brace));
    if (length && brace + *length == last.size() && (brace == 0 || last[brace - 1] == ' ')) {
      const std::uint32_t begin = origin.end - static_cast<std::uint32_t>(std::min<std::size_t>(*length, origin.end - origin.begin));
      item.attributes = parse_attributes(std::string_view(last).substr(brace + 1, *length - 2), {origin.source, begin + 1, origin.end - 1});
      last.resize(brace == 0 ? 0 : brace - 1);
      if (last.empty()) heading.text.spans.pop_back();
    }
  }
  if (!frames_.empty()) {
    emit({std::move(heading), origin}, run.clicked);
  } else {
    item.block = {std::move(heading), origin};
    flow_.push_back(std::move(item));
  }
  for (Block& block : run.blocks) emit(std::move(block), run.clicked);
  if (frames_.empty()) flush_after();
}

void MarkdownBuilder::begin_code(std::string info, Span info_span) {
  end_implicit();
  code_info_ = std::move(info);
  code_info_span_ = info_span;
  code_.emplace(context_.source);
}

void MarkdownBuilder::end_code() {
  FenceText fence{std::move(code_info_), code_info_span_, std::move(*code_)};
  code_.reset();
  if (auto block = read_fence(context_, fence)) emit(std::move(*block), inlines_.is_clicked());
}

void MarkdownBuilder::begin_html() {
  begin_text();
  html_text_.emplace(context_.source);
}

void MarkdownBuilder::end_html() {
  html_.read_block(*std::exchange(html_text_, std::nullopt));
  end_paragraph();
}

void MarkdownBuilder::begin_table(std::size_t columns) { frames_.back().table.columns.resize(columns); }

void MarkdownBuilder::begin_row() { frames_.back().table.rows.emplace_back(); }

bool MarkdownBuilder::end_cell(bool in_header, CellAlign align) {
  InlineRun run = inlines_.take();
  std::move(run.beside.begin(), run.beside.end(), std::back_inserter(after_));
  Table& table = frames_.back().table;
  table.rows.back().push_back(std::move(run.text));
  for (const Block& block : run.blocks)
    context_.warn_once("image in a table", block.origin, "an image or a formula in a line of its own cannot stand in a table's cell");
  if (in_header && table.rows.back().size() <= table.columns.size()) table.columns[table.rows.back().size() - 1] = align;
  if (++context_.table_cells <= most_table_cells) return true;
  context_.report.error(places_.last(), fmt::format("more than {} cells in tables", most_table_cells));
  return false;
}

void MarkdownBuilder::append(Excerpt& to, std::string_view text, std::optional<std::size_t> position) {
  if (!position) return to.append_made_up(text);
  places_.see(*position, text.size());
  to.append(places_.as_written(text, position), places_.excerpt().offset_at(*position));
}

void MarkdownBuilder::add_code(std::string_view text, std::optional<std::size_t> position) {
  if (code_) return append(*code_, text, position);
  inlines_.add_code(text, position);
}

/// Inside a block of HTML the text is collected and read at its end; in running text each tag comes alone.
void MarkdownBuilder::add_html(std::string_view text, std::optional<std::size_t> position) {
  if (html_text_) return append(*html_text_, text, position);
  text = places_.as_written(text, position);
  inlines_.see(position, text.size());
  html_.read_inline(text, position ? places_.excerpt().span(*position, *position + text.size()) : places_.last());
}

Flow MarkdownBuilder::take() {
  end_implicit();
  while (!frames_.empty()) close_frame();
  flush_after();
  return std::move(flow_);
}

}  // namespace drawplate
