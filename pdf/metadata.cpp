// See metadata.h. The profile is in icc_profile.cpp.
#include "pdf/metadata.h"

#include <cstdint>

#include <fmt/format.h>

#include "base/date_time.h"
#include "base/xml_reference.h"

namespace drawplate::pdf {
namespace {

constexpr std::string_view producer = "drawplate";

std::string pdf_date(std::int64_t seconds) {
  const DateTime t = date_time(seconds);
  return fmt::format("D:{:04}{:02}{:02}{:02}{:02}{:02}Z", t.year, t.month, t.day, t.hour, t.minute, t.second);
}

std::string xml_escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (const std::string_view reference = xml_reference(c); !reference.empty())
      out += reference;
    else
      out += c;
  }
  return out;
}

/// PDF/A allows properties of other schemas only where the packet describes them; this one describes PDF/UA's.
constexpr std::string_view ua_schema =
    R"(<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description>
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
)";

std::string dublin_core(const Document& document) {
  const Meta& meta = document.meta;
  std::string out =
      "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n<dc:format>application/pdf</dc:format>\n";
  out +=
      fmt::format("<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{}</rdf:li></rdf:Alt></dc:title>\n", xml_escaped(title_of(document)));
  if (!meta.author.empty())
    out += fmt::format("<dc:creator><rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq></dc:creator>\n", xml_escaped(meta.author));
  if (!meta.subject.empty())
    out += fmt::format("<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">{}</rdf:li></rdf:Alt></dc:description>\n",
                       xml_escaped(meta.subject));
  out += fmt::format("<dc:language><rdf:Bag><rdf:li>{}</rdf:li></rdf:Bag></dc:language>\n", xml_escaped(meta.lang));
  return out + "</rdf:Description>\n";
}

}  // namespace

std::string title_of(const Document& document) {
  if (!document.meta.title.empty()) return document.meta.title;
  for (const Page& page : document.pages)
    if (!page.title.empty()) return page.title;
  return "Diagram";
}

Dict info_dict(const Document& document, std::string_view content_key) {
  const Meta& meta = document.meta;
  Dict info;
  info.set("Title", text(title_of(document))).set("Creator", text(producer)).set("Producer", text(producer));
  if (!meta.author.empty()) info.set("Author", text(meta.author));
  if (!meta.subject.empty()) info.set("Subject", text(meta.subject));
  info.set("CreationDate", text(pdf_date(meta.created))).set("ModDate", text(pdf_date(meta.created)));
  return info.set("ContentKey", text(content_key));
}

std::string xmp_packet(const Document& document, Archival archival) {
  const std::string date = iso_time(document.meta.created);
  std::string out = "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n";
  out += "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n" + dublin_core(document);
  out += fmt::format(
      "<rdf:Description rdf:about=\"\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">\n"
      "<xmp:CreatorTool>{0}</xmp:CreatorTool>\n<xmp:CreateDate>{1}</xmp:CreateDate>\n<xmp:ModifyDate>{1}</xmp:ModifyDate>\n"
      "<pdf:Producer>{0}</pdf:Producer>\n</rdf:Description>\n",
      producer, date);
  out +=
      "<rdf:Description rdf:about=\"\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" "
      "xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n";
  if (archival == Archival::yes) out += "<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>\n";
  out += "<pdfuaid:part>1</pdfuaid:part>\n</rdf:Description>\n";
  return out.append(ua_schema) + "</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>";
}

Dict output_intent(ObjectTable& objects) {
  const Ref profile = objects.add_stream(Dict().set("N", 3), srgb_profile(), Deflate::yes);
  Dict intent;
  intent.set("Type", name("OutputIntent")).set("S", name("GTS_PDFA1")).set("DestOutputProfile", profile);
  return intent.set("OutputConditionIdentifier", text("sRGB IEC61966-2.1")).set("Info", text("sRGB IEC61966-2.1"));
}

}  // namespace drawplate::pdf
