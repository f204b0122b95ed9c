import { byText } from '../../common/by-text.ts'
import { z } from 'zod'
import {
  isContracting,
  effectOn,
  madeOn,
  type Attachment,
} from '../../../projections/compose/reservations/attachment.ts'
import { noRelationsOn, touchesAny } from '../../../projections/compose/reservations/standing-attachments.ts'
import {
  type Objection,
  type ReservationHistory,
} from '../../../projections/compose/reservations/reservation-history.ts'
import { isInForce } from '../../../projections/compose/norm/norm-statuses.ts'
import { groupBy } from '../../common/group-by.ts'
import { FOREVER, formatBound, type Day } from '../../time/day.ts'
import type { DateRange } from '../../time/date-range.ts'
import { at, unionOf, type Certainty } from '../../time/timeline.ts'
import { attachedTo, type AttachedTo } from '../treaties/attachments.ts'
import { coverageCells, coverageColumns, coverageOf, coverageText } from '../question/coverage-fields.ts'
import { declarationLines, declarationsBy, noneInWords, textLines } from '../treaties/declarations.ts'
import { reservationsAnswer } from './reservations-answer.ts'
import { coverageOfActs, lawOf } from '../treaties/treaty-law.ts'
import { loadLinks, loadNormTerms } from '../subjects/norms.ts'
import { coreOf } from './norm-subject.ts'
import {
  actorColumn,
  dateColumn,
  eventsColumn,
  intColumn,
  joined,
  textColumn,
  treatyColumn,
} from '../question/columns.ts'
import { echoText } from '../question/echo.ts'
import { question } from '../question/question.ts'
import type { Snapshot } from '../question/snapshot.ts'

const notClassified = 'Nobody has classified the text'

const datesOf = (range: DateRange | undefined) =>
  range === undefined ? null : { earliest: formatBound(range.lo), latest: formatBound(range.hi) }
const endedBy = ({ to }: Attachment, day: Day): string | null =>
  to.hi < FOREVER && to.lo <= day ? formatBound(to.hi) : null

/** Of each norm that the treaty carries, what its core articles are here. Undefined: all. */
const coresOf = async (world: Snapshot, treaty: string) => {
  const links = (await loadLinks(world, { instrument: treaty })).filter(
    ({ role, from, to }) => role !== 'monitoring' && from <= world.asOf && world.asOf < to,
  )
  const cores: { norm: string; articles: readonly string[] | undefined }[] = []
  for (const link of links)
    cores.push({ norm: link.norm, articles: coreOf(link, await loadNormTerms(world, link.norm)) })
  return cores
}

const objectionOf = ({ by, attachment, precludes, inTime }: Objection, day: Day) => ({
  actor: by,
  made: datesOf(attachment.made),
  precludes,
  inTime,
  withdrawn: endedBy(attachment, day),
  events: [...attachment.decidedBy],
})

/** Whether what has some effects stands: surely where one of them surely holds. */
const standsBy = (effects: readonly Certainty[]): 'yes' | 'possibly' | 'no' => {
  if (effects.includes('certain')) return 'yes'
  return effects.length > 0 ? 'possibly' : 'no'
}

