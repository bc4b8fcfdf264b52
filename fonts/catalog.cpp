// The system's fonts through fontconfig. Its list is read once; which face of a family is nearest is decided here, so that
// the choice depends on the fonts installed alone, never on the locale. It knows nothing of texts.
#include "fonts/catalog.h"

#include <fontconfig/fontconfig.h>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstddef>
#include <functional>
#include <map>
#include <tuple>
#include <utility>
#include <vector>

#include "fonts/office_names.h"

namespace drawplate {
namespace {

struct PatternDeleter {
  void operator()(FcPattern* p) const { FcPatternDestroy(p); }
};
struct ConfigDeleter {
  void operator()(FcConfig* c) const { FcConfigDestroy(c); }
};
struct FontSetDeleter {
  void operator()(FcFontSet* s) const { FcFontSetDestroy(s); }
};
struct CharSetDeleter {
  void operator()(FcCharSet* s) const { FcCharSetDestroy(s); }
};
using PatternOwner = std::unique_ptr<FcPattern, PatternDeleter>;
using FontSetOwner = std::unique_ptr<FcFontSet, FontSetDeleter>;
using CharSetOwner = std::unique_ptr<FcCharSet, CharSetDeleter>;

const FcChar8* fc(const char* text) { return reinterpret_cast<const FcChar8*>(text); }
const char* text_of(const FcChar8* text) { return reinterpret_cast<const char*>(text); }

std::string string_of(FcPattern* pattern, const char* object, int at = 0) {
  FcChar8* value = nullptr;
  return FcPatternGetString(pattern, object, at, &value) == FcResultMatch ? text_of(value) : "";
}
int int_of(FcPattern* pattern, const char* object, int otherwise) {
  int value = 0;
  return FcPatternGetInteger(pattern, object, 0, &value) == FcResultMatch ? value : otherwise;
}
bool bool_of(FcPattern* pattern, const char* object) {
  FcBool value = FcFalse;
  return FcPatternGetBool(pattern, object, 0, &value) == FcResultMatch && value != FcFalse;
}

/// A face may name its family in several languages, in any order.
std::string english_family(FcPattern* pattern) {
  for (int i = 0;; ++i) {
    const std::string lang = string_of(pattern, FC_FAMILYLANG, i);
    if (lang.empty()) return string_of(pattern, FC_FAMILY);
    if (lang.substr(0, 2) == "en") return string_of(pattern, FC_FAMILY, i);
  }
}

/// ASCII only: no locale may decide which font is found.
std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return out;
}

bool is_generic(std::string_view lower_family) {
  return lower_family == "sans-serif" || lower_family == "sans" || lower_family == "serif" || lower_family == "monospace";
}

/// What fontconfig says of one face; a variable face is one entry, its named instances are not listed.
struct Installed {
  FcPattern* pattern = nullptr;  ///< owned by the configuration
  std::string file;
  unsigned index = 0;
  bool italic = false, variable = false, color = false;
  double lightest = 400, heaviest = 400;
  double width = 100;
};

void read_weights(FcPattern* pattern, Installed& out) {
  double weight = 0;
  FcRange* range = nullptr;
  if (FcPatternGetRange(pattern, FC_WEIGHT, 0, &range) == FcResultMatch) {
    double begin = 0, end = 0;
    FcRangeGetDouble(range, &begin, &end);
    out.lightest = FcWeightToOpenTypeDouble(begin);
    out.heaviest = FcWeightToOpenTypeDouble(end);
  } else if (FcPatternGetDouble(pattern, FC_WEIGHT, 0, &weight) == FcResultMatch) {
    out.lightest = out.heaviest = FcWeightToOpenTypeDouble(weight);
  }
}

/// Nothing for faces without outlines, and named instances of variable faces.
std::optional<Installed> installed_face(FcPattern* pattern) {
  if (!bool_of(pattern, FC_OUTLINE)) return std::nullopt;
  const int index = int_of(pattern, FC_INDEX, 0);
  Installed face;
  face.pattern = pattern;
  face.variable = bool_of(pattern, FC_VARIABLE);
  if (!face.variable && (index >> 16) != 0) return std::nullopt;
  face.file = string_of(pattern, FC_FILE);
  face.index = static_cast<unsigned>(index) & 0xFFFFu;
  face.color = bool_of(pattern, FC_COLOR);
  face.italic = int_of(pattern, FC_SLANT, FC_SLANT_ROMAN) != FC_SLANT_ROMAN;
  double width = 0;
  if (FcPatternGetDouble(pattern, FC_WIDTH, 0, &width) == FcResultMatch) face.width = width;
  read_weights(pattern, face);
  return face;
}

/// Nearest weight as in CSS Fonts 4, 5.2: light wishes look lighter first, heavy ones heavier; 400 and 500 are near.
double weight_distance(const Installed& face, int wanted) {
  if (wanted >= face.lightest - 0.5 && wanted <= face.heaviest + 0.5) return 0;
  const double off = wanted < face.lightest ? face.lightest - wanted : face.heaviest - wanted;
  const bool preferred_way = wanted > 500 ? off > 0 : off < 0;
  return std::abs(off) + (preferred_way ? 0 : 50);
}

struct MatchKey {
  std::string family;
  int weight = 400;
  bool italic = false, emoji = false;
  auto operator<=>(const MatchKey&) const = default;
};

struct FaceKey {
  std::string file;
  unsigned index = 0;
  std::string variations;
  bool substitute = false;
  auto operator<=>(const FaceKey&) const = default;
};

/// What faces of emoji say they are for, beside languages.
constexpr std::string_view emoji_language = "und-zsye";

/// The part of a pan-CJK family's name that stands for a language's forms of Han characters.
std::string_view han_region(std::string_view lang) {
  const std::string tag = lower(lang);
  if (tag.starts_with("ja")) return "jp";
  if (tag.starts_with("ko")) return "kr";
  if (tag.starts_with("zh-hk") || tag.starts_with("zh-hant-hk") || tag.starts_with("yue")) return "hk";
  if (tag.starts_with("zh-tw") || tag.starts_with("zh-hant") || tag.starts_with("zh-mo")) return "tc";
  return "sc";
}

/// The families to try behind one family in one language, in order.
struct FallbackChain {
  std::vector<std::string> preferred;  ///< lower case
  std::vector<std::string> families;   ///< the system's, lower case, each once; filled when first needed
  CharSetOwner coverage;               ///< of `families` together
  bool is_sorted = false;
  std::map<std::tuple<int, bool, char32_t>, std::optional<FaceId>> found;  ///< by weight, italic, character
};

}  // namespace

