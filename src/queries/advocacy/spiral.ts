import { z } from 'zod'
import { changesOf } from '../../../projections/compose/spiral/changes.ts'
import { phaseRules } from '../../../projections/compose/spiral/phase-rules.ts'
import { trajectory } from '../../../projections/compose/spiral/trajectory.ts'
import { badInput } from '../../common/error.ts'
import { lastDayOfYear, yearOf as yearOfDay, type Day } from '../../time/day.ts'
import { fromInput, stateInput, toInput } from '../question/inputs.ts'
import { question } from '../question/question.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { livesOf } from '../record/actor-lives.ts'
import { loadEvidence } from '../record/evidence.ts'
import { evidenceOf } from '../status/explain-status.ts'
import { countActs, loadConduct, type ConductAct } from '../subjects/conduct.ts'
import { normInput } from './known-acts.ts'
import { loadPractice } from './practice.ts'
import { changeOf, spiralOut, yearOf } from './spiral-answer.ts'
import { spiralTable } from './spiral-table.ts'
import { spiralText } from './spiral-text.ts'
import { findingsIn, loadSpiralRecord, type SpiralRecord } from './year-findings.ts'

const input = z.object({
  state: stateInput,
  norm: normInput,
  score: z
    .string()
    .min(1)
    .describe('The indicator that practice is read by, as rater:indicator (cirights:physint): there is no default'),
  from: fromInput.optional().describe('First year shown (default: the first with an act of the state and the norm)'),
  to: toInput.optional().describe('Last year shown (default: the last that was over)'),
  window: z.coerce
    .number()
    .int()
    .min(1)
    .default(3)
    .describe('Calendar years that a rule looks back over, the year itself among them'),
  delta: z.coerce
    .number()
    .min(0)
    .default(0)
    .describe('Practice is better where it gained more than this over the window, in the unit of the score'),
  sustained: z.coerce.number().int().min(1).default(5).describe('Years in a row that phase 5 asks of good practice'),
  cut: z.coerce
    .number()
    .optional()
    .describe('A score from which on practice is good, in place of the top tercile of each year'),
})
type Asked = z.output<typeof input>

/** Acts of which something may have been done by the world's day. */
const begunBy = (world: Snapshot, acts: readonly ConductAct[]): readonly ConductAct[] =>
  acts.filter(({ earliest }) => earliest <= world.asOf)

/** The last year that was over on the world's day, and in which the state was there: 1991 if it ended on 3 May 1991. */
const lastYearOf = async (world: Snapshot, actor: string): Promise<number> => {
  const year = yearOfDay(world.asOf)
  const over = lastDayOfYear(year) === world.asOf ? year : year - 1
  const gone = (await livesOf(world)).get(actor)?.extinctFrom
  return gone === undefined ? over : Math.min(over, yearOfDay((gone - 1) as Day))
}

/** The years that are shown, and the first of those that are reckoned: phases of a year depend on all before it. */
const yearsOf = (last: number, { from }: Asked, { acts, coalitions }: SpiralRecord) => {
  const launches = coalitions.flatMap(({ launched }) => (launched?.names === true ? [launched.hi] : []))
  const days = [...acts.map(({ latest }) => latest), ...launches]
  const begun = Math.min(last, ...days.map(yearOfDay))
  const shown = from ?? begun
  if (shown > last)
    throw badInput(
      'bad-input',
      `from is ${shown}, after ${last}, the last year that is asked for and was over, and in which the state was ` +
        'there.',
      {
        where: 'from',
        hint: 'Ask for earlier years, or for a later day with `asOf`.',
      },
    )
  const start = Math.min(shown, begun)
  return { shown, years: Array.from({ length: last - start + 1 }, (_, k) => start + k) }
}

const parametersOf = ({ score, window, delta, sustained, cut }: Asked, from: number, to: number) => ({
  score,
  from,
  to,
  window,
  delta,
  sustained,
  good_practice: cut === undefined ? 'top tercile' : `at least as good as ${cut}`,
  terciles: 'mid-rank among all that the rater rates in the year',
  score_year: 'reference year, whenever it was published',
  acts: 'acts, campaigns, laws, declarations and words of the state count whoever tells of them',
})

export const spiral = question({
  name: 'spiral',
  asks:
    'In which phase of the spiral model a state was with a norm, year by year: repression, denial, tactical ' +
    'concessions, prescriptive status, rule-consistent behaviour; with the evidence for each change. Our own ' +
    'operationalisation: a description, never an event and no cause. A list of sources decides on consent to ' +
    'treaties alone.',
  positional: ['state'],
  sources: 'parameter',
  input,
  output: spiralOut,
  answer: async (world, asked) => {
    const actor = world.names.require('state', asked.state, { day: world.asOf })
    const norm = world.names.require('norm', asked.norm, { day: world.asOf })
    const practice = await loadPractice(world, asked.score, actor)
    const all = begunBy(world, await loadConduct(world, actor))
    const record = await loadSpiralRecord(world, { actor, norm, acts: all, practice })
    const over = await lastYearOf(world, actor)
    const last = Math.min(asked.to ?? over, over)
    const { shown, years } = yearsOf(last, asked, record)
    const found = trajectory(years.map((year) => findingsIn(record, asked, year))).filter(({ year }) => year >= shown)
    const changes = changesOf(found)
    const ids = [...new Set(changes.flatMap(({ decidedBy }) => decidedBy))]
    return {
      state: actor,
      norm,
      score: asked.score,
      direction: practice.direction ?? null,
      parameters: parametersOf(asked, shown, last),
      rules: phaseRules.map(({ phase, name, after, rule }) => ({ phase, name, after: after ?? null, rule })),
      changes: changes.map(changeOf),
      years: found.map((one) => yearOf(one, record, asked.window)),
      known: { ...countActs(record.acts), withoutNorm: all.filter(({ norms }) => norms.length === 0).length },
      evidence: evidenceOf(await loadEvidence(world, ids)),
    }
  },
  text: spiralText,
  table: spiralTable,
})
