// What the command line says of printing, and the progress bar's text.
#include <string>

#include <gtest/gtest.h>

#include "cli/print_options.h"
#include "cli/progress.h"

namespace drawplate {
namespace {

std::string wrong(const PrintWords& words, bool is_handout) {
  const auto options = read_print_words(words, is_handout);
  return options ? "" : options.error().message;
}

TEST(PrintOptions, a_handout_has_three_slides_on_a4) {
  const auto options = read_print_words({}, true);
  ASSERT_TRUE(options);
  EXPECT_TRUE(options->wants_sheets);
  EXPECT_EQ(options->handout.per_page, 3);
  EXPECT_NEAR(options->handout.paper.width, 595.28, 0.01);
  EXPECT_FALSE(options->poster);
}

TEST(PrintOptions, notes_pages_have_one_slide) {
  PrintWords words;
  words.notes = true;
  const auto options = read_print_words(words, false);
  ASSERT_TRUE(options);
  EXPECT_EQ(options->handout.per_page, 1);
  EXPECT_EQ(options->handout.beside, BesideSlides::notes);
  EXPECT_FALSE(read_print_words({}, false)->wants_sheets);
}

TEST(PrintOptions, what_does_not_go_together_is_said) {
  EXPECT_EQ(wrong({.per_page = "5"}, true), "--per-page takes 1, 2, 3, 4, 6 or 9, not '5'");
  EXPECT_EQ(wrong({.paper = "A44"}, true).substr(0, 40), "--paper takes a page size, not 'A44'; di");
  EXPECT_EQ(wrong({.paper = "40pt x 50pt"}, true), "--paper '40pt x 50pt' is too small to print on");
  EXPECT_EQ(wrong({.notes = true, .lines = true}, true), "--notes and --lines want the same room; leave one out");
  EXPECT_EQ(wrong({.tile = "A4"}, true), "--tile is for posters; add --poster SIZE");
  EXPECT_EQ(wrong({.poster = "A1", .notes = true}, true), "a poster has one page and no notes; leave the rest out");
  EXPECT_EQ(wrong({.per_page = "2"}, false), "--lines, --per-page and --poster are for 'drawplate handout'");
  EXPECT_EQ(wrong({.paper = "A4"}, false), "--paper is for handouts and --notes; for the pages themselves there is --page");
}

TEST(PrintOptions, a_poster_has_its_size_and_that_of_its_tiles) {
  const auto options = read_print_words({.poster = "A1", .tile = "A3 landscape"}, true);
  ASSERT_TRUE(options);
  ASSERT_TRUE(options->poster);
  EXPECT_NEAR(options->poster->poster.height, 2383.94, 0.01);
  EXPECT_GT(options->poster->tile.width, options->poster->tile.height);
}

TEST(Progress, the_bar_says_how_much_and_what) {
  EXPECT_EQ(progress_line("writing", 0.5, 10), "[#####.....]  50 % writing");
  EXPECT_EQ(progress_line("x", 2, 4), "[####] 100 % x");
  EXPECT_EQ(progress_line("x", -1, 4), "[....]   0 % x");
}

}  // namespace
}  // namespace drawplate
