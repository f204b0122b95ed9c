import { FOREVER, formatBound } from '../../time/day.ts'
import { loadFactsOfStream } from '../question/facts.ts'
import { idsOf, knownRows } from '../question/known-rows.ts'
import type { ReportSection, Sentence } from '../question/report.ts'
import { spread } from '../spread/spread.ts'
import type { TreatyLaw } from '../treaties/treaty-law.ts'
import { treaty } from '../treaties/treaty.ts'
import { dateWords, inSentence, listWords } from '../record/act-words.ts'
import type { Audit } from './audit-context.ts'
import { say } from './ledger.ts'

const roles: Readonly<Record<string, string>> = {
  core: 'carries it',
  protocol: 'is a protocol to what carries it',
  regional: 'carries it in its region',
  successor: 'took over from what carried it',
  softLaw: 'states it without binding',
  monitoring: 'watches over it',
}

/** What carries the norm comes before what watches over it. */
const order = Object.keys(roles)

/** Articles one after the other as a range: `1 to 9`. */
const articlesWords = (articles: readonly string[]): string => {
  if (articles.length === 0) return ''
  const numbers = articles.map(Number)
  const isRange = articles.length > 2 && numbers.every((one, i) => i === 0 || one === (numbers[i - 1] ?? 0) + 1)
  const named = isRange ? `${articles[0]} to ${articles.at(-1)}` : listWords(articles)
  return ` (${articles.length === 1 ? 'article' : 'articles'} ${named})`
}

const loadLinkRows = async ({ world, norm }: Audit) =>
  (
    await knownRows(world, 'norm_link')
      .selectAll()
      .where('stream', '=', `norm-${norm}`)
      .where('valid_from', '<=', world.asOf)
      .where('valid_to', '>', world.asOf)
      .orderBy('seq')
      .execute()
  ).map((row) => ({
    ...row,
    articles: JSON.parse(row.articles) as readonly string[],
    decidedBy: idsOf(row.decided_by),
  }))

/** When a treaty was opened and entered into force, by its own clause. */
const sentencesOn = async (
  { world, ledger, titles }: Audit,
  { terms, entryIntoForce }: TreatyLaw,
): Promise<readonly Sentence[]> => {
  const types = ['TreatyConcluded', 'TreatyOpenedForSignature']
  const facts = (await loadFactsOfStream(world, `treaty-${terms.treaty}`, types)).filter(
    ({ occurred }) => occurred.lo <= world.asOf,
  )
  await ledger.load(facts.flatMap(({ decidedBy }) => [...decidedBy]))
  const on = (type: string) => facts.find((fact) => fact.type === type)
  const [concluded, opened] = [on('TreatyConcluded'), on('TreatyOpenedForSignature')]
  const name = titles.treaty(terms.treaty)
  const wordsOf = (fact: typeof opened) => dateWords(fact && ledger.read(fact.id)?.occurred)
  const asked = await ledger.asked(treaty, { treaty: terms.treaty })
  return [
    ...(concluded === undefined
      ? [say(`By the day of this report the ${name} is not recorded to have been concluded.`, asked)]
      : [say(`The ${name} was concluded ${wordsOf(concluded)}.`, ledger.events(concluded.decidedBy))]),
    ...(opened === undefined
      ? []
      : [say(`It was opened for signature ${wordsOf(opened)}.`, ledger.events(opened.decidedBy))]),
    entryIntoForce.date !== undefined && entryIntoForce.date <= world.asOf && entryIntoForce.date < FOREVER
      ? say(`It entered into force on ${formatBound(entryIntoForce.date)}.`, asked)
      : say('From what is recorded it does not follow that it was in force on the day of this report.', asked),
  ]
}

/** What the norm is, who put it forward, and which instruments carry it. */
export const normSection = async (audit: Audit): Promise<ReportSection> => {
  const { world, norm, subject, ledger, titles } = audit
  const definition = await knownRows(world, 'norm').selectAll().where('stream', '=', `norm-${norm}`).executeTakeFirst()
  const proposed = (await loadFactsOfStream(world, `norm-${norm}`, ['NormProposed'])).filter(
    ({ occurred }) => occurred.lo <= world.asOf,
  )
  const links = (await loadLinkRows(audit)).toSorted((a, b) => order.indexOf(a.role) - order.indexOf(b.role))
  await ledger.load([
    ...idsOf(definition?.decided_by ?? '[]'),
    ...proposed.flatMap(({ decidedBy }) => [...decidedBy]),
    ...links.flatMap(({ decidedBy }) => [...decidedBy]),
  ])
  const asked = await ledger.asked(spread, { subject: norm })
  const items: (readonly Sentence[])[] = []
  for (const link of links) {
    const law = subject.laws.find(({ terms }) => terms.treaty === link.instrument)
    if (law === undefined) continue
    const name = titles.treaty(link.instrument)
    items.push([
      say(
        `The ${name} ${roles[link.role] ?? link.role}${articlesWords(link.articles)}.`,
        ledger.events(link.decidedBy),
      ),
      ...(await sentencesOn(audit, law)),
    ])
  }
  return {
    id: 'the-norm',
    heading: 'What the norm is',
    blocks: [
      {
        kind: 'paragraph',
        sentences: [
          definition === undefined
            ? say(`No definition of "${subject.name}" is recorded.`, asked)
            : say(`${subject.name}: ${definition.statement}`, ledger.events(idsOf(definition.decided_by))),
          ...proposed.map((fact) => {
            const event = ledger.read(fact.id)
            const by = inSentence(String(fact.data['proposer']))
            return say(`It was put forward by ${by} ${dateWords(event?.occurred)}.`, ledger.events(fact.decidedBy))
          }),
          ...(proposed.length === 0 ? [say('Who put it forward is not recorded.', asked)] : []),
        ],
      },
      ...(items.length === 0
        ? [{ kind: 'paragraph' as const, sentences: [say('No instrument is recorded that carries it.', asked)] }]
        : [{ kind: 'list' as const, items }]),
    ],
  }
}
