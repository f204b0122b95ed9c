import { byText } from '../../common/by-text.ts'
import { z } from 'zod'
import { badInput } from '../../common/error.ts'
import { formatDay } from '../../time/day.ts'
import { counted, eventIds, nullableDay } from '../question/output-fields.ts'
import { explained, type Change, type Unexplained } from './change.ts'
import { exposureChanges, type ExposurePanel } from './exposure-changes.ts'
import { momentInput, stateFilter, words, yearInput } from '../question/inputs.ts'
import { momentOf } from '../question/moment.ts'
import { withSystem } from '../subjects/default-system.ts'
import type { System } from '../memberships/system-spells.ts'
import type { Moments } from './changed-rows.ts'
import { membershipChanges } from './membership-changes.ts'
import { exposurePanelInputs } from '../panels/panel-exposure.ts'
import { actorColumn, dateColumn, eventsColumn, joined, textColumn } from '../question/columns.ts'
import { echoText } from '../question/echo.ts'
import { exposurePresets } from '../network/presets.ts'
import { question } from '../question/question.ts'
import { scoreChanges } from './score-changes.ts'
import { normStatusChanges, treatyStatusChanges } from './status-changes.ts'
import { openSnapshot, type Snapshot } from '../question/snapshot.ts'

const abouts = ['status', 'memberships', 'scores'] as const
type About = (typeof abouts)[number]

const row = z.object({
  what: z.enum(['status', 'membership', 'score', 'exposure']),
  actor: z.string(),
  subject: z
    .string()
    .describe('The treaty or norm, the organisation, rater:indicator, or the formula and the score of an exposure'),
  from: nullableDay.describe('First day of which answers have changed'),
  to: nullableDay.describe('First day of which they have not; null while they have'),
  before: z.string().nullable().describe('What was answered at the first moment; null: nothing'),
  after: z.string().nullable().describe('What is answered at the second; null: nothing'),
  events: eventIds.describe('Ids of the events that became known between the moments and changed it'),
})

/**
 * The world at a moment; what was not known at the moment of knowledge that the whole question is asked for is not
 * known at any other.
 */
const at = async (world: Snapshot, text: string, where: 'from' | 'to'): Promise<Snapshot> => {
  const moment = momentOf(text, { now: world.now, last: world.knownAt }, where)
  const latest = world.asKnownAt ?? moment
  const asKnownAt = moment <= latest ? moment : (world.knownAt ?? latest)
  const clocks = { asOf: formatDay(world.asOf), asKnownAt }
  const opened = await openSnapshot(world.sql, clocks, new Date(Date.parse(world.now)), world.beside)
  return { ...opened, sources: world.sources, ...(world.goOn !== undefined && { goOn: world.goOn }) }
}

const momentsOf = async (
  world: Snapshot,
  { from, to }: { from: string; to?: string | undefined },
): Promise<Moments> => {
  const after = to === undefined ? world : await at(world, to, 'to')
  const moments = { before: await at(world, from, 'from'), after }
  if (moments.before.ordinal > moments.after.ordinal)
    throw badInput('bad-instant', `${from} lies after ${to ?? 'what is known'}.`, {
      where: 'from',
      hint: 'Give the earlier moment first.',
    })
  return moments
}

/** What a word names: a treaty, a norm, an organisation or a score; each is then the only thing that is compared. */
const subjectOf = ({ before, after }: Moments, word: string | undefined) => {
  const named = (kind: 'treaty' | 'norm' | 'igo'): string | undefined =>
    word === undefined
      ? undefined
      : (after.names.lookUp(kind, word, { day: after.asOf }) ?? before.names.lookUp(kind, word, { day: after.asOf }))
  const found = {
    treaty: named('treaty'),
    norm: named('norm'),
    igo: named('igo'),
    score: word?.includes(':') === true ? word : undefined,
  }
  if (word !== undefined && Object.values(found).every((id) => id === undefined))
    throw after.names.unknown(['treaty', 'norm', 'igo'], word, { day: after.asOf })
  return found
}

/**
 * The state system of the panel, where one is asked for and none is named: what is meant at the second moment, at both.
 */
const settleSystem = async <
  I extends { from: string; to?: string | undefined; exposure?: string | undefined; system?: System | undefined },
>(
  world: Snapshot,
  input: I,
): Promise<I> => {
  if (input.exposure === undefined || input.system !== undefined) return input
  return withSystem((await momentsOf(world, input)).after, input)
}

const panelOf = (
  exposure: string,
  system: System,
  {
    fromYear,
    toYear,
    ...asked
  }: Omit<ExposurePanel, 'exposure' | 'system' | 'fromYear' | 'toYear'> & {
    readonly fromYear?: number | undefined
    readonly toYear?: number | undefined
  },
): ExposurePanel => {
  if (fromYear === undefined || toYear === undefined)
    throw badInput('bad-input', 'a panel of exposures needs its first and its last year.', {
      where: fromYear === undefined ? 'fromYear' : 'toYear',
    })
  return { ...asked, exposure, system, fromYear, toYear }
}

