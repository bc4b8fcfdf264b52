// What can be said of a diagram's parts without laying them out.
#include "deck/model/diagram.h"

namespace drawplate {

std::string RichText::plain() const {
  std::string text;
  for (const TextSpan& span : spans) text += span.text;
  return text;
}

}  // namespace drawplate