struct FontCatalog::State {
  std::unique_ptr<FcConfig, ConfigDeleter> config;
  FaceNames names = FaceNames::own;
  std::map<std::string, std::vector<Installed>, std::less<>> families;  ///< by lower-case family
  std::vector<std::shared_ptr<const Face>> faces;
  std::vector<bool> substitutes;
  std::map<FaceKey, std::optional<FaceId>> ids;  ///< nothing: cannot be opened
  std::map<MatchKey, FaceId> matches;
  std::map<std::tuple<std::string, std::string, std::string>, FallbackChain> chains;  ///< by family, language, preference

  void list_families();
  std::optional<FaceId> open(const Installed& face, int weight, bool substitute);
  std::optional<FaceId> nearest(std::string_view family, const MatchKey& key, std::optional<char32_t> character, bool substitute);
  PatternOwner query(const MatchKey& key, const std::string& lang) const;
  std::vector<std::string> sorted_families(const MatchKey& key, const std::string& lang, CharSetOwner* coverage) const;
  std::vector<std::string> preferred_families(std::span<const std::string> names, std::string_view lang) const;
  FallbackChain& chain(const std::string& family, std::string_view lang, std::span<const std::string> preferred);
  void sort(FallbackChain& chain, const std::string& family, std::string_view lang) const;
  void colors_first(FallbackChain& chain) const;
};

void FontCatalog::State::list_families() {
  const FcFontSet* set = FcConfigGetFonts(config.get(), FcSetSystem);
  for (int i = 0; set && i < set->nfont; ++i) {
    const std::optional<Installed> face = installed_face(set->fonts[i]);
    if (!face) continue;
    for (int n = 0;; ++n) {
      const std::string family = string_of(face->pattern, FC_FAMILY, n);
      if (family.empty()) break;
      families[lower(family)].push_back(*face);
    }
  }
}

std::optional<FaceId> FontCatalog::State::open(const Installed& face, int weight, bool substitute) {
  Face::Place place{.file = face.file, .index = face.index, .family = english_family(face.pattern), .italic = face.italic};
  if (names == FaceNames::office) place.office_family = office_name_of(place.family);
  place.weight = static_cast<int>(std::lround(std::clamp<double>(weight, face.lightest, face.heaviest)));
  if (face.variable && face.heaviest > face.lightest) place.variations = "wght=" + std::to_string(place.weight);
  const FaceKey key{place.file, place.index, place.variations, substitute};
  if (const auto known = ids.find(key); known != ids.end()) return known->second;
  auto opened = Face::open(place);
  if (!opened || faces.size() >= 0xFFFF) return ids[key] = std::nullopt;
  faces.push_back(*opened);
  substitutes.push_back(substitute);
  return ids[key] = static_cast<FaceId>(faces.size() - 1);
}

