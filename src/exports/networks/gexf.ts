import type { Graph, GraphAttribute, GraphEdge, GraphNode, GraphValueOnDays } from '../../queries/question/graph.ts'
import { addDays, ALWAYS, FOREVER, formatDay } from '../../time/day.ts'
import type { Days } from '../../time/timeline.ts'
import { element, xmlText, type XmlElement } from '../xml.ts'

/** The first and the last day, as GEXF bounds what holds: both are among the days. What has no bound has none here. */
const bounds = ({ from, to }: Days): Readonly<Record<string, string>> => ({
  ...(from > ALWAYS && { start: formatDay(from) }),
  ...(to < FOREVER && { end: formatDay(addDays(to, -1)) }),
})

const spells = (days: readonly Days[] | undefined): readonly XmlElement[] =>
  days === undefined || days.length === 0
    ? []
    : [element('spells', {}, ...days.map((one) => element('spell', bounds(one))))]

const attribute = ({ id, title, type }: GraphAttribute): XmlElement => element('attribute', { id, title, type })

const attributes = (of: 'node' | 'edge', list: readonly GraphAttribute[]): readonly XmlElement[] =>
  (['static', 'dynamic'] as const).flatMap((mode) => {
    const ofMode = list.filter(({ varies }) => varies === (mode === 'dynamic'))
    return ofMode.length === 0 ? [] : [element('attributes', { class: of, mode }, ...ofMode.map(attribute))]
  })

/** Numbers in full: attributes of a drawing are rounded, and these are data. */
const valueOnDays = ({ of, value, ...days }: GraphValueOnDays): XmlElement =>
  element('attvalue', { for: of, value: String(value), ...bounds(days) })

const values = ({ values: fixed, varying }: Pick<GraphNode, 'values' | 'varying'>): readonly XmlElement[] => {
  const known = Object.entries(fixed).filter(([, value]) => value !== null)
  const all = [
    ...known.map(([id, value]) => element('attvalue', { for: id, value: String(value) })),
    ...varying.map(valueOnDays),
  ]
  return all.length === 0 ? [] : [element('attvalues', {}, ...all)]
}

const nodeOf = (node: GraphNode): string =>
  xmlText(element('node', { id: node.id, label: node.label }, ...values(node), ...spells(node.spells)), '      ')

const edgeOf = (edge: GraphEdge, id: string): string =>
  xmlText(
    element(
      'edge',
      { id, source: edge.source, target: edge.target, ...(edge.kind !== null && { kind: edge.kind }) },
      ...values(edge),
      ...spells(edge.spells),
    ),
    '      ',
  )

const begin = (graph: Graph, description: string): string => {
  const { title, isDirected, nodeAttributes, edgeAttributes } = graph
  const meta = element(
    'meta',
    {},
    element('creator', {}, 'normtrail'),
    element('description', {}, `${title}. ${description}`),
  )
  const declared = [...attributes('node', nodeAttributes), ...attributes('edge', edgeAttributes)]
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    '<gexf xmlns="http://gexf.net/1.3" version="1.3">\n',
    xmlText(meta, '  '),
    `  <graph mode="dynamic" timeformat="date" timerepresentation="interval" idtype="string" defaultedgetype="${
      isDirected ? 'directed' : 'undirected'
    }">\n`,
    ...declared.map((one) => xmlText(one, '    ')),
    '    <nodes>\n',
  ].join('')
}

/**
 * A graph over time as GEXF 1.3, part by part: intervals alone, since it knows no file with both intervals and
 * timestamps. Of an edge an id is its place; the same graph has the same bytes.
 */
export async function* gexfChunks(graph: Graph, description: string): AsyncGenerator<string> {
  yield begin(graph, description)
  for (const node of graph.nodes) yield nodeOf(node)
  yield '    </nodes>\n    <edges>\n'
  let place = 0
  for await (const part of graph.edges) {
    const texts: string[] = []
    for (const edge of part) texts.push(edgeOf(edge, String(place++)))
    if (texts.length > 0) yield texts.join('')
  }
  yield '    </edges>\n  </graph>\n</gexf>\n'
}
