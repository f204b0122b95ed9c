import { z } from 'zod'
import { madeOn, ofKind } from '../../../projections/compose/reservations/attachment.ts'
import { FOREVER, formatBound, type Day } from '../../time/day.ts'
import { dates, eventIds, nullableDay } from '../question/output-fields.ts'
import type { AttachedTo } from './attachments.ts'

/** The sentence for a text that nobody has read yet: it may hold reservations, objections, or several acts. */
const notClassified = 'not classified, and may hold declarations, reservations or objections'

const declaration = z.object({
  actor: z.string(),
  declaration: z.string().describe('What its maker calls it'),
  kind: z
    .string()
    .describe(
      'interpretative, optionalClause, territorial or political; unclassified where ' +
        'one text of the source was taken over whole, and may hold reservations',
    ),
  provisions: z.array(z.string()).describe('The articles that it names; none named means none known'),
  text: z.string().nullable().describe('The whole text'),
  made: dates.nullable(),
  attached: z.string().nullable(),
  withdrawn: nullableDay.describe('First day without it'),
  events: eventIds,
})
export const declarationsOut = z
  .array(declaration)
  .describe('What was declared beside, as recorded; those that are not classified may hold reservations')
export type Declaration = z.infer<typeof declaration>

const datesOf = (range: { lo: Day; hi: Day } | undefined) =>
  range === undefined ? null : { earliest: formatBound(range.lo), latest: formatBound(range.hi) }

/** The declarations of actors by a day, whole. */
export const declarationsBy = (
  attached: AttachedTo,
  isAsked: (actor: string) => boolean,
  day: Day,
): readonly Declaration[] =>
  ofKind(attached.attachments, 'declaration')
    .filter(({ actor, detail }) => isAsked(actor) && detail.unmade === undefined)
    .flatMap((one): readonly Declaration[] => {
      const made = madeOn(one, attached.partyOf(one.actor))
      if ((made?.lo ?? one.from.lo) > day) return []
      return [
        {
          actor: one.actor,
          declaration: one.label,
          kind: one.detail.kind ?? 'unclassified',
          provisions: [...one.provisions],
          text: one.detail.text ?? null,
          made: datesOf(made),
          attached: one.at ?? null,
          withdrawn: one.to.hi < FOREVER && one.to.lo <= day ? formatBound(one.to.hi) : null,
          events: [...one.decidedBy],
        },
      ]
    })
    .toSorted((a, b) => (`${a.actor} ${a.declaration}` < `${b.actor} ${b.declaration}` ? -1 : 1))

/** A text below what it belongs to, whole. */
export const textLines = (text: string | null): readonly string[] =>
  text === null ? [] : text.split(/\r?\n/).map((line) => `         ${line}`)

export const declarationLines = (declarations: readonly Declaration[]): readonly string[] => {
  const unread = declarations.filter(({ kind }) => kind === 'unclassified').length
  return [
    ...(declarations.length === 0
      ? []
      : [
          `  declarations: ${declarations.length}` +
            `${unread === 0 ? '' : `, of which ${unread} ${unread === 1 ? 'is' : 'are'} ${notClassified}`}`,
        ]),
    ...declarations.flatMap((one) => [
      `  ${one.actor.padEnd(6)} ${one.declaration.padEnd(10)} ${[
        one.kind === 'unclassified' ? 'declaration, not classified' : `declaration, ${one.kind}`,
        ...(one.provisions.length === 0 ? [] : [`art ${one.provisions.join(', ')}`]),
        `${one.made?.earliest ?? 'undated'}${one.attached === null ? '' : ` (${one.attached})`}`,
        ...(one.withdrawn === null ? [] : [`withdrawn ${one.withdrawn}`]),
      ].join(' · ')}`,
      ...textLines(one.text),
    ]),
  ]
}

/** What a ledger without classified reservations says: none is recorded, or none among what is not read yet. */
export const noneInWords = (declarations: readonly Declaration[]): string =>
  declarations.some(({ kind }) => kind === 'unclassified')
    ? '  none recorded as a reservation; the texts below are not classified yet'
    : '  none recorded'
