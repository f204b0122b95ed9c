import { parseDay } from '../../time/day.ts'
import { ask } from '../question/ask.ts'
import { knownRows } from '../question/known-rows.ts'
import { counted } from '../question/output-fields.ts'
import type { ReportBlock, ReportSection, Sentence } from '../question/report.ts'
import { reservations } from '../status/reservations.ts'
import type { reservationsAnswer } from '../status/reservations-answer.ts'
import { exits as exitLedger } from '../treaties/exits.ts'
import { listWords } from '../record/act-words.ts'
import { surroundingSentences, type Surroundings } from './around.ts'
import { actSentences, nameAtBeginning, nameOf, type Audit } from './audit-context.ts'
import { say } from './ledger.ts'
import type { Spreading } from './spread-section.ts'
import type { z } from 'zod'

type Reserved = z.infer<typeof reservationsAnswer>['reservations'][number]

/** The classes of acts by which a state leaves a treaty, or begins to. */
const leaving: ReadonlySet<string> = new Set([
  'notice',
  'revocation',
  'ineffective',
  'tookEffect',
  'cessation',
  'consentWithdrawn',
  'repudiation',
  'lapse',
])

const ofOne = (only: string | undefined) => (actor: string) => only === undefined || actor === only

/** The instruments that carry the norm, without those that watch over it. */
const carrying = async ({ world, norm, subject }: Audit) => {
  const links = await knownRows(world, 'norm_link').selectAll().where('stream', '=', `norm-${norm}`).execute()
  const named = new Set(links.filter(({ role }) => role !== 'monitoring').map(({ instrument }) => instrument))
  return subject.laws.filter(({ terms }) => named.has(terms.treaty))
}

const paragraph = (sentences: readonly Sentence[]): ReportBlock => ({ kind: 'paragraph', sentences })
const list = (items: readonly (readonly Sentence[])[]): readonly ReportBlock[] =>
  items.length === 0 ? [] : [{ kind: 'list', items }]

/** When a state came back after an exit. */
const returnWords = (
  { adopters }: Spreading['found'],
  { state, date }: Spreading['found']['exits'][number],
): string => {
  const again = adopters.find((one) => one.state === state && one.date > date)
  return again === undefined ? '' : `, and adopted it again on ${again.date}`
}

/** Each exit with what stood around it; who ceased to be a state left nothing. */
const exitEntries = async (
  audit: Audit,
  spreading: Spreading,
  surroundings: Surroundings,
  exits: Spreading['found']['exits'],
): Promise<readonly ReportSection[]> => {
  const sections: ReportSection[] = []
  for (const { state, date, kind } of exits.filter((one) => one.kind !== 'extinct')) {
    const sentences = await surroundingSentences(audit, spreading, surroundings, state, parseDay(date))
    sections.push({
      id: `${kind}-${state}-${date}`,
      heading: `${nameAtBeginning(audit, state)}, ${date}`,
      blocks: [paragraph(sentences)],
    })
  }
  return sections
}

const exitsSection = async (
  audit: Audit,
  spreading: Spreading,
  surroundings: Surroundings,
  only: string | undefined,
): Promise<ReportSection> => {
  const { world, ledger } = audit
  const { found, asked } = spreading
  const laws = await carrying(audit)
  const acts = laws
    .flatMap((law) => law.acts)
    .filter((act) => leaving.has(act.class) && ofOne(only)(act.actor) && act.done.lo <= world.asOf)
  await ledger.load(acts.flatMap(({ decidedBy }) => [...decidedBy]))
  const exits = found.exits.filter(({ state }) => ofOne(only)(state))
  const questions: string[] = []
  for (const law of laws)
    questions.push(
      await ledger.asked(exitLedger, {
        subject: law.terms.treaty,
        ...(only !== undefined && { state: only }),
      }),
    )
  const who = only === undefined ? 'Nobody that adopted it' : nameAtBeginning(audit, only)
  const whose = only === undefined ? '' : ` of ${nameOf(audit, only)}`
  const kinds = { exit: 'ceased to be an adopter', extinct: 'ceased to be a state', uncertain: 'may have left' }
  return {
    id: 'exits',
    heading: 'Exits',
    blocks: [
      paragraph([
        exits.length === 0
          ? say(`${who} is not known to have left it.`, asked)
          : say(`${counted(exits.length, 'adoption')} of ${found.adopters.length} ended:`, asked),
        ...exits.map((exit) =>
          say(`${exit.name} ${kinds[exit.kind]} on ${exit.date}${returnWords(found, exit)}.`, asked),
        ),
      ]),
      ...list(
        acts.length === 0
          ? []
          : [
              ...actSentences(
                audit,
                acts.flatMap(({ decidedBy }) => [...decidedBy]),
              ),
            ].map((one) => [one]),
      ),
      ...(acts.length === 0 && questions.length > 0
        ? [paragraph([say(`No act of withdrawal or repudiation${whose} is recorded.`, questions)])]
        : []),
    ],
    sections: await exitEntries(audit, spreading, surroundings, exits),
  }
}

