// Pictures: one p:pic each, cropped by the part of the image that is shown. It knows no other items.
#pragma once

#include "pptx/slide_scope.h"

namespace drawplate {

void write_picture(SlideScope& scope, const Item& item, const Picture& picture);
/// a:blip with the part of the image that is shown, and a:stretch: what p:blipFill and a:blipFill hold.
void write_image_fill(SlideScope& scope, ImageId image, const Rect& source);

}  // namespace drawplate
