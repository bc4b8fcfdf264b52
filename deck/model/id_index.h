// Finds nodes and groups by what an author calls them: the whole id, or its last parts where only one ends so.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "deck/model/diagram.h"

namespace drawplate {

class IdIndex {
 public:
  /// False, with an error naming the first place, where the id is taken. `id` is whole: "data.db".
  bool add(const std::string& id, Span place, EdgeEnd what, const SourceSet& sources, Report& report);

  /// What `id` names; an error with the nearest or all candidates where it names nothing or more than one thing.
  std::optional<EdgeEnd> resolve(std::string_view id, Span place, Report& report) const;

 private:
  struct Named {
    std::string id;
    Span place;
    EdgeEnd what;
  };

  std::string hint_for(std::string_view id) const;

  std::vector<Named> named_;
  std::map<std::string, std::size_t, std::less<>> whole_;
  std::map<std::string, std::vector<std::size_t>, std::less<>> endings_;  // "db" of "data.db"
};

}  // namespace drawplate
