import { z } from 'zod'
import { dateColumn, intColumn, stateColumn, textColumn } from '../question/columns.ts'
import { echoText } from '../question/echo.ts'
import { stateFilter, subjectInput, systemInput } from '../question/inputs.ts'
import { counted } from '../question/output-fields.ts'
import { question, type TableCell } from '../question/question.ts'
import { keptSubject } from '../status/kept-subject.ts'
import { daysCoveredColumn, spanCells, spanColumns } from '../status/span-columns.ts'
import type { StatusSpanOut } from '../status/status-spans.ts'
import { withSystemIfHeld } from '../subjects/default-system.ts'
import { heldSystem } from '../subjects/state-systems.ts'
import { loadInSystem } from '../memberships/in-system.ts'
import type { SystemSpells } from '../memberships/system-spells.ts'
import { commonDays, howMany, lastDayOf } from '../record/days-in-text.ts'
import { statusSpells, statusSpellsOut, type StatusSpells } from './spells-status-answer.ts'

type StateSpells = StatusSpells['states'][number]

/** `1994-10-21 CONSENTED`, or what it may be; a span after a gap says where the one before it ended. */
const spanText = (span: StatusSpanOut, before: StatusSpanOut | undefined): string => {
  const gap = before === undefined || before.to === span.from ? '' : `(nothing from ${before.to ?? '…'}) `
  const from = span.from === null ? '' : `${span.from} `
  return `${gap}${from}${span.certainty === 'certain' ? span.status : `${span.status} (${span.possible.join(' or ')})`}`
}

const lineOf = ({ state, name, spans }: StateSpells): string =>
  `  ${state.padEnd(8)} ${spans.map((span, index) => spanText(span, spans[index - 1])).join(' · ')}  ${name}`

const reachText = ({ knownThrough }: StatusSpells): string =>
  knownThrough === null
    ? 'no source says that it holds all of it for half of them'
    : `known through ${knownThrough} for at least half of them`

const covering = ({ covered }: StateSpells) => covered.filter(({ state }) => state === 'covered')

const rowOf = (of: StateSpells, span: StatusSpanOut, hasSystem: boolean): readonly TableCell[] => [
  of.state,
  of.name,
  of.cow,
  of.iso3,
  ...spanCells(span),
  hasSystem && commonDays(span, of.untold ?? []).length === 0 ? howMany(span, of.system) : null,
  howMany(span, covering(of)),
  lastDayOf(commonDays(span, covering(of))),
]

const columns = [
  stateColumn,
  textColumn('name', 'The name that it had last'),
  intColumn('cow', 'The Correlates of War number that it had last, whenever the span was', 'It never had one'),
  textColumn('iso3', 'The ISO 3166-1 alpha-3 code that it had last, whenever the span was', 'It never had one'),
  ...spanColumns,
  textColumn(
    'days_in_system',
    'On how many of these days the state was in the state system: all, some or none',
    'No system was asked for, and the log holds none, or the sources believed do not tell of all of them',
  ),
  daysCoveredColumn,
  dateColumn(
    'covered_through',
    'The last of these days of which a source holds all of it: where a study ends that rests on nothing else',
    'No source holds any of them, or sources hold them without end',
  ),
]

export const spellsStatus = question({
  name: 'spells status',
  asks: "Every state's statuses under a treaty or norm over all time, one span of unbroken days each.",
  positional: ['subject'],
  sources: 'asked',
  input: z.object({
    subject: subjectInput,
    state: stateFilter,
    system: systemInput,
  }),
  output: statusSpellsOut,
  settle: withSystemIfHeld,
  answer: async (world, input) => {
    const subject = await keptSubject(world, input.subject)
    const only = input.state === undefined ? undefined : world.names.require('state', input.state, { day: world.asOf })
    const { system: chosen } = await withSystemIfHeld(world, input)
    const system: SystemSpells = chosen === undefined ? new Map() : await heldSystem(world, chosen)
    const actors = only === undefined ? [...new Set([...subject.actors, ...system.keys()])].toSorted() : [only]
    const untold = chosen === undefined ? () => [] : (await loadInSystem(world, chosen, system)).untold
    const { states, ...about } = await statusSpells(world, subject, { spells: system, untold }, actors)
    return { ...about, system: chosen ?? null, states }
  },
  text: (found) =>
    [
      `${found.subject} · ${found.shortTitle ?? found.title} · ` +
        `${found.system === null ? 'no' : found.system} system · ${echoText(found)} · ` +
        `${counted(found.states.length, 'state or other actor', 'states and other actors')}, ` +
        `${counted(
          found.states.reduce((sum, { spans }) => sum + spans.length, 0),
          'span',
        )}`,
      `  ${reachText(found)}`,
      ...found.states.map(lineOf),
    ].join('\n'),
  table: {
    columns,
    note:
      'A row for each span of days that touch and of which the same is told, whatever day is asked about. Where a ' +
      'date is uncertain, the days that it may be are a span of their own, UNKNOWN with what is possible.',
    rows: (found) => found.states.flatMap((of) => of.spans.map((span) => rowOf(of, span, found.system !== null))),
  },
})
