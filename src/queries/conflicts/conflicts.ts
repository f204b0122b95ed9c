import { z } from 'zod'
import { FOREVER, parseDay, type Day } from '../../time/day.ts'
import { counted, eventIds, nullableDay } from '../question/output-fields.ts'
import type { Conflict, Side } from './conflict.ts'
import { dayOrYearInput, stateFilter, words } from '../question/inputs.ts'
import { loadEvidence } from '../record/evidence.ts'
import { loadMembershipConflicts } from './membership-conflicts.ts'
import { loadScoreConflicts } from './score-conflicts.ts'
import { loadTreatyConflicts } from './treaty-conflicts.ts'
import { actorColumn, dateColumn, eventsColumn, joined, textColumn } from '../question/columns.ts'
import { echoText } from '../question/echo.ts'
import { question } from '../question/question.ts'
import type { Snapshot } from '../question/snapshot.ts'

const abouts = ['memberships', 'treaties', 'scores'] as const

const side = z.object({
  value: z.string().describe('A standing, a date, or a score'),
  citations: z.array(z.string()),
  decidedBy: eventIds,
})

const row = z.object({
  about: z.enum(abouts),
  between: z
    .enum(['sources', 'releases', 'clause'])
    .describe('Rival sources, releases of one series, or a source and what follows from a clause'),
  actor: z.string().describe('Empty where the treaty itself is meant'),
  subject: z.string().describe('The organisation, the treaty, or rater:indicator'),
  what: z.string().describe('What they disagree about: a standing, an act such as consent/1, entry into force, a year'),
  from: nullableDay,
  to: nullableDay.describe('First day on which they no longer disagree; null while they do'),
  follows: side.describe('What answers under the policy go by'),
  against: side,
})
type Row = z.infer<typeof row>

/** Which kinds of conflict a subject may be in, and what it is called there. */
const subjectsIn = (world: Snapshot, word: string | undefined) => {
  const named = (about: (typeof abouts)[number]): string | undefined => {
    if (word === undefined) return undefined
    if (about === 'memberships') return world.names.lookUp('igo', word, { day: world.asOf })
    if (about === 'treaties') return world.names.lookUp('treaty', word, { day: world.asOf })
    return word.includes(':') ? word : undefined
  }
  if (word !== undefined && abouts.every((about) => named(about) === undefined))
    throw world.names.unknown(['treaty', 'igo'], word, { day: world.asOf })
  return (about: (typeof abouts)[number]) => ({
    asked: word === undefined || named(about) !== undefined,
    subject: named(about),
  })
}

const loaders = { memberships: loadMembershipConflicts, treaties: loadTreatyConflicts, scores: loadScoreConflicts }

const withCitations = async (world: Snapshot, found: readonly Conflict[]): Promise<Row[]> => {
  const ids = [...new Set(found.flatMap(({ follows, against }) => [...follows.decidedBy, ...against.decidedBy]))]
  const cited = new Map<string, readonly string[]>(
    (await loadEvidence(world, ids)).map(({ event, citations }) => [event.id, citations]),
  )
  const told = ({ value, decidedBy }: Side) => ({
    value,
    citations: [...new Set(decidedBy.flatMap((id) => cited.get(id) ?? []))],
    decidedBy: [...decidedBy],
  })
  return found.map(({ follows, against, ...conflict }) => ({
    ...conflict,
    follows: told(follows),
    against: told(against),
  }))
}

export const conflicts = question({
  name: 'conflicts',
  asks: 'Where sources disagree, for which days, with what each says and which one answers follow.',
  takesLong: true,
  positional: ['subject'],
  sources: 'asked',
  input: z.object({
    subject: z
      .string()
      .min(1)
      .optional()
      .describe('An organisation, a treaty, or rater:indicator; all where none is given'),
    about: words(abouts)
      .optional()
      .describe('memberships, treaties, scores; the first two where neither it nor a subject is given'),
    state: stateFilter,
    from: dayOrYearInput('first').optional().describe('Only what they disagree about on or after this day or year'),
    to: dayOrYearInput('last').optional().describe('Only what they disagree about on or before this day or year'),
  }),
  output: z.object({ rows: z.array(row) }),
  answer: async (world, input) => {
    const actor = input.state === undefined ? undefined : world.names.require('state', input.state, { day: world.asOf })
    const within = subjectsIn(world, input.subject)
    const found: (readonly Conflict[])[] = []
    for (const about of input.about ??
      (input.subject === undefined ? abouts.filter((one) => one !== 'scores') : abouts)) {
      const { asked, subject } = within(about)
      if (asked) found.push(await loaders[about](world, { actor, subject }))
    }
    const day = (text: string | null, open: Day): Day => (text === null ? open : parseDay(text))
    const rows = found
      .flat()
      .filter(
        ({ from, to }) =>
          (input.to === undefined || day(from, -FOREVER as Day) <= input.to) &&
          (input.from === undefined || day(to, FOREVER) > input.from),
      )
    const keyOf = (one: Conflict): string =>
      [abouts.indexOf(one.about), one.subject, one.actor, one.from ?? '', one.what, one.against.value].join('\n')
    return {
      rows: await withCitations(
        world,
        rows.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)),
      ),
    }
  },
  text: (found) =>
    [
      `${counted(found.rows.length, 'conflict')} ${echoText(found)}`,
      ...found.rows.flatMap((one) => [
        `  ${one.subject} ${one.actor} ${one.from ?? '…'} to ${one.to ?? 'now'} ` +
          `(${one.what}): ${one.follows.value}, against ${one.against.value}`,
        `      follows ${one.follows.citations.join('; ')}`,
        `      against ${one.against.citations.join('; ')}`,
      ]),
    ].join('\n'),
  table: {
    columns: [
      textColumn('about', 'memberships, treaties or scores'),
      textColumn(
        'between',
        'Who disagrees: sources, releases (of one series), or clause (a source and what follows from a clause)',
      ),
      actorColumn('The treaty itself is meant'),
      textColumn('subject', 'The organisation, the treaty, or rater:indicator'),
      textColumn('what', 'What they disagree about: a standing, an act such as consent/1, entry into force, a year'),
      dateColumn('from', 'First day on which they disagree', 'They always have'),
      dateColumn('to', 'First day on which they no longer disagree', 'They still do'),
      textColumn('follows', 'What answers under the policy go by: a standing, a date or a score'),
      textColumn('follows_citations', 'Who says so, with semicolons between', 'No source is cited'),
      eventsColumn('follows_events', 'The events that say so'),
      textColumn('against', 'What is said against it'),
      textColumn('against_citations', 'Who says that, with semicolons between', 'No source is cited'),
      eventsColumn('against_events', 'The events that say that'),
    ],
    rows: ({ rows }) =>
      rows.map(({ about, between, actor, subject, what, from, to, follows, against }) => [
        about,
        between,
        actor || null,
        subject,
        what,
        from,
        to,
        follows.value,
        joined(follows.citations, '; '),
        joined(follows.decidedBy),
        against.value,
        joined(against.citations, '; '),
        joined(against.decidedBy),
      ]),
  },
})
