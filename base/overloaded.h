// Opening a variant by an overload set: std::visit(Overloaded{…}, variant). A set that names every alternative stops compiling
// when the variant gets a new one, so that everybody answers it.
#pragma once

#include <concepts>

namespace drawplate {

/// A set of lambdas called as one function.
template <class... Functions>
struct Overloaded : Functions... {
  using Functions::operator()...;
};
template <class... Functions>
Overloaded(Functions...) -> Overloaded<Functions...>;

/// Alternatives that are answered alike: `[](const OneOf<Circle, Square> auto&) {…}`. Unlike a bare `auto` it takes no other.
template <class Type, class... Types>
concept OneOf = (std::same_as<Type, Types> || ...);

}  // namespace drawplate
