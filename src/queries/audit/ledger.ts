import { memo } from '../../common/memo.ts'
import type { RecordedEvent } from '../../events/envelope.ts'
import { formatDay } from '../../time/day.ts'
import { releaseIdOf, settled } from '../question/ask.ts'
import type { Question } from '../question/question.ts'
import type { Reference, Sentence } from '../question/report.ts'
import { policyOf } from '../question/source-policy.ts'
import { isDefault } from '../../../projections/fold/source-policy.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { loadEvidence, type Evidence } from '../record/evidence.ts'
import { actSentence, type Titles } from '../record/act-words.ts'

type Given = Readonly<Record<string, string>>

/**
 * What a report rests on: whoever writes a sentence asks it for the references that the sentence cites, and it keeps
 * each once.
 */
export interface Ledger {
  /** Reads events, so that they can be spoken of and cited. Ids that are not known are left out. */
  readonly load: (ids: Iterable<string>) => Promise<void>
  /** An event as it reads, corrections applied; undefined where it was not loaded, or was taken back. */
  readonly read: (id: string) => RecordedEvent | undefined
  /** References to events that were loaded. */
  readonly events: (ids: Iterable<string>) => readonly string[]
  /** References to claims of coverage: the events by which sources claim. */
  readonly claims: (ids: Iterable<string>) => readonly string[]
  /**
   * The reference to a question as it is asked with these fields, as texts, on the world's day or another: it names the
   * answer by its release id, and anybody can ask it again.
   */
  readonly asked: (question: Question, given: Given, day?: Snapshot['asOf']) => Promise<string>
  /** What is cited by these sentences, in no order. */
  readonly references: (cited: ReadonlySet<string>) => readonly Reference[]
}

const urlOf = ({ sources }: RecordedEvent): string | undefined =>
  sources.flatMap((source) => ('url' in source && source.url !== undefined ? [source.url] : []))[0]

/** A word as a shell takes it. */
const shellWord = (word: string): string =>
  /^[\w.,:/-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`

/** `asOf` as `--as-of`. */
const flagOf = (field: string): string => `--${field.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`

/** The command line that asks a question with these fields, as texts. */
export const commandOf = ({ name, positional }: Pick<Question, 'name' | 'positional'>, given: Given): string => {
  const placed = positional.flatMap((field) => given[field] ?? [])
  const flags = Object.entries(given)
    .filter(([field]) => !positional.includes(field))
    .flatMap(([field, value]) => (value === 'true' ? [flagOf(field)] : [flagOf(field), value]))
  return ['normtrail', name, ...[...placed, ...flags].map(shellWord)].join(' ')
}

const eventReference = (id: string, { amended, citations, corrections }: Evidence, titles: Titles): Reference => {
  const event = amended.reads
  const url = urlOf(event)
  const corrected = corrections.map(({ reason, citations: by }) => ` Corrected: ${reason} (${by.join('; ')}).`)
  return {
    id,
    kind: 'event',
    text:
      `${actSentence(event, titles)} ${citations.join('; ')}.` +
      `${event.confidence === 'certain' ? '' : ` Its source is ${event.confidence}.`}` +
      `${event.note === undefined ? '' : ` ${event.note}`}${corrected.join('')}`,
    ...(url !== undefined && { url }),
    facts: { event: event.id, stream: event.stream },
  }
}

const claimReference = (id: string, { amended, citations }: Evidence): Reference => {
  const { data, note, id: event, stream } = amended.reads
  const classes = Array.isArray(data['classes']) ? (data['classes'] as readonly string[]).join(', ') : 'all'
  return {
    id,
    kind: 'coverage',
    text:
      `${citations.join('; ')} holds in full: ${classes}, through ${String(data['through'])}.` +
      `${note === undefined ? '' : ` ${note}`}`,
    facts: { event, stream },
  }
}

/** A ledger of one world. */
export const openLedger = (world: Snapshot, titles: Titles): Ledger => {
  const evidence = new Map<string, Evidence>()
  const claims = new Set<string>()
  const questions = new Map<string, Reference>()
  const common = (day: Snapshot['asOf']): Given => ({
    ...(isDefault(policyOf(world)) ? {} : { sources: policyOf(world).join(',') }),
    asOf: formatDay(day),
    ...(world.asKnownAt !== null && { asKnownAt: world.asKnownAt }),
  })
  const ask = memo(async (key: string): Promise<string> => {
    const { name, given, day } = JSON.parse(key) as { name: string; given: Given; day: number }
    const question = askable.get(name) as Question
    const of = { ...world, asOf: day as Snapshot['asOf'] }
    const fields = common(of.asOf)
    const policy = 'sources' in fields && 'sources' in question.input.shape ? { sources: fields['sources'] } : {}
    const input = question.input.parse({ ...given, ...policy }) as Parameters<Question['answer']>[1]
    const release = releaseIdOf(of, question, await settled(question, of, input))
    const id = `q-${release}`
    const { sources: _, ...clocks } = fields
    const command = commandOf(question, { ...given, ...policy, ...clocks } as Given)
    questions.set(id, {
      id,
      kind: 'question',
      text: `normtrail, ${question.asks}`,
      facts: { release, command },
    })
    return id
  })
  const askable = new Map<string, Question>()
  const known = (ids: Iterable<string>): readonly string[] => [...new Set(ids)].filter((id) => evidence.has(id))
  return {
    load: async (ids) => {
      const lacking = [...new Set(ids)].filter((id) => !evidence.has(id))
      for (const one of await loadEvidence(world, lacking)) evidence.set(one.event.id, one)
    },
    read: (id) => {
      const found = evidence.get(id)
      return found === undefined || found.amended.retraction !== undefined ? undefined : found.amended.reads
    },
    events: (ids) => known(ids).map((id) => `e-${id}`),
    claims: (ids) =>
      known(ids).map((id) => {
        claims.add(id)
        return `e-${id}`
      }),
    asked: (question, given, day = world.asOf) => {
      askable.set(question.name, question)
      return ask(JSON.stringify({ name: question.name, given, day }))
    },
    references: (cited) => [
      ...[...evidence].flatMap(([id, one]) => {
        if (!cited.has(`e-${id}`)) return []
        return [claims.has(id) ? claimReference(`e-${id}`, one) : eventReference(`e-${id}`, one, titles)]
      }),
      ...[...questions.values()].filter(({ id }) => cited.has(id)),
    ],
  }
}

/** A sentence, and what it cites. */
export const say = (text: string, ...cites: readonly (string | readonly string[])[]): Sentence => ({
  text,
  cites: [...new Set(cites.flat())],
})
