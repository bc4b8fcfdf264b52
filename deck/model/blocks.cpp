// A walk for each question; blocks that hold blocks are walked into.
#include "deck/model/blocks.h"

#include <variant>

namespace drawplate {
namespace {

struct TextVisitor {
  const std::function<void(RichText&)>& visit;

  void all(Blocks& blocks) const {
    for (Block& block : blocks) std::visit(*this, block.what);
  }
  void operator()(TextParagraph& paragraph) const { visit(paragraph.text); }
  void operator()(Heading& heading) const { visit(heading.text); }
  void operator()(List& list) const {
    for (ListItem& item : list.items) all(item.blocks);
  }
  void operator()(Quote& quote) const {
    all(quote.blocks);
    visit(quote.attribution);
  }
  void operator()(Admonition& admonition) const {
    visit(admonition.title);
    all(admonition.blocks);
  }
  void operator()(Table& table) const {
    for (auto& row : table.rows)
      for (RichText& cell : row) visit(cell);
    visit(table.caption);
  }
  void operator()(Code&) const {}
  void operator()(Image& image) const { visit(image.caption); }
  void operator()(Math&) const {}
  void operator()(EmbeddedDiagram& diagram) const { visit(diagram.caption); }
  void operator()(Columns& columns) const {
    for (Column& column : columns.columns) all(column.blocks);
  }
};

}  // namespace

void for_each_text(Blocks& blocks, const std::function<void(RichText&)>& visit) { TextVisitor{visit}.all(blocks); }

void for_each_diagram(const Blocks& blocks, const std::function<void(const AnyDiagram&)>& visit) {
  for (const Block& block : blocks) {
    if (const auto* const embedded = std::get_if<EmbeddedDiagram>(&block.what)) {
      visit(embedded->diagram);
    } else if (const auto* const list = std::get_if<List>(&block.what)) {
      for (const ListItem& item : list->items) for_each_diagram(item.blocks, visit);
    } else if (const auto* const columns = std::get_if<Columns>(&block.what)) {
      for (const Column& column : columns->columns) for_each_diagram(column.blocks, visit);
    } else if (const auto* const quote = std::get_if<Quote>(&block.what)) {
      for_each_diagram(quote->blocks, visit);
    } else if (const auto* const admonition = std::get_if<Admonition>(&block.what)) {
      for_each_diagram(admonition->blocks, visit);
    }
  }
}

void for_each_step(Blocks& blocks, const std::function<void(int&)>& visit) {
  for (Block& block : blocks) {
    visit(block.step);
    if (auto* const list = std::get_if<List>(&block.what)) {
      for (ListItem& item : list->items) {
        visit(item.step);
        for_each_step(item.blocks, visit);
      }
    } else if (auto* const columns = std::get_if<Columns>(&block.what)) {
      for (Column& column : columns->columns) for_each_step(column.blocks, visit);
    } else if (auto* const quote = std::get_if<Quote>(&block.what)) {
      for_each_step(quote->blocks, visit);
    } else if (auto* const admonition = std::get_if<Admonition>(&block.what)) {
      for_each_step(admonition->blocks, visit);
    }
  }
}

}  // namespace drawplate
