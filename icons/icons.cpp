// Finding icons by name, in the order core set, aliases, packs. Only the drawing asked for is read from its text.
#include "icons/icons.h"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <span>
#include <utility>

#include "base/suggest.h"
#include "icons/icon_aliases.h"
#include "icons/icon_compound.h"
#include "icons/icon_core.h"
#include "icons/icon_pack.h"
#include "icons/svg_path.h"

namespace drawplate {
namespace {

constexpr std::string_view bootstrap_prefix = "bi:";

/// The row of a table sorted by name, or null.
template <class Row>
const Row* find_row(std::span<const Row> table, std::string_view name) {
  const auto row = std::lower_bound(table.begin(), table.end(), name, [](const Row& r, std::string_view n) { return r.name < n; });
  return row != table.end() && row->name == name ? &*row : nullptr;
}

std::optional<FoundIcon> find_core_icon(std::string_view name) {
  const CoreIcon* icon = find_row(core_icons(), name);
  if (!icon) return std::nullopt;
  std::optional<IconDrawing> drawing = read_icon_text(icon->drawing);
  assert(drawing);
  return FoundIcon{std::string(name), std::move(*drawing)};
}

/// Pack icons run to the edge of their 16 grid; at 0.86 they look as large as the core set's.
IconDrawing read_pack_icon(const PackIcon& icon) {
  constexpr double scale = 0.86 * 24 / 16, margin = (24 - 16 * scale) / 2;
  IconDrawing drawing;
  for (std::size_t from = 0; from < icon.paths.size();) {
    const std::size_t end = std::min(icon.paths.find('\n', from), icon.paths.size());
    const SvgPath path = read_svg_path(icon.paths.substr(from, end - from));
    assert(!path.fault);
    drawing.parts.push_back({IconPart::Paint::fill, transformed(path.path, {scale, 0, 0, scale, margin, margin}), 0});
    from = end + 1;
  }
  return drawing;
}

std::optional<FoundIcon> find_pack_icon(std::string_view name) {
  const PackIcon* icon = find_row(bootstrap_icons(), name);
  if (!icon) return std::nullopt;
  return FoundIcon{std::string(bootstrap_prefix) + std::string(name), read_pack_icon(*icon)};
}

std::optional<FoundIcon> find_exact_icon(std::string_view name) {
  if (name.starts_with(bootstrap_prefix)) return find_pack_icon(name.substr(bootstrap_prefix.size()));
  return find_core_icon(name);
}

/// "lock+check": a core icon, by its name or an alias, with a badge.
std::optional<FoundIcon> find_compound_icon(std::string_view name) {
  const std::size_t plus = name.find('+');
  if (plus == std::string_view::npos) return std::nullopt;
  const IconAlias* alias = find_row(icon_aliases(), name.substr(0, plus));
  const std::optional<FoundIcon> base = find_core_icon(alias ? alias->target : name.substr(0, plus));
  if (!base) return std::nullopt;
  std::optional<IconDrawing> drawing = with_badge(base->drawing, name.substr(plus + 1));
  if (!drawing) return std::nullopt;
  return FoundIcon{base->name + std::string(name.substr(plus)), std::move(*drawing)};
}

std::optional<FoundIcon> find_known_icon(std::string_view name) {
  if (std::optional<FoundIcon> icon = find_exact_icon(name)) return icon;
  if (const IconAlias* alias = find_row(icon_aliases(), name)) {
    if (std::optional<FoundIcon> icon = find_exact_icon(alias->target)) return icon;
  }
  if (std::optional<FoundIcon> icon = find_pack_icon(name)) return icon;
  return find_compound_icon(name);
}

/// "fa:user-circle": what another pack calls its icon. Its own word, then that word without what it says of the variant.
std::optional<FoundIcon> find_foreign_icon(std::string_view name) {
  const std::size_t colon = name.find(':');
  if (colon == std::string_view::npos || name.starts_with(bootstrap_prefix)) return std::nullopt;
  for (std::string_view word = name;;) {
    if (std::optional<FoundIcon> icon = find_known_icon(word)) return icon;
    if (std::optional<FoundIcon> icon = find_known_icon(word.substr(colon + 1))) return icon;
    const std::size_t dash = word.rfind('-');
    if (dash == std::string_view::npos || dash < colon) return std::nullopt;
    word = word.substr(0, dash);
  }
}

}  // namespace

std::optional<FoundIcon> find_icon(std::string_view name) {
  std::optional<FoundIcon> icon = find_known_icon(name);
  return icon ? std::move(icon) : find_foreign_icon(name);
}

IconDrawing unknown_icon() {
  std::optional<IconDrawing> drawing = read_icon_text("rect 3.75 3.75 16.5 16.5 2.75;dot 12 12 1.75");
  assert(drawing);
  return std::move(*drawing);
}

std::vector<std::string> nearest_icon_names(std::string_view name, std::size_t count) {
  // Words of the pack are offered as the author may write them: with the prefix only where one was written.
  const bool prefixed = name.starts_with(bootstrap_prefix);
  if (prefixed) name.remove_prefix(bootstrap_prefix.size());
  std::vector<std::string_view> known;
  if (!prefixed) {
    for (const CoreIcon& icon : core_icons()) known.push_back(icon.name);
    for (const IconAlias& alias : icon_aliases())
      if (!alias.target.starts_with(bootstrap_prefix) || !bootstrap_icons().empty()) known.push_back(alias.name);
  }
  for (const PackIcon& icon : bootstrap_icons())
    if (prefixed || std::find(known.begin(), known.end(), icon.name) == known.end()) known.push_back(icon.name);
  std::vector<std::string> nearest;
  for (const std::string_view word : find_nearest_words(name, known, count))
    nearest.push_back((prefixed ? std::string(bootstrap_prefix) : std::string()) + std::string(word));
  return nearest;
}

std::vector<std::string> icon_names() {
  std::vector<std::string> names;
  for (const CoreIcon& icon : core_icons()) names.emplace_back(icon.name);
  for (const IconAlias& alias : icon_aliases())
    if (!alias.target.starts_with(bootstrap_prefix) || !bootstrap_icons().empty()) names.emplace_back(alias.name);
  for (const PackIcon& icon : bootstrap_icons()) names.push_back(std::string(bootstrap_prefix) + std::string(icon.name));
  return names;
}

}  // namespace drawplate
