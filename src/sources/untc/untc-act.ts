import type { JsonObject } from '../../events/json.ts'
import { actClass } from '../../events/treaty.ts'
import { dayOf } from '../../time/day.ts'
import type { BadRow, Draft } from '../importer/draft.ts'

/** One dated act in a table of the UN Treaty Collection. */
export interface TableAct {
  readonly row: number
  /** Chapter, number and letter: `4-9`, `26-2-a`. */
  readonly treaty: string
  readonly participant: string
  readonly date: string
  readonly type: string
  /** 1, unless the state did the same class of act before, on an earlier day. */
  readonly spell?: number
  readonly data?: JsonObject
  readonly locator: string
  readonly note?: string
}

/** Signature, consent, …: what an act stays when a later table calls it by another name. */
export const classOf = (type: string): string => actClass[type] ?? type

/**
 * An act as a draft, from a table of the day `status`. Participants are named as they are called on that day, whoever
 * bore the name when the act was done: "Yemen" is the united state, under which the depositary lists the acts of its
 * predecessors. Its fact names the class of the act, not its label: acceptance printed as accession is one act.
 */
export const draftOfAct = (act: TableAct, status: string): Draft => ({
  rows: [act.row, act.row],
  stream: ['treaty', { scheme: 'untc', code: act.treaty }],
  type: act.type,
  occurred: act.date,
  fact: `${classOf(act.type)}/${act.spell ?? 1}`,
  references: { actor: { scheme: 'name', code: act.participant, on: status } },
  data: act.data ?? {},
  locator: act.locator,
  ...(act.note === undefined ? {} : { note: act.note }),
})

export const badRow = (row: number, column: string, value: string, expected: string): BadRow => ({
  rows: [row, row],
  column,
  value,
  expected,
})

/** Whether a cell is a day of the calendar, written 1984-12-10. */
export const isDay = (cell: string): boolean => {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(cell)
  return match !== null && dayOf(Number(match[1]), Number(match[2]), Number(match[3])) !== undefined
}

/** The first of the two dates of a row that is neither a day nor nothing; `like` is what a day looks like. */
export const badDate = (
  row: number,
  { signed, done }: { readonly signed: string; readonly done: string },
  like: string,
): BadRow | undefined => {
  const expected = `a day, such as ${like}, or nothing`
  if (signed !== '' && !isDay(signed)) return badRow(row, 'signature_date', signed, expected)
  return done !== '' && !isDay(done) ? badRow(row, 'action_date', done, expected) : undefined
}
