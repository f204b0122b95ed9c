import type { Days } from '../../time/timeline.ts'

/** What is told of nodes, or of edges: of one that varies, on which days. */
export interface GraphAttribute {
  readonly id: string
  readonly title: string
  readonly type: 'string' | 'integer' | 'double' | 'boolean'
  readonly varies: boolean
}

export type GraphValue = string | number | boolean | null

/** A value on some days. */
export interface GraphValueOnDays extends Days {
  readonly of: string
  readonly value: GraphValue
}

interface GraphElement {
  readonly values: Readonly<Record<string, GraphValue>>
  readonly varying: readonly GraphValueOnDays[]
  /** The days on which it is there, in order and without overlap; undefined where nobody says. */
  readonly spells: readonly Days[] | undefined
}

export interface GraphNode extends GraphElement {
  readonly id: string
  readonly label: string
}

export interface GraphEdge extends GraphElement {
  readonly source: string
  readonly target: string
  /** Two nodes have one edge of a kind. */
  readonly kind: string | null
}

/** A graph over time. Nodes and edges come a part at a time, so that one of any size needs the memory of a part. */
export interface Graph {
  readonly title: string
  readonly isDirected: boolean
  /** The days that it shows. */
  readonly window: Days
  readonly nodeAttributes: readonly GraphAttribute[]
  readonly edgeAttributes: readonly GraphAttribute[]
  readonly nodes: readonly GraphNode[]
  readonly edges: AsyncIterable<Iterable<GraphEdge>>
}
