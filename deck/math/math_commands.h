// The commands of TeX that build something, by name: environments, spaces, accents, alphabets. For the parser of formulas alone.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string_view>

#include "deck/math/math.h"

namespace drawplate::math {

struct Environment {
  std::string_view name, open, close;
  enum class Columns : std::uint8_t { centered, pairs, cases, given } columns = Columns::centered;
};
inline constexpr Environment environments[] = {{"matrix", "", ""},
                                               {"smallmatrix", "", ""},
                                               {"pmatrix", "(", ")"},
                                               {"bmatrix", "[", "]"},
                                               {"Bmatrix", "{", "}"},
                                               {"vmatrix", "|", "|"},
                                               {"Vmatrix", "‖", "‖"},
                                               {"array", "", "", Environment::Columns::given},
                                               {"cases", "{", "", Environment::Columns::cases},
                                               {"aligned", "", "", Environment::Columns::pairs},
                                               {"align", "", "", Environment::Columns::pairs},
                                               {"align*", "", "", Environment::Columns::pairs},
                                               {"split", "", "", Environment::Columns::pairs},
                                               {"gathered", "", ""},
                                               {"gather", "", ""},
                                               {"gather*", "", ""},
                                               {"equation", "", ""},
                                               {"equation*", "", ""}};

struct Space {
  std::string_view name;
  double width;
};
inline constexpr Space spaces[] = {
    {",", 3 / 18.0}, {":", 4 / 18.0}, {">", 4 / 18.0},  {";", 5 / 18.0},         {"!", -3 / 18.0},       {" ", 4 / 18.0},
    {"quad", 1},     {"qquad", 2},    {"enspace", 0.5}, {"thinspace", 3 / 18.0}, {"medspace", 4 / 18.0}, {"thickspace", 5 / 18.0}};

struct Accent {
  std::string_view name, text;
  bool stretches = false, under = false;
};
inline constexpr Accent accents[] = {{"hat", "̂"},
                                     {"widehat", "̂", true},
                                     {"tilde", "̃"},
                                     {"widetilde", "̃", true},
                                     {"bar", "̄"},
                                     {"overline", "‾", true},
                                     {"underline", "_", true, true},
                                     {"vec", "⃗"},
                                     {"overrightarrow", "⃗", true},
                                     {"dot", "̇"},
                                     {"ddot", "̈"},
                                     {"check", "̌"},
                                     {"breve", "̆"},
                                     {"acute", "́"},
                                     {"grave", "̀"},
                                     {"mathring", "̊"},
                                     {"overbrace", "⏞", true},
                                     {"underbrace", "⏟", true, true}};

struct AlphabetName {
  std::string_view name;
  MathAlphabet alphabet;
};
inline constexpr AlphabetName alphabets[] = {
    {"mathrm", MathAlphabet::upright},   {"mathbf", MathAlphabet::bold},          {"boldsymbol", MathAlphabet::bold_italic},
    {"bm", MathAlphabet::bold_italic},   {"mathbb", MathAlphabet::double_struck}, {"mathcal", MathAlphabet::script},
    {"mathscr", MathAlphabet::script},   {"mathfrak", MathAlphabet::fraktur},     {"mathsf", MathAlphabet::sans},
    {"mathtt", MathAlphabet::monospace}, {"mathit", MathAlphabet::italic},        {"mathnormal", MathAlphabet::italic},
    {"Bbb", MathAlphabet::double_struck}};

inline constexpr std::string_view sizes_of_delimiters[] = {"big",   "Big",   "bigg",  "Bigg",  "bigl",   "bigr", "Bigl", "Bigr",
                                                           "biggl", "biggr", "Biggl", "Biggr", "middle", "bigm", "Bigm"};
/// Commands that say something about lines and numbers, of which a slide has none.
inline constexpr std::string_view silent_commands[] = {"nonumber", "notag", "displaylimits", "limits",    "nolimits", "hline",     "bf",
                                                       "rm",       "it",    "left.",         "mathstrut", "strut",    "allowbreak"};

template <class Entry, std::size_t N>
const Entry* find_named(const Entry (&entries)[N], std::string_view name) {
  const auto found = std::find_if(std::begin(entries), std::end(entries), [&](const Entry& entry) { return entry.name == name; });
  return found == std::end(entries) ? nullptr : &*found;
}

}  // namespace drawplate::math
