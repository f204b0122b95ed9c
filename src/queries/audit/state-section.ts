import { formatBound, formatDay } from '../../time/day.ts'
import { at } from '../../time/timeline.ts'
import { groupBy } from '../../common/group-by.ts'
import type { ReportBlock, ReportSection, Sentence } from '../question/report.ts'
import type { StatusHistory } from '../status/status-subject.ts'
import { status as statusQuestion } from '../status/status.ts'
import { timeline } from '../status/timeline.ts'
import { coverageOf, coverageText } from '../question/coverage-fields.ts'
import { counted } from '../question/output-fields.ts'
import { pressure } from '../diffusion/pressure.ts'
import { loadConduct } from '../subjects/conduct.ts'
import { conductOver } from './around.ts'
import { actSentences, nameAtBeginning, nameOf, type Audit } from './audit-context.ts'
import { statusWords } from './field-words.ts'
import { say } from './ledger.ts'
import { recommendationsSection } from './recommendations-section.ts'
import { boomerangQuestion } from '../advocacy/boomerang.ts'
import { boomerangSection, spiralSection } from './models-section.ts'
import type { Spreading } from './spread-section.ts'

type Value = StatusHistory['timeline'][number]['value']
const statusOf = ({ status, possible, spell }: Value): string => [status, ...possible, spell].join(' ')

const statusItems = async (audit: Audit, state: string): Promise<readonly (readonly Sentence[])[]> => {
  const { world, subject, norm, ledger } = audit
  const asked = await ledger.asked(timeline, { state, subject: norm })
  const spans = subject.historyOf(state).timeline.filter(({ from }) => from <= world.asOf)
  await ledger.load(spans.flatMap(({ decidedBy }) => [...decidedBy]))
  const told = spans.filter(
    ({ value }, index) => index === 0 || statusOf(value) !== statusOf(spans[index - 1]?.value ?? value),
  )
  return told.map((span, index) => {
    const before = new Set(told[index - 1]?.decidedBy)
    const decided = [...span.decidedBy].filter((id) => !before.has(id))
    const { status, possible, reason } = span.value
    const open =
      span.certainty === 'certain'
        ? ''
        : `, or ${possible
            .filter((one) => one !== status)
            .map(statusWords)
            .join(' or ')}`
    const why = reason === undefined ? '' : ', for no source covers it'
    const since = formatBound(span.from)
    return [
      say(
        `${since === null ? 'At first' : `From ${since} on`}: ${statusWords(status)}${open}${why}.`,
        asked,
        ledger.events(decided),
      ),
    ]
  })
}

/** All that a state did under the instruments of the norm, those that watch over it among them. */
const actsSection = async (audit: Audit, state: string): Promise<readonly ReportSection[]> => {
  const { world, subject, ledger } = audit
  const streams = subject.laws.map(({ terms }) => `treaty-${terms.treaty}`)
  if (streams.length === 0) return []
  const rows = await world.sql
    .selectFrom('event')
    .select('id')
    .where('key', '=', state)
    .where('stream', 'in', streams)
    .where('ordinal', '<=', world.ordinal)
    .execute()
  const ids = rows.map(({ id }) => id)
  await ledger.load(ids)
  const items = actSentences(audit, ids).map((one) => [one])
  return items.length === 0
    ? []
    : [{ id: 'acts', heading: 'What it did under the instruments', blocks: [{ kind: 'list', items }] }]
}

const headings = {
  violation: 'Violations that were reported or found',
  action: 'Actions of campaigns',
  pressure: 'Pressure of third states and organisations',
  response: 'What it answered',
  concession: 'What it gave way in',
  reversal: 'What it took back',
} as const

/** How many acts on the state or of it carry no norm: told apart, and counted for none. */
const withoutNorm = async (audit: Audit, state: string): Promise<readonly Sentence[]> => {
  const { world, norm, ledger } = audit
  const acts = await loadConduct(world, state)
  const count = acts.filter(({ norms, earliest }) => norms.length === 0 && earliest <= world.asOf).length
  if (count === 0) return []
  const asked = await ledger.asked(pressure, { state, norm, unattributed: 'true' })
  return [
    say(
      `${counted(count, 'act')} on ${nameOf(audit, state)} or of it ${count === 1 ? 'carries' : 'carry'} no norm: ` +
        'whether over this one nobody knows, and none is counted here.',
      asked,
    ),
  ]
}

