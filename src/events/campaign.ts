import { z } from 'zod'
import { actor, event, normId, text } from './define.ts'

const actionKinds = [
  'statement',
  'report',
  'urgentAction',
  'unBodyPetition',
  'boycott',
  'divestment',
  'litigation',
  'sanction',
] as const

/** Advocacy: campaigns (`campaign-icbl`) and appeals of one organisation about one state (`appeals-amnesty-fra`). */
export const campaignEvents = [
  event('campaign', 'CampaignLaunched', 'A campaign began', {
    name: text,
    norms: z.array(normId).min(1),
    targets: z.union([z.literal('all'), z.array(actor).min(1)]),
    initiator: text,
  }),
  event('campaign', 'CampaignJoined', 'An organisation joined', { organisation: text, base: actor.optional() }),
  event(['campaign', 'appeals'], 'CampaignAction', 'Pressure on a state', {
    actor: actor.describe('The state under pressure'),
    kind: z.enum(actionKinds),
    norm: normId.optional(),
    by: text.optional(),
    title: text.optional(),
    followUp: z.boolean().optional().describe('Follows up an earlier action; no new pressure of its own'),
  }),
  event('campaign', 'StateResponded', 'A state answered', {
    actor,
    stance: z.enum(['silence', 'deniesFacts', 'deniesValidity', 'sovereignty', 'pledges', 'accepts']),
    norm: normId.optional(),
  }),
  event('campaign', 'ConcessionMade', 'A state gave way in something', {
    actor,
    kind: text,
    norm: normId.optional(),
    tactical: z.boolean().optional(),
  }),
  event('campaign', 'CampaignEnded', 'A campaign ended', {
    outcome: z.enum(['success', 'partial', 'failure', 'merged', 'dormant']),
    names: z.enum(['lastDayIn', 'firstDayOut']),
  }),
]
