import { z } from 'zod'
import { actor, edtf, endNames, event, text } from './define.ts'

export const systems = ['cow', 'gw', 'un'] as const
export type StateSystem = (typeof systems)[number]
const system = z
  .enum(systems)
  .describe('Which list of states: Correlates of War, Gleditsch-Ward, or members of the United Nations')

/**
 * States and other actors: what they are, when they were in a state system, what they were called, who followed whom.
 * Stream: `state-fra`.
 */
export const stateSystemEvents = [
  event(
    'state',
    'ActorDefined',
    'An actor that treaties, organisations or scores speak of',
    {
      actor,
      name: text,
      kind: z.enum(['state', 'organisation', 'territory', 'entity']),
    },
    { dated: false },
  ),
  event(
    ['state', 'igo', 'treaty', 'norm'],
    'IdentifierMapped',
    "A code or a name that means this stream's subject on the days [from, to)",
    {
      scheme: text.describe('cow, cow-abb, gw, iso3, name, amnesty, untc, cow-igo, …'),
      code: text,
      from: edtf.optional(),
      to: edtf.optional().describe('The first day on which it no longer means it'),
    },
    { dated: false },
  ),
  event('state', 'StateEntered', 'The state became a member of a state system', { actor, system }),
  event('state', 'StateEnded', 'The state left a state system', {
    actor,
    system,
    mode: z.enum(['dissolution', 'absorption', 'conquest', 'merger', 'occupation', 'unknown']).optional(),
    names: endNames,
  }),
  event('state', 'StateRenamed', 'The state took another name', {
    actor,
    name: text,
    formerly: text
      .optional()
      .describe('What it was called before, where no event tells; else the name of the renaming before, or its own'),
  }),
  event('state', 'StateSucceeded', 'The state followed another', {
    actor,
    predecessor: actor,
    mode: z.enum(['continuation', 'separation', 'dissolution', 'unification', 'cession', 'decolonisation']),
  }),
  event('state', 'SuccessionContested', 'A claim to follow or to continue a state was not generally accepted', {
    actor,
    predecessor: actor,
    claimed: z.enum(['continuation', 'separation', 'dissolution', 'unification', 'cession', 'decolonisation']),
  }),
  event('state', 'SuccessionSettled', 'A contested claim was given up or accepted', {
    actor,
    predecessor: actor,
    text: text.optional(),
  }),
]
