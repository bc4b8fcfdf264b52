// Formulas: TeX and its tree, and what is said of TeX that is none.
#include "deck/math/math.h"

#include <gtest/gtest.h>

#include <cstddef>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "deck/math/dump_math.h"

namespace drawplate {
namespace {

struct Case {
  std::string_view tex, tree;
};

constexpr Case cases[] = {
    {R"tex(a_1 + \frac{b}{c} = \sqrt[3]{x^2})tex",
     R"tex(scripts(i"a"; "1"; ) +"+" frac(i"b"; i"c") ="=" root(scripts(i"x"; ; "2"); "3"))tex"},
    {R"tex(\sum_{i=1}^n i^2 \le \int_0^\infty e^{-x}\,dx)tex",
     R"tex(scripts-limits(!^"∑"; i"i" ="=" "1"; i"n") scripts(i"i"; ; "2") ="≤" scripts(!"∫"; "0"; "∞") scripts(i"e"; ; +"−" i"x") space(0.17) i"d" i"x")tex"},
    {R"tex(\left( \frac12 \right])tex", R"tex(fence[( ]](frac("1"; "2")))tex"},
    {R"tex(\begin{pmatrix} a & b \\ c & d \end{pmatrix})tex", R"tex(matrix[( )]:cc(i"a"; i"b"; i"c"; i"d"))tex"},
    {R"tex(f(x) = \begin{cases} x & \text{if } x > 0 \\ 0 & \text{else} \end{cases})tex",
     R"tex(i"f" ("(" i"x" )")" ="=" matrix[{ ]:ll(i"x"; text("if ") i"x" =">" "0"; "0"; text("else")))tex"},
    {R"tex(\mathbb{R}^n, \mathbf{v}, \vec{a}, \overline{AB}, x', x''_2)tex",
     R"tex(scripts(group(bb"R"); ; i"n") ,"," group(b"v") ,"," accent"⃗"(i"a") ,"," accent-wide"‾"(i"A" i"B") ,"," scripts(i"x"; ; "′") ,"," scripts(i"x"; "2"; "′" "′"))tex"},
    {R"tex(\begin{aligned} a &= b \\ &= c \end{aligned})tex", R"tex(matrix:rl(i"a"; ="=" i"b"; ; ="=" i"c"))tex"},
    {R"tex({a \over b} \binom{n}{k} \dfrac12)tex", R"tex(group(frac(i"a"; i"b")) fence[( )](frac-no-line(i"n"; i"k")) Dfrac("1"; "2"))tex"},
    {R"tex(\lim_{x\to 0} \sin x \operatorname{rank} A \not= 3.14)tex",
     R"tex(scripts-limits(!^"lim"; i"x" ="→" "0"; ) !"sin" i"x" !"rank" i"A" ="≠" "3.14")tex"},
    {R"tex(\underbrace{a+b}_{n} \overset{!}{=} \begin{array}{lr} 1 & 2 \end{array})tex",
     R"tex(scripts-limits(accent-under-wide"⏟"(i"a" +"+" i"b"); i"n"; ) scripts-limits(="="; ; )"!") matrix:lr("1"; "2"))tex"},
    {R"tex(\displaystyle\sum x^10 \hat\imath \big( \pi \big) 2\pi r \| a \| \ldots)tex",
     R"tex(D!^"∑" Dscripts(i"x"; ; "1") D"0" Daccent"̂"(i"ı") D"(" Di"π" D")" D"2" Di"π" Di"r" D"‖" Di"a" D"‖" D~"…")tex"},
};

TEST(Math, IsReadAsATree) {
  for (const Case& each : cases) {
    std::vector<MathProblem> problems;
    EXPECT_EQ(dump_math(parse_math(each.tex, &problems)), each.tree) << each.tex;
    EXPECT_TRUE(problems.empty()) << each.tex << ": " << problems.front().message;
  }
}

std::string said_of(std::string_view tex) {
  std::vector<MathProblem> problems;
  parse_math(tex, &problems);
  std::string out;
  for (const MathProblem& problem : problems)
    out += std::to_string(problem.begin) + "-" + std::to_string(problem.end) + ": " + problem.message +
           (problem.hint.empty() ? "" : "; " + problem.hint) + "\n";
  return out;
}

TEST(Math, MistakesAreSaidWithTheirPlaces) {
  EXPECT_EQ(said_of(R"tex(a \alhpa)tex"), "2-8: unknown command '\\alhpa' in a formula; did you mean 'alpha'?\n");
  EXPECT_EQ(said_of("\\frac{a"), "5-7: a '{' is not closed\n6-7: something is missing here; write it in braces: {…}\n");
  EXPECT_EQ(said_of("\\left( x"), "0-8: '\\left' without '\\right'; write '\\right.' where nothing shall stand there\n");
  EXPECT_EQ(said_of("x^a^b"), "3-4: a second '^' on one thing; group them with braces\n");
  EXPECT_EQ(said_of("a & b"), "2-3: '&' outside of rows and columns; put \\begin{aligned} and \\end{aligned} around them\n");
  EXPECT_EQ(said_of("}"), "0-1: '}' closes nothing\n");
  EXPECT_EQ(said_of("\\begin{matrx} x \\end{matrx}"), "0-13: unknown environment 'matrx'; did you mean 'matrix'?\n");
}

TEST(Math, DeepNestingIsSaidOnceAndEndsTheFormula) {
  EXPECT_EQ(said_of(std::string(500, '{')), "40-41: a formula nested deeper than 40 levels\n");
  std::string roots;
  for (int i = 0; i < 1000; ++i) roots += "\\sqrt[";
  EXPECT_LE(parse_math(roots).size(), 1u);
}

TEST(Math, AnythingCanBeRead) {
  constexpr std::string_view words[] = {"\\frac",       "{", "}",    "^", "_",  "\\left", "(",      "\\right",  "\\begin{cases}",
                                        "\\end{cases}", "&", "\\\\", "x", "'",  "\\",     "[",      "]",        "\\sqrt",
                                        "\\text{",      "é", "%",    " ", "\n", "12",     "\\over", "\\mathbb", "\\not"};
  std::mt19937 random(7);
  for (int round = 0; round < 2000; ++round) {
    std::string tex;
    for (std::size_t length = random() % 30; length > 0; --length) tex += words[random() % std::size(words)];
    std::vector<MathProblem> problems;
    parse_math(tex, &problems);
    for (const MathProblem& problem : problems) EXPECT_LT(problem.begin, problem.end) << tex;
  }
}

}  // namespace
}  // namespace drawplate
