// Images, their attributes and formulas of Markdown. See markdown_builder.h.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/cursor.h"
#include "deck/markdown/markdown_builder.h"
#include "deck/math/math.h"
#include "deck/model/block_width.h"

namespace drawplate {
namespace {

/// Marp's words in an image's alternate text, beside its sizes.
struct ImageWords {
  bool background = false;
  SlideBackground::Side side = SlideBackground::Side::whole;
  SlideBackground::Fit fit = SlideBackground::Fit::cover;
  double fraction = 0.5;
  BlockWidth width, height;
  std::string rest;     ///< what is alternate text
  std::string unknown;  ///< a filter of Marp's, which is not applied
};

constexpr std::string_view filters[] = {"blur",       "brightness", "contrast", "drop-shadow", "grayscale",
                                        "hue-rotate", "invert",     "opacity",  "saturate",    "sepia"};

bool is_filter(std::string_view word) {
  const std::string_view name = word.substr(0, word.find(':'));
  return std::find(std::begin(filters), std::end(filters), name) != std::end(filters);
}

bool take_word(std::string_view word, ImageWords& words) {
  const std::size_t colon = word.find(':');
  const std::string_view key = word.substr(0, colon);
  const std::string_view value = colon == std::string_view::npos ? std::string_view() : word.substr(colon + 1);
  if ((key == "w" || key == "width") && !value.empty()) {
    if (value != "auto") words.width = parse_block_width(value).value_or(BlockWidth{});
  } else if ((key == "h" || key == "height") && !value.empty()) {
    if (value != "auto") words.height = parse_block_width(value).value_or(BlockWidth{});
  } else if (words.background && (key == "left" || key == "right")) {
    words.side = key == "left" ? SlideBackground::Side::left : SlideBackground::Side::right;
    const auto width = parse_block_width(value);
    if (width && width->fraction) words.fraction = std::clamp(*width->fraction, 0.1, 0.9);
  } else if (words.background && (word == "contain" || word == "fit" || word == "auto")) {
    words.fit = SlideBackground::Fit::contain;
  } else if (words.background && (word == "cover" || word == "vertical")) {
    words.fit = SlideBackground::Fit::cover;
  } else if (words.background && word.ends_with('%')) {
    words.fit = SlideBackground::Fit::contain;
  } else if (is_filter(word) && (colon != std::string_view::npos || words.background)) {
    words.unknown = word;
  } else {
    return false;
  }
  return true;
}

ImageWords read_words(std::string_view alt) {
  ImageWords words;
  for (const bool looking_for_bg : {true, false}) {
    for (std::size_t at = 0; at < alt.size();) {
      const std::size_t end = std::min(alt.find_first_of(" \t\n", at), alt.size());
      const std::string_view word = alt.substr(at, end - at);
      at = std::min(alt.find_first_not_of(" \t\n", end), alt.size());
      if (looking_for_bg) {
        words.background = words.background || word == "bg";
      } else if (!(words.background && word == "bg") && !word.empty() && !take_word(word, words)) {
        words.rest += (words.rest.empty() ? "" : " ") + std::string(word);
      }
    }
  }
  return words;
}

/// Attribute keys that say how an image stands in running text or on a web page: nothing here.
constexpr std::string_view ignored_keys[] = {"fig-align", "fig.align", "align", "style", "loading", "title", "data-fragment-index"};

}  // namespace

void MarkdownBuilder::open_image(std::string source, std::string title, std::optional<std::size_t> position) {
  finish_image();
  open_waiting_strike(position);
  const std::size_t begin = position ? original_.substr(0, *position).rfind("![") : std::string::npos;
  const Span place = position ? excerpt_.span(begin == std::string::npos ? *position : begin, *position + source.size()) : here();
  if (position)
    see(begin == std::string::npos ? *position : begin, *position + source.size() - (begin == std::string::npos ? *position : begin));
  image_.emplace(OpenImage{std::move(source), std::move(title), {}, place, {}});
  image_is_open_ = true;
}

void MarkdownBuilder::close_image() { image_is_open_ = false; }

/// Bytes of the braces that follow an image directly.
std::size_t MarkdownBuilder::take_attributes(std::string_view text, std::optional<std::size_t> position) {
  if (!image_ || !position || !text.starts_with('{')) return 0;
  const auto length = length_of_braces(original_.substr(*position));
  if (!length) return 0;
  const Span inside = excerpt_.span(*position + 1, *position + *length - 1);
  image_->attributes.add(parse_attributes(original_.substr(*position + 1, *length - 2), inside));
  return std::min(*length, text.size());
}

void MarkdownBuilder::finish_image() {
  if (!image_ || image_is_open_) return;
  OpenImage open = std::move(*image_);
  image_.reset();
  ImageWords words = read_words(open.alt);
  if (!words.unknown.empty()) context_.warn_once("filter", open.origin, fmt::format("the image filter '{}' is not applied", words.unknown));
  for (const Attribute& attribute : open.attributes.values) {
    if (attribute.key == "width" || attribute.key == "height") {
      if (const auto width = parse_block_width(attribute.value)) {
        (attribute.key == "width" ? words.width : words.height) = *width;
      } else {
        context_.report.warning(attribute.value_span, fmt::format("'{}' is no width", attribute.value))
            .help("write it as 50%, 300px or 4cm");
      }
    } else if (attribute.key == "alt" || attribute.key == "fig-alt") {
      words.rest = attribute.value;
    } else if (attribute.key == "caption" || attribute.key == "fig-cap") {
      open.title = attribute.value;
    } else if (std::find(std::begin(ignored_keys), std::end(ignored_keys), attribute.key) == std::end(ignored_keys)) {
      context_.report.warning(attribute.key_span, fmt::format("unknown attribute '{}' of an image", attribute.key))
          .help("known are width, height, alt and caption");
    }
  }
  if (open.source.empty()) {
    if (!words.background) context_.report.warning(open.origin, "an image without a file");
    return;
  }
  if (words.background) {
    FlowItem item;
    item.kind = FlowItem::Kind::background;
    item.origin = open.origin;
    item.background = {words.side, words.fit, words.fraction, {}, {}, words.rest};
    item.text = std::move(open.source);
    emit_flow(std::move(item));
    return;
  }
  Image image{context_.image(open.source, open.origin), words.rest, {}, words.width, words.height};
  if (!open.title.empty()) image.caption = {{TextSpan{.text = open.title}}, open.origin};
  text_blocks_.push_back({std::move(image), open.origin});
}

void MarkdownBuilder::add_formula(const HiddenFormula& formula) {
  finish_image();
  const std::size_t dollars = formula.display ? 2 : 1;
  std::string_view tex = trimmed(original_.substr(formula.begin + dollars, formula.end - formula.begin - 2 * dollars));
  // Slidev's lines to emphasise one by one: $$ {1|3|all}
  if (const auto braces = formula.display && tex.find_first_of("|*") < tex.find('}') ? length_of_braces(tex) : std::nullopt)
    tex = trimmed(tex.substr(*braces));
  if (image_is_open_) {
    image_->alt += tex;
    return;
  }
  see(formula.begin, formula.end - formula.begin);
  const std::size_t tex_begin = static_cast<std::size_t>(tex.data() - original_.data());
  std::vector<MathProblem> problems;
  parse_math(tex, &problems);
  for (const MathProblem& problem : problems)
    context_.report.warning(excerpt_.span(tex_begin + problem.begin, tex_begin + std::min(problem.end, tex.size())), problem.message)
        .help(problem.hint);
  const bool in_table = !frames_.empty() && frames_.back().kind == MarkdownFrame::table;
  if (!formula.display || in_table || !in_paragraph_) {
    text_.add_math(tex);
    return;
  }
  // A formula on its own parts the paragraph.
  const Span origin = excerpt_.span(formula.begin, formula.end);
  emit_text();
  emit({Math{std::string(tex)}, origin});
}

}  // namespace drawplate
