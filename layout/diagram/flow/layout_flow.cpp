// See layout_flow.h. Compositions are tried from the page's scale downwards; each further column must earn its place by
// larger text.
#include "layout/diagram/flow/layout_flow.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "layout/diagram/placed/scale.h"

namespace drawplate {
namespace {

constexpr double smallest_scale = 0.45;  // where every text has reached the theme's floor
constexpr double sparse_fill = 0.6, sparse_growth = 1.25, sparse_limit = 0.78;

enum class FlowForm : std::uint8_t { single_column, columns, bands };

/// A way of folding the rows, and what it costs in scale to be preferred over plainer ones.
struct Candidate {
  FlowForm form = FlowForm::single_column;
  std::vector<FlowColumn> columns;
  double cost = 0;
};

bool is_parallel(const SpineRow& row) { return row.items.size() > 1; }

/// Rows cut into `count` columns of nearly equal numbers, a parallel row counting for its stacked panels.
std::vector<FlowColumn> even_columns(const Spine& spine, std::size_t count) {
  std::vector<FlowColumn> columns;
  const std::size_t rows = spine.rows.size();
  for (std::size_t c = 0; c < count; ++c) columns.push_back({rows * c / count, rows * (c + 1) / count - 1, false});
  return columns;
}

/// A column of its own for each parallel row, and one for every stretch between.
std::vector<FlowColumn> columns_by_parallel(const Spine& spine) {
  std::vector<FlowColumn> columns;
  for (std::size_t r = 0; r < spine.rows.size(); ++r) {
    const bool parallel = is_parallel(spine.rows[r]);
    if (columns.empty() || parallel || columns.back().stacked)
      columns.push_back({r, r, parallel});
    else
      columns.back().last = r;
  }
  return columns;
}

/// Long stretches of plain rows beside parallel columns are folded again.
std::vector<FlowColumn> split_long(const std::vector<FlowColumn>& columns, std::size_t most) {
  std::vector<FlowColumn> out;
  for (const FlowColumn& column : columns) {
    const std::size_t rows = column.last - column.first + 1;
    const std::size_t parts = column.stacked ? 1 : (rows + most - 1) / most;
    for (std::size_t p = 0; p < parts; ++p)
      out.push_back({column.first + rows * p / parts, column.first + rows * (p + 1) / parts - 1, column.stacked});
  }
  return out;
}

/// A flow to the right: each row is a column of its own, its panels one above the other.
std::vector<Candidate> candidates_to_the_right(const Spine& spine) {
  constexpr std::size_t most = 8;  // more columns leave none of them room for a card
  if (spine.rows.size() < 2 || spine.rows.size() > most) return {};
  std::vector<FlowColumn> columns;
  for (std::size_t r = 0; r < spine.rows.size(); ++r) columns.push_back({r, r, is_parallel(spine.rows[r])});
  return {{FlowForm::columns, std::move(columns), 0}};
}

std::vector<Candidate> candidates_for(const Spine& spine, Size page) {
  const bool landscape = page.width > page.height * 1.1;
  const double column_cost = landscape ? 0.02 : 0.25;
  std::vector<Candidate> out;
  const bool parallel = std::any_of(spine.rows.begin(), spine.rows.end(), is_parallel);
  if (!landscape) out.push_back({FlowForm::single_column, {}, 0});
  if (parallel) {
    const std::vector<FlowColumn> columns = columns_by_parallel(spine);
    for (std::size_t most = 8; most >= 2; --most) {
      std::vector<FlowColumn> split = split_long(columns, most);
      if (split.size() >= 2 && split.size() <= 8 && (out.empty() || out.back().columns.size() != split.size()))
        out.push_back({FlowForm::columns, split, column_cost * static_cast<double>(split.size() - 1)});
    }
  } else {
    for (std::size_t count = 2; count <= std::min<std::size_t>(7, spine.rows.size()); ++count)
      out.push_back({FlowForm::columns, even_columns(spine, count), column_cost * static_cast<double>(count - 1)});
  }
  if (landscape)
    for (std::size_t most = 6; most >= 3; --most) {
      std::vector<FlowColumn> bands = split_long(columns_by_parallel(spine), most);
      if (bands.size() >= 2 && bands.size() <= 6) out.push_back({FlowForm::bands, std::move(bands), 0.05});
    }
  if (landscape) out.push_back({FlowForm::single_column, {}, 0.1});
  return out;
}

struct Trial {
  const FlowInput& input;
  const FlowSetting& setting;
  std::map<std::pair<int, bool>, Theme> themes{};  // scaled, by the number of steps
  Report report{};                                 // of the last attempt
  Crossings crossings = Crossings::refused;

  std::optional<FlowAttempt> run(const Candidate& candidate, double k, bool compact) {
    const auto [theme, fresh] = themes.try_emplace({static_cast<int>(std::lround(k / scale_step)), compact});
    const Scale scale = scale_of(k, compact);
    if (fresh) theme->second = scaled(setting.theme, scale);
    report = Report{};
    const LayoutContext context{theme->second, scale, setting.fonts, report, setting.icons, setting.keep_colors, setting.texts};
    std::optional<FlowAttempt> attempt = compose(candidate, context);
    if (attempt && !flow_faults(attempt->placed, context, crossings).empty()) return std::nullopt;
    return attempt;
  }

  std::optional<FlowAttempt> compose(const Candidate& candidate, const LayoutContext& context) const {
    switch (candidate.form) {
      case FlowForm::single_column:
        return compose_single_column(input, context);
      case FlowForm::columns:
        return compose_columns(input, candidate.columns, context);
      case FlowForm::bands:
        return compose_bands(input, candidate.columns, context);
    }
    return std::nullopt;
  }
};

/// The best composition under the trial's rules.
std::optional<ScaledFlow> search(Trial& trial, const std::vector<Candidate>& candidates, double usual) {
  std::optional<ScaledFlow> best;
  double best_score = -1;
  for (const Candidate& candidate : candidates) {
    for (double k = usual; k > smallest_scale - 1e-9 && k - candidate.cost > best_score + 1e-9; k -= scale_step) {
      bool compact = false;
      std::optional<FlowAttempt> attempt = trial.run(candidate, k, false);
      if (!attempt && k < 1) attempt = trial.run(candidate, k, compact = true);
      if (!attempt) continue;
      // A short flow on a large page is set larger, while it stays well inside.
      double reached = k;
      for (double larger = k + scale_step; k > usual - 1e-9 && attempt->fill < sparse_fill && larger <= usual * sparse_growth + 1e-9;
           larger += scale_step) {
        std::optional<FlowAttempt> next = trial.run(candidate, larger, false);
        if (!next || next->fill > sparse_limit) break;
        attempt = std::move(next);
        reached = larger;
      }
      best = ScaledFlow{std::move(attempt->placed), scale_of(reached, compact), trial.report};
      best_score = reached - candidate.cost;
      break;
    }
  }
  return best;
}

}  // namespace

std::optional<ScaledFlow> layout_flow(const Diagram& diagram, const Spine& spine, Size page, const FlowSetting& setting) {
  const Accents accents = resolve_accents(diagram);
  const FlowInput input{diagram, spine, accents, page};
  Trial trial{input, setting};
  const std::vector<Candidate> candidates =
      diagram.direction == Direction::right ? candidates_to_the_right(spine) : candidates_for(spine, page);
  std::optional<ScaledFlow> best = search(trial, candidates, page_scale(page));
  if (best) return best;
  trial.crossings = Crossings::allowed;
  return search(trial, candidates, page_scale(page));
}

}  // namespace drawplate
