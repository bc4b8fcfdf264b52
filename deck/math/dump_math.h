// A formula's tree as text, for tests.
#pragma once

#include <string>

#include "deck/math/math.h"

namespace drawplate {

/// One line.
std::string dump_math(const MathRow& row);

}  // namespace drawplate
