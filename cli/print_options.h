// What the command line says of printing: handouts, notes pages, posters. Reading it touches no file.
#pragma once

#include <optional>
#include <string>

#include "base/geometry.h"
#include "base/result.h"
#include "layout/print/sheets.h"

namespace drawplate {

/// As written.
struct PrintWords {
  std::string per_page, paper, poster, tile;
  bool notes = false, lines = false, steps = false;
};

struct PrintOptions {
  HandoutOptions handout;
  std::optional<PosterOptions> poster;
  bool steps = false;
  /// True where a PDF is to be sheets instead of the pages themselves.
  bool wants_sheets = false;
};

/// `is_handout`: the command is `handout`. Fails with one sentence on what is wrong.
Result<PrintOptions> read_print_words(const PrintWords& words, bool is_handout);

}  // namespace drawplate
