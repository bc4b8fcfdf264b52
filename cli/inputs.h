// One run's inputs, read and checked: the author's deck, the theme, the page and the author's own icons.
// It writes nothing and tells nobody; everything wrong is in the report.
#pragma once

#include <functional>
#include <map>
#include <string>

#include "base/diagnostic.h"
#include "base/source.h"
#include "cli/arguments.h"
#include "deck/model/deck.h"
#include "deck/theme/theme.h"
#include "icons/icons.h"

namespace drawplate {

struct Inputs {
  SourceSet sources;
  Report report;
  Deck deck;
  Theme theme;
  PageSize page;
  std::map<std::string, IconDrawing, std::less<>> own_icons;
};

/// Reads all files the command line and the document name. Where the report has errors the rest may be incomplete.
Inputs read_inputs(const CommandLine& line);

/// The deck's diagram where it is one and no slides; null else.
const AnyDiagram* lone_diagram(const Deck& deck);

}  // namespace drawplate
