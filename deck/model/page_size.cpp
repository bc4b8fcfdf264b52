// Page names are a table; free sizes are two lengths with units.
#include "deck/model/page_size.h"

#include <charconv>
#include <cmath>
#include <cstddef>
#include <string>
#include <system_error>
#include <utility>

namespace drawplate {
namespace {

constexpr Pt mm = 72.0 / 25.4;
constexpr Pt smallest_side = 36, largest_side = 14'400;  // 14 400 is the largest page of PDF 1.7, annex C

struct NamedSize {
  std::string_view name;
  Size size;
};

constexpr NamedSize named_sizes[] = {
    {"4:5", {900, 1125}},         {"3:4", {900, 1200}},         {"16:9", {960, 540}},          {"16:10", {864, 540}},
    {"4:3", {720, 540}},          {"1:1", {900, 900}},          {"A0", {841 * mm, 1189 * mm}}, {"A1", {594 * mm, 841 * mm}},
    {"A2", {420 * mm, 594 * mm}}, {"A3", {297 * mm, 420 * mm}}, {"A4", {210 * mm, 297 * mm}},  {"A5", {148 * mm, 210 * mm}},
    {"A6", {105 * mm, 148 * mm}}, {"Letter", {612, 792}},       {"Legal", {612, 1008}},        {"Tabloid", {792, 1224}},
};

struct Unit {
  std::string_view name;
  Pt size;
};
constexpr Unit units[] = {{"mm", mm}, {"cm", 10 * mm}, {"in", 72}, {"pt", 1}, {"px", 0.75}};

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return result;
}

void skip_spaces(std::string_view& text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
}

std::optional<Size> parse_free_size(std::string_view text) {
  constexpr std::string_view times = "×";
  std::size_t at = text.find(times), length = times.size();
  if (at == std::string_view::npos) {
    // The first 'x' that is not the unit "px" parts the two lengths.
    for (at = text.find('x'), length = 1; at != std::string_view::npos && at > 0 && text[at - 1] == 'p';) at = text.find('x', at + 1);
  }
  if (at == std::string_view::npos) return std::nullopt;
  const std::optional<Pt> width = parse_length(text.substr(0, at)), height = parse_length(text.substr(at + length));
  if (!width || !height) return std::nullopt;
  const auto fits = [](Pt side) { return side >= smallest_side && side <= largest_side; };
  if (!fits(*width) || !fits(*height)) return std::nullopt;
  return Size{*width, *height};
}

std::optional<Size> find_size(std::string_view text) {
  for (const NamedSize& named : named_sizes) {
    if (lower(named.name) == text) return named.size;
  }
  return parse_free_size(text);
}

}  // namespace

std::optional<Pt> parse_length(std::string_view text) {
  skip_spaces(text);
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed);
  if (error != std::errc() || !std::isfinite(number)) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  skip_spaces(text);
  if (text.empty()) return number;
  for (const Unit& unit : units) {
    if (text == unit.name) return number * unit.size;
  }
  return std::nullopt;
}

std::optional<PageSize> parse_page_size(std::string_view text) {
  skip_spaces(text);
  const std::string lowered = lower(text);
  std::string_view rest = lowered;
  if (rest == "fit") return PageSize{{}, true};
  const bool landscape = rest.ends_with(" landscape"), portrait = rest.ends_with(" portrait");
  if (landscape || portrait) rest.remove_suffix(landscape ? 10 : 9);
  skip_spaces(rest);
  std::optional<Size> size = find_size(rest);
  if (!size) return std::nullopt;
  if ((landscape && size->width < size->height) || (portrait && size->width > size->height)) std::swap(size->width, size->height);
  return PageSize{*size, false};
}

std::vector<std::string_view> page_size_names() {
  std::vector<std::string_view> names;
  for (const NamedSize& named : named_sizes) names.push_back(named.name);
  names.push_back("fit");
  return names;
}

}  // namespace drawplate
