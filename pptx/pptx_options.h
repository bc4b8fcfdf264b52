// What somebody may choose of a presentation beside its pages.
#pragma once

#include <cstdint>
#include <functional>

namespace drawplate {

/// How routes are written.
enum class ConnectorForm : std::uint8_t {
  live,  ///< connector presets with square corners that stay glued when a shape moves
  exact  ///< freeforms with rounded corners: looks over life
};

/// What makes other machines show the faces that layout measured.
enum class PptxFonts : std::uint8_t {
  embed,   ///< faces are embedded as far as their licences allow
  office,  ///< as embed, where layout used faces with the metrics of Office's own and the file names Office's, which are not embedded
  named    ///< names alone
};

struct PptxOptions {
  ConnectorForm connectors = ConnectorForm::live;
  PptxFonts fonts = PptxFonts::embed;
  std::function<void(double share)> progress{};  ///< told now and then how much is done, 0 to 1
};

}  // namespace drawplate
