// The faces there are: finding one by family, weight and slant, and one for a character that another lacks.
// It opens faces when they are first asked for, and knows nothing of texts.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/result.h"
#include "fonts/face.h"

namespace drawplate {

/// A face of one catalog; ids count up in the order of first use, so equal runs give equal ids.
enum class FaceId : std::uint16_t {};

struct FaceQuery {
  std::string_view family;
  int weight = 400;
  bool italic = false;
  /// Families, or beginnings of their names, that a fallback is sought in before all others.
  std::span<const std::string> preferred{};
  bool emoji = false;  ///< a fallback is sought among the faces that draw emoji, and `family` is passed over
};

/// Under which names other programs are to find faces.
enum class FaceNames : std::uint8_t {
  own,
  office  ///< every family is replaced by an open one with the metrics of one of Office's, and goes by the latter's name
};

class FontCatalog {
 public:
  /// The fonts of this system, through fontconfig.
  static Result<FontCatalog> open_system(FaceNames names = FaceNames::own);
  FontCatalog(FontCatalog&&) noexcept;
  FontCatalog& operator=(FontCatalog&&) noexcept;
  ~FontCatalog();

  /// The nearest face. Where the family is not installed the nearest of the system's sans-serif faces, and
  /// `is_substitute(id)` tells so.
  Result<FaceId> match(const FaceQuery& query);
  /// A face that has `character`, near to the query in weight and slant; nothing where no installed face has it.
  /// `lang` (BCP 47, may be empty) decides between Han faces.
  std::optional<FaceId> fallback(char32_t character, const FaceQuery& query, std::string_view lang);

  const Face& face(FaceId id) const;
  bool is_substitute(FaceId id) const;
  std::size_t size() const;

 private:
  FontCatalog();
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace drawplate
