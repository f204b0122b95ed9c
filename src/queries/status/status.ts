import { z } from 'zod'
import { formatBound, type Day } from '../../time/day.ts'
import { at } from '../../time/timeline.ts'
import { anomaly, certainty, counted, eventIds, nullableDay } from '../question/output-fields.ts'
import { attachedTo } from '../treaties/attachments.ts'
import { stateInput, subjectInput } from '../question/inputs.ts'
import { domesticOf, domesticOut, domesticText, normFacetsOf, normOut, normText } from './norm-fields.ts'
import { historyOf } from '../treaties/treaty-law.ts'
import { positionsOn, positionsOut, positionsText, withoutTreatyAct } from './norm-positions-on.ts'
import { coverageOf, coverageOut, coverageText, reasonOut, type CoverageOut } from '../question/coverage-fields.ts'
import { question } from '../question/question.ts'
import { adoptionFields, adoptionOf, tooEarlyText } from './adopted-on.ts'
import { statehoodOn, statehoodOut, statehoodText } from '../memberships/statehood.ts'
import { keptSubject } from './kept-subject.ts'
import { runAround, type StatusHistory, type StatusSubject } from './status-subject.ts'
import { attributesOf, attributesOut, attributesText } from '../treaties/party-attributes.ts'
import { policyText } from '../question/source-policy.ts'
import type { Snapshot } from '../question/snapshot.ts'

const statusAnswer = z.object({
  state: z.string().describe('Id of the actor'),
  subject: z.string().describe('Id of the treaty or norm'),
  ...adoptionFields,
  status: z
    .string()
    .describe(
      'The certain status, else UNKNOWN. NO_POSITION of a norm speaks of the ' +
        'treaties that carry it: nothing that stands was done under them',
    ),
  inWords: z
    .string()
    .nullable()
    .describe('What the status means here, where its name alone would mislead: no treaty act, …; else null'),
  since: nullableDay.describe('First day of that status; null if it has been so from the beginning'),
  until: nullableDay.describe('First day on which it is known to change; null if none'),
  spell: z.int().describe('Which spell as a contracting state; 0 before the first'),
  decidedBy: eventIds,
  certainty,
  possible: z.array(z.string()).describe('All that the status may be'),
  reason: reasonOut,
  coverage: coverageOut,
  marks: z.array(z.string()).describe('What is to be known beside it: adReferendum, contestedExit, partialExit, …'),
  attributes: attributesOut.nullable(),
  norm: normOut.nullable(),
  domestic: domesticOut,
  positions: positionsOut,
  statehood: statehoodOut,
  supersededBy: z.string().nullable().describe('Of a norm: the norm that had taken its place'),
  anomalies: z.array(anomaly),
})
type StatusAnswer = z.infer<typeof statusAnswer>

/** What is said of a day of which a history says nothing. */
const nothingTold: Omit<StatusHistory['timeline'][number], 'from' | 'to'> = {
  value: { status: 'UNKNOWN', possible: [], spell: 0 },
  certainty: 'possible',
  decidedBy: [],
}

/** The norm that had taken a norm's place by a day. */
const supersededOn = ({ superseded }: StatusSubject, day: Day): string | null =>
  superseded !== undefined && superseded.from <= day ? superseded.by : null

