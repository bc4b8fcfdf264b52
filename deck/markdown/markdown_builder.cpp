// See markdown_builder.h. Tags of HTML are in markdown_html.cpp, images and formulas in markdown_figures.cpp.
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
#include "deck/markdown/fence.h"
#include "deck/syntax/entities.h"

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

constexpr std::string_view dashes[] = {"— ", "– ", "― ", "-- ", "--- ", "—", "―"};

std::size_t length_of_dash(std::string_view text) {
  for (const std::string_view dash : dashes)
    if (text.starts_with(dash)) return dash.size();
  return 0;
}

void drop_front(RichText& text, std::size_t bytes) {
  while (!text.spans.empty() && bytes >= text.spans.front().text.size()) {
    bytes -= text.spans.front().text.size();
    text.spans.erase(text.spans.begin());
  }
  if (text.spans.empty()) return;
  std::string& first = text.spans.front().text;
  first.erase(0, bytes);
  first.erase(0, std::min(first.find_first_not_of(" \n"), first.size()));
  if (first.empty()) text.spans.erase(text.spans.begin());
}

/// Cuts the text's last line off and returns it, where it begins with a dash; the dash is dropped.
std::optional<RichText> split_attribution(RichText& text) {
  std::size_t span = text.spans.size(), at = std::string::npos;
  for (std::size_t i = text.spans.size(); i-- > 0 && span == text.spans.size();) {
    at = text.spans[i].text.rfind('\n');
    if (at != std::string::npos) span = i;
  }
  const bool whole = span == text.spans.size();
  if (whole) span = 0;
  RichText last{{text.spans.begin() + static_cast<std::ptrdiff_t>(span), text.spans.end()}, text.origin};
  if (!whole) drop_front(last, at + 1);
  const std::size_t dash = last.spans.empty() ? 0 : length_of_dash(last.spans.front().text);
  if (dash == 0) return std::nullopt;
  drop_front(last, dash);
  text.spans.resize(whole ? 0 : span + 1);
  if (!whole) text.spans.back().text.resize(at);
  std::erase_if(text.spans, [](const TextSpan& part) { return part.text.empty(); });
  return last;
}

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

void MarkdownBuilder::see(std::optional<std::size_t> position, std::size_t size) {
  if (!position) return;
  last_seen_ = excerpt_.span(*position, *position + size);
  if (!in_code_ && !in_html_) text_.see(last_seen_);
  for (auto frame = frames_.rbegin(); frame != frames_.rend() && !frame->origin; ++frame) frame->origin = last_seen_;
}

