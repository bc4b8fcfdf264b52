// The core set keeps to its grammar; every name leads to a drawing.
#include "icons/icons.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "icons/icon_aliases.h"
#include "icons/icon_compound.h"
#include "icons/icon_core.h"
#include "icons/icon_pack.h"
#include "tests/support/golden.h"

namespace drawplate {
namespace {

using ::testing::ElementsAre;

Rect drawn_box(const IconDrawing& drawing) {
  double left = 99, top = 99, right = -99, bottom = -99;
  const auto grow = [&](Point p) {
    left = std::min(left, p.x), right = std::max(right, p.x), top = std::min(top, p.y), bottom = std::max(bottom, p.y);
  };
  for (const IconPart& part : drawing.parts) {
    Point from;
    for (const PathElement& e : part.path.elements) {
      if (e.kind == PathElement::Kind::close) continue;
      const bool curved = e.kind == PathElement::Kind::cubic;
      for (int i = 1; curved && i < 16; ++i) {
        const double t = i / 16.0, s = 1 - t, a = s * s * s, b = 3 * s * s * t, c = 3 * s * t * t, d = t * t * t;
        grow({a * from.x + b * e.c1.x + c * e.c2.x + d * e.to.x, a * from.y + b * e.c1.y + c * e.c2.y + d * e.to.y});
      }
      grow(e.to);
      from = e.to;
    }
  }
  return {left, top, right - left, bottom - top};
}

std::size_t count_subpaths(const IconDrawing& drawing) {
  std::size_t count = 0;
  for (const IconPart& part : drawing.parts)
    for (const PathElement& e : part.path.elements) count += e.kind == PathElement::Kind::move;
  return count;
}

TEST(CoreIcons, keep_to_the_grammar) {
  for (const CoreIcon& icon : core_icons()) {
    SCOPED_TRACE(std::string(icon.name));
    const std::optional<IconDrawing> drawing = read_icon_text(icon.drawing);
    ASSERT_TRUE(drawing);
    const Rect box = drawn_box(*drawing);
    EXPECT_GE(box.left(), 2.0);
    EXPECT_GE(box.top(), 2.0);
    EXPECT_LE(box.right(), 22.0);
    EXPECT_LE(box.bottom(), 22.0);
    EXPECT_GE(std::max(box.width, box.height), 13.0);  // nor may it look lost in its box
    EXPECT_NEAR(box.mid_x(), 12, 1.0);
    EXPECT_NEAR(box.mid_y(), 12, 1.0);
    EXPECT_LE(count_subpaths(*drawing), icon.name == "chip" ? 14u : 12u);  // a chip is mostly pins
    for (const IconPart& part : drawing->parts) EXPECT_EQ(part.width, 0);
  }
}

TEST(CoreIcons, are_sorted_and_unique) {
  for (std::size_t i = 1; i < core_icons().size(); ++i) EXPECT_LT(core_icons()[i - 1].name, core_icons()[i].name);
  EXPECT_GE(core_icons().size(), 33u);
}

TEST(CoreIcons, text_outside_the_grammar_is_refused) {
  for (const char* text : {"", "rect 1 2 3 4", "circle 1 2 3 4", "dot 1 2", "ellipse 1 2 3 x", "square 1 2 3", "M1 1 L"})
    EXPECT_EQ(read_icon_text(text).has_value(), std::string_view(text).empty()) << text;
  const std::optional<IconDrawing> drawing = read_icon_text("circle 12 12 4;dot 3 3 1;M1 1h2");
  ASSERT_TRUE(drawing);
  ASSERT_EQ(drawing->parts.size(), 2u);
  EXPECT_EQ(drawing->parts[0].paint, IconPart::Paint::stroke);
  EXPECT_EQ(drawing->parts[1].paint, IconPart::Paint::fill);
}

TEST(CoreIcons, are_in_the_documentation) {
  const std::string text = test::read_source_file("docs/icons.md");
  for (const CoreIcon& icon : core_icons()) EXPECT_NE(text.find("`" + std::string(icon.name) + "`"), std::string::npos) << icon.name;
  for (const std::string_view badge : badge_names()) EXPECT_NE(text.find("`" + std::string(badge) + "`"), std::string::npos) << badge;
}

TEST(Icons, the_sample_diagram_needs_no_pack) {
  for (const char* name :
       {"chat-code", "doc-list", "db-search", "scheduler", "block-grid", "layers", "db-network", "waves", "chip", "sparkle", "db-check"}) {
    const std::optional<FoundIcon> icon = find_icon(name);
    ASSERT_TRUE(icon) << name;
    EXPECT_EQ(icon->name.find(':'), std::string::npos) << name;
  }
}

TEST(Icons, aliases_lead_to_icons) {
  std::string_view last;
  for (const IconAlias& alias : icon_aliases()) {
    EXPECT_LT(last, alias.name);
    last = alias.name;
    const bool is_core = std::ranges::any_of(core_icons(), [&](const CoreIcon& icon) { return icon.name == alias.name; });
    EXPECT_FALSE(is_core) << alias.name;
    if (alias.target.starts_with("bi:") && bootstrap_icons().empty()) continue;
    const std::optional<FoundIcon> icon = find_icon(alias.name);
    ASSERT_TRUE(icon) << alias.name;
    EXPECT_EQ(icon->name, alias.target);
  }
}

TEST(Icons, unknown_names_find_nothing) {
  for (const char* name : {"", ":", "bi:", "bi:no-such-thing", "xx:wxyz", "no-such-thing", "LOCK", "lock ", "a+b"})
    EXPECT_FALSE(find_icon(name)) << name;
  EXPECT_FALSE(find_icon(std::string(100'000, 'a')));
  EXPECT_EQ(unknown_icon().parts.size(), 2u);
}

TEST(Icons, suggest_the_nearest_names) {
  EXPECT_THAT(nearest_icon_names("databse", 1), ElementsAre("database"));
  EXPECT_THAT(nearest_icon_names("shedular", 1), ElementsAre("scheduler"));
  EXPECT_THAT(nearest_icon_names("qzxwvkjh", 3), ElementsAre());
  EXPECT_LE(nearest_icon_names("file", 3).size(), 3u);
}

TEST(Icons, every_name_listed_is_found_and_listed_once) {
  std::set<std::string> seen;
  for (const std::string& name : icon_names()) {
    EXPECT_TRUE(seen.insert(name).second) << name;
    const std::optional<FoundIcon> icon = find_icon(name);
    ASSERT_TRUE(icon) << name;
    ASSERT_FALSE(icon->drawing.parts.empty()) << name;
    for (const IconPart& part : icon->drawing.parts) EXPECT_FALSE(part.path.empty()) << name;
  }
}

#ifdef DRAWPLATE_HAS_ICON_PACK
TEST(IconPack, draws_filled_icons_within_the_live_area) {
  EXPECT_GT(bootstrap_icons().size(), 1900u);
  EXPECT_NE(bootstrap_icons_license().find("Permission is hereby granted"), std::string_view::npos);
  for (const PackIcon& row : bootstrap_icons()) {
    const std::optional<FoundIcon> icon = find_icon("bi:" + std::string(row.name));
    ASSERT_TRUE(icon) << row.name;
    const Rect box = drawn_box(icon->drawing);
    EXPECT_GE(box.left(), 0) << row.name;
    EXPECT_GE(box.top(), 0) << row.name;
    EXPECT_LE(box.right(), 24.5) << row.name;  // "crop" runs over the edge of its own grid
    EXPECT_LE(box.bottom(), 24.5) << row.name;
    for (const IconPart& part : icon->drawing.parts) EXPECT_EQ(part.paint, IconPart::Paint::fill);
  }
}

TEST(IconPack, is_the_long_tail_behind_the_core_set) {
  EXPECT_EQ(find_icon("router")->name, "bi:router");
  EXPECT_EQ(find_icon("bi:lock")->name, "bi:lock");
  EXPECT_EQ(find_icon("lock")->name, "lock");
  EXPECT_EQ(find_icon("cpu")->name, "chip");
  EXPECT_THAT(nearest_icon_names("bi:ruoter", 1), ElementsAre("bi:router"));
}
#endif

}  // namespace
}  // namespace drawplate