const standings = { yes: 'it stands', possibly: 'it possibly stands', no: 'it does not stand' } as const

const standingWords = ({ standing, fate, withdrawn }: Reserved): string => {
  if (withdrawn !== null) return `it was withdrawn on ${withdrawn}`
  return `${standings[standing]}${standing === 'no' ? `: ${fate}` : ''}`
}

const reservationItem = (audit: Audit, asked: string, treaty: string, row: Reserved): readonly Sentence[] => {
  const { ledger } = audit
  const cites = ledger.events(row.events)
  const articles = row.provisions.length === 0 ? 'no article named' : `article ${listWords(row.provisions)}`
  const made = row.made?.earliest == null ? 'undated' : `made on ${row.made.earliest}`
  const objecting = row.objections.filter(({ events }) => events.length > 0)
  const precluding = objecting.filter(({ precludes }) => precludes)
  return [
    say(
      `${nameAtBeginning(audit, row.actor)} reserved to the ${treaty}, ${articles}, ${made}; ${standingWords(row)}.`,
      cites.length === 0 ? asked : cites,
    ),
    ...(objecting.length === 0
      ? []
      : [
          say(
            `${counted(objecting.length, 'party', 'parties')} objected` +
              (precluding.length === 0
                ? ''
                : `, ${precluding.length} of them so that it is not in force between the two`) +
              `: ${listWords(objecting.map(({ actor }) => nameOf(audit, actor)))}.`,
            ledger.events(objecting.flatMap(({ events }) => [...events])),
          ),
        ]),
  ]
}

const reservationsSection = async (audit: Audit, only: string | undefined): Promise<ReportSection> => {
  const { world, norm, ledger } = audit
  const blocks: ReportBlock[] = []
  for (const law of await carrying(audit)) {
    const id = law.terms.treaty
    const given = { treaty: id, ...(only !== undefined && { state: only }) }
    const { answer } = await ask(reservations, world, reservations.input.parse(given))
    const all = (answer as unknown as z.infer<typeof reservationsAnswer>).reservations
    const core = all.filter((row) => row.core.includes(norm))
    const asked = await ledger.asked(reservations, given)
    const name = audit.titles.treaty(id)
    await ledger.load(core.flatMap(({ events, objections }) => [...events, ...objections.flatMap((one) => one.events)]))
    blocks.push(
      paragraph([
        say(
          all.length === 0
            ? `No reservation to the ${name} is recorded as ` +
                `such${only === undefined ? '' : ` of ${nameOf(audit, only)}`}; ` +
                'texts that nobody has classified are not counted.'
            : `Of ${counted(all.length, 'reservation')} to the ${name} that are recorded, ${core.length} touch what ` +
                'is core to the norm.',
          asked,
        ),
      ]),
      ...list(core.map((row) => reservationItem(audit, asked, name, row))),
    )
  }
  return { id: 'reservations', heading: 'Reservations and objections to them', blocks }
}

/** Exits, and reservations with objections to them: of all, or of one state. */
export const changeSections = async (
  audit: Audit,
  spreading: Spreading,
  surroundings: Surroundings,
  only: string | undefined,
): Promise<readonly ReportSection[]> => [
  await exitsSection(audit, spreading, surroundings, only),
  await reservationsSection(audit, only),
]
