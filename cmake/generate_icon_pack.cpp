// generate_icon_pack FOLDER LICENSE OUTPUT: writes OUTPUT, the C++ table that icons/icon_pack.h declares, from the SVG files
// in FOLDER. Runs when drawplate is built. A file it does not fully understand stops the build: nothing is drawn by halves.
#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <pugixml.hpp>
#include <stdexcept>
#include <string>
#include <vector>

#include "icons/svg_shapes.h"

namespace {

using namespace drawplate;

std::string path_data(const Path& path) {
  std::string data;
  for (const PathElement& e : path.elements) {
    switch (e.kind) {
      case PathElement::Kind::move:
        data += fmt::format("M{:.5g} {:.5g}", e.to.x, e.to.y);
        break;
      case PathElement::Kind::line:
        data += fmt::format("L{:.5g} {:.5g}", e.to.x, e.to.y);
        break;
      case PathElement::Kind::cubic:
        data += fmt::format("C{:.5g} {:.5g} {:.5g} {:.5g} {:.5g} {:.5g}", e.c1.x, e.c1.y, e.c2.x, e.c2.y, e.to.x, e.to.y);
        break;
      case PathElement::Kind::close:
        data += "Z";
        break;
    }
  }
  return data;
}

std::string shape_data(const pugi::xml_node& shape) {
  const std::string_view name = shape.name();
  const auto number = [&](const char* attribute) { return shape.attribute(attribute).as_double(); };
  const SvgTransform transform = read_svg_transform(shape.attribute("transform").value());
  if (transform.fault) throw std::runtime_error(transform.fault->message);
  if (name == "path" && shape.attribute("transform").empty()) return shape.attribute("d").value();
  if (name == "rect") {
    const Path path = svg_rect({number("x"), number("y"), number("width"), number("height")}, number("rx"), number("rx"));
    return path_data(transformed(path, transform.matrix));
  }
  if (name == "circle")
    return path_data(transformed(svg_ellipse({number("cx"), number("cy")}, number("r"), number("r")), transform.matrix));
  throw std::runtime_error(fmt::format("cannot read <{}>", name));
}

std::string icon_data(const std::filesystem::path& file) {
  pugi::xml_document document;
  if (!document.load_file(file.c_str())) throw std::runtime_error("not well-formed XML");
  const pugi::xml_node root = document.child("svg");
  if (std::string_view(root.attribute("viewBox").value()) != "0 0 16 16") throw std::runtime_error("not on a 16 x 16 grid");
  std::string data;
  for (const pugi::xml_node& shape : root) data += (data.empty() ? "" : "\n") + shape_data(shape);
  if (data.empty()) throw std::runtime_error("draws nothing");
  return data;
}

/// As a C++ string literal; the pack's data is plain ASCII.
std::string string_literal(std::string_view text) {
  std::string literal = "\"";
  for (const char c : text) {
    if (c == '\n') {
      literal += "\\n";
    } else if (c == '"' || c == '\\') {
      literal += std::string("\\") + c;
    } else if (static_cast<unsigned char>(c) < ' ' || static_cast<unsigned char>(c) > '~') {
      literal += fmt::format("\\{:03o}", static_cast<unsigned char>(c));
    } else {
      literal += c;
    }
  }
  return literal + "\"sv";
}

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error(fmt::format("cannot open {}", path.string()));
  return {std::istreambuf_iterator<char>(in), {}};
}

void generate(const std::filesystem::path& folder, const std::filesystem::path& license, const std::filesystem::path& output) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (entry.path().extension() == ".svg") files.push_back(entry.path());
  std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.stem().string() < b.stem().string(); });

  // With its length in it, a text costs the compiler no count of its letters.
  std::string text =
      "#include \"icons/icon_pack.h\"\n\nnamespace drawplate {\nnamespace {\n\nusing namespace std::string_view_literals;\n\nconstexpr "
      "PackIcon table[] = {\n";
  for (const auto& file : files) {
    try {
      text += fmt::format("{{{}, {}}},\n", string_literal(file.stem().string()), string_literal(icon_data(file)));
    } catch (const std::exception& e) {
      throw std::runtime_error(fmt::format("{}: {}", file.string(), e.what()));
    }
  }
  text += fmt::format(
      "}};\n\n}}  // namespace\n\nstd::span<const PackIcon> bootstrap_icons() {{ return table; }}\n"
      "std::string_view bootstrap_icons_license() {{ return {}; }}\n\n}}  // namespace drawplate\n",
      string_literal(read_file(license)));
  std::ofstream out(output, std::ios::binary);
  if (!(out << text).flush()) throw std::runtime_error(fmt::format("cannot write {}", output.string()));
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "usage: generate_icon_pack FOLDER LICENSE OUTPUT\n";
    return 2;
  }
  try {
    std::filesystem::create_directories(std::filesystem::path(argv[3]).parent_path());
    generate(argv[1], argv[2], argv[3]);
  } catch (const std::exception& e) {
    std::cerr << "generate_icon_pack: " << e.what() << "\n";
    return 1;
  }
}