bool MarkdownBuilder::open_frame(MarkdownFrame kind) {
  end_implicit();
  if (frames_.size() >= static_cast<std::size_t>(max_nesting)) {
    context_.report.error(here(), fmt::format("nested deeper than {} levels", max_nesting));
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
  frame.builds = options_.incremental || clicks_ > 0 || (options_.star_lists_build && mark == '*');
}

void MarkdownBuilder::open_item(std::optional<bool> checked) {
  frames_.back().checked = checked;
  const bool builds = frames_.size() >= 2 && frames_[frames_.size() - 2].builds;
  frames_.back().step = builds ? next_step : 0;
  begin_text();
}

void MarkdownBuilder::close_frame() {
  end_implicit();
  Frame frame = std::move(frames_.back());
  frames_.pop_back();
  const Span origin = frame.origin.value_or(here());
  switch (frame.kind) {
    case MarkdownFrame::quote:
      finish_quote(std::move(frame));
      break;
    case MarkdownFrame::bullets:
    case MarkdownFrame::numbers:
      emit({std::move(frame.list), origin});
      break;
    case MarkdownFrame::item:
      frames_.back().list.items.push_back({std::move(frame.blocks), frame.checked, frame.step, origin});
      break;
    case MarkdownFrame::table:
      emit({std::move(frame.table), origin});
      break;
  }
}

void MarkdownBuilder::finish_quote(Frame frame) {
  const Span origin = frame.origin.value_or(here());
  if (const auto kind = admonition_of(frame.blocks)) {
    emit({Admonition{*kind, {}, std::move(frame.blocks)}, origin});
    return;
  }
  Quote quote;
  TextParagraph* const last = frame.blocks.empty() ? nullptr : std::get_if<TextParagraph>(&frame.blocks.back().what);
  if (last) {
    if (auto attribution = split_attribution(last->text)) quote.attribution = std::move(*attribution);
    if (last->text.empty()) frame.blocks.pop_back();
  }
  quote.blocks = std::move(frame.blocks);
  emit({std::move(quote), origin});
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

void MarkdownBuilder::emit(Block block) {
  if (clicks_ > 0 && frames_.empty() && !std::holds_alternative<List>(block.what)) block.step = next_step;
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
  flow_.insert(flow_.end(), std::make_move_iterator(after_.begin()), std::make_move_iterator(after_.end()));
  after_.clear();
}

void MarkdownBuilder::emit_flow(FlowItem item) {
  if (frames_.empty() && !in_paragraph_) {
    flow_.push_back(std::move(item));
  } else {
    after_.push_back(std::move(item));
  }
}

void MarkdownBuilder::begin_text() {
  end_implicit();
  in_paragraph_ = true;
}

/// The text in work and what stands in it as blocks.
void MarkdownBuilder::emit_text() {
  finish_image();
  if (text_.has_text()) {
    const Span origin = text_.has_origin() ? text_.origin() : here();
    TextParagraph paragraph{text_.take()};
    const bool is_pause = frames_.empty() && paragraph.text.spans.size() == 1 && paragraph.text.spans.front().text == ". . .";
    if (is_pause) {
      FlowItem pause;
      pause.kind = FlowItem::Kind::pause;
      pause.origin = origin;
      flow_.push_back(std::move(pause));
    } else {
      emit({std::move(paragraph), origin});
    }
  }
  text_.take();
  for (Block& block : std::exchange(text_blocks_, {})) emit(std::move(block));
}

void MarkdownBuilder::end_paragraph() {
  emit_text();
  in_paragraph_ = false;
  break_waits_ = false;
  if (frames_.empty() && !after_.empty()) {
    flow_.insert(flow_.end(), std::make_move_iterator(after_.begin()), std::make_move_iterator(after_.end()));
    after_.clear();
  }
}

/// Tight list items hold text without a paragraph around it: it ends where anything else begins.
void MarkdownBuilder::end_implicit() {
  if (in_paragraph_) end_paragraph();
}

void MarkdownBuilder::end_heading(int level) {
  finish_image();
  const Span origin = text_.has_origin() ? text_.origin() : here();
  Heading heading{level, text_.take()};
  in_paragraph_ = false;
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
    emit({std::move(heading), origin});
  } else {
    item.block = {std::move(heading), origin};
    flow_.push_back(std::move(item));
    for (Block& block : std::exchange(text_blocks_, {})) emit(std::move(block));
    flow_.insert(flow_.end(), std::make_move_iterator(after_.begin()), std::make_move_iterator(after_.end()));
    after_.clear();
  }
}

void MarkdownBuilder::begin_code(std::string info, Span info_span) {
  end_implicit();
  in_code_ = true;
  code_info_ = std::move(info);
  code_info_span_ = info_span;
  code_.emplace(context_.source);
}

void MarkdownBuilder::end_code() {
  in_code_ = false;
  FenceText fence{std::move(code_info_), code_info_span_, std::move(*code_)};
  code_.reset();
  if (auto block = read_fence(context_, fence)) emit(std::move(*block));
}

void MarkdownBuilder::begin_table(std::size_t columns) { frames_.back().table.columns.resize(columns); }

void MarkdownBuilder::begin_row() { frames_.back().table.rows.emplace_back(); }

bool MarkdownBuilder::end_cell(bool in_header, CellAlign align) {
  finish_image();
  in_paragraph_ = false;
  Table& table = frames_.back().table;
  table.rows.back().push_back(text_.take());
  for (const Block& block : std::exchange(text_blocks_, {}))
    context_.warn_once("image in a table", block.origin, "an image or a formula in a line of its own cannot stand in a table's cell");
  if (in_header && table.rows.back().size() <= table.columns.size()) table.columns[table.rows.back().size() - 1] = align;
  if (++context_.table_cells <= most_table_cells) return true;
  context_.report.error(here(), fmt::format("more than {} cells in tables", most_table_cells));
  return false;
}

void MarkdownBuilder::add_code(std::string_view text, std::optional<std::size_t> position) {
  text = as_written(text, position);
  see(position, text.size());
  if (!in_code_) {
    finish_image();
    open_waiting_strike(std::nullopt);
    text_.open(TextMark::code);
    text_.add(text);
    text_.close(TextMark::code);
  } else if (position) {
    code_->append(text, excerpt_.offset_at(*position));
  } else {
    code_->append_made_up(text);
  }
}

void MarkdownBuilder::add_entity(std::string_view text) {
  if (image_is_open_) {
    image_->alt += decode_entities(text);
  } else {
    finish_image();
    text_.add(decode_entities(text));
  }
}

void MarkdownBuilder::soft_break() {
  if (in_quote()) {
    break_waits_ = true;
  } else {
    add_plain(" ", std::nullopt);
  }
}

void MarkdownBuilder::hard_break() {
  finish_image();
  text_.line_break();
}

void MarkdownBuilder::open_struck() { struck_waits_ = true; }

/// One tilde is pandoc's subscript, two strike the text out: the library tells no difference.
void MarkdownBuilder::open_waiting_strike(std::optional<std::size_t> position) {
  if (!std::exchange(struck_waits_, false)) return;
  const bool one = position && *position > 0 && original_[*position - 1] == '~' && (*position < 2 || original_[*position - 2] != '~');
  struck_is_subscript_ = one;
  text_.open(one ? TextMark::subscript : TextMark::strike);
}

void MarkdownBuilder::close_struck() {
  if (!std::exchange(struck_waits_, false)) text_.close(struck_is_subscript_ ? TextMark::subscript : TextMark::strike);
}

void MarkdownBuilder::add_text(std::string_view text, std::optional<std::size_t> position) {
  open_waiting_strike(position);
  if (break_waits_) {
    break_waits_ = false;
    if (length_of_dash(text) > 0) {
      text_.line_break();
    } else {
      add_plain(" ", std::nullopt);
    }
  }
  std::size_t at = 0;
  const auto rest = [&] { return position ? std::optional(*position + at) : std::nullopt; };
  while (at < text.size()) {
    if (text[at] != formula_byte || !position) {
      const std::size_t end = position ? std::min(text.find(formula_byte, at), text.size()) : text.size();
      add_plain(text.substr(at, end - at), rest());
      at = end;
      continue;
    }
    const auto after = std::upper_bound(formulas_.begin(), formulas_.end(), *position + at,
                                        [](std::size_t place, const HiddenFormula& formula) { return place < formula.begin; });
    if (after == formulas_.begin()) return;
    const HiddenFormula& formula = *std::prev(after);
    if (formula.begin == *position + at) add_formula(formula);
    at = std::max(at + 1, std::min(formula.end - *position, text.size()));
  }
}

void MarkdownBuilder::add_plain(std::string_view text, std::optional<std::size_t> position) {
  if (image_is_open_) {
    image_->alt += text;
    return;
  }
  const std::size_t taken = take_attributes(text, position);
  text.remove_prefix(taken);
  if (position) *position += taken;
  if (text.empty()) return;
  finish_image();
  see(position, text.size());
  text_.add_marked(text);
}

Flow MarkdownBuilder::take() {
  end_implicit();
  while (!frames_.empty()) close_frame();
  flow_.insert(flow_.end(), std::make_move_iterator(after_.begin()), std::make_move_iterator(after_.end()));
  return std::move(flow_);
}

}  // namespace drawplate
