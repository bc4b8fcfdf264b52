// Formulas on slides in two forms: as Office Math for programs that know it, drawn for all others. How a formula's tree is
// written is write_math's.
#pragma once

#include "layout/page/page.h"
#include "pptx/slide_scope.h"
#include "pptx/write_math.h"

namespace drawplate {

/// Whether the item's text holds formulas.
bool has_formulas(const Item& item);

/// A text box with the formula as Office Math.
void write_native_formula(SlideScope& scope, const Item& item, const Formula& formula);
/// The formula's outlines.
void write_drawn_formula(SlideScope& scope, const Item& item, const Formula& formula);
/// The outlines of all formulas in an item's text, which has left room for them.
void write_drawn_formulas(SlideScope& scope, const Item& item);

/// Two forms of an item: for readers that know Office Math, and for all others. The prefix is not the usual a14, by which
/// LibreOffice takes the first form without looking into it, and then shows nothing.
template <class Native, class Plain>
void write_choice(XmlWriter& xml, const Native& native, const Plain& plain) {
  const auto alternatives = xml.element("mc:AlternateContent", {{"xmlns:mc", compatibility_namespace}});
  {
    const auto choice = xml.element("mc:Choice", {{"xmlns:d14", drawing_2010_namespace}, {"Requires", "d14"}});
    native();
  }
  const auto fallback = xml.element("mc:Fallback");
  plain();
}

}  // namespace drawplate
