// See svg_refuse.h.
#include "icons/svg_refuse.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>

namespace drawplate {
namespace {

constexpr std::string_view shapes_only = "an icon is made of g, path, rect, circle, ellipse, line, polyline and polygon";

struct Refusal {
  std::string_view name, message, hint;
};
constexpr Refusal refused_elements[] = {
    {"a", "an icon may not hold a link", "set 'link' on the node"},
    {"animate", "an icon does not move", "remove the animation"},
    {"animateMotion", "an icon does not move", "remove the animation"},
    {"animateTransform", "an icon does not move", "remove the animation"},
    {"clipPath", "clipping is not read in an icon", "cut the shapes themselves"},
    {"feImage", "an icon may not hold a picture", shapes_only},
    {"filter", "filters are not read in an icon", shapes_only},
    {"foreignObject", "an icon may not hold other documents", shapes_only},
    {"image", "an icon may not hold a picture", shapes_only},
    {"linearGradient", "an icon has one colour, so gradients are not read", "fill with a plain colour"},
    {"mask", "masks are not read in an icon", "cut the shapes themselves"},
    {"marker", "markers are not read in an icon", "draw the arrow head as a path"},
    {"pattern", "patterns are not read in an icon", "fill with a plain colour"},
    {"radialGradient", "an icon has one colour, so gradients are not read", "fill with a plain colour"},
    {"script", "an icon may not hold a script", "remove it"},
    {"set", "an icon does not move", "remove the animation"},
    {"style", "style sheets are not read in an icon", "write fill and stroke as attributes of the shapes"},
    {"svg", "an svg inside an svg is not read", "use a g with a transform"},
    {"symbol", "symbols are not read in an icon", "put the shapes themselves where they are used"},
    {"text", "text is not read in an icon", "convert it to paths"},
    {"use", "references are not read in an icon", "put the shape itself in its place"},
};

bool is_reference(std::string_view attribute) { return attribute == "href" || attribute.ends_with(":href"); }

bool holds_url(std::string_view value) {
  std::string lower(value);
  std::ranges::transform(lower, lower.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; });
  return lower.find("url(") != std::string::npos;
}

/// True where it has reported the attribute.
bool refuse_attribute(const SvgElement& element, std::string_view name, std::string_view value) {
  if (name.starts_with("xmlns")) return false;
  if (name.size() > 2 && (name.starts_with("on") || name.starts_with("ON") || name.starts_with("On"))) {
    element.error_at(name, fmt::format("an icon may not hold a script, as in '{}'", name)).help("remove the attribute");
  } else if (is_reference(name) && !value.starts_with("#")) {
    element.error_at(name, "an icon may not refer to anything outside it").help("remove the reference");
  } else if (holds_url(value)) {
    element.error_at(name, fmt::format("an icon may not use url(…), as in '{}'", name))
        .help("use a plain colour, and shapes cut as they are");
  } else {
    return false;
  }
  return true;
}

}  // namespace

void refuse_attributes(const SvgElement& element) {
  int left = 10;  // each complaint looks its place up in the tag, and a tag may be long
  for (const pugi::xml_attribute& attribute : element.node().attributes())
    if (refuse_attribute(element, attribute.name(), attribute.value()) && --left == 0) return;
}

void refuse_element(const SvgElement& element) {
  const std::string_view name = element.name();
  const auto* refusal = std::ranges::find(refused_elements, name, &Refusal::name);
  if (refusal != std::end(refused_elements)) {
    element.error(std::string(refusal->message)).help(std::string(refusal->hint));
  } else {
    element.error(fmt::format("<{}> is not read in an icon", name)).help(std::string(shapes_only));
  }
}

void refuse_prolog(const pugi::xml_document& document, std::string_view text, SourceId id, Report& report) {
  for (const pugi::xml_node& node : document.children()) {
    const bool is_doctype = node.type() == pugi::node_doctype;
    if (!is_doctype && node.type() != pugi::node_pi) continue;
    const std::string opening = is_doctype ? "<!DOCTYPE" : fmt::format("<?{}", node.name());
    const auto begin = static_cast<std::uint32_t>(std::min(text.find(opening), text.size()));
    const Span span{id, begin, static_cast<std::uint32_t>(std::min(begin + opening.size(), text.size()))};
    if (is_doctype) {
      report.error(span, "an SVG with a DOCTYPE is not read, since it may define entities").help("remove the DOCTYPE");
    } else {
      report.error(span, "instructions to other programs are not read in an icon").help("remove it");
    }
  }
}

}  // namespace drawplate
