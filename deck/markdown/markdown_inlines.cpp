// Each find by its kind. What an image is waits for the attributes behind it, what a tilde means for the text behind it.
#include "deck/markdown/markdown_inlines.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string_view>
#include <utility>

#include "base/cursor.h"
#include "deck/markdown/attribution.h"
#include "deck/math/math.h"
#include "deck/syntax/entities.h"

namespace drawplate {

void MarkdownInlines::see(std::optional<std::size_t> position, std::size_t size) {
  if (position) text_.see(places_.see(*position, size));
}

void MarkdownInlines::add_code(std::string_view text, std::optional<std::size_t> position) {
  text = places_.as_written(text, position);
  see(position, text.size());
  finish_image();
  open_waiting_strike(std::nullopt);
  text_.open(TextMark::code);
  text_.add(text);
  text_.close(TextMark::code);
}

void MarkdownInlines::add_entity(std::string_view text) {
  if (image_is_open_) {
    image_->alt += decode_entities(text);
  } else {
    finish_image();
    text_.add(decode_entities(text));
  }
}

void MarkdownInlines::soft_break(bool may_be_attributed) {
  if (may_be_attributed) {
    break_waits_ = true;
  } else {
    add_marked(" ", std::nullopt);
  }
}

void MarkdownInlines::hard_break() {
  finish_image();
  text_.line_break();
}

/// One tilde is pandoc's subscript, two strike the text out: the library tells no difference.
void MarkdownInlines::open_waiting_strike(std::optional<std::size_t> position) {
  if (!std::exchange(struck_waits_, false)) return;
  const std::string_view original = places_.original();
  const bool one = position && *position > 0 && original[*position - 1] == '~' && (*position < 2 || original[*position - 2] != '~');
  struck_is_subscript_ = one;
  text_.open(one ? TextMark::subscript : TextMark::strike);
}

void MarkdownInlines::close_struck() {
  if (!std::exchange(struck_waits_, false)) text_.close(struck_is_subscript_ ? TextMark::subscript : TextMark::strike);
}

void MarkdownInlines::add_text(std::string_view text, std::optional<std::size_t> position) {
  open_waiting_strike(position);
  if (break_waits_) {
    break_waits_ = false;
    if (length_of_dash(text) > 0) {
      text_.line_break();
    } else {
      add_marked(" ", std::nullopt);
    }
  }
  std::size_t at = 0;
  const auto rest = [&] { return position ? std::optional(*position + at) : std::nullopt; };
  while (at < text.size()) {
    if (text[at] != formula_byte || !position) {
      const std::size_t end = position ? std::min(text.find(formula_byte, at), text.size()) : text.size();
      add_marked(text.substr(at, end - at), rest());
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

void MarkdownInlines::add_marked(std::string_view text, std::optional<std::size_t> position) {
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

void MarkdownInlines::open_image(std::string source, std::string title, std::optional<std::size_t> position) {
  finish_image();
  open_waiting_strike(position);
  Span place = places_.last();
  if (position) {
    const std::size_t mark = places_.original().substr(0, *position).rfind("![");
    const std::size_t begin = mark == std::string_view::npos ? *position : mark, end = *position + source.size();
    place = places_.excerpt().span(begin, end);
    see(begin, end - begin);
  }
  image_.emplace(WrittenImage{std::move(source), std::move(title), {}, place, {}});
  image_is_open_ = true;
}

/// Bytes of the braces that follow an image directly.
std::size_t MarkdownInlines::take_attributes(std::string_view text, std::optional<std::size_t> position) {
  if (!image_ || !position || !text.starts_with('{')) return 0;
  const std::string_view original = places_.original();
  const auto length = length_of_braces(original.substr(*position));
  if (!length) return 0;
  const Span inside = places_.excerpt().span(*position + 1, *position + *length - 1);
  image_->attributes.add(parse_attributes(original.substr(*position + 1, *length - 2), inside));
  return std::min(*length, text.size());
}

void MarkdownInlines::add_image(WrittenImage image) {
  finish_image();
  image_.emplace(std::move(image));
  finish_image();
}

void MarkdownInlines::finish_image() {
  if (!image_ || image_is_open_) return;
  auto item = read_image(context_, *std::exchange(image_, std::nullopt));
  if (!item) return;
  if (item->kind == FlowItem::Kind::block) {
    blocks_.push_back(std::move(item->block));
  } else {
    beside_.push_back(std::move(*item));
  }
}

void MarkdownInlines::add_formula(const HiddenFormula& formula) {
  finish_image();
  const std::string_view original = places_.original(), tex = tex_of(formula, original);
  if (image_is_open_) {
    image_->alt += tex;
    return;
  }
  see(formula.begin, formula.end - formula.begin);
  const std::size_t tex_begin = static_cast<std::size_t>(tex.data() - original.data());
  std::vector<MathProblem> problems;
  parse_math(tex, &problems);
  for (const MathProblem& problem : problems)
    context_.report
        .warning(places_.excerpt().span(tex_begin + problem.begin, tex_begin + std::min(problem.end, tex.size())), problem.message)
        .help(problem.hint);
  if (!formula.display || !in_paragraph_) {
    text_.add_math(tex);
    return;
  }
  InlineRun run = take_run();
  run.blocks.push_back({Math{std::string(tex)}, places_.excerpt().span(formula.begin, formula.end)});
  parted_.push_back(std::move(run));
}

InlineRun MarkdownInlines::take_run() {
  finish_image();
  InlineRun run;
  run.has_text = text_.has_text();
  run.origin = text_.has_origin() ? text_.origin() : places_.last();
  run.text = text_.take();
  run.blocks = std::exchange(blocks_, {});
  run.beside = std::exchange(beside_, {});
  run.clicked = is_clicked();
  return run;
}

InlineRun MarkdownInlines::take() {
  InlineRun run = take_run();
  in_paragraph_ = false;
  break_waits_ = false;
  return run;
}

}  // namespace drawplate
