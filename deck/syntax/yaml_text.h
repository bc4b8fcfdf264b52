// What the YAML library gets wrong, put right before it reads: at equal length, so that every place stays where it was.
#pragma once

#include <string>
#include <string_view>

namespace drawplate {

/// The text with two things exchanged for bytes that are in no UTF-8, and so in no input and no escape: a '?' that is part of a text, which
/// the library takes for an indicator inside brackets, and the pairs of \u escapes by which JSON writes emoji.
std::string prepared_for_yaml(std::string_view text);

/// Undoes it in a scalar that was read.
std::string restored_from_yaml(std::string text);

}  // namespace drawplate
