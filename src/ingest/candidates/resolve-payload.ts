import { badInput } from '../../common/error.ts'
import type { Json, JsonObject } from '../../events/json.ts'
import { familyOf } from '../../events/registry.ts'
import { holdersText } from '../../names/meaning.ts'
import type { Names, SubjectKind } from '../../names/names.ts'
import type { Defined } from './defined.ts'
import type { LineFaults } from './line-faults.ts'
import { readDate } from './read-date.ts'

/** Which fields of a payload name a subject, and of what kind. */
const fields: Readonly<Record<string, SubjectKind>> = {
  actor: 'state',
  predecessor: 'state',
  other: 'state',
  base: 'state',
  targets: 'state',
  criticalStates: 'state',
  treaty: 'treaty',
  instrument: 'treaty',
  requiresParent: 'treaty',
  igo: 'igo',
  successor: 'igo',
  norm: 'norm',
  norms: 'norm',
}

/**
 * Fields that name a subject in some types only: `from` is a state in a recommendation, a date elsewhere; `to` the
 * party whose reservation is objected to.
 */
const fieldsByType: Readonly<Record<string, Readonly<Record<string, SubjectKind | undefined>>>> = {
  ObjectionMade: { to: 'state' },
  ObjectionWithdrawn: { to: 'state' },
  TreatyOperationSuspended: { towards: 'state' },
  TreatyOperationResumed: { towards: 'state' },
  TreatyConsentImplied: { through: 'treaty' },
  ProtocolLinked: { protocol: 'treaty' },
  TreatySuperseded: { by: 'treaty' },
  InstrumentLinked: { succeeds: 'treaty' },
  NormSuperseded: { by: 'norm' },
  // What was voted for: a resolution, or a treaty, in words.
  NormEndorsed: { instrument: undefined },
  CoverageClaimed: { treaties: 'treaty', organisations: 'igo', actors: 'state' },
}

const fieldsOf = (type: string): Readonly<Record<string, SubjectKind | undefined>> => ({
  ...fields,
  ...(type.startsWith('UprRecommendation') && { from: 'state' as const }),
  ...(Object.hasOwn(fieldsByType, type) && fieldsByType[type]),
})

/** What a field names, as its event's type goes: an actor where nothing else is said. */
export const subjectKindOf = (type: string, field: string): SubjectKind => {
  const kinds = fieldsOf(type)
  return (Object.hasOwn(kinds, field) ? kinds[field] : undefined) ?? 'state'
}

/** Whether a payload has a field that names a subject, as its event's type goes. */
export const namesSubjects = (type: string, data: JsonObject): boolean => {
  const kinds = fieldsOf(type)
  return Object.keys(data).some((field) => Object.hasOwn(kinds, field) && kinds[field] !== undefined)
}

/**
 * The payload with ids for every name or code of a subject. What is unknown is a fault (`unknown-actor`,
 * `unknown-treaty`, …) at its field, and stays as it is.
 */
export const resolvePayload = (
  names: Names,
  line: { readonly type: string; readonly occurred?: string | undefined; readonly data: JsonObject },
  defined: Defined,
  where: string,
  faults: LineFaults,
): JsonObject => {
  const period = line.occurred === undefined ? undefined : readDate('occurred', line.occurred, where)
  const one = (kind: SubjectKind, field: string, word: Json): Json => {
    if (typeof word !== 'string' || defined.has(kind, word)) return word
    const meant = names.readWord(kind, word, period)
    if (meant.is === 'one') return meant.id
    const own = meant.is === 'nothing' ? defined.find(kind, word) : undefined
    if (own !== undefined) return own
    if (meant.is === 'nothing')
      throw badInput(
        `unknown-${kind === 'state' ? 'actor' : kind}`,
        `data.${field}: "${word}" is nothing that normtrail knows.`,
        { where, hint: names.hint([kind], word) },
      )
    throw badInput(
      meant.is === 'several' ? 'several-holders' : 'outside-days',
      `data.${field}: "${word}" ` +
        `${line.occurred === undefined ? 'without a date' : `on ${line.occurred}`} does not ` +
        `say who is meant: ${holdersText(meant.holders)}.`,
      { where, hint: 'Give the id of the one that is meant.' },
    )
  }
  const resolved = (kind: SubjectKind, field: string, word: Json): Json =>
    faults.try(() => one(kind, field, word)) ?? word
  const kinds = fieldsOf(line.type)
  return Object.fromEntries(
    Object.entries(line.data).map(([field, value]) => {
      const kind = Object.hasOwn(kinds, field) ? kinds[field] : undefined
      if (kind === undefined || value === 'all' || (field === 'actors' && value === 'existing')) return [field, value]
      return [
        field,
        Array.isArray(value) ? value.map((word) => resolved(kind, field, word as Json)) : resolved(kind, field, value),
      ]
    }),
  )
}

const aboutAState: ReadonlySet<string> = new Set([
  'practice',
  'review',
  'appeals',
  'conduct',
  'classification',
  'relation',
  'attribute',
])

const definingType: Readonly<Record<SubjectKind, string>> = {
  state: 'ActorDefined',
  treaty: 'TreatyConcluded',
  igo: 'IgoFounded',
  norm: 'NormDefined',
}

const subjects: Readonly<Record<string, SubjectKind>> = { state: 'state', treaty: 'treaty', igo: 'igo', norm: 'norm' }

/**
 * Streams of a subject must name one that is known, unless a table is itself the list of what it names; streams about a
 * state (practice, review, appeals, conduct, classification, relation, attribute) must end in their actor.
 */
export const checkStream = (
  names: Names,
  stream: string,
  data: JsonObject,
  defined: Defined,
  { where, namesItsOwn = false }: { readonly where: string; readonly namesItsOwn?: boolean },
): void => {
  const family = familyOf(stream)
  const kind = Object.hasOwn(subjects, family) ? subjects[family] : undefined
  const rest = stream.slice(family.length + 1)
  if (kind !== undefined && !namesItsOwn && names.subject(kind, rest) === undefined && !defined.has(kind, rest))
    throw badInput('unknown-stream', `"${stream}": there is no ${family} "${rest}".`, {
      where,
      hint: `${names.hint([kind], rest)} What is new is defined first, or in the same batch (${definingType[kind]}).`,
    })
  if (aboutAState.has(family) && typeof data.actor === 'string' && !rest.endsWith(`-${data.actor}`))
    throw badInput('wrong-stream', `"${stream}" should end in "-${data.actor}", the actor of its events.`, { where })
  if (!/^[a-z]+-[\p{Letter}\p{Number}._-]+$/u.test(stream))
    throw badInput(
      'wrong-stream',
      `"${stream}" is no name of a stream. Expected a family and a subject, such as treaty-cat.`,
      { where },
    )
}
