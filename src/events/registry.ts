import { badInput } from '../common/error.ts'
import { closest } from '../common/closest.ts'
import { campaignEvents } from './campaign.ts'
import { classificationEvents } from './classification.ts'
import { complianceEvents } from './compliance.ts'
import { correctionEvents } from './correction.ts'
import type { EventDefinition } from './define.ts'
import { domesticEvents } from './domestic.ts'
import { igoEvents } from './igo.ts'
import type { JsonObject } from './json.ts'
import { loadEvents } from './load.ts'
import { normEvents } from './norm.ts'
import { proposalEvents } from './proposal.ts'
import { attributeEvents, relationEvents } from './relation.ts'
import { sourceEvents } from './source-register.ts'
import { stateSystemEvents } from './state-system.ts'
import { treatyEvents } from './treaty.ts'

/** Every event type that normtrail knows, over all families. */
export const catalogue: ReadonlyMap<string, EventDefinition> = new Map(
  [
    ...stateSystemEvents,
    ...normEvents,
    ...treatyEvents,
    ...igoEvents,
    ...campaignEvents,
    ...complianceEvents,
    ...domesticEvents,
    ...classificationEvents,
    ...relationEvents,
    ...attributeEvents,
    ...sourceEvents,
    ...proposalEvents,
    ...correctionEvents,
    ...loadEvents,
  ].map((definition) => [definition.type, definition]),
)

/** The first word of a stream's name: what kind of history it is. */
export const familyOf = (stream: string): string => {
  const dash = stream.indexOf('-')
  return dash < 0 ? stream : stream.slice(0, dash)
}

const ownFamilies: ReadonlySet<string> = new Set(['load', 'proposal'])

/** Whether normtrail alone says it, of its own log or of what it reads and is told to decide: nobody appends it. */
export const isSaidByNormtrail = ({ type, family }: EventDefinition): boolean =>
  [family].flat().some((one) => ownFamilies.has(one)) || type === 'ReleaseFileRead'

/** The types that are spelt like a word, nearest first. */
export const typesLike = (word: string): readonly string[] => closest(word, catalogue.keys())

/** The definition of a type; throws `unknown-event-type`, naming the closest. */
export const definitionOf = (type: string): EventDefinition => {
  const definition = catalogue.get(type)
  if (definition !== undefined) return definition
  const near = typesLike(type)
  throw badInput('unknown-event-type', `"${type}" is no event type that this version of normtrail knows.`, {
    ...(near.length > 0 && { hint: `Closest: ${near.join(', ')}.` }),
  })
}

/** A stored payload in the words of today. Throws `unknown-event-version` for one that a newer normtrail wrote. */
export const upcast = (type: string, schemaVersion: number, data: JsonObject): JsonObject => {
  const definition = definitionOf(type)
  if (schemaVersion === definition.version) return data
  if (schemaVersion > definition.version || schemaVersion < 1)
    throw badInput(
      'unknown-event-version',
      `${type} has version ${schemaVersion}; this normtrail knows up to ${definition.version}.`,
      {
        hint: 'Use a newer normtrail to read this log.',
      },
    )
  return definition.upcasts.slice(schemaVersion - 1).reduce((older, lift) => lift(older), data)
}