const conductSections = async (audit: Audit, state: string): Promise<readonly ReportSection[]> => {
  const { ledger } = audit
  const acts = await conductOver(audit, state)
  await ledger.load(acts.flatMap(({ decidedBy }) => [...decidedBy]))
  const byKind = groupBy(acts, ({ act }) => act)
  const kinds = Object.keys(headings) as readonly (keyof typeof headings)[]
  return kinds.flatMap((kind) => {
    const own = byKind.get(kind) ?? []
    const items = actSentences(
      audit,
      own.flatMap(({ decidedBy }) => [...decidedBy]),
    ).map((one) => [one])
    const block: ReportBlock = { kind: 'list', items }
    return items.length === 0 ? [] : [{ id: `conduct-${kind}`, heading: headings[kind], blocks: [block] }]
  })
}

const domesticSection = async (audit: Audit, state: string): Promise<readonly ReportSection[]> => {
  const { subject, world, ledger } = audit
  const acts = (subject.domesticOf?.(state) ?? []).filter(({ from }) => from <= world.asOf)
  await ledger.load(acts.flatMap(({ decidedBy }) => [...decidedBy]))
  const items = actSentences(
    audit,
    acts.flatMap(({ decidedBy }) => [...decidedBy]),
  ).map((one) => [one])
  return items.length === 0 ? [] : [{ id: 'at-home', heading: 'At home', blocks: [{ kind: 'list', items }] }]
}

/** Of a state that is no more: until when it was one. */
const extinctSentences = (
  { world, subject, ...audit }: Audit,
  state: string,
  standing: string,
): readonly Sentence[] => {
  const until = subject.laws[0]?.lives.get(state)?.extinctFrom
  if (until === undefined || until > world.asOf) return []
  return [
    say(
      `${nameAtBeginning({ world, subject, ...audit }, state)} was a state no longer from ${formatDay(until)} on.`,
      standing,
    ),
  ]
}

/** One state and the norm: its status through time, what was done to it and by it, and what it did at home. */
export const stateSection = async (
  audit: Audit,
  { found, asked }: Spreading,
  state: string,
  score: string | undefined,
): Promise<ReportSection> => {
  const { world, subject } = audit
  const name = nameOf(audit, state)
  const adoptions = found.adopters.filter((one) => one.state === state)
  const status = at(subject.historyOf(state).timeline, world.asOf)?.value.status ?? 'NO_POSITION'
  const coverage = coverageOf(subject.coverageOf(state).on(world.asOf))
  const standing = await audit.ledger.asked(statusQuestion, { state, subject: audit.norm })
  const conducted = await audit.ledger.asked(boomerangQuestion, { state, norm: audit.norm })
  const statuses = await statusItems(audit, state)
  const conduct = await conductSections(audit, state)
  return {
    id: 'the-state',
    heading: nameAtBeginning(audit, state),
    blocks: [
      {
        kind: 'paragraph',
        sentences: [
          say(`Towards the norm ${name} stood on the day of this report: ${statusWords(status)}.`, standing),
          say(`How far that is known: ${coverageText(coverage, status)}.`, standing),
          ...extinctSentences(audit, state, standing),
          say(
            adoptions.length === 0
              ? `It is none of ${counted(found.adopters.length, 'adoption')}.`
              : `It was number ${adoptions[0]?.order} of ${found.adopters.length} to adopt it, on ` +
                  `${adoptions[0]?.date}.`,
            asked,
          ),
          ...(await withoutNorm(audit, state)),
          ...(conduct.length === 0
            ? [
                say(
                  'No violation, pressure, answer or concession of it over the norm is recorded; no source claims to ' +
                    'hold all of them.',
                  conducted,
                ),
              ]
            : []),
        ],
      },
      { kind: 'list', items: statuses },
    ],
    sections: [
      ...(await actsSection(audit, state)),
      ...conduct,
      ...(await recommendationsSection(audit, state)),
      ...(await domesticSection(audit, state)),
      await boomerangSection(audit, state),
      ...(await spiralSection(audit, state, score)),
    ],
  }
}
