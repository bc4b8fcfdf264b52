// Tables of Graphviz's names, each with what it is drawn as.
#include "deck/dot/dot_looks.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <system_error>

#include "base/color_names.h"
#include "base/suggest.h"
#include "deck/syntax/mermaid_css.h"

namespace drawplate {
namespace {

struct ShapeName {
  std::string_view name;
  NodeShape shape;
};
constexpr ShapeName shape_names[] = {
    {"box", NodeShape::card},
    {"rect", NodeShape::card},
    {"rectangle", NodeShape::card},
    {"square", NodeShape::card},
    {"box3d", NodeShape::card},
    {"ellipse", NodeShape::ellipse},
    {"oval", NodeShape::ellipse},
    {"egg", NodeShape::ellipse},
    {"circle", NodeShape::circle},
    {"Mcircle", NodeShape::circle},
    {"doublecircle", NodeShape::double_circle},
    {"point", NodeShape::dot},
    {"diamond", NodeShape::diamond},
    {"Mdiamond", NodeShape::diamond},
    {"Msquare", NodeShape::rect},
    {"plaintext", NodeShape::text},
    {"plain", NodeShape::text},
    {"none", NodeShape::text},
    {"underline", NodeShape::text},
    {"record", NodeShape::table},
    {"Mrecord", NodeShape::table},
    {"triangle", NodeShape::triangle},
    {"invtriangle", NodeShape::triangle_inverted},
    {"parallelogram", NodeShape::parallelogram},
    {"trapezium", NodeShape::trapezoid},
    {"invtrapezium", NodeShape::trapezoid_inverted},
    {"house", NodeShape::house},
    {"invhouse", NodeShape::house},
    {"pentagon", NodeShape::house},
    {"hexagon", NodeShape::hexagon},
    {"septagon", NodeShape::octagon},
    {"octagon", NodeShape::octagon},
    {"doubleoctagon", NodeShape::octagon},
    {"tripleoctagon", NodeShape::octagon},
    {"star", NodeShape::octagon},
    {"polygon", NodeShape::card},
    {"note", NodeShape::note},
    {"tab", NodeShape::folder},
    {"folder", NodeShape::folder},
    {"component", NodeShape::component},
    {"cylinder", NodeShape::cylinder},
    {"cds", NodeShape::tag},
    {"rarrow", NodeShape::tag},
    {"larrow", NodeShape::asymmetric},
    {"rpromoter", NodeShape::tag},
    {"lpromoter", NodeShape::asymmetric},
    {"signature", NodeShape::rect},
    {"promoter", NodeShape::rect},
    {"terminator", NodeShape::rect},
    {"utr", NodeShape::rect},
    {"primersite", NodeShape::rect},
    {"restrictionsite", NodeShape::rect},
    {"fivepoverhang", NodeShape::rect},
    {"threepoverhang", NodeShape::rect},
    {"noverhang", NodeShape::rect},
    {"assembly", NodeShape::rect},
    {"insulator", NodeShape::rect},
    {"ribosite", NodeShape::rect},
    {"rnastab", NodeShape::rect},
    {"proteasesite", NodeShape::rect},
    {"proteinstab", NodeShape::rect},
};

struct HeadName {
  std::string_view name;
  HeadKind head;
};
/// Longer names before those they begin with.
constexpr HeadName head_names[] = {
    {"normal", HeadKind::arrow},  {"none", HeadKind::none},   {"vee", HeadKind::open},       {"diamond", HeadKind::diamond},
    {"dot", HeadKind::circle},    {"box", HeadKind::diamond}, {"tee", HeadKind::cross},      {"crow", HeadKind::open},
    {"curve", HeadKind::open},    {"icurve", HeadKind::open}, {"inv", HeadKind::arrow},      {"open", HeadKind::open},
    {"halfopen", HeadKind::open}, {"empty", HeadKind::arrow}, {"invempty", HeadKind::arrow}, {"ediamond", HeadKind::diamond},
    {"forward", HeadKind::arrow},
};

std::optional<Rgb> from_hsv(double hue, double saturation, double value) {
  const double h = (hue - std::floor(hue)) * 6;
  const auto part = [&](double n) {
    const double k = std::fmod(n + h, 6);
    const double level = value - value * saturation * std::max(0.0, std::min({k, 4 - k, 1.0}));
    return static_cast<std::uint8_t>(std::lround(std::clamp(level, 0.0, 1.0) * 255));
  };
  return Rgb{part(5), part(3), part(1)};
}

/// "0.482 0.714 0.878" or with commas.
std::optional<Rgb> parse_hsv(std::string_view text) {
  std::array<double, 3> parts{};
  for (double& part : parts) {
    while (!text.empty() && (is_space(text.front()) || text.front() == ',')) text.remove_prefix(1);
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), part);
    if (error != std::errc() || !std::isfinite(part)) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  }
  if (!trimmed(text).empty()) return std::nullopt;
  return from_hsv(parts[0], std::clamp(parts[1], 0.0, 1.0), std::clamp(parts[2], 0.0, 1.0));
}

}  // namespace

