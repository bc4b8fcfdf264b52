// Lays graphs out with ELK (layered, orthogonal) or dagre: one JSON graph a line on standard input, one drawing (layout-1) a
// line on standard output. Boxes, labels and titles come with their sizes; nothing is measured here.
//
// usage: node peers.mjs elk|elk-ns|dagre
import { createInterface } from 'node:readline';
import { createRequire } from 'node:module';

const require = createRequire(process.cwd() + '/');
const engine = process.argv[2];
const title_gap = 6, padding = 16;

const elk_direction = { TB: 'DOWN', BT: 'UP', LR: 'RIGHT', RL: 'LEFT' };

function elk_options(graph, tuned) {
  const options = {
    'elk.algorithm': 'layered', 'elk.edgeRouting': 'ORTHOGONAL', 'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
    'elk.direction': elk_direction[graph.direction], 'elk.json.edgeCoords': 'ROOT', 'elk.json.shapeCoords': 'ROOT',
    'elk.spacing.nodeNode': graph.node_gap, 'elk.layered.spacing.nodeNodeBetweenLayers': graph.layer_gap,
    'elk.spacing.edgeNode': graph.edge_gap, 'elk.spacing.edgeEdge': graph.edge_gap,
  };
  if (!tuned) return options;
  return { ...options, 'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
           'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES', 'elk.layered.thoroughness': '20' };
}

function elk_tree(graph, tuned) {
  const root = { id: 'root', layoutOptions: elk_options(graph, tuned), children: [], edges: [] };
  const at = new Map([[null, root]]);
  for (const g of graph.groups) {
    const top = padding + (g.title ? g.title.h + title_gap : 0);
    at.set(g.id, { id: g.id, children: [], labels: g.title ? [{ text: 't', width: g.title.w, height: g.title.h }] : [],
      layoutOptions: { 'elk.padding': `[top=${top},left=${padding},bottom=${padding},right=${padding}]`,
                       'elk.nodeSize.constraints': 'MINIMUM_SIZE',
                       'elk.nodeSize.minimum': `(${(g.title ? g.title.w : 0) + 2 * padding},${top + padding})`,
                       'elk.nodeLabels.placement': 'INSIDE V_TOP H_CENTER', 'elk.spacing.nodeNode': graph.node_gap } });
  }
  for (const g of graph.groups) at.get(g.parent).children.push(at.get(g.id));
  for (const n of graph.nodes) at.get(n.group).children.push({ id: n.id, width: n.w, height: n.h });
  for (const e of graph.edges)
    root.edges.push({ id: e.id, sources: [e.from], targets: [e.to], labels: e.label ? [{ text: 'l', width: e.label.w, height: e.label.h }] : [] });
  return root;
}

async function draw_with_elk(graph, tuned) {
  const ELK = require('elkjs/lib/elk.bundled.js');
  const drawn = await new ELK().layout(elk_tree(graph, tuned));
  const boxes = new Map(), titles = new Map();
  const walk = (item) => {
    boxes.set(item.id, { x: item.x, y: item.y, w: item.width, h: item.height });
    if (item.labels?.length) titles.set(item.id, { x: item.labels[0].x, y: item.labels[0].y, w: item.labels[0].width, h: item.labels[0].height });
    (item.children ?? []).forEach(walk);
  };
  (drawn.children ?? []).forEach(walk);
  const edges = new Map(drawn.edges.map((e) => {
    const s = e.sections?.[0];
    const points = s ? [s.startPoint, ...(s.bendPoints ?? []), s.endPoint].map((p) => [p.x, p.y]) : [];
    const l = e.labels?.[0];
    return [e.id, { points, label: l ? { x: l.x, y: l.y, w: l.width, h: l.height } : null }];
  }));
  return { boxes, titles, edges, curve: 'polyline' };
}

function draw_with_dagre(graph) {
  const dagre = require('@dagrejs/dagre');
  const g = new dagre.graphlib.Graph({ multigraph: true, compound: true });
  g.setGraph({ rankdir: graph.direction, nodesep: graph.node_gap, ranksep: graph.layer_gap, edgesep: graph.edge_gap });
  const member = new Map();  // dagre knows no edges to groups: the group's first node stands for it
  for (const n of graph.nodes)
    for (let at = n.group; at !== null; at = graph.groups.find((x) => x.id === at).parent) if (!member.has(at)) member.set(at, n.id);
  for (const x of graph.groups) if (member.has(x.id)) g.setNode(x.id, {});
  for (const n of graph.nodes) { g.setNode(n.id, { width: n.w, height: n.h }); if (n.group !== null) g.setParent(n.id, n.group); }
  for (const x of graph.groups) if (x.parent !== null && member.has(x.id)) g.setParent(x.id, x.parent);
  for (const e of graph.edges)
    g.setEdge(member.get(e.from) ?? e.from, member.get(e.to) ?? e.to, { width: e.label?.w ?? 0, height: e.label?.h ?? 0, labelpos: 'c', minlen: 1 }, e.id);
  dagre.layout(g);
  const box = (v) => ({ x: v.x - v.width / 2, y: v.y - v.height / 2, w: v.width, h: v.height });
  const boxes = new Map(g.nodes().map((id) => [id, box(g.node(id))])), titles = new Map();
  for (const x of graph.groups) {
    if (!x.title || !boxes.has(x.id)) continue;
    const b = boxes.get(x.id);
    titles.set(x.id, { x: b.x + (b.w - x.title.w) / 2, y: b.y + title_gap, w: x.title.w, h: x.title.h });
  }
  const edges = new Map(g.edges().map((e) => {
    const v = g.edge(e), source = graph.edges.find((x) => x.id === e.name);
    return [e.name, { points: v.points.map((p) => [p.x, p.y]), label: source.label ? box({ x: v.x, y: v.y, width: source.label.w, height: source.label.h }) : null,
                      from: e.v, to: e.w }];
  }));
  return { boxes, titles, edges, curve: 'polyline' };
}

function to_layout(graph, drawn) {
  const nodes = graph.nodes.map((n) => ({ id: n.id, ...drawn.boxes.get(n.id), group: n.group, shape: n.shape }));
  const groups = graph.groups.filter((g) => drawn.boxes.has(g.id)).map((g) => ({ id: g.id, ...drawn.boxes.get(g.id), parent: g.parent, label: drawn.titles.get(g.id) }));
  const edges = graph.edges.map((e) => {
    const d = drawn.edges.get(e.id) ?? { points: [] };
    return { id: e.id, from: d.from ?? e.from, to: d.to ?? e.to, curve: drawn.curve, points: d.points, ...(d.label ? { label: d.label } : {}) };
  });
  return { schema: 'layout-1', name: graph.name, direction: graph.direction, font_size: graph.font_size, nodes, groups, edges };
}

for await (const line of createInterface({ input: process.stdin })) {
  const graph = JSON.parse(line), start = performance.now();
  try {
    const drawn = engine === 'dagre' ? draw_with_dagre(graph) : await draw_with_elk(graph, engine === 'elk-ns');
    console.log(JSON.stringify({ ms: performance.now() - start, layout: to_layout(graph, drawn) }));
  } catch (error) {
    console.log(JSON.stringify({ error: String(error).slice(0, 200) }));
  }
}
