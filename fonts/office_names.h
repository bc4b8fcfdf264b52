// Open faces with the metrics of Office's own: what layout can measure with, and what a presentation may then name. And the
// Debian packages that bring faces. Tables, and nothing else.
#pragma once

#include <string>
#include <string_view>

namespace drawplate {

/// The open family that measures as Office's of this name does, or that stands for a family of another maker in presentations
/// that may name Office's alone: one with serifs for one with serifs, and so on.
std::string_view open_family_for_office(std::string_view family);

/// Office's name of an open family with the same metrics; empty where there is none.
std::string_view office_name_of(std::string_view open_family);

/// The Debian package that brings a family, or empty.
std::string_view package_of_family(std::string_view family);
/// The Debian package whose faces have this character, or empty.
std::string_view package_of_character(char32_t character);

}  // namespace drawplate