/** One reservation through all that changed it: the version of the day, or the last one before. */
const rowOf = (
  versions: readonly ReservationHistory[],
  attached: AttachedTo,
  cores: Awaited<ReturnType<typeof coresOf>>,
  day: Day,
) => {
  const begun = versions.filter(({ reservation }) => reservation.from.lo <= day)
  const { reservation, fate, effects, objections } = begun.at(-1) as ReservationHistory
  const party = attached.partyOf(reservation.actor)
  const legal = at(party.timeline, day)?.value
  const certainties = effects.flatMap((effect) => effectOn(effect, day) ?? [])
  const standing = standsBy(certainties)
  const withdrawn = endedBy(reservation, day)
  const fateOn = (): string => {
    if (withdrawn !== null) return 'withdrawn'
    if (reservation.at === 'signature' && !isContracting(legal) && legal?.spell === 0) return 'pending'
    if (fate !== 'effective' || standing !== 'no') return fate
    if (!effects.some(({ from }) => day < from)) return 'ended'
    return reservation.at === 'late' ? 'waiting' : 'pending'
  }
  const core = cores
    .filter(({ articles }) => articles === undefined || touchesAny(reservation.provisions, articles))
    .map(({ norm }) => norm)
  return {
    actor: reservation.actor,
    reservation: reservation.label,
    provisions: [...reservation.provisions],
    text: reservation.detail.text ?? null,
    made: datesOf(madeOn(reservation, party)),
    attached: reservation.at ?? null,
    withdrawn,
    standing,
    fate: fateOn(),
    core: [...new Set(core)],
    objections: objections.filter(({ attachment }) => attachment.from.lo <= day).map((one) => objectionOf(one, day)),
    boundWithQualification: standing === 'yes' && core.length > 0 && isInForce(legal?.status ?? 'NONE'),
    noRelationsWith: [...noRelationsOn({ reservations: [{ reservation, fate, effects, objections }] }, day)],
    events: [...unionOf(...begun.map((one) => one.reservation.decidedBy))],
  }
}

const linesOf = (row: z.infer<typeof reservationsAnswer>['reservations'][number]): readonly string[] => {
  const provisions = row.provisions.length === 0 ? 'general' : `art ${row.provisions.join(', ')}`
  const made = `${row.made?.earliest ?? 'undated'}${row.attached === null ? '' : ` (${row.attached})`}`
  const standing = { yes: 'stands', possibly: 'possibly stands', no: row.fate }[row.standing]
  const stands = `${standing}${row.withdrawn === null ? '' : ` since ${row.withdrawn}`}`
  const core = row.core.length === 0 ? [] : [`core of ${row.core.join(', ')}`]
  return [
    `  ${row.actor.padEnd(6)} ${row.reservation.padEnd(10)} ` + [provisions, made, stands, ...core].join(' · '),
    ...textLines(row.text),
    ...row.objections.map((one) =>
      [
        `         objection of ${one.actor}`,
        ...(one.made === null ? [] : [one.made.earliest]),
        ...(one.precludes ? ['precluding entry into force between the two'] : []),
        ...(one.inTime ? [] : ['late']),
        ...(one.withdrawn === null ? [] : [`withdrawn ${one.withdrawn}`]),
      ].join(', '),
    ),
  ]
}

