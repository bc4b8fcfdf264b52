// What a call returns when the world may fail it: a value, or one sentence for the person at the keyboard.
#pragma once

#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace drawplate {

/// Why a file, a font or an archive could not be used; a whole sentence without a full stop, naming the thing.
struct Failure {
  std::string message;
};

template <class T>
using Result = tl::expected<T, Failure>;

inline tl::unexpected<Failure> failure(std::string message) { return tl::unexpected<Failure>(Failure{std::move(message)}); }

}  // namespace drawplate
