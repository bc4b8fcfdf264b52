// A diagram in drawplate's own YAML, so that what was written in another language can be carried on by hand.
#pragma once

#include <string>

#include "deck/model/diagram.h"

namespace drawplate {

/// Reading it back gives a diagram with the same dump. Every text is in quotes; nothing is said that is a default.
std::string write_yaml(const Diagram& diagram);

}  // namespace drawplate