export const reservations = question({
  name: 'reservations',
  asks:
    'The reservations to a treaty on a date: to which articles, made and withdrawn when, whether they ' +
    'stood and qualified a norm, and who objected; and its declarations, whole, classified or not.',
  positional: ['treaty', 'state'],
  sources: 'asked',
  input: z.object({
    treaty: z.string().min(1).describe('A treaty: id (cedaw), UN Treaty Collection number (4-8) or name'),
    state: z.string().min(1).optional().describe('Only reservations of this state: id, code or name'),
  }),
  output: reservationsAnswer,
  answer: async (world, input) => {
    const law = await lawOf(world, world.names.require('treaty', input.treaty, { day: world.asOf }))
    const only = input.state === undefined ? undefined : world.names.require('state', input.state, { day: world.asOf })
    const attached = await attachedTo(world, law)
    const cores = await coresOf(world, law.terms.treaty)
    const histories = attached.actors
      .filter((actor) => only === undefined || actor === only)
      .map((actor) => ({ actor, history: attached.historyOf(actor) }))
    const rows = histories.flatMap(({ actor, history }) => {
      const party = attached.partyOf(actor)
      const made = history.reservations.filter(
        ({ reservation, fate }) =>
          fate !== 'unmade' && (madeOn(reservation, party)?.lo ?? reservation.from.lo) <= world.asOf,
      )
      const byMaking = groupBy(made, ({ reservation }) =>
        JSON.stringify([reservation.label, reservation.at, reservation.made]),
      )
      return [...byMaking.values()].map((versions) => rowOf(versions, attached, cores, world.asOf))
    })
    return {
      treaty: law.terms.treaty,
      title: law.terms.title,
      reservations: rows.toSorted(
        (a, b) =>
          byText(a.actor, b.actor) ||
          byText(a.made?.earliest ?? '', b.made?.earliest ?? '') ||
          byText(a.reservation, b.reservation),
      ),
      declarations: [...declarationsBy(attached, (actor) => only === undefined || actor === only, world.asOf)],
      anomalies: histories.flatMap(({ actor, history }) =>
        history.anomalies.map((odd) => ({ actor, ...odd, events: [...odd.events] })),
      ),
      coverage: coverageOf(coverageOfActs(law, ['reservation', 'declaration'], world.asOf)),
    }
  },
  text: (found) =>
    [
      `${found.treaty}: ${found.title} · reservations ${echoText(found)}`,
      `  ${coverageText(found.coverage)}`,
      ...(found.reservations.length === 0 ? [noneInWords(found.declarations)] : []),
      ...found.reservations.flatMap(linesOf),
      ...declarationLines(found.declarations),
      ...found.anomalies.map((odd) => `  ! ${odd.actor} ${odd.code}: ${odd.says} (${odd.article})`),
    ].join('\n'),
  table: {
    columns: [
      treatyColumn,
      actorColumn(),
      textColumn('reservation', 'What its maker calls it', 'Nobody has classified the text: see declaration'),
      textColumn(
        'provisions',
        'The articles that it names on the day, with spaces between',
        'It names none, and means all',
      ),
      dateColumn(
        'made_earliest',
        'First day on which it may have been made',
        'Neither the source nor the act that it was made with has a date',
      ),
      dateColumn('made_latest', 'Last day on which it may have been made', 'As for made_earliest'),
      textColumn('attached', 'The act that it was made with: signature, consent, or late', 'No act is known'),
      dateColumn('withdrawn', 'First day without it', 'It was not withdrawn by the day asked about'),
      textColumn('standing', 'Whether it had effect on the day: yes, possibly or no', notClassified),
      textColumn(
        'fate',
        'effective, pending (signed, no consent yet), waiting (late, twelve ' +
          'months not over), unconfirmed, confirmed (repeated at the consent), ' +
          'objected (late), unbound, withdrawn, ended (with its spell)',
        notClassified,
      ),
      textColumn('core', 'Norms of which it touches a core article, with spaces between', 'None'),
      textColumn(
        'objections',
        'Who objected, with the first possible day where there is one (swe:1994-01-17), with spaces between',
        'Nobody',
      ),
      textColumn(
        'precluding',
        'Objectors who say that the treaty is not in force between the two, with spaces between',
        'None',
      ),
      intColumn(
        'bound_with_qualification',
        'Whether the treaty was in force for its maker on the day, with ' +
          'this reservation to a core article standing: 1 or 0',
        notClassified,
      ),
      eventsColumn('events', 'What it rests on'),
      textColumn('text', 'The whole text', 'The source gives none'),
      textColumn(
        'declaration',
        'What a text is called that nobody has classified: it may hold reservations',
        'It is classified',
      ),
      ...coverageColumns,
    ],
    rows: (found) => [
      ...found.reservations.map((row) => [
        found.treaty,
        row.actor,
        row.reservation,
        joined(row.provisions),
        row.made?.earliest ?? null,
        row.made?.latest ?? null,
        row.attached,
        row.withdrawn,
        row.standing,
        row.fate,
        joined(row.core),
        joined(row.objections.map(({ actor, made }) => (made?.earliest == null ? actor : `${actor}:${made.earliest}`))),
        joined(row.objections.filter(({ precludes }) => precludes).map(({ actor }) => actor)),
        row.boundWithQualification ? 1 : 0,
        joined(row.events),
        row.text,
        null,
        ...coverageCells(found.coverage),
      ]),
      ...found.declarations
        .filter(({ kind }) => kind === 'unclassified')
        .map((one) => [
          found.treaty,
          one.actor,
          null,
          joined(one.provisions),
          one.made?.earliest ?? null,
          one.made?.latest ?? null,
          one.attached,
          one.withdrawn,
          ...Array.from({ length: 6 }, () => null),
          joined(one.events),
          one.text,
          one.declaration,
          ...coverageCells(found.coverage),
        ]),
    ],
  },
})
