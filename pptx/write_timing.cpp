// See write_timing.h. The nesting is the one Office writes for its effect "Appear": a sequence of clicks, in each a group of
// effects that begin together.
#include "pptx/write_timing.h"

#include <algorithm>
#include <cstddef>
#include <set>
#include <string_view>

namespace drawplate {
namespace {

class TimingXml {
 public:
  explicit TimingXml(XmlWriter& xml) : xml_(xml) {}

  void write(const std::vector<BuildTarget>& targets) {
    const auto root = xml_.element("p:par");
    const auto node = time_node({{"dur", "indefinite"}, {"restart", "never"}, {"nodeType", "tmRoot"}});
    const auto children = xml_.element("p:childTnLst");
    const auto sequence = xml_.element("p:seq", {{"concurrent", 1}, {"nextAc", "seek"}});
    {
      const auto main = time_node({{"dur", "indefinite"}, {"nodeType", "mainSeq"}});
      const auto clicks = xml_.element("p:childTnLst");
      for (auto begin = targets.begin(); begin != targets.end();) {
        const auto end = std::find_if(begin, targets.end(), [&](const BuildTarget& t) { return t.step != begin->step; });
        click({begin, end});
        begin = end;
      }
    }
    condition_list("p:prevCondLst", "onPrev");
    condition_list("p:nextCondLst", "onNext");
  }

 private:
  XmlWriter::Element time_node(const XmlAttributes& attributes) {
    XmlAttributes all = {{"id", next_id_++}};
    all.insert(all.end(), attributes.begin(), attributes.end());
    return xml_.element("p:cTn", all);
  }
  void start(std::string_view delay) {
    const auto list = xml_.element("p:stCondLst");
    xml_.leaf("p:cond", {{"delay", delay}});
  }
  void condition_list(std::string_view name, std::string_view event) {
    const auto list = xml_.element(name);
    const auto condition = xml_.element("p:cond", {{"evt", event}, {"delay", 0}});
    const auto target = xml_.element("p:tgtEl");
    xml_.leaf("p:sldTgt");
  }
  void click(const std::vector<BuildTarget>& targets) {
    const auto outer = xml_.element("p:par");
    const auto waiting = time_node({{"fill", "hold"}});
    start("indefinite");
    const auto children = xml_.element("p:childTnLst");
    const auto inner = xml_.element("p:par");
    const auto together = time_node({{"fill", "hold"}});
    start("0");
    const auto effects = xml_.element("p:childTnLst");
    for (std::size_t i = 0; i < targets.size(); ++i) effect(targets[i], i == 0 ? "clickEffect" : "withEffect");
  }
  void effect(const BuildTarget& target, std::string_view kind) {
    const auto outer = xml_.element("p:par");
    XmlAttributes attributes = {{"presetID", 1}, {"presetClass", "entr"}, {"presetSubtype", 0}, {"fill", "hold"}};
    if (target.is_text) attributes.push_back({"grpId", 0});
    attributes.push_back({"nodeType", kind});
    const auto node = time_node(attributes);
    start("0");
    const auto children = xml_.element("p:childTnLst");
    const auto set = xml_.element("p:set");
    {
      const auto behaviour = xml_.element("p:cBhvr");
      {
        const auto moment = time_node({{"dur", 1}, {"fill", "hold"}});
        start("0");
      }
      write_target(target);
      const auto names = xml_.element("p:attrNameLst");
      xml_.text_leaf("p:attrName", {}, "style.visibility");
    }
    const auto to = xml_.element("p:to");
    xml_.leaf("p:strVal", {{"val", "visible"}});
  }
  void write_target(const BuildTarget& target) {
    const auto element = xml_.element("p:tgtEl");
    if (!target.paragraphs) return xml_.leaf("p:spTgt", {{"spid", target.shape_id}});
    const auto shape = xml_.element("p:spTgt", {{"spid", target.shape_id}});
    const auto text = xml_.element("p:txEl");
    xml_.leaf("p:pRg", {{"st", target.paragraphs->first}, {"end", target.paragraphs->second}});
  }

  XmlWriter& xml_;
  int next_id_ = 1;
};

/// Each paragraph is an effect of its own, as Office has it.
std::vector<BuildTarget> one_by_one(const std::vector<BuildTarget>& targets) {
  std::vector<BuildTarget> all;
  for (const BuildTarget& target : targets) {
    if (!target.paragraphs) all.push_back(target);
    if (target.paragraphs)
      for (int i = target.paragraphs->first; i <= target.paragraphs->second; ++i)
        all.push_back({target.step, target.shape_id, {{i, i}}, true});
  }
  return all;
}

void write_build_list(XmlWriter& xml, const std::vector<BuildTarget>& targets) {
  std::set<int> by_paragraph, shapes;
  for (const BuildTarget& target : targets) {
    if (target.is_text) shapes.insert(target.shape_id);
    if (target.paragraphs) by_paragraph.insert(target.shape_id);
  }
  if (shapes.empty()) return;
  const auto list = xml.element("p:bldLst");
  for (const int id : shapes) {
    XmlAttributes attributes = {{"spid", id}, {"grpId", 0}};
    if (by_paragraph.contains(id)) attributes.push_back({"build", "p"});
    xml.leaf("p:bldP", attributes);
  }
}

}  // namespace

void write_timing(XmlWriter& xml, std::vector<BuildTarget> targets) {
  if (targets.empty()) return;
  std::ranges::stable_sort(targets, {}, &BuildTarget::step);
  const auto timing = xml.element("p:timing");
  {
    const auto list = xml.element("p:tnLst");
    TimingXml(xml).write(one_by_one(targets));
  }
  write_build_list(xml, targets);
}

}  // namespace drawplate
