import { z } from 'zod'
import { formatBound } from '../../time/day.ts'
import { at } from '../../time/timeline.ts'
import { certainty, nullableDay } from '../question/output-fields.ts'
import { subjectInput, systemInput } from '../question/inputs.ts'
import { withSystemIfHeld } from '../subjects/default-system.ts'
import { heldSystem } from '../subjects/state-systems.ts'
import { besideSystem, countBeside, loadInSystem } from '../memberships/in-system.ts'
import type { SystemSpells } from '../memberships/system-spells.ts'
import {
  certaintyColumn,
  dateColumn,
  inSystemColumn,
  joined,
  possibleColumn,
  spellColumn,
  stateColumn,
  statusColumn,
  textColumn,
} from '../question/columns.ts'
import {
  countCoverage,
  coverageCells,
  coverageColumns,
  coverageCountsOut,
  coverageCountsText,
  coverageOf,
  coverageOut,
  reasonOut,
} from '../question/coverage-fields.ts'
import { echoText } from '../question/echo.ts'
import { question } from '../question/question.ts'
import { adoptionFields, adoptionOf, tooEarlyText } from './adopted-on.ts'
import { keptSubject } from './kept-subject.ts'
import { runAround } from './status-subject.ts'

const answer = z.object({
  subject: z.string(),
  system: z.string().nullable().describe('The state system; null where none was asked for and the log holds none'),
  ...adoptionFields,
  counts: z
    .record(z.string(), z.int())
    .describe('How many of the actors that are listed have each status, in the system or not; `spread` counts members'),
  coverage: coverageCountsOut,
  states: z.array(
    z.object({
      state: z.string(),
      name: z.string(),
      status: z.string(),
      since: nullableDay,
      spell: z.int(),
      certainty,
      possible: z.array(z.string()),
      reason: reasonOut,
      coverage: coverageOut,
      inSystem: z
        .boolean()
        .nullable()
        .describe('Null where there is no state system, or the sources believed do not tell of the state'),
    }),
  ),
})

/** Of whom the counts are, where some of them are not in the system: `spread` counts its members alone. */
const countedText = ({ states, system }: z.infer<typeof answer>): readonly string[] => {
  const { outside, untold } = system === null ? { outside: 0, untold: 0 } : countBeside(states)
  if (outside + untold === 0) return []
  return [
    `  counted are all ${states.length} that are listed` +
      `${outside === 0 ? '' : `, ${outside} of them not in the system (${system})`}` +
      `${untold === 0 ? '' : `; of ${untold} the sources believed do not tell whether in the system (${system})`}`,
  ]
}

const besideText = ({ system }: z.infer<typeof answer>, { inSystem }: { readonly inSystem: boolean | null }): string =>
  system === null || inSystem === true ? '' : ` (${besideSystem(inSystem)})`

export const worldQuestion = question({
  name: 'world',
  asks: "Every state's status under a treaty or norm, on a date.",
  positional: ['subject'],
  sources: 'asked',
  input: z.object({
    subject: subjectInput,
    system: systemInput,
  }),
  output: answer,
  settle: withSystemIfHeld,
  answer: async (world, input) => {
    const subject = await keptSubject(world, input.subject)
    const { system: chosen } = await withSystemIfHeld(world, input)
    const system: SystemSpells = chosen === undefined ? new Map() : await heldSystem(world, chosen)
    const inSystem = chosen === undefined ? undefined : await loadInSystem(world, chosen, system)
    const isIn = (actor: string) => inSystem?.on(actor, world.asOf) ?? null
    const actors = [...new Set([...subject.actors, ...[...system.keys()].filter(isIn)])].toSorted()
    const states = actors.map((actor) => {
      const { timeline } = subject.historyOf(actor)
      const span = at(timeline, world.asOf)
      const run = runAround(timeline, world.asOf)
      return {
        state: actor,
        name: world.names.nameOn('state', actor, world.asOf),
        status: span?.value.status ?? 'UNKNOWN',
        since: run === undefined ? null : formatBound(run.from),
        spell: span?.value.spell ?? 0,
        certainty: span?.certainty ?? ('possible' as const),
        possible: [...(span?.value.possible ?? [])],
        reason: span?.value.reason ?? null,
        coverage: coverageOf(subject.coverageOf(actor).on(world.asOf)),
        inSystem: isIn(actor),
      }
    })
    const counts: Record<string, number> = {}
    for (const { status } of states) counts[status] = (counts[status] ?? 0) + 1
    return {
      subject: subject.id,
      ...adoptionOf(subject),
      system: chosen ?? null,
      counts,
      coverage: countCoverage(states.map(({ coverage }) => coverage)),
      states,
    }
  },
  text: (found) =>
    [
      `${found.subject} · ${found.system === null ? 'no' : found.system} system · ${echoText(found)} · ` +
        `${Object.entries(found.counts)
          .map(([status, count]) => `${count} ${status}`)
          .join(', ')}`,
      ...countedText(found),
      ...tooEarlyText(found),
      `  ${coverageCountsText(found.coverage)}`,
      ...found.states.map(
        (state) =>
          `  ${state.state.padEnd(8)} ${state.status.padEnd(14)} ` +
          `${(state.since ?? '').padEnd(12)} ` +
          `${state.name}${besideText(found, state)}`,
      ),
    ].join('\n'),
  table: {
    columns: [
      stateColumn,
      textColumn('name', 'What it was called on the day'),
      statusColumn,
      dateColumn(
        'since',
        'First day of the unbroken time in which it has stood so',
        'Since before all that is recorded',
      ),
      spellColumn,
      certaintyColumn,
      possibleColumn,
      inSystemColumn,
      ...coverageColumns,
    ],
    rows: (found) =>
      found.states.map((state) => [
        state.state,
        state.name,
        state.status,
        state.since,
        state.spell,
        state.certainty,
        joined(state.possible),
        state.inSystem === null ? null : Number(state.inSystem),
        ...coverageCells(state.coverage),
      ]),
  },
})
