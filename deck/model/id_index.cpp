// Whole ids win over endings, so that a node outside every group can always be named.
#include "deck/model/id_index.h"

#include <algorithm>
#include <cstddef>

#include <fmt/format.h>

#include "base/suggest.h"

namespace drawplate {

bool IdIndex::add(const std::string& id, Span place, EdgeEnd what, const SourceSet& sources, Report& report) {
  const auto [entry, is_new] = whole_.emplace(id, named_.size());
  if (!is_new) {
    const Span first = named_[entry->second].place;
    Diagnostic& error = report.error(place, fmt::format("the id '{}' is given twice", id));
    if (report.left_out() == 0)
      error.help(fmt::format("the first is in line {}", line_column(sources.get(first.source), first.begin).line));
    return false;
  }
  for (std::size_t dot = id.find('.'); dot != std::string::npos; dot = id.find('.', dot + 1)) {
    if (dot + 1 < id.size()) endings_[id.substr(dot + 1)].push_back(named_.size());
  }
  named_.push_back({id, place, what});
  return true;
}

std::optional<EdgeEnd> IdIndex::resolve(std::string_view id, Span place, Report& report) const {
  if (const auto found = whole_.find(id); found != whole_.end()) return named_[found->second].what;
  const auto found = endings_.find(id);
  if (found == endings_.end()) {
    const std::string hint = report.error_count() < Report::limit ? hint_for(id) : std::string();
    report.error(place, fmt::format("there is no node '{}'", id)).help(hint);
    return std::nullopt;
  }
  if (found->second.size() == 1) return named_[found->second.front()].what;
  constexpr std::size_t most_shown = 6;
  std::vector<std::string_view> candidates;
  for (std::size_t i = 0; i < std::min(most_shown, found->second.size()); ++i) candidates.push_back(named_[found->second[i]].id);
  report.error(place, fmt::format("'{}' may be any of {} nodes", id, found->second.size()))
      .help(fmt::format("write {}", one_of(candidates)));
  return std::nullopt;
}

std::string IdIndex::hint_for(std::string_view id) const {
  std::vector<std::string_view> known;
  for (const Named& named : named_) known.push_back(named.id);
  for (const auto& [ending, indices] : endings_) {
    if (indices.size() == 1) known.push_back(ending);
  }
  return did_you_mean(id, known);
}

}  // namespace drawplate