std::optional<NodeShape> find_dot_shape(std::string_view name) {
  for (const ShapeName& known : shape_names) {
    if (equals_ignoring_case(known.name, name)) return known.shape;
  }
  return std::nullopt;
}

std::vector<std::string_view> dot_shape_names() {
  std::vector<std::string_view> names;
  for (const ShapeName& known : shape_names) names.push_back(known.name);
  return names;
}

NodeShape polygon_shape(int sides, double skew, double distortion) {
  if (distortion > 0) return NodeShape::trapezoid;
  if (distortion < 0) return NodeShape::trapezoid_inverted;
  if (skew != 0) return skew > 0 ? NodeShape::parallelogram : NodeShape::parallelogram_back;
  switch (sides) {
    case 0:
    case 1:
    case 2:
      return NodeShape::ellipse;
    case 3:
      return NodeShape::triangle;
    case 4:
      return NodeShape::card;
    case 5:
      return NodeShape::house;
    case 6:
      return NodeShape::hexagon;
    default:
      return NodeShape::octagon;
  }
}

std::optional<HeadKind> find_dot_head(std::string_view name) {
  for (const bool modifiers : {false, true}) {
    std::string_view rest = name;
    while (modifiers && rest.size() > 1 && (rest[0] == 'o' || rest[0] == 'l' || rest[0] == 'r')) rest.remove_prefix(1);
    for (const HeadName& known : head_names) {
      if (rest.starts_with(known.name)) return known.head;
    }
  }
  return std::nullopt;
}

std::vector<std::string_view> dot_head_names() {
  std::vector<std::string_view> names;
  for (const HeadName& known : head_names) names.push_back(known.name);
  return names;
}

std::optional<Rgb> read_dot_color(const DotValue& value, Report& report) {
  std::string_view text = trimmed(value.text);
  text = trimmed(text.substr(0, text.find_first_of(":;")));
  if (text.empty() || text.starts_with('/') || equals_ignoring_case(text, "transparent") || equals_ignoring_case(text, "none"))
    return std::nullopt;
  if (const auto known = text.starts_with('#') ? parse_css_color(text) : find_x11_color(text)) return known;
  if (const auto hsv = parse_hsv(text)) return hsv;
  if (is_digit(text.front())) return std::nullopt;  // an index into a colour scheme
  report.warning(value.span, fmt::format("'{}' is not a colour", text)).help(did_you_mean(text, css_color_names()));
  return std::nullopt;
}

DotStyle read_dot_style(std::string_view style) {
  DotStyle read;
  while (!style.empty()) {
    const std::size_t end = std::min(style.find(','), style.size());
    const std::string_view word = trimmed(style.substr(0, end));
    read.filled |= word == "filled" || word == "radial" || word == "striped" || word == "wedged";
    read.dashed |= word == "dashed";
    read.dotted |= word == "dotted";
    read.bold |= word == "bold";
    read.invisible |= word == "invis" || word == "invisible";
    style.remove_prefix(std::min(end + 1, style.size()));
  }
  return read;
}

}  // namespace drawplate
