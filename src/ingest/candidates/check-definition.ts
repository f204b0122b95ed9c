import { badInput } from '../../common/error.ts'
import type { JsonObject } from '../../events/json.ts'
import { familyOf } from '../../events/registry.ts'
import { holdersText, type Meaning } from '../../names/meaning.ts'
import type { Names } from '../../names/names.ts'
import { ALWAYS, FOREVER } from '../../time/day.ts'
import { readDate } from './read-date.ts'

/** Words that payloads use where they could name an actor. */
const reserved = new Set(['all'])

/**
 * What defines an actor, or gives it a code or a name, must leave it one whom a word means: an id, a name or a code
 * that another actor has on the same days would mean neither, in every table and question. Throws `name-taken`.
 */
export const checkDefinition = (names: Names, type: string, stream: string, data: JsonObject, where: string): void => {
  if (familyOf(stream) !== 'state') return
  const id = stream.slice('state-'.length)
  if (type === 'ActorDefined') checkActor(names, id, data, where)
  if (type === 'IdentifierMapped') checkCode(names, id, data, where)
}

const checkActor = (names: Names, id: string, { actor, name }: JsonObject, where: string): void => {
  if (reserved.has(id))
    throw badInput('name-taken', `stream: "${id}" is a word that events use for every actor.`, { where })
  if (typeof actor === 'string' && actor !== id)
    throw badInput('wrong-stream', `data.actor: "${actor}" is not the actor of its stream, "${id}".`, { where })
  if (names.subject('state', id) === undefined) refuse('stream', id, namedLike(names, id, id), where)
  if (typeof name === 'string') refuse('data.name', name, namedLike(names, name, id), where)
}

/** Other actors whom a word means on some day. */
const namedLike = (names: Names, word: string, id: string): readonly Meaning[] => {
  const subject = names.subject('state', word)
  if (subject !== undefined && subject.id !== id)
    return [{ scheme: 'id', code: word, kind: 'state', subject: subject.id, from: ALWAYS, to: FOREVER }]
  return names.holders('state', word).filter((meaning) => meaning.subject !== id)
}

const checkCode = (names: Names, id: string, { scheme, code, from, to }: JsonObject, where: string): void => {
  if (typeof scheme !== 'string' || typeof code !== 'string') return
  const first = typeof from === 'string' ? readDate('data.from', from, where).lo : ALWAYS
  const end = typeof to === 'string' ? readDate('data.to', to, where).lo : FOREVER
  const others = names
    .meanings('state', scheme, code)
    .filter((meaning) => meaning.subject !== id && meaning.from < end && first < meaning.to)
  refuse('data.code', code, others, where)
}

const refuse = (field: string, word: string, holders: readonly Meaning[], where: string): void => {
  if (holders.length === 0) return
  throw badInput('name-taken', `${field}: "${word}" means another actor already: ${holdersText(holders)}.`, {
    where,
    hint: 'Give another word, or days on which it means nobody else (from, to).',
  })
}