/** Where an actor stands towards a treaty or norm on the world's day. */
const statusOf = async (world: Snapshot, word: { state: string; subject: string }): Promise<StatusAnswer> => {
  const subject = await keptSubject(world, word.subject)
  const actor = world.names.require('state', word.state, { day: world.asOf })
  const { timeline, anomalies } = subject.historyOf(actor)
  const { value, certainty: sure, decidedBy } = at(timeline, world.asOf) ?? nothingTold
  const run = runAround(timeline, world.asOf)
  const coverage = subject.coverageOf(actor).on(world.asOf)
  const statehood = await statehoodOn(world, actor)
  const [law] = subject.laws
  const attached = subject.kind === 'norm' || law === undefined ? undefined : await attachedTo(world, law)
  return {
    state: actor,
    subject: subject.id,
    ...adoptionOf(subject),
    status: value.status,
    inWords:
      statehood?.isOutside && (value.status === 'NONE' || value.status === 'NO_POSITION')
        ? 'not in the state system then'
        : inWordsOf(subject, actor, world.asOf, value, coverage.state),
    since: run === undefined ? null : formatBound(run.from),
    until: run === undefined ? null : formatBound(run.to),
    spell: value.spell,
    decidedBy: [...decidedBy],
    certainty: sure,
    possible: [...value.possible],
    reason: value.reason ?? null,
    coverage: coverageOf(coverage),
    marks: [...(value.marks ?? [])],
    attributes: attached === undefined ? null : attributesOf(attached.attributesOn(actor, world.asOf)),
    norm: value.norm === undefined ? null : normFacetsOf(value.norm),
    domestic: domesticOf((subject.domesticOf?.(actor) ?? []).filter(({ from }) => from <= world.asOf)),
    positions: subject.kind === 'norm' ? await positionsOn(world, subject.id, actor) : [],
    statehood,
    supersededBy: supersededOn(subject, world.asOf),
    anomalies: [...anomalies, ...(attached?.historyOf(actor).anomalies ?? [])].map((found) => ({
      ...found,
      events: [...found.events],
    })),
  }
}

/** What a status means where its name alone would say more than is known. */
const inWordsOf = (
  { laws }: StatusSubject,
  actor: string,
  day: Day,
  found: { readonly status: string; readonly reason?: 'not-covered' },
  state: CoverageOut['state'],
): string | null => {
  if (found.reason !== undefined)
    return laws.some(({ acts }) => acts.some((act) => act.actor === actor && act.done.lo <= day))
      ? null
      : 'nothing is recorded'
  if (found.status === 'NONE') return state === 'carried' ? 'no act when last known' : null
  if (found.status !== 'NO_POSITION') return null
  const words = withoutTreatyAct(
    laws.map((law) => historyOf(law, actor).timeline),
    day,
  )
  return state === 'carried' ? `${words} when last known` : words
}

export const status = question({
  name: 'status',
  asks: "A state's status under a treaty or norm, on a date, as known on another.",
  positional: ['state', 'subject'],
  sources: 'asked',
  input: z.object({ state: stateInput, subject: subjectInput }),
  output: statusAnswer,
  answer: statusOf,
  text: (answer) =>
    [
      `${answer.state} · ${answer.subject} · as of ` +
        `${answer.asOf}${answer.asKnownAt === null ? '' : `, as known at ${answer.asKnownAt}`}` +
        `${policyText(answer)}`,
      `  ${answer.inWords === null ? answer.status : `${answer.inWords} (${answer.status})`}` +
        `${answer.certainty === 'certain' ? '' : ` (possible: ${answer.possible.join(', ')})`}` +
        `${answer.since === null ? '' : ` since ${answer.since}`}` +
        `${answer.spell > 1 ? `, spell ${answer.spell}` : ''}` +
        `${answer.marks.length === 0 ? '' : ` [${answer.marks.join(', ')}]`}`,
      ...statehoodText(answer.state, answer.statehood),
      ...tooEarlyText(answer),
      `  ${coverageText(answer.coverage, answer.status)}`,
      ...attributesText(answer.attributes),
      ...normText(answer.norm, answer.status),
      ...domesticText(answer.domestic),
      ...positionsText(answer.positions),
      ...(answer.supersededBy === null ? [] : [`  superseded by ${answer.supersededBy}`]),
      ...answer.anomalies.map((found) => `  ! ${found.code}: ${found.says} (${found.article})`),
      `  decided by ${counted(answer.decidedBy.length, 'event')}; up to event ` +
        `${answer.ordinal}. Ask \`explain status\` for the sources.`,
    ].join('\n'),
})
