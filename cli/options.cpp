// The rows. A new option is a row here, a member of Words, a row in docs/command.md, and the place that understands it.
#include "cli/options.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <iterator>

namespace drawplate {
namespace {

template <auto Member>
OptionPlace in_words(Words& words) {
  return &(words.*Member);
}
template <auto Member>
OptionPlace in_print(Words& words) {
  return &(words.print.*Member);
}

constexpr Option rows[] = {
    {"--output", "-o", "FILE", in_words<&Words::outputs>, "write FILE; may be given several times"},
    {"--page", "", "PAGE", in_words<&Words::page>,
     "4:5, 3:4, 16:9, 16:10, 4:3, 1:1, A0 to A6, Letter, Legal, Tabloid,\n"
     "\"A4 landscape\", \"210mm x 297mm\", or fit; wins over the document's page"},
    {"--theme", "", "NAME|FILE", in_words<&Words::theme>, "a theme's name, or a .yaml file that overrides one"},
    {"--set", "", "NAME=VALUE", in_words<&Words::settings>, "the value of {NAME} in texts; may be given several times"},
    {"--each", "", "FILE.csv", in_words<&Words::each>, "one drawing for each row: its columns are names of values, in -o too"},
    {"--params", "", "FILE", in_words<&Words::parameter_files>, "values from a YAML file of names; --set wins over it"},
    {"--from", "", "FORM", in_words<&Words::from>, "yaml, mermaid, dot or markdown, where the suffix does not say"},
    {"--steps", "", "", in_print<&PrintWords::steps>, "PDF: a page for each step in which a slide is built up"},
    {"--notes", "", "", in_print<&PrintWords::notes>, "PDF and handouts: the speaker's notes beside the slides"},
    {"--lines", "", "", in_print<&PrintWords::lines>, "handouts: ruled lines beside the slides"},
    {"--per-page", "", "1|2|3|4|6|9", in_print<&PrintWords::per_page>, "handouts: slides on a sheet (default: 3)"},
    {"--paper", "", "PAPER", in_print<&PrintWords::paper>, "handouts and notes: A4 (default), Letter, \"A4 landscape\", any page above"},
    {"--poster", "", "SIZE", in_print<&PrintWords::poster>, "handouts: the first page this large, over tiles with crop marks"},
    {"--tile", "", "PAPER", in_print<&PrintWords::tile>, "posters: the paper of a tile (default: A4)"},
    {"--keep-colors", "", "yes|no", in_words<&Words::keep_colors>, "no: ignore colours that the document sets itself"},
    {"--pptx-fonts", "", "embed|office|named", in_words<&Words::pptx_fonts>,
     "embed: fonts go into the PPTX (default); named: names alone; office: text is set in faces\n"
     "that measure as Office's own, which the PPTX names"},
    {"--connectors", "", "live|exact", in_words<&Words::connectors>,
     "PPTX: live connectors stay glued (default); exact ones have round corners"},
    {"--allow-outside", "", "", in_words<&Words::allow_outside>, "files that the document names may lie outside its folder"},
    {"--strict", "", "", in_words<&Words::strict>, "warnings are errors"},
    {"--diagnostics", "", "text|json", in_words<&Words::diagnostics>, "how problems are told on standard error"},
    {"--quiet", "-q", "", in_words<&Words::quiet>, "tell errors only"},
    {"--verbose", "-v", "", in_words<&Words::verbose>, "tell what was set aside, too"},
    {"--help", "-h", "", in_words<&Words::help>, "this text"},
    {"--version", "", "", in_words<&Words::version>, "which version this is"},
    {"--licenses", "", "", in_words<&Words::licenses>, "the licences of what is built in"},
};

/// Where what an option does begins in its line; a longer spelling has a line of its own.
constexpr std::size_t about_column = 27;

}  // namespace

std::span<const Option> options() { return rows; }

const Option& find_option(std::string_view name) {
  const auto found = std::ranges::find(rows, name, &Option::name);
  assert(found != std::end(rows));
  return *found;
}

std::string spelling(const Option& option) {
  return fmt::format("{}{}{}{}{}", option.short_name, option.short_name.empty() ? "" : ", ", option.name, option.value.empty() ? "" : " ",
                     option.value);
}

std::vector<std::string_view> choices_of(const Option& option) {
  std::vector<std::string_view> choices;
  for (std::size_t at = 0; at <= option.value.size();) {
    const std::size_t end = std::min(option.value.find('|', at), option.value.size());
    choices.push_back(option.value.substr(at, end - at));
    at = end + 1;
  }
  return choices;
}

std::string list_options() {
  const std::string to_column = "\n" + std::string(about_column, ' ');
  std::string text;
  for (const Option& option : rows) {
    std::string line = "  " + spelling(option);
    line += line.size() + 2 <= about_column ? std::string(about_column - line.size(), ' ') : to_column;
    for (const char c : option.about) line += c == '\n' ? to_column : std::string(1, c);
    text += line + "\n";
  }
  return text;
}

}  // namespace drawplate
