// Files that a deck names: pictures, diagrams and slides in files of their own.
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/cli/command.h"
#include "tests/support/golden.h"

namespace drawplate::test {
namespace {

using testing::HasSubstr;

std::string picture() { return read_source_file("samples/pictures/hills.png"); }

TEST(Pictures, AreReadBesideTheDeck) {
  const Workshop shop;
  shop.write("docs/talk.md", "# T\n\n![a](pictures/a%20b.png)\n\n---\n\n![bg](/deep.png)\n");
  shop.write("docs/pictures/a b.png", picture());
  shop.write("docs/public/deep.png", picture());
  EXPECT_EQ(shop.run("check docs/talk.md -q").err, "");
}

TEST(Pictures, WhatCannotBeUsedIsSaidWithItsPlace) {
  const Workshop shop;
  shop.write("a.png", picture());
  shop.write("docs/none.txt", "hello");
  shop.write("docs/cut.png", picture().substr(0, 1000));
  const struct {
    std::string file, message;
  } cases[] = {
      {"../a.png", "cannot read '../a.png': only files in the document's folder or below are read"},
      {"/etc/hostname", "cannot read '/etc/hostname': only files in the document's folder or below are read"},
      {"no.png", "cannot read 'no.png': no such file or directory"},
      {"none.txt", "cannot read 'none.txt': it is no PNG, JPEG or SVG"},
      {"cut.png", "cannot read 'cut.png': the PNG is cut off"},
  };
  for (const auto& each : cases) {
    shop.write("docs/talk.md", "# T\n\ntext ![x](" + each.file + ")\n");
    const Outcome done = shop.run("check docs/talk.md");
    EXPECT_EQ(done.status, 1) << each.file;
    EXPECT_THAT(done.err, HasSubstr("docs/talk.md:3:6: error: " + each.message + "\n"));
  }
}

TEST(Pictures, FromElsewhereWhereThatIsAllowed) {
  const Workshop shop;
  shop.write("a.png", picture());
  shop.write("docs/talk.md", "# T\n\n![x](../a.png)\n");
  EXPECT_THAT(shop.run("check docs/talk.md").err, HasSubstr("  = help: --allow-outside lets a document name files anywhere\n"));
  EXPECT_EQ(shop.run("check docs/talk.md --allow-outside").err, "");
}

TEST(Pictures, AreNeverFetched) {
  const Workshop shop;
  shop.write("talk.md", "# T\n\n![x](https://example.org/a.png)\n");
  const Outcome done = shop.run("check talk.md");
  EXPECT_EQ(done.status, 0);
  EXPECT_THAT(done.err, HasSubstr("talk.md:3:1: warning: 'https://example.org/a.png' is not fetched: pictures are read from files only\n"));
}

TEST(Pictures, DiagramsAndSlidesInFilesAreBlamedInTheirOwnLines) {
  const Workshop shop;
  shop.write("talk.md", "# T\n\n```mermaid {file=parts/a.mmd}\n```\n\n---\nsrc: parts/b.md\n---\n");
  shop.write("parts/a.mmd", "flowchart LR\n  a --> b\n  b -> c\n");
  shop.write("parts/b.md", "# Part\n\n![x](no.png)\n");
  const Outcome done = shop.run("check talk.md");
  EXPECT_EQ(done.status, 1);
  EXPECT_THAT(done.err, HasSubstr("parts/a.mmd:3:5: error: '->' is no link of Mermaid's\n"));
  EXPECT_THAT(done.err, HasSubstr("parts/b.md:3:1: error: cannot read 'no.png': no such file or directory\n"));
}

TEST(Pictures, FilesThatIncludeEachOtherEndSomewhere) {
  const Workshop shop;
  shop.write("talk.md", "# T\n\n---\nsrc: talk.md\n---\n");
  EXPECT_THAT(shop.run("check talk.md").err, HasSubstr("error: decks include each other deeper than 8 levels\n"));
}

}  // namespace
}  // namespace drawplate::test
