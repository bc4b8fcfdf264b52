// See write_objects.h. The only file that includes PoDoFo (0.9.8); its exceptions end here.
#include "pdf/write_objects.h"

#include <podofo/podofo.h>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <variant>
#include <vector>

#include "pdf/syntax.h"

namespace drawplate::pdf {
namespace {

using PoDoFo::PdfObject;

/// PoDoFo's objects by our places.
using Placed = std::vector<PdfObject*>;

PdfObject to_podofo(const Object& object, const Placed& placed);

PoDoFo::PdfDictionary to_podofo(const Dict& dict, const Placed& placed) {
  PoDoFo::PdfDictionary result;
  for (const DictEntry& entry : dict.entries) result.AddKey(PoDoFo::PdfName(entry.name), to_podofo(entry.value, placed));
  return result;
}

PdfObject number(double value) {
  const double rounded = std::round(value * 1e4) / 1e4;  // PoDoFo writes six decimals, and "-0"
  if (rounded == std::floor(rounded)) return PdfObject(static_cast<PoDoFo::pdf_int64>(rounded));
  return PdfObject(rounded);
}

PdfObject string(const TextString& text) {
  const std::string bytes = text_string_bytes(text.utf8);
  const bool hex = bytes.starts_with("\xFE\xFF");
  return PdfObject(PoDoFo::PdfString(bytes.data(), static_cast<PoDoFo::pdf_long>(bytes.size()), hex));
}

PdfObject to_podofo(const Object& object, const Placed& placed) {
  struct Convert {
    const Placed& placed;
    PdfObject operator()(bool v) const { return PdfObject(v); }
    PdfObject operator()(std::int64_t v) const { return PdfObject(static_cast<PoDoFo::pdf_int64>(v)); }
    PdfObject operator()(double v) const { return number(v); }
    PdfObject operator()(const Name& v) const { return PdfObject(PoDoFo::PdfName(v.text)); }
    PdfObject operator()(const TextString& v) const { return string(v); }
    PdfObject operator()(Ref v) const { return PdfObject(placed[v.index]->Reference()); }
    PdfObject operator()(const Array& v) const {
      PoDoFo::PdfArray array;
      for (const Object& element : v) array.push_back(to_podofo(element, placed));
      return PdfObject(array);
    }
    PdfObject operator()(const Dict& v) const { return PdfObject(to_podofo(v, placed)); }
  };
  return std::visit(Convert{placed}, object.value);
}

void fill(PdfObject& target, const ObjectTable::Entry& entry, const Placed& placed) {
  target.GetDictionary() = to_podofo(entry.dict, placed);
  if (!entry.is_stream) return;
  const auto size = static_cast<PoDoFo::pdf_long>(entry.stream.size());
  if (entry.deflate == Deflate::yes) {
    target.GetStream()->Set(entry.stream.data(), size);
  } else if (entry.deflate == Deflate::done) {
    PoDoFo::PdfMemoryInputStream encoded(entry.stream.data(), size);
    target.GetStream()->SetRawData(&encoded, size);
  } else {
    target.GetStream()->Set(entry.stream.data(), size, PoDoFo::TVecFilters());
  }
}

std::string write(const ObjectTable& objects, const FileRoots& roots) {
  PoDoFo::PdfMemDocument file;
  file.SetPdfVersion(PoDoFo::ePdfVersion_1_7);
  file.SetWriteMode(PoDoFo::ePdfWriteMode_Clean);  // the compact mode writes "1 0 obj<<", which ISO 19005-2, 6.1.9 forbids

  Placed placed;
  for (std::uint32_t i = 0; i < objects.entries().size(); ++i) {
    if (i == roots.catalog.index)
      placed.push_back(file.GetCatalog());
    else if (i == roots.pages.index)
      placed.push_back(file.GetCatalog()->GetIndirectKey("Pages"));
    else
      placed.push_back(file.GetObjects().CreateObject(PoDoFo::PdfVariant(PoDoFo::PdfDictionary())));
  }
  for (std::uint32_t i = 0; i < objects.entries().size(); ++i) fill(*placed[i], objects.entries()[i], placed);
  file.GetInfo()->GetObject()->GetDictionary() = to_podofo(roots.info, placed);

  PoDoFo::PdfRefCountedBuffer buffer;
  PoDoFo::PdfOutputDevice device(&buffer);
  file.Write(&device);
  return {buffer.GetBuffer(), static_cast<std::size_t>(device.Tell())};
}

std::string reason(const PoDoFo::PdfError& error) {
  for (const PoDoFo::PdfErrorInfo& info : error.GetCallstack())
    if (!info.GetInformation().empty()) return info.GetInformation();
  return error.what() ? error.what() : "unknown error";
}

}  // namespace

Result<std::string> write_objects(const ObjectTable& objects, const FileRoots& roots) {
  PoDoFo::PdfError::EnableDebug(false);
  PoDoFo::PdfError::EnableLogging(false);
  try {
    return write(objects, roots);
  } catch (const PoDoFo::PdfError& error) {
    return failure("the PDF could not be written: " + reason(error));
  } catch (const std::exception& error) {
    return failure(std::string("the PDF could not be written: ") + error.what());
  }
}

}  // namespace drawplate::pdf
