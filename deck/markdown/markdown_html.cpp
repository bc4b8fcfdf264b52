// Tags by what they come to: marks of text, images, silence, or a warning.
#include "deck/markdown/markdown_html.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/cursor.h"
#include "deck/model/link.h"
#include "deck/syntax/entities.h"
#include "deck/syntax/html_text.h"

namespace drawplate {
namespace {

/// Tags that only shape a web page: nothing is lost without them.
constexpr std::string_view silent_tags[] = {"span", "p", "wbr", "center", "figure", "small", "big", "font", "v-clicks", "v-click", "nobr"};
/// Elements whose content is no text.
constexpr std::string_view skipped_tags[] = {"style", "script", "template", "svg", "iframe", "video", "audio"};

template <std::size_t N>
bool holds(const std::string_view (&words)[N], std::string_view word) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

/// "div" of "div class=x" and of "/div", in lower case.
std::string name_of(std::string_view tag) {
  if (tag.starts_with('/')) tag.remove_prefix(1);
  std::string name(tag.substr(0, tag.find_first_of(" \t\r\n/>")));
  std::transform(name.begin(), name.end(), name.begin(), to_lower);
  return name;
}

}  // namespace

void MarkdownHtml::comment(std::string_view text, Span place) {
  FlowItem item;
  item.kind = FlowItem::Kind::comment;
  item.text = text;
  item.origin = place;
  inlines_.add_beside(std::move(item));
}

void MarkdownHtml::image(std::string_view written, Span place) {
  WrittenImage image{tag_attribute(written, "src"), tag_attribute(written, "title"), tag_attribute(written, "alt"), place, {}};
  for (const std::string_view key : {"width", "height"}) {
    const std::string value = tag_attribute(written, key);
    if (!value.empty()) image.attributes.values.push_back({std::string(key), value, place, place});
  }
  inlines_.add_image(std::move(image));
}

void MarkdownHtml::element(std::string_view name, std::string_view written, bool closes, Span place) {
  const bool clicks = name == "v-clicks" || name == "v-click" || (!closes && written.find(" v-click") != std::string_view::npos);
  if (clicks && !written.ends_with('/')) inlines_.count_click(closes ? -1 : 1);
  if (name == "a") {
    const std::string target = closes ? std::string() : tag_attribute(written, "href");
    inlines_.set_link(is_safe_link(target) ? target : std::string());
  } else if (name == "img") {
    image(written, place);
  } else if (holds(skipped_tags, name)) {
    if (!closes) context_.warn_once("<" + std::string(name), place, fmt::format("<{}> is not supported and left out", name));
    if (!closes && !written.ends_with('/')) skipped_element_ = name;
  } else if (!holds(silent_tags, name) && !closes) {
    context_.warn_once("<" + std::string(name), place, fmt::format("raw HTML is not supported: of <{}> only the text is kept", name))
        .help("HTML that works: <br>, <sub>, <sup>, <kbd>, <mark>, <b>, <i>, <u>, <s>, <a> and <img>");
  }
}

void MarkdownHtml::tag(std::string_view written, Span place) {
  const bool closes = written.starts_with('/');
  const std::string name = name_of(written);
  if (!skipped_element_.empty()) {
    if (closes && name == skipped_element_) skipped_element_.clear();
  } else if (name == "br") {
    inlines_.hard_break();
  } else if (const auto mark = mark_of_tag(name)) {
    if (closes) {
      inlines_.close_mark(*mark);
    } else {
      inlines_.open_mark(*mark);
    }
  } else {
    element(name, written, closes, place);
  }
}

void MarkdownHtml::read_inline(std::string_view text, Span place) {
  inlines_.finish_image();
  if (text.starts_with("<!--")) {
    comment(text.size() >= 7 ? text.substr(4, text.size() - 7) : std::string_view(), place);
  } else if (text.size() > 2 && text.front() == '<' && text[1] != '!' && text[1] != '?') {
    tag(text.substr(1, text.size() - 2), place);
  }
}

void MarkdownHtml::read_block(const Excerpt& html) {
  const std::string_view text = html.text();
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] != '<') {
      const std::size_t end = std::min(text.find('<', at), text.size());
      if (skipped_element_.empty()) inlines_.add_plain(decode_entities(text.substr(at, end - at)));
      at = end;
      continue;
    }
    const bool is_comment = text.substr(at, 4) == "<!--";
    const std::size_t close = text.find(is_comment ? "-->" : ">", at + (is_comment ? 4 : 1));
    if (close == std::string_view::npos && is_comment) {
      context_.report.warning(html.span(at, at + 4), "the comment is not closed").help("close it with -->");
      break;
    }
    const std::size_t end = close == std::string_view::npos ? text.size() : close + (is_comment ? 3 : 1);
    const std::string_view inside =
        text.substr(at + (is_comment ? 4 : 1), (close == std::string_view::npos ? end : close) - at - (is_comment ? 4 : 1));
    const Span place = html.span(at, end);
    if (is_comment) {
      comment(inside, place);
    } else if (!inside.empty() && inside.front() != '!' && inside.front() != '?') {
      tag(inside, place);
    }
    at = end;
  }
  inlines_.see(html.span(0, text.size()));
}

}  // namespace drawplate
