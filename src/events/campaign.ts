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

/** How a third state or organisation presses. */
export const pressureKinds = ['statement', 'resolution', 'aidCut', 'sanction', 'recall'] as const

/** What a state said to those who press. */
export const stances = ['silence', 'deniesFacts', 'deniesValidity', 'sovereignty', 'pledges', 'accepts'] as const

/**
 * Advocacy: campaigns (`campaign-icbl`) and appeals of one organisation about one state (`appeals-amnesty-fra`); and
 * beside all campaigns how a state kept a norm, who pressed it, and what it answered (`conduct-torture-chl`).
 */
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
  event(['conduct', 'campaign'], 'ViolationReported', 'Somebody reported that a state offended against a norm', {
    actor: actor.describe('The state that is said to have offended'),
    norm: normId,
    by: text.optional().describe('Who reported it'),
    title: text.optional().describe('What is reported'),
  }),
  event(['conduct', 'campaign'], 'ThirdPartyPressure', 'A third state or organisation pressed a state over a norm', {
    actor: actor.describe('The state under pressure'),
    by: text.describe('The state or organisation that presses: its id, or what it is called'),
    norm: normId,
    kind: z.enum(pressureKinds),
    title: text.optional().describe('What was done'),
  }),
  event(['campaign', 'conduct'], 'StateResponded', 'A state answered', {
    actor,
    stance: z.enum(stances),
    norm: normId.optional(),
    title: text.optional().describe('What it said'),
  }),
  event(['campaign', 'conduct'], 'ConcessionMade', 'A state gave way in something', {
    actor,
    kind: text,
    norm: normId.optional(),
    tactical: z.boolean().optional(),
  }),
  event(['conduct', 'campaign'], 'ConcessionReversed', 'A state took back what it had given way in', {
    actor,
    kind: text.describe('What it had given way in, as the concession names it'),
    norm: normId.optional(),
  }),
  event('campaign', 'CampaignEnded', 'A campaign ended', {
    outcome: z.enum(['success', 'partial', 'failure', 'merged', 'dormant']),
    names: z.enum(['lastDayIn', 'firstDayOut']),
  }),
]
