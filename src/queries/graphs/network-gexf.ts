import { z } from 'zod'
import { echoText } from '../question/echo.ts'
import type { Graph, GraphEdge } from '../question/graph.ts'
import { counted } from '../question/output-fields.ts'
import { question } from '../question/question.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { stepByStep } from '../question/steps.ts'
import { withSystem } from '../subjects/default-system.ts'
import { graphInputs, type GraphInput } from './graph-inputs.ts'
import { loadNodes, nodeAttributes } from './graph-nodes.ts'
import { edgeAttributes, edgesOf } from './graph-of-ties.ts'
import { loadTies, type TiesOfYears } from './load-ties.ts'
import { loadPassedOn } from './told-by.ts'

const answer = z.object({
  nodes: z.int().describe('States, and the organisations or treaties that they are tied to'),
  edges: z.int().describe('One for each two ends and kind of tie, whatever its days'),
  spells: z.int().describe('Unbroken spells of all edges'),
})

async function* edgesByState(
  world: Snapshot,
  { states, of, alters }: TiesOfYears,
): AsyncGenerator<readonly GraphEdge[]> {
  for await (const state of stepByStep(world, 'states done:', states)) yield edgesOf(of(state), alters)
}

const graphOf = async (world: Snapshot, asked: GraphInput): Promise<Graph> => {
  const ties = await loadTies(world, await withSystem(world, asked))
  const hasWeights = ties.states.some((state) => ties.of(state).some(({ weight }) => weight !== null))
  return {
    title: `${asked.ties}, ${asked.from} to ${asked.to}`,
    isDirected: ties.isDirected,
    window: ties.window,
    nodeAttributes,
    edgeAttributes: edgeAttributes.filter(({ id }) => id !== 'weight' || hasWeights),
    nodes: await loadNodes(world, ties, asked),
    edges: edgesByState(world, ties),
  }
}

export const networkGexf = question({
  name: 'network gexf',
  asks: 'Ties of states as a graph over time in GEXF 1.3, which Gephi reads: spells of days on nodes and edges.',
  takesLong: true,
  positional: [],
  sources: 'asked',
  input: z.object(graphInputs),
  output: answer,
  settle: withSystem,
  passesOn: loadPassedOn,
  graph: graphOf,
  answer: async (world, asked) => {
    const graph = await graphOf(world, asked)
    let [edges, spells] = [0, 0]
    for await (const part of graph.edges)
      for (const edge of part) {
        edges += 1
        spells += edge.spells?.length ?? 0
      }
    return { nodes: graph.nodes.length, edges, spells }
  },
  text: (found) =>
    `${counted(found.nodes, 'node')} · ${counted(found.edges, 'edge')} · ${counted(found.spells, 'spell')} · ` +
    echoText(found),
})
