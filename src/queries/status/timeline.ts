import { byText } from '../../common/by-text.ts'
import { z } from 'zod'
import { eventOfRow } from '../../readmodel/stored-event.ts'
import { formatBound } from '../../time/day.ts'
import { anomaly, eventIds, nullableDay } from '../question/output-fields.ts'
import { stateInput } from '../question/inputs.ts'
import { livesOf } from '../record/actor-lives.ts'
import {
  amendedEvents,
  correctionOut,
  correctionsOf,
  retractedText,
  retractionOf,
  retractionOut,
} from '../record/amendments.ts'
import { knownRows } from '../question/known-rows.ts'
import { domesticOf, domesticOut, domesticText, normFacetsOf, normOut } from './norm-fields.ts'
import { coverageOf, coverageOut, coverageStretches, coverageText } from '../question/coverage-fields.ts'
import { echoText } from '../question/echo.ts'
import { question } from '../question/question.ts'
import { adoptionFields, adoptionOf, tooEarlyText } from './adopted-on.ts'
import { statehoodOn, statehoodOut, statehoodText } from '../memberships/statehood.ts'
import { keptSubject } from './kept-subject.ts'
import { loadSubject } from './load-subject.ts'
import { statusSpanOf, statusSpanOut } from './status-spans.ts'
import { timelineTable } from './timeline-table.ts'
import { loadTreatyTitles } from '../treaties/treaty-titles.ts'
import { summaryOf } from '../record/event-summary.ts'
import type { Snapshot } from '../question/snapshot.ts'

const answer = z.object({
  state: z.string(),
  statehood: statehoodOut,
  subjects: z.array(
    z.object({
      subject: z.string(),
      ...adoptionFields,
      name: z.string(),
      shortTitle: z.string().nullable().describe('What a treaty is spoken of as, where its events say so'),
      spans: z.array(
        statusSpanOut.extend({
          norm: normOut.nullable(),
          decidedBy: eventIds,
        }),
      ),
      coverage: z
        .array(coverageOut.extend({ from: nullableDay, to: nullableDay }))
        .describe('How far the sources reach, on the days [from, to)'),
      domestic: domesticOut,
      anomalies: z.array(anomaly),
    }),
  ),
  events: z.array(
    z.object({
      date: z.string().nullable(),
      type: z.string(),
      stream: z.string(),
      summary: z.string().describe('What it says, as corrected'),
      id: z.string(),
      corrections: z.array(correctionOut),
      retracted: retractionOut.nullable().describe('It decides nothing: a later event took it back'),
    }),
  ),
})

/** The treaties under which the actor, or a state that it continues, has done anything. */
const subjectsOf = async (world: Snapshot, actor: string): Promise<readonly string[]> => {
  const life = (await livesOf(world)).get(actor)
  const actors = [actor, ...(life?.continues ?? []), ...(life?.claims ?? []).map(({ predecessor }) => predecessor)]
  const rows = await knownRows(world, 'treaty_act')
    .select('treaty')
    .distinct()
    .where('actor', 'in', actors)
    .orderBy('treaty')
    .execute()
  return rows.map(({ treaty }) => treaty)
}

/** The events of an actor in some streams; where none are named, in all but those of scores and of states. */
const eventsOf = async (world: Snapshot, actor: string, streams: readonly string[] | undefined) => {
  const ofActor = world.sql
    .selectFrom('event')
    .selectAll()
    .where('key', '=', actor)
    .where('ordinal', '<=', world.ordinal)
    .orderBy('ordinal')
  const shown =
    streams === undefined
      ? ofActor.where('stream', 'not like', 'practice-%').where('stream', 'not like', 'state-%')
      : ofActor.where('stream', 'in', streams)
  const rows = await shown.execute()
  return amendedEvents(rows.map(eventOfRow))
    .map((one) => ({
      date: one.reads.occurred ?? null,
      type: one.reads.type,
      stream: one.reads.stream,
      summary: summaryOf(one.reads),
      id: one.reads.id,
      corrections: correctionsOf(one),
      retracted: retractionOf(one),
    }))
    .toSorted((a, b) => byText(a.date ?? '', b.date ?? ''))
}