std::optional<FaceId> FontCatalog::State::nearest(std::string_view family, const MatchKey& key, std::optional<char32_t> character,
                                                  bool substitute) {
  const auto found = families.find(family);
  if (found == families.end()) return std::nullopt;
  std::vector<const Installed*> candidates;
  for (const Installed& face : found->second) {
    FcCharSet* covered = nullptr;
    if (face.color && !key.emoji) continue;
    if (character &&
        (FcPatternGetCharSet(face.pattern, FC_CHARSET, 0, &covered) != FcResultMatch || FcCharSetHasChar(covered, *character) == FcFalse))
      continue;
    candidates.push_back(&face);
  }
  // Static before variable: its names are those other programs know, and it is embedded as it is.
  std::sort(candidates.begin(), candidates.end(), [&](const Installed* a, const Installed* b) {
    const auto rank = [&](const Installed& f) {
      return std::make_tuple(f.italic != key.italic, std::abs(f.width - 100), weight_distance(f, key.weight), f.variable,
                             std::string_view(f.file), f.index);
    };
    return rank(*a) < rank(*b);
  });
  for (const Installed* face : candidates) {
    const std::optional<FaceId> id = open(*face, key.weight, substitute);
    if (id && face->color && !faces[static_cast<std::size_t>(*id)]->has_color_layers()) continue;  // pictures in forms that we do not draw
    if (id && (!character || faces[static_cast<std::size_t>(*id)]->has_glyph(*character))) return id;
  }
  return std::nullopt;
}

/// A query with everything stated that fontconfig would otherwise take from the environment.
PatternOwner FontCatalog::State::query(const MatchKey& key, const std::string& lang) const {
  PatternOwner pattern(FcPatternCreate());
  FcPatternAddString(pattern.get(), FC_FAMILY, fc(key.family.c_str()));
  FcPatternAddString(pattern.get(), FC_FAMILY, fc("sans-serif"));
  FcPatternAddDouble(pattern.get(), FC_WEIGHT, FcWeightFromOpenTypeDouble(key.weight));
  FcPatternAddInteger(pattern.get(), FC_SLANT, key.italic ? FC_SLANT_ITALIC : FC_SLANT_ROMAN);
  FcPatternAddBool(pattern.get(), FC_OUTLINE, FcTrue);
  FcPatternAddString(pattern.get(), FC_LANG, fc(lang.empty() ? "en" : lang.c_str()));
  FcPatternAddString(pattern.get(), FC_NAMELANG, fc("en"));
  FcConfigSubstitute(config.get(), pattern.get(), FcMatchPattern);
  FcDefaultSubstitute(pattern.get());
  return pattern;
}

std::vector<std::string> FontCatalog::State::sorted_families(const MatchKey& key, const std::string& lang, CharSetOwner* coverage) const {
  FcResult result = FcResultMatch;
  FcCharSet* covered = nullptr;
  const PatternOwner pattern = query(key, lang);
  const FontSetOwner sorted(FcFontSort(config.get(), pattern.get(), FcFalse, coverage ? &covered : nullptr, &result));
  if (coverage) coverage->reset(covered);
  std::vector<std::string> names;
  std::map<std::string, bool> seen;
  for (int i = 0; sorted && i < sorted->nfont; ++i) {
    std::string family = lower(string_of(sorted->fonts[i], FC_FAMILY));
    if (families.contains(family) && seen.emplace(family, true).second) names.push_back(std::move(family));
  }
  return names;
}

/// Families of these names and then those whose names begin so: of the language's region first, plain before special ones.
std::vector<std::string> FontCatalog::State::preferred_families(std::span<const std::string> names, std::string_view lang) const {
  const std::string region = " " + std::string(han_region(lang));
  std::vector<std::string> out;
  for (const std::string& name : names) {
    const std::string exact = lower(name), prefix = exact + " ";
    std::vector<std::string> found;
    for (auto family = families.lower_bound(prefix); family != families.end() && family->first.starts_with(prefix); ++family)
      found.push_back(family->first);
    const auto rank = [&](const std::string& family) { return std::make_tuple(!family.ends_with(region), family.size()); };
    std::stable_sort(found.begin(), found.end(), [&](const auto& a, const auto& b) { return rank(a) < rank(b); });
    if (families.contains(exact)) out.push_back(exact);
    out.insert(out.end(), found.begin(), found.end());
  }
  return out;
}