/** How the panel of exposures is made, and whom to believe; what is averaged is said by `exposure`. */
const panelInputs = z
  .object(exposurePanelInputs)
  .omit({ score: true, adoption: true, attribute: true, published: true }).shape

export const diff = question({
  name: 'diff',
  asks:
    'What answers became others between two moments of knowledge: statuses, ' +
    'memberships, scores and, on request, exposures, with the events that changed each.',
  takesLong: true,
  positional: ['subject'],
  sources: 'asked',
  input: z.object({
    subject: z
      .string()
      .min(1)
      .optional()
      .describe(
        'A treaty, a norm, an organisation or rater:indicator; every ' +
          'treaty, organisation and score where none is given',
      ),
    from: momentInput.describe('The first moment of knowledge: a date (its end is meant) or a UTC instant'),
    to: momentInput.optional().describe('The second one; all that is known where none is given'),
    about: words(abouts).optional().describe('status, memberships, scores; all where none is given'),
    state: stateFilter,
    exposure: z
      .string()
      .min(1)
      .optional()
      .describe(
        'Also compare the panel of exposures to this score (rater:indicator, such as ' +
          'cirights:physint), or to the adoption of this treaty or norm; with `fromYear` and ' +
          '`toYear`. The options from `at` to `universal` are those of that panel',
      ),
    ...panelInputs,
    fromYear: yearInput.optional().describe('With `exposure`: first year'),
    toYear: yearInput.optional().describe('With `exposure`: last year'),
  }),
  output: z.object({
    rows: z.array(row),
    between: z
      .object({ from: z.string().nullable(), fromOrdinal: z.int(), to: z.string().nullable(), toOrdinal: z.int() })
      .describe('The moments, and the last event known at each'),
  }),
  presets: exposurePresets,
  settle: settleSystem,
  answer: async (world, input) => {
    const moments = await momentsOf(world, input)
    const { before, after } = moments
    const actor = input.state === undefined ? undefined : after.names.require('state', input.state, { day: after.asOf })
    const { treaty, norm, igo, score } = subjectOf(moments, input.subject)
    const asked = (about: About, named: string | undefined): boolean =>
      (input.about ?? abouts).includes(about) && (input.subject === undefined || named !== undefined)
    const found: readonly Unexplained[] = [
      asked('status', treaty) ? await treatyStatusChanges(moments, { actor, treaty }) : [],
      asked('status', norm) && norm !== undefined ? await normStatusChanges(moments, norm, actor) : [],
      asked('memberships', igo) ? await membershipChanges(moments, { actor, igo }) : [],
      asked('scores', score) ? await scoreChanges(moments, { actor, score }) : [],
    ].flat()
    const keyOf = (one: Unexplained): string => `${one.what}\n${one.subject}\n${one.actor}`
    const changes: readonly Change[] = await explained(
      moments,
      found.toSorted((a, b) => byText(keyOf(a), keyOf(b)) || a.cell.from - b.cell.from),
    )
    if (input.exposure === undefined && (input.fromYear ?? input.toYear) !== undefined)
      throw badInput('bad-input', 'is the year of a panel of exposures, and none is asked for.', {
        where: input.fromYear === undefined ? 'toYear' : 'fromYear',
        hint: 'Give the score, treaty or norm of the panel, too: `exposure` cirights:physint.',
      })
    const { system } = await withSystem(after, input)
    const exposures =
      input.exposure === undefined ? [] : await exposureChanges(moments, panelOf(input.exposure, system, input), actor)
    return {
      rows: [...changes, ...exposures].map((change) => ({ ...change, events: [...change.events] })),
      between: { from: before.asKnownAt, fromOrdinal: before.ordinal, to: after.asKnownAt, toOrdinal: after.ordinal },
    }
  },
  text: ({ rows, between, ...found }) =>
    [
      `${counted(rows.length, 'answer differs', 'answers differ')} between event ` +
        `${between.fromOrdinal} and event ${between.toOrdinal}, ${echoText(found)}`,
      ...rows.map(
        (one) =>
          `  ${one.what} ${one.actor} ${one.subject} ${one.from ?? '…'} to ${one.to ?? 'now'}: ` +
          `${one.before ?? 'nothing'} → ${one.after ?? 'nothing'}  [${counted(one.events.length, 'event')}]`,
      ),
    ].join('\n'),
  table: {
    columns: [
      textColumn('what', 'What kind of answer became another: status, membership, score or exposure'),
      actorColumn(),
      textColumn(
        'subject',
        'The treaty or norm, the organisation, rater:indicator, or the formula and the score of an exposure',
      ),
      dateColumn('from', 'First day of which answers have changed', 'From all times on'),
      dateColumn('to', 'First day of which they have not', 'They have for all later days'),
      textColumn('before', 'What was answered at the first moment', 'Nothing'),
      textColumn('after', 'What is answered at the second moment', 'Nothing'),
      eventsColumn('events', 'What became known between the moments and changed it'),
    ],
    rows: ({ rows }) =>
      rows.map((one) => [
        one.what,
        one.actor,
        one.subject,
        one.from,
        one.to,
        one.before,
        one.after,
        joined(one.events),
      ]),
  },
})