const isOn =
  (day: string) =>
  ({ from, to }: { readonly from: string | null; readonly to: string | null }): boolean =>
    (from ?? '') <= day && day < (to ?? '9999-12-31')

const correctionText = ({ before, reason }: z.infer<typeof correctionOut>): string =>
  `  (corrected; it said ${before.occurred ?? 'undated'}, ${before.says}: ${reason})`

export const timeline = question({
  name: 'timeline',
  asks:
    'All that is known of a state over time: its status under one ' +
    'subject or under every treaty it has acted on, and the events.',
  positional: ['state', 'subject'],
  sources: 'asked',
  input: z.object({
    state: stateInput,
    subject: z.string().min(1).optional().describe('A treaty or norm; all treaties where none is given'),
  }),
  output: answer,
  answer: async (world, input) => {
    const actor = world.names.require('state', input.state, { day: world.asOf })
    const words = input.subject === undefined ? await subjectsOf(world, actor) : [input.subject]
    const titleOf = await loadTreatyTitles(world, words)
    const found = await Promise.all(
      words.map(async (word) => {
        // What a state did under every treaty is looked at once: to keep it all would drive out what is asked again.
        const load = input.subject === undefined ? loadSubject : keptSubject
        const subject = await load(world, word)
        const history = subject.historyOf(actor)
        return {
          laws: subject.laws.map((law) => `treaty-${law.terms.treaty}`),
          subject: {
            subject: subject.id,
            ...adoptionOf(subject),
            name: subject.name,
            shortTitle: subject.kind === 'norm' || titleOf(subject.id) === subject.name ? null : titleOf(subject.id),
            spans: history.timeline.map((span) => ({
              ...statusSpanOf(span),
              norm: span.value.norm === undefined ? null : normFacetsOf(span.value.norm),
              decidedBy: [...span.decidedBy],
            })),
            coverage: coverageStretches(subject.coverageOf(actor)).map(({ from, to, coverage }) => ({
              from: formatBound(from),
              to: formatBound(to),
              ...coverageOf(coverage),
            })),
            domestic: domesticOf(subject.domesticOf?.(actor) ?? []),
            anomalies: history.anomalies.map((odd) => ({ ...odd, events: [...odd.events] })),
          },
        }
      }),
    )
    const events = await eventsOf(
      world,
      actor,
      input.subject === undefined ? undefined : found.flatMap(({ laws }) => laws),
    )
    return {
      state: actor,
      statehood: await statehoodOn(world, actor),
      subjects: found.map(({ subject }) => subject),
      events,
    }
  },
  text: (found) =>
    [
      `${found.state} · ${echoText(found)}`,
      ...statehoodText(found.state, found.statehood),
      ...found.subjects.flatMap((subject) => [
        `${subject.subject}: ${subject.name}`,
        ...tooEarlyText({ asOf: found.asOf, ...subject }),
        ...subject.spans.map(
          (span) =>
            `  ${span.from ?? '…'} to ${span.to ?? '…'}  ` +
            `${span.status}${span.reason === null ? '' : ', nothing is recorded'}` +
            `${span.certainty === 'certain' ? '' : ` (${span.possible.join(' or ')})`}` +
            `${span.spell > 1 ? ` spell ${span.spell}` : ''}`,
        ),
        ...subject.coverage
          .filter(isOn(found.asOf))
          .map((coverage) => `  ${coverageText(coverage, subject.spans.find(isOn(found.asOf))?.status)}`),
        ...domesticText(subject.domestic),
        ...subject.anomalies.map((odd) => `  ! ${odd.code}: ${odd.says} (${odd.article})`),
      ]),
      ...(found.events.length === 0 ? [] : ['events']),
      ...found.events.map(
        (event) =>
          `  ${(event.date ?? '').padEnd(12)} ${event.summary}  ` +
          `[${event.stream}]${event.corrections.map(correctionText).join('')}${retractedText(event.retracted)}`,
      ),
    ].join('\n'),
  table: timelineTable,
})
