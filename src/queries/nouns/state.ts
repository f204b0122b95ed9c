import { z } from 'zod'
import { groupBy } from '../../common/group-by.ts'
import { formatBound, type Day } from '../../time/day.ts'
import { loadInSystem } from '../memberships/in-system.ts'
import { loadSystem } from '../memberships/load-system.ts'
import { idsOf, knownRows } from '../question/known-rows.ts'
import { stateInput } from '../question/inputs.ts'
import { certainty, eventIds, nullableDay } from '../question/output-fields.ts'
import { dateColumn, textColumn, type Column } from '../question/columns.ts'
import { question } from '../question/question.ts'
import { echoText } from '../question/echo.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { calledOverTime, codesOut, codesOverTimeOut, codesThen, daysText, nameOut, namesOut } from './called.ts'
import { loadSpellsOf, spellOut } from './state-spells.ts'

const relative = z.object({
  id: z.string(),
  name: z.string(),
  mode: z.string().describe('How it followed: dissolution, separation, unification, continuation, …'),
  on: nullableDay.describe('The first day on which it had, or may have, followed'),
  certainty,
  decidedBy: eventIds,
})
const output = z.object({
  id: z.string(),
  name: nameOut,
  kind: z.string().describe('state, territory, organisation or entity'),
  codes: codesOut,
  names: namesOut,
  codesOverTime: codesOverTimeOut,
  spells: z
    .array(spellOut)
    .describe(
      'When state systems had it, or may have had it: of members of the United Nations, by the sources believed',
    ),
  untold: z
    .array(z.object({ from: nullableDay, to: nullableDay }))
    .describe('The days [from, to) on which the sources believed do not tell whether it was in the United Nations'),
  predecessors: z.array(relative).describe('Whom it followed'),
  successors: z.array(relative).describe('Who followed it'),
})
type Answer = z.infer<typeof output>

const relativesOf = async (
  world: Snapshot,
  state: string,
  [asked, shown]: readonly ['actor' | 'predecessor', 'actor' | 'predecessor'],
): Promise<Answer['predecessors']> => {
  const rows = await knownRows(world, 'succession')
    .select(['actor', 'predecessor', 'mode', 'valid_from', 'certainty', 'decided_by'])
    .where(asked, '=', state)
    .orderBy('valid_from')
    .orderBy(shown)
    .execute()
  // Who tells it by an uncertain day has a possible row before the certain one; several may tell of the same.
  const first = [...groupBy(rows, (row) => `${row[shown]} ${row.decided_by}`).values()].flatMap((of) => of.slice(0, 1))
  return [...groupBy(first, (row) => `${row[shown]} ${row.mode} ${row.valid_from}`).values()].map((told) => {
    const [one] = told as [(typeof told)[number]]
    return {
      id: one[shown],
      name: world.names.nameOn('state', one[shown], world.asOf),
      mode: one.mode,
      on: formatBound(one.valid_from as Day),
      certainty: told.some((row) => row.certainty === 'certain') ? ('certain' as const) : ('possible' as const),
      decidedBy: [...new Set(told.flatMap((row) => idsOf(row.decided_by)))],
    }
  })
}

const untoldOf = async (world: Snapshot, state: string): Promise<Answer['untold']> => {
  const { untold } = await loadInSystem(world, 'un', await loadSystem(world, 'un'))
  return untold(state).map(({ from, to }) => ({ from: formatBound(from), to: formatBound(to) }))
}

const relativeText = (words: string, { id, name, mode, on }: Answer['predecessors'][number]): string =>
  `  ${words} ${name} (${id})${on === null ? '' : `, ${on}`}: ${mode}`

const columns: readonly Column[] = [
  textColumn('state', 'Id of the state or other actor'),
  textColumn('what', 'name, code, spell, predecessor or successor'),
  textColumn('of', 'The scheme of a code, the state system of a spell, how a state followed', 'It is a name'),
  textColumn('value', 'The name, the code, or the id of the other state', 'It is a spell'),
  dateColumn('valid_from', 'First day', 'From ever, or nobody says it'),
  dateColumn('valid_to', 'Last day', 'It goes on'),
  textColumn(
    'began',
    'When a spell began, as precisely as it is told: a day, first/last, or a year where years were coded',
    'It is none, or it was from ever',
  ),
  textColumn('ended', 'When its last day was, likewise', 'It is none, or it goes on'),
]

const rowsOf = ({ id, names, codesOverTime, spells, predecessors, successors }: Answer) => [
  ...names.map(({ name, from, to }) => [id, 'name', null, name, from, to, null, null]),
  ...codesOverTime.map(({ scheme, code, from, to }) => [id, 'code', scheme, code, from, to, null, null]),
  ...spells.map(({ system, from, to, began, ended }) => [id, 'spell', system, null, from, to, began, ended]),
  ...predecessors.map((one) => [id, 'predecessor', one.mode, one.id, one.on, null, null, null]),
  ...successors.map((one) => [id, 'successor', one.mode, one.id, one.on, null, null, null]),
]

export const state = question({
  name: 'state',
  resource: 'states',
  asks: 'Who a state or other actor is: its names and codes over time, when state systems had it, whom it followed.',
  positional: ['state'],
  sources: 'asked',
  input: z.object({ state: stateInput }),
  output,
  answer: async (world, input) => {
    const id = world.names.require('state', input.state, { day: world.asOf })
    const profile = await knownRows(world, 'actor').select('kind').where('actor', '=', id).executeTakeFirst()
    const called = calledOverTime(world, 'state', id)
    return {
      id,
      name: world.names.nameOn('state', id, world.asOf),
      kind: profile?.kind ?? 'state',
      codes: codesThen(world, 'state', id),
      names: called.names,
      codesOverTime: called.codes,
      spells: await loadSpellsOf(world, id),
      untold: await untoldOf(world, id),
      predecessors: await relativesOf(world, id, ['actor', 'predecessor']),
      successors: await relativesOf(world, id, ['predecessor', 'actor']),
    }
  },
  text: (found) =>
    [
      `${found.id}: ${found.name} (${found.kind}) ${echoText(found)}`,
      ...found.codesOverTime.map(({ scheme, code, ...days }) =>
        `  ${scheme.padEnd(8)} ${code}  ${daysText(days)}`.trimEnd(),
      ),
      ...found.spells.map(
        ({ system, certainty: how, began, ended }) =>
          `  in ${system} ${daysText({ from: began, to: ended })}${how === 'certain' ? '' : ', possibly'}`,
      ),
      ...found.predecessors.map((one) => relativeText('followed', one)),
      ...found.successors.map((one) => relativeText('was followed by', one)),
      `  also called: ${found.names.map(({ name }) => name).join('; ')}`,
    ].join('\n'),
  table: { columns, rows: rowsOf },
})
