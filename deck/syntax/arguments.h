// `{name}` and `{argument name="…" default="…"}` in texts. It knows nothing of the language around the text.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "base/limits.h"
#include "deck/syntax/input.h"

namespace drawplate {

/// What the names in texts stand for.
struct Parameters {
  std::map<std::string, std::string, std::less<>> values;    ///< the last word on each name
  std::map<std::string, std::string, std::less<>> defaults;  ///< from `{argument …}`, where nothing else gives a value
  std::size_t room = max_input_bytes;                        ///< bytes that values may still add to texts
};

/// Where bytes [begin, end) of a text stand in the source.
using PlaceOf = std::function<Span(std::size_t begin, std::size_t end)>;

/// Notes the defaults that a text declares, so that `{name}` may use them anywhere. Says nothing of what is wrong.
void collect_defaults(std::string_view text, Parameters& parameters);

/// The text with every name replaced and "{{" as "{". A name that stands for nothing, or a brace that is not closed, is an
/// error at its place and stays as it is.
std::string substitute(std::string_view text, Parameters& parameters, const PlaceOf& place_of, Report& report);

/// Reads a parameter file, a mapping of names to texts, into `arguments`; names that are there already keep their value.
void read_parameters(const SourceSet& sources, SourceId source, Arguments& arguments, Report& report);

}  // namespace drawplate
