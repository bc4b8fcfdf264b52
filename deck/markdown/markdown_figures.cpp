// Marp's words in alternate texts first, then the attributes in braces, which win.
#include "deck/markdown/markdown_figures.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

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

void apply_attributes(MarkdownContext& context, WrittenImage& image, ImageWords& words) {
  for (const Attribute& attribute : image.attributes.values) {
    if (attribute.key == "width" || attribute.key == "height") {
      if (const auto width = parse_block_width(attribute.value)) {
        (attribute.key == "width" ? words.width : words.height) = *width;
      } else {
        context.report.warning(attribute.value_span, fmt::format("'{}' is no width", attribute.value))
            .help("write it as 50%, 300px or 4cm");
      }
    } else if (attribute.key == "alt" || attribute.key == "fig-alt") {
      words.rest = attribute.value;
    } else if (attribute.key == "caption" || attribute.key == "fig-cap") {
      image.title = attribute.value;
    } else if (std::find(std::begin(ignored_keys), std::end(ignored_keys), attribute.key) == std::end(ignored_keys)) {
      context.report.warning(attribute.key_span, fmt::format("unknown attribute '{}' of an image", attribute.key))
          .help("known are width, height, alt and caption");
    }
  }
}

}  // namespace

std::optional<FlowItem> read_image(MarkdownContext& context, WrittenImage image) {
  ImageWords words = read_words(image.alt);
  if (!words.unknown.empty()) context.warn_once("filter", image.origin, fmt::format("the image filter '{}' is not applied", words.unknown));
  apply_attributes(context, image, words);
  if (image.source.empty()) {
    if (!words.background) context.report.warning(image.origin, "an image without a file");
    return std::nullopt;
  }
  FlowItem item;
  if (words.background) {
    item.kind = FlowItem::Kind::background;
    item.origin = image.origin;
    item.background = {words.side, words.fit, words.fraction, {}, {}, words.rest};
    item.text = std::move(image.source);
    return item;
  }
  Image block{context.image(image.source, image.origin), words.rest, {}, words.width, words.height};
  if (!image.title.empty()) block.caption = {{TextSpan{.text = image.title}}, image.origin};
  item.block = {std::move(block), image.origin};
  return item;
}

}  // namespace drawplate
