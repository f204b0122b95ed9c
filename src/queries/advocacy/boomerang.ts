import { z } from 'zod'
import { boomerang as traced, boomerangSteps } from '../../../projections/compose/campaign/boomerang.ts'
import { dateColumn, intColumn, stateColumn, textColumn, eventsColumn } from '../question/columns.ts'
import { stateInput } from '../question/inputs.ts'
import { question } from '../question/question.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { loadEvidence } from '../record/evidence.ts'
import { evidenceOf } from '../status/explain-status.ts'
import { actsOver, countActs, loadConduct, type ConductAct } from '../subjects/conduct.ts'
import { loadBlockages } from './blockages.ts'
import {
  boomerangOut,
  coalitionsOf,
  completionsOf,
  daysOfChain,
  lackOf,
  stepsOf,
  takenBackOn,
} from './boomerang-answer.ts'
import { boomerangText } from './boomerang-text.ts'
import { loadCoalitions } from './coalitions.ts'
import { normInput } from './known-acts.ts'
import { loadStepEvents } from './step-events.ts'

const input = z.object({
  state: stateInput,
  norm: normInput,
  window: z.coerce
    .number()
    .int()
    .min(1)
    .default(5)
    .describe('Years within which all four steps lie, from the first day of the violation'),
})

/** Acts of which something may have been done by the world's day. */
export const begunBy = (world: Snapshot, acts: readonly ConductAct[]): readonly ConductAct[] =>
  acts.filter(({ earliest }) => earliest <= world.asOf)

export const boomerangQuestion = question({
  name: 'boomerang',
  asks:
    'Whether a boomerang was completed over a norm: a violation, a campaign of organisations of the state and of ' +
    'elsewhere, pressure of a third state or organisation, a concession, in this order and within a window. Our own ' +
    'operationalisation; what came after what, not what brought it about.',
  positional: ['state'],
  sources: { withoutRivals: 'every recorded act counts, whoever tells of it' },
  input,
  output: boomerangOut,
  answer: async (world, { state, norm: word, window }) => {
    const actor = world.names.require('state', state, { day: world.asOf })
    const norm = world.names.require('norm', word, { day: world.asOf })
    const all = begunBy(world, await loadConduct(world, actor))
    const acts = actsOver(all, norm)
    const coalitions = await loadCoalitions(world, norm, actor)
    const blockages = await loadBlockages(world, actor, norm)
    const events = await loadStepEvents(world, actor, { acts, coalitions, blockages })
    const found = traced(events, window)
    const chain = found.chain ?? []
    const isWhole = chain.length === boomerangSteps.length
    const ids = [...new Set(chain.flatMap(({ decidedBy }) => decidedBy))]
    return {
      state: actor,
      norm,
      window,
      completed: completedIn(chain.length, isWhole ? found.certainty : undefined),
      reached: chain.length === 0 ? null : chain.length,
      certainlyReached: found.surely === 0 ? null : found.surely,
      reason: reasonOf(chain.length),
      certainty: chain.length === 0 ? null : found.certainty,
      steps: stepsOf(chain),
      days: daysOfChain(chain),
      lacks: lackOf(chain, events, window),
      takenBack: isWhole ? takenBackOn(chain.at(-1), acts) : null,
      completions: completionsOf(found),
      coalitions: coalitionsOf(coalitions, actor, world.asOf),
      blockages: blockages.filter(({ lo }) => lo <= world.asOf).length,
      known: { ...countActs(acts), withoutNorm: all.filter(({ norms }) => norms.length === 0).length },
      evidence: evidenceOf(await loadEvidence(world, ids)),
    }
  },
  text: boomerangText,
  table: {
    columns: [
      stateColumn,
      textColumn('norm', 'Id of the norm'),
      intColumn('step', '1 violation or blockage at home, 2 campaign, 3 pressure of a third party, 4 concession'),
      textColumn('name', 'What the step is called'),
      dateColumn(
        'earliest',
        'The first day on which it may have come about',
        'The step was not reached, or no first day is known',
      ),
      dateColumn('latest', 'The last such day', 'The step was not reached'),
      textColumn('certainty', 'Whether the chain is certain or only possible', 'The step was not reached'),
      intColumn('days_least', 'Days since the step before, at the least', 'It is the first, or was not reached'),
      intColumn('days_most', 'The same at the most', 'It is the first, or was not reached'),
      textColumn('says', 'What came about; of the first step that was not reached what it lacked', 'Nothing is known'),
      eventsColumn('decided_by', 'The events of the step'),
    ],
    rows: (found) =>
      boomerangSteps.map((name, index) => {
        const step = found.steps[index]
        const lacks = index === found.steps.length ? (found.lacks ?? found.reason) : null
        return [
          found.state,
          found.norm,
          index + 1,
          name,
          step?.earliest ?? null,
          step?.latest ?? null,
          step === undefined ? null : found.certainty,
          step?.daysSince?.least ?? null,
          step?.daysSince?.most ?? null,
          step?.says ?? lacks,
          step === undefined ? null : step.decidedBy.join(' '),
        ]
      }),
  },
})

/** Why it is not known to be completed: nothing begins it, or no more of it is recorded. */
const reasonOf = (reached: number) => {
  if (reached === 0) return 'no-violation-known' as const
  return reached < boomerangSteps.length ? ('as-recorded' as const) : null
}

const completedIn = (reached: number, whole: 'certain' | 'possible' | undefined) => {
  if (reached === 0) return 'unknown' as const
  if (whole === undefined) return 'no' as const
  return whole === 'certain' ? ('yes' as const) : ('possible' as const)
}