/// The order of the families depends on neither weight nor slant, so these share it.
FallbackChain& FontCatalog::State::chain(const std::string& family, std::string_view lang, std::span<const std::string> preferred) {
  std::string preference;
  for (const std::string& name : preferred) preference += name + "\n";
  const auto [at, is_new] = chains.try_emplace({family, std::string(lang), preference});
  if (is_new) at->second.preferred = preferred_families(preferred, lang);
  return at->second;
}

/// Sorting all fonts is slow, and needless where a preferred family has the character.
void FontCatalog::State::sort(FallbackChain& chain, const std::string& family, std::string_view lang) const {
  if (chain.is_sorted) return;
  chain.is_sorted = true;
  chain.families = sorted_families({family, 400, false}, std::string(lang), &chain.coverage);
}

void FontCatalog::State::colors_first(FallbackChain& chain) const {
  const auto in_color = [&](const std::string& family) {
    const std::vector<Installed>& faces_of_it = families.find(family)->second;
    return std::any_of(faces_of_it.begin(), faces_of_it.end(), [](const Installed& face) { return face.color; });
  };
  std::stable_partition(chain.families.begin(), chain.families.end(), in_color);
}

Result<FontCatalog> FontCatalog::open_system(FaceNames names) {
  FontCatalog catalog;
  catalog.state_->names = names;
  catalog.state_->config.reset(FcInitLoadConfigAndFonts());
  if (!catalog.state_->config) return failure("fontconfig cannot be started");
  catalog.state_->list_families();
  if (catalog.state_->families.empty()) return failure("no scalable font is installed");
  return catalog;
}

FontCatalog::FontCatalog() : state_(std::make_unique<State>()) {}
FontCatalog::FontCatalog(FontCatalog&&) noexcept = default;
FontCatalog& FontCatalog::operator=(FontCatalog&&) noexcept = default;
FontCatalog::~FontCatalog() = default;

Result<FaceId> FontCatalog::match(const FaceQuery& query) {
  const bool office = state_->names == FaceNames::office;
  const MatchKey key{lower(office ? open_family_for_office(query.family) : query.family), query.weight, query.italic};
  if (const auto known = state_->matches.find(key); known != state_->matches.end()) return known->second;
  std::optional<FaceId> id = state_->nearest(key.family, key, std::nullopt, false);
  if (!id)
    for (const std::string& family : state_->sorted_families(key, "en", nullptr))
      if ((id = state_->nearest(family, key, U'x', !is_generic(key.family)))) break;
  if (!id) return failure("no font that can be opened is installed");
  return state_->matches.emplace(key, *id).first->second;
}

std::optional<FaceId> FontCatalog::fallback(char32_t character, const FaceQuery& query, std::string_view lang) {
  const bool office = state_->names == FaceNames::office;
  const std::string_view family = query.emoji ? "emoji" : office ? open_family_for_office(query.family) : query.family;
  const MatchKey key{lower(family), query.weight, query.italic, query.emoji};
  if (query.emoji) lang = emoji_language;
  FallbackChain& chain = state_->chain(key.family, lang, query.preferred);
  const std::tuple wanted(key.weight, key.italic, character);
  if (const auto known = chain.found.find(wanted); known != chain.found.end()) return known->second;
  std::optional<FaceId> id;
  for (const std::string& family : chain.preferred)
    if ((id = state_->nearest(family, key, character, false))) return chain.found[wanted] = id;
  state_->sort(chain, key.family, lang);
  if (!chain.coverage || FcCharSetHasChar(chain.coverage.get(), character) == FcFalse) return chain.found[wanted] = std::nullopt;
  if (query.emoji) state_->colors_first(chain);
  for (const std::string& family : chain.families)
    if ((id = state_->nearest(family, key, character, false))) break;
  return chain.found[wanted] = id;
}

const Face& FontCatalog::face(FaceId id) const {
  assert(static_cast<std::size_t>(id) < state_->faces.size());
  return *state_->faces[static_cast<std::size_t>(id)];
}

bool FontCatalog::is_substitute(FaceId id) const { return state_->substitutes[static_cast<std::size_t>(id)]; }

std::size_t FontCatalog::size() const { return state_->faces.size(); }

}  // namespace drawplate
