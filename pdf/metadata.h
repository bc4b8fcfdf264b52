// What a file says about itself: the Info dictionary and the XMP packet, which must agree, and the colour profile of its
// output intent. Times are those given; there is no clock here.
#pragma once

#include <cstdint>
#include <string>

#include "layout/page/page.h"
#include "pdf/objects.h"

namespace drawplate::pdf {

/// The file's title: the document's, or its first page's, or "Diagram"; PDF/UA wants one.
std::string title_of(const Document& document);

/// `content_key` tells files of equal metadata apart: PoDoFo makes the file identifier from this dictionary alone.
Dict info_dict(const Document& document, std::string_view content_key);

/// Whether the file may claim PDF/A: not where its colours need a profile that it lacks.
enum class Archival : std::uint8_t { no, yes };

/// An XMP packet that claims PDF/UA-1 and, where it may, PDF/A-2a.
std::string xmp_packet(const Document& document, Archival archival = Archival::yes);

/// sRGB as an ICC v4.2 profile with a parametric curve (IEC 61966-2-1); readers of v2 table curves are far slower.
std::string srgb_profile();

/// Adds the profile; returns the output intent for the catalog.
Dict output_intent(ObjectTable& objects);

}  // namespace drawplate::pdf
