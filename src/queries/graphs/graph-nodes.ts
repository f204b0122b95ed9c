import { FOREVER, lastDayOfYear } from '../../time/day.ts'
import type { Days } from '../../time/timeline.ts'
import { loadOrganisationLives } from '../nouns/known-organisations.ts'
import type { GraphAttribute, GraphNode } from '../question/graph.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { lastCodes } from '../spells/last-codes.ts'
import { loadClassification } from '../subjects/classifications.ts'
import { ifRecorded } from '../subjects/if-recorded.ts'
import { loadBindingSpans } from '../treaties/binding-spans.ts'
import type { GraphInput } from './graph-inputs.ts'
import { nodeId, spellsOf } from './graph-of-ties.ts'
import type { TiesOfYears } from './load-ties.ts'
import { within } from './tie-days.ts'

const attribute = (id: string, type: GraphAttribute['type'] = 'string'): GraphAttribute => ({
  id,
  title: id,
  type,
  varies: false,
})

export const nodeAttributes: readonly GraphAttribute[] = [
  attribute('is'),
  attribute('id'),
  attribute('cow', 'integer'),
  attribute('iso3'),
  attribute('region'),
  attribute('formality'),
]

/** The sub-region of each state in the last year; nobody's where none is recorded. */
const loadRegions = async (world: Snapshot, { to }: GraphInput): Promise<ReadonlyMap<string, string>> => {
  const regions = await ifRecorded(() => loadClassification(world, 'm49-subregion'))
  const classes = [...(regions?.on(lastDayOfYear(to)).values() ?? [])].flat()
  return new Map(classes.map(({ actor, label }) => [actor, label]))
}

/** When organisations and treaties were there, by id: from their founding or opening on. */
const loadLives = async (world: Snapshot, alters: TiesOfYears['alters']) => {
  if (alters === 'igo') {
    const lives = await loadOrganisationLives(world)
    return new Map(
      [...lives].map(([id, { names, formality }]) => [id, { days: names as readonly Days[], formality }] as const),
    )
  }
  const treaties = alters === 'treaty' ? [...(await loadBindingSpans(world))] : []
  return new Map(treaties.map(([id, { opening }]) => [id, { days: [{ from: opening, to: FOREVER }], formality: null }]))
}

/** The states of the years, and what they were tied to. */
export const loadNodes = async (
  world: Snapshot,
  ties: TiesOfYears,
  input: GraphInput,
): Promise<readonly GraphNode[]> => {
  const { alters, states, lifeOf, window } = ties
  const regions = await loadRegions(world, input)
  const ofStates = states.map((state): GraphNode => {
    const { name, cow, iso3 } = lastCodes(world, state)
    return {
      id: state,
      label: name,
      values: { is: 'state', id: state, cow, iso3, region: regions.get(state) ?? null },
      varying: [],
      spells: spellsOf(lifeOf(state)),
    }
  })
  if (alters === 'state') return ofStates
  const lives = await loadLives(world, alters)
  const ends = new Set(states.flatMap((state) => ties.of(state).map(({ alter }) => alter)))
  const others = [...ends].toSorted().map((id): GraphNode => {
    const life = lives.get(id)
    const days = life?.days.flatMap((one) => within({ from: one.from, to: one.to }, [window])) ?? []
    return {
      id: nodeId(alters, id),
      label: world.names.nameOf(alters, id),
      values: { is: alters, id, formality: life?.formality ?? null },
      varying: [],
      spells: days.length === 0 ? undefined : spellsOf(days),
    }
  })
  return [...ofStates, ...others]
}
