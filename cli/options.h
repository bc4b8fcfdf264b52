// The table of the command's options, one row each: registration, --help, suggestions and the manual's table come from it or are
// held against it. It knows what words an option takes, and not what they mean.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "cli/print_options.h"

namespace drawplate {

/// The words of the command line as written, before they are understood.
struct Words {
  std::string input;
  std::string page, theme, from, keep_colors, connectors, pptx_fonts, diagnostics, each;
  std::vector<std::string> outputs, settings, parameter_files;
  PrintWords print;
  bool strict = false, quiet = false, verbose = false, allow_outside = false, help = false, version = false, licenses = false;
};

/// Where an option's words go: one value, a value each time, or that it was given.
using OptionPlace = std::variant<std::string*, std::vector<std::string>*, bool*>;

struct Option {
  std::string_view name;        ///< "--output"
  std::string_view short_name;  ///< "-o", or empty
  std::string_view value;       ///< what its value is called, or "one|or|other"; empty: it takes none
  OptionPlace (*place)(Words& words) = nullptr;
  std::string_view about;  ///< for --help; "\n" is a line break
};

/// In the order of --help and of docs/command.md.
std::span<const Option> options();
const Option& find_option(std::string_view name);

/// "-o, --output FILE".
std::string spelling(const Option& option);
/// What may stand for "live|exact", in that order.
std::vector<std::string_view> choices_of(const Option& option);

/// The lines of --help that list every option.
std::string list_options();

}  // namespace drawplate
