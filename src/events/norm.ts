import { z } from 'zod'
import { actor, edtf, event, normId, text, treatyId } from './define.ts'

/** Norms: who proposed them, what they say, which instruments carry them. Stream: `norm-torture`. */
export const normEvents = [
  event('norm', 'NormProposed', 'Somebody put the norm forward', { proposer: text, forum: text.optional() }),
  event(
    'norm',
    'NormDefined',
    'What the norm demands',
    {
      norm: normId,
      name: text,
      statement: text,
      coreArticles: z.array(text).optional(),
      criticalStates: z.array(actor).optional(),
      adopterThreshold: z.enum(['SIGNED', 'CONSENTED', 'IN_FORCE']).optional(),
      rule: z
        .enum(['any', 'all'])
        .optional()
        .describe(
          'Whether any core, regional or successor instrument binds to the norm (default), or all of them together',
        ),
      internalized: z
        .strictObject({
          rater: text,
          indicator: text,
          cut: z.number().describe('The least score'),
          years: z.int().min(1).describe('In so many years running'),
        })
        .optional()
        .describe('Which practice makes the norm internalized where it is institutionalized. Absent: no practice does'),
    },
    { dated: false },
  ),
  event(
    'norm',
    'InstrumentLinked',
    'An instrument carries the norm',
    {
      instrument: treatyId,
      role: z.enum(['core', 'protocol', 'regional', 'successor', 'softLaw', 'monitoring']),
      articles: z.array(text).optional(),
      succeeds: treatyId
        .optional()
        .describe('For a successor: the instrument that it masks where it is in force. Absent: every core instrument'),
      scope: z
        .strictObject({ name: text, width: z.int().min(1).describe('1 is the narrowest') })
        .optional()
        .describe('How far it carries the norm, among instruments of narrower and wider scope'),
      requiresParent: treatyId.optional().describe('A protocol that binds nobody before this treaty is in force'),
      from: edtf.optional(),
      to: edtf.optional(),
    },
    { dated: false },
  ),
  event('norm', 'InstrumentUnlinked', 'An instrument carries the norm no longer', { instrument: treatyId }),
  event('norm', 'NormEndorsed', 'An actor endorsed the norm without being bound: a vote, a pledge', {
    actor,
    by: z.enum(['vote', 'declaration', 'pledge']),
    instrument: text.optional(),
  }),
  event('norm', 'NormContested', 'An actor spoke against the norm, or took that back', {
    actor,
    type: z.enum(['application', 'validity']),
    stance: z.enum(['objecting', 'contesting', 'withdrawn']),
    text: text.optional(),
  }),
  event(
    'norm',
    'NormWordsAssigned',
    'Actions and recommendations that carry no norm and say one of these words are counted for the norm',
    { words: z.array(text).min(1).describe('Words or phrases of titles and texts; upper and lower case are one') },
    { dated: false },
  ),
  event('norm', 'NormSuperseded', 'Another norm took its place', { by: normId }),
]
