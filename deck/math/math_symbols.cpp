// Names and classes as in TeX and amsmath, characters as in unicode-math.
#include "deck/math/math_symbols.h"

#include <algorithm>

#include "base/cursor.h"

namespace drawplate {
namespace {

using enum MathClass;
using enum MathAlphabet;

constexpr MathSymbol symbols[] = {
    // Greek
    {"alpha", "α", ordinary, italic},
    {"beta", "β", ordinary, italic},
    {"gamma", "γ", ordinary, italic},
    {"delta", "δ", ordinary, italic},
    {"epsilon", "ϵ", ordinary, italic},
    {"varepsilon", "ε", ordinary, italic},
    {"zeta", "ζ", ordinary, italic},
    {"eta", "η", ordinary, italic},
    {"theta", "θ", ordinary, italic},
    {"vartheta", "ϑ", ordinary, italic},
    {"iota", "ι", ordinary, italic},
    {"kappa", "κ", ordinary, italic},
    {"lambda", "λ", ordinary, italic},
    {"mu", "μ", ordinary, italic},
    {"nu", "ν", ordinary, italic},
    {"xi", "ξ", ordinary, italic},
    {"omicron", "ο", ordinary, italic},
    {"pi", "π", ordinary, italic},
    {"varpi", "ϖ", ordinary, italic},
    {"rho", "ρ", ordinary, italic},
    {"varrho", "ϱ", ordinary, italic},
    {"sigma", "σ", ordinary, italic},
    {"varsigma", "ς", ordinary, italic},
    {"tau", "τ", ordinary, italic},
    {"upsilon", "υ", ordinary, italic},
    {"phi", "ϕ", ordinary, italic},
    {"varphi", "φ", ordinary, italic},
    {"chi", "χ", ordinary, italic},
    {"psi", "ψ", ordinary, italic},
    {"omega", "ω", ordinary, italic},
    {"Gamma", "Γ"},
    {"Delta", "Δ"},
    {"Theta", "Θ"},
    {"Lambda", "Λ"},
    {"Xi", "Ξ"},
    {"Pi", "Π"},
    {"Sigma", "Σ"},
    {"Upsilon", "Υ"},
    {"Phi", "Φ"},
    {"Psi", "Ψ"},
    {"Omega", "Ω"},
    // letters and signs
    {"infty", "∞"},
    {"partial", "∂"},
    {"nabla", "∇"},
    {"hbar", "ℏ"},
    {"ell", "ℓ"},
    {"Re", "ℜ"},
    {"Im", "ℑ"},
    {"aleph", "ℵ"},
    {"wp", "℘"},
    {"imath", "ı", ordinary, italic},
    {"jmath", "ȷ", ordinary, italic},
    {"emptyset", "∅"},
    {"varnothing", "∅"},
    {"forall", "∀"},
    {"exists", "∃"},
    {"nexists", "∄"},
    {"neg", "¬"},
    {"lnot", "¬"},
    {"top", "⊤"},
    {"bot", "⊥"},
    {"angle", "∠"},
    {"triangle", "△"},
    {"square", "□"},
    {"Box", "□"},
    {"prime", "′"},
    {"degree", "°"},
    {"dagger", "†", binary},
    {"ddagger", "‡", binary},
    {"S", "§"},
    {"P", "¶"},
    {"checkmark", "✓"},
    {"ldots", "…", inner},
    {"dots", "…", inner},
    {"cdots", "⋯", inner},
    {"dotsc", "…", inner},
    {"dotsb", "⋯", inner},
    {"vdots", "⋮"},
    {"ddots", "⋱", inner},
    {"%", "%"},
    {"$", "$"},
    {"&", "&"},
    {"#", "#"},
    {"_", "_"},
    {"{", "{", open},
    {"}", "}", close},
    {"backslash", "\\"},
    {"|", "‖"},
    {"Vert", "‖"},
    {"vert", "|"},
    {"lbrace", "{", open},
    {"rbrace", "}", close},
    {"lbrack", "[", open},
    {"rbrack", "]", close},
    {"langle", "⟨", open},
    {"rangle", "⟩", close},
    {"lfloor", "⌊", open},
    {"rfloor", "⌋", close},
    {"lceil", "⌈", open},
    {"rceil", "⌉", close},
    {"lvert", "|", open},
    {"rvert", "|", close},
    {"lVert", "‖", open},
    {"rVert", "‖", close},
    {"colon", ":", punctuation},
    // binary operators
    {"pm", "±", binary},
    {"mp", "∓", binary},
    {"times", "×", binary},
    {"div", "÷", binary},
    {"cdot", "⋅", binary},
    {"ast", "∗", binary},
    {"star", "⋆", binary},
    {"circ", "∘", binary},
    {"bullet", "∙", binary},
    {"cap", "∩", binary},
    {"cup", "∪", binary},
    {"uplus", "⊎", binary},
    {"sqcap", "⊓", binary},
    {"sqcup", "⊔", binary},
    {"vee", "∨", binary},
    {"lor", "∨", binary},
    {"wedge", "∧", binary},
    {"land", "∧", binary},
    {"setminus", "∖", binary},
    {"oplus", "⊕", binary},
    {"ominus", "⊖", binary},
    {"otimes", "⊗", binary},
    {"oslash", "⊘", binary},
    {"odot", "⊙", binary},
    // relations
    {"le", "≤", relation},
    {"leq", "≤", relation},
    {"ge", "≥", relation},
    {"geq", "≥", relation},
    {"ne", "≠", relation},
    {"neq", "≠", relation},
    {"ll", "≪", relation},
    {"gg", "≫", relation},
    {"leqslant", "⩽", relation},
    {"geqslant", "⩾", relation},
    {"equiv", "≡", relation},
    {"sim", "∼", relation},
    {"simeq", "≃", relation},
    {"approx", "≈", relation},
    {"cong", "≅", relation},
    {"propto", "∝", relation},
    {"in", "∈", relation},
    {"notin", "∉", relation},
    {"ni", "∋", relation},
    {"subset", "⊂", relation},
    {"supset", "⊃", relation},
    {"subseteq", "⊆", relation},
    {"supseteq", "⊇", relation},
    {"nsubseteq", "⊈", relation},
    {"subsetneq", "⊊", relation},
    {"perp", "⟂", relation},
    {"parallel", "∥", relation},
    {"mid", "∣", relation},
    {"nmid", "∤", relation},
    {"models", "⊨", relation},
    {"vdash", "⊢", relation},
    {"dashv", "⊣", relation},
    {"prec", "≺", relation},
    {"succ", "≻", relation},
    {"preceq", "⪯", relation},
    {"succeq", "⪰", relation},
    {"doteq", "≐", relation},
    {"triangleq", "≜", relation},
    {"coloneqq", "≔", relation},
    {"lesssim", "≲", relation},
    {"gtrsim", "≳", relation},
    {"asymp", "≍", relation},
    // arrows
    {"to", "→", relation},
    {"rightarrow", "→", relation},
    {"leftarrow", "←", relation},
    {"gets", "←", relation},
    {"leftrightarrow", "↔", relation},
    {"Rightarrow", "⇒", relation},
    {"Leftarrow", "⇐", relation},
    {"Leftrightarrow", "⇔", relation},
    {"implies", "⟹", relation},
    {"impliedby", "⟸", relation},
    {"iff", "⟺", relation},
    {"longrightarrow", "⟶", relation},
    {"longleftarrow", "⟵", relation},
    {"mapsto", "↦", relation},
    {"longmapsto", "⟼", relation},
    {"uparrow", "↑", relation},
    {"downarrow", "↓", relation},
    {"updownarrow", "↕", relation},
    {"hookrightarrow", "↪", relation},
    {"rightharpoonup", "⇀", relation},
    {"leadsto", "⇝", relation},
    {"nearrow", "↗", relation},
    {"searrow", "↘", relation},
    {"rightleftharpoons", "⇌", relation},
    {"Uparrow", "⇑", relation},
    {"Downarrow", "⇓", relation},
    // large operators
    {"sum", "∑", large_operator, upright, true},
    {"prod", "∏", large_operator, upright, true},
    {"coprod", "∐", large_operator, upright, true},
    {"int", "∫", large_operator},
    {"iint", "∬", large_operator},
    {"iiint", "∭", large_operator},
    {"oint", "∮", large_operator},
    {"bigcup", "⋃", large_operator, upright, true},
    {"bigcap", "⋂", large_operator, upright, true},
    {"bigsqcup", "⨆", large_operator, upright, true},
    {"bigvee", "⋁", large_operator, upright, true},
    {"bigwedge", "⋀", large_operator, upright, true},
    {"bigoplus", "⨁", large_operator, upright, true},
    {"bigotimes", "⨂", large_operator, upright, true},
    {"bigodot", "⨀", large_operator, upright, true},
    {"biguplus", "⨄", large_operator, upright, true},
    // named functions
    {"sin", "sin", large_operator},
    {"cos", "cos", large_operator},
    {"tan", "tan", large_operator},
    {"cot", "cot", large_operator},
    {"sec", "sec", large_operator},
    {"csc", "csc", large_operator},
    {"arcsin", "arcsin", large_operator},
    {"arccos", "arccos", large_operator},
    {"arctan", "arctan", large_operator},
    {"sinh", "sinh", large_operator},
    {"cosh", "cosh", large_operator},
    {"tanh", "tanh", large_operator},
    {"log", "log", large_operator},
    {"ln", "ln", large_operator},
    {"lg", "lg", large_operator},
    {"exp", "exp", large_operator},
    {"deg", "deg", large_operator},
    {"dim", "dim", large_operator},
    {"ker", "ker", large_operator},
    {"hom", "hom", large_operator},
    {"arg", "arg", large_operator},
    {"det", "det", large_operator, upright, true},
    {"gcd", "gcd", large_operator, upright, true},
    {"lim", "lim", large_operator, upright, true},
    {"liminf", "lim inf", large_operator, upright, true},
    {"limsup", "lim sup", large_operator, upright, true},
    {"max", "max", large_operator, upright, true},
    {"min", "min", large_operator, upright, true},
    {"sup", "sup", large_operator, upright, true},
    {"inf", "inf", large_operator, upright, true},
    {"argmax", "arg max", large_operator, upright, true},
    {"argmin", "arg min", large_operator, upright, true},
    {"Pr", "Pr", large_operator, upright, true},
};

struct Character {
  std::string_view character, shown;
  MathClass atom;
};
/// ASCII, and what of Unicode is typed as it is.
constexpr Character characters[] = {
    {"+", "+", binary},   {"-", "−", binary},      {"*", "∗", binary},      {"=", "=", relation}, {"<", "<", relation},
    {">", ">", relation}, {":", ":", relation},    {"(", "(", open},        {"[", "[", open},     {")", ")", close},
    {"]", "]", close},    {",", ",", punctuation}, {";", ";", punctuation}, {"!", "!", close},    {"?", "?", close},
    {"±", "±", binary},   {"×", "×", binary},      {"÷", "÷", binary},      {"·", "⋅", binary},   {"−", "−", binary},
    {"≤", "≤", relation}, {"≥", "≥", relation},    {"≠", "≠", relation},    {"≈", "≈", relation}, {"∈", "∈", relation},
    {"→", "→", relation}, {"⇒", "⇒", relation},    {"∪", "∪", binary},      {"∩", "∩", binary}};

struct Delimiter {
  std::string_view token, text;
};
constexpr Delimiter delimiters[] = {{"(", "("}, {")", ")"}, {"[", "["}, {"]", "]"}, {"|", "|"},
                                    {"/", "/"}, {".", ""},  {"<", "⟨"}, {">", "⟩"}};
constexpr std::string_view delimiter_names[] = {"{",      "}",      "|",      "Vert",    "vert",      "lbrace",    "rbrace",     "lbrack",
                                                "rbrack", "langle", "rangle", "lfloor",  "rfloor",    "lceil",     "rceil",      "lvert",
                                                "rvert",  "lVert",  "rVert",  "uparrow", "downarrow", "backslash", "updownarrow"};

/// A Greek letter or a Latin one, which TeX sets in italics where it is small.
bool is_italic_letter(std::string_view character) {
  if (character.size() == 1) return is_letter(character[0]);
  return character >= "α" && character <= "ω";
}

}  // namespace

std::span<const MathSymbol> math_symbols() { return symbols; }

const MathSymbol* find_math_symbol(std::string_view name) {
  const auto found = std::find_if(std::begin(symbols), std::end(symbols), [&](const MathSymbol& symbol) { return symbol.name == name; });
  return found == std::end(symbols) ? nullptr : &*found;
}

MathSymbol math_character(std::string_view character) {
  for (const Character& known : characters)
    if (known.character == character) return {character, known.shown, known.atom};
  return {character, character, ordinary, is_italic_letter(character) ? italic : upright};
}

std::optional<std::string_view> find_math_delimiter(std::string_view token) {
  for (const Delimiter& known : delimiters)
    if (known.token == token) return known.text;
  if (!token.starts_with('\\')) return std::nullopt;
  const std::string_view name = token.substr(1);
  if (std::find(std::begin(delimiter_names), std::end(delimiter_names), name) == std::end(delimiter_names)) return std::nullopt;
  return find_math_symbol(name)->text;
}

}  // namespace drawplate
