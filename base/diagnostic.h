// What is wrong with the input, where, and the way out. Readers collect everything and go on; nothing here prints or stops.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/source.h"

namespace drawplate {

enum class Severity { warning, error };

struct Diagnostic {
  Severity severity = Severity::error;
  Span span;
  bool has_place = true;  ///< false where no source text is to blame: "file: error: …"
  std::string message;    ///< one sentence, lower case, no full stop
  std::string hint;       ///< the way out, or empty

  /// Sets the hint: `report.error(span, "…").help("did you mean 'x'?")`.
  Diagnostic& help(std::string text);
};

/// Collects diagnostics in the order found. Keeps at most `limit`, and counts the rest.
class Report {
 public:
  static constexpr std::size_t limit = 200;

  Diagnostic& error(Span span, std::string message);
  Diagnostic& warning(Span span, std::string message);

  bool has_errors() const { return errors_ > 0; }
  std::size_t error_count() const { return errors_; }
  std::size_t warning_count() const { return warnings_; }
  const std::vector<Diagnostic>& all() const { return diagnostics_; }
  std::size_t left_out() const { return left_out_; }

 private:
  Diagnostic& add(Severity severity, Span span, std::string message);

  std::vector<Diagnostic> diagnostics_;
  Diagnostic overflow_;  // takes the calls past the limit
  std::size_t errors_ = 0, warnings_ = 0, left_out_ = 0;
};

/// `file:line:column: error: message`, the source line, a caret under the span, and `  = help: hint`; sorted by place.
std::string render_text(const Report& report, const SourceSet& sources);
/// A JSON array of {file, line, column, end_line, end_column, severity, message, hint}.
std::string render_json(const Report& report, const SourceSet& sources);

}  // namespace drawplate
