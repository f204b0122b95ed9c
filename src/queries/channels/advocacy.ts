import { pressure, type PressureTerm } from '../../../projections/compose/campaign/pressure.ts'
import { notCovered } from '../../../projections/compose/coverage/coverage.ts'
import { badInput } from '../../common/error.ts'
import type { Day } from '../../time/day.ts'
import { actionsOver, loadCampaigns, type CampaignAction, type Campaigns } from '../subjects/campaign-actions.ts'
import type { Snapshot } from '../question/snapshot.ts'
import type { StockChannel, StockOnDay } from './channel.ts'

/** The actions as early, with as few organisations, or as late, with as many, as their dates allow by a day. */
const atTheirLeast = (actions: readonly CampaignAction[]): readonly CampaignAction[] =>
  actions.map((action) => ({
    ...action,
    day: action.earliest,
    organisations: action.joinedBy(action.earliest, 'surely'),
  }))
const atTheirMost = (actions: readonly CampaignAction[], day: Day): readonly CampaignAction[] =>
  actions.map((action) => {
    const latest = Math.min(action.day, day) as Day
    return { ...action, day: latest, organisations: action.joinedBy(latest, 'possibly') }
  })

const total = (terms: readonly PressureTerm[]): number => terms.reduce((sum, { contribution }) => sum + contribution, 0)

/** The share of the stock of all actions that may be over the norm which is known to be over it. */
const observedShare = (over: number, unknown: number): number => (over + unknown === 0 ? 0 : over / (over + unknown))

const stockOn = (all: readonly CampaignAction[], norm: string, day: Day, halfLife: number): StockOnDay => {
  const begun = all.filter(({ earliest }) => earliest <= day)
  const over = actionsOver(begun, norm)
  const done = over.filter((action) => action.day <= day)
  const withoutNorm = begun.filter(({ norms }) => norms.length === 0)
  const { value, terms } = pressure(done, day, halfLife)
  return {
    value,
    min: total(pressure(atTheirLeast(done), day, halfLife).terms),
    max: total(pressure(atTheirMost(over, day), day, halfLife).terms),
    missing: null,
    observed: observedShare(value, total(pressure(withoutNorm, day, halfLife).terms)),
    terms,
    leftOut: [...new Set(withoutNorm.map(({ campaign }) => campaign))].toSorted(),
    uncertain: over.filter((action) => action.earliest < action.day),
  }
}

/**
 * Why a stock has no value; null where there is one. That nobody is known to have pressed says nothing of who did,
 * where no source claims to list all.
 */
const reasonOf = ({ terms, uncertain }: StockOnDay, { norms }: Campaigns, norm: string): string | null => {
  if (terms.length > 0) return null
  if (uncertain.length > 0) return 'uncertain'
  return norms.has(norm) ? 'no-action-known' : 'no-campaign-known'
}

/**
 * Advocacy: the stock of pressure by campaigns on the state itself; nobody is a partner.
 *
 *     P_i(t) = Σ_{a: τ_a ≤ t} s_a · ln(1 + organisations joined by τ_a) · 2^(−(t − τ_a) / h)
 *
 * s_a: strength of the kind of action; h: half-life in years. Unit: none. Range: 0 and up. Bounds: over the days on
 * which actions of uncertain dates may have been done, and on which organisations may have joined. What is recorded of
 * campaigns is never known to be all: without an action on the state there is no value. Our operationalisation of Keck
 * and Sikkink (1998); see the question `pressure`.
 */
export const advocacy: StockChannel<'advocacy'> = {
  id: 'advocacy',
  title: 'Transnational advocacy',
  definition:
    'no partners: the stock of what campaigns did to the state itself, Σ strength × ln(1 + organisations joined) × ' +
    '2^(−age/half-life)',
  evidence: 'CampaignAction, CampaignLaunched, CampaignJoined',
  load: async (world: Snapshot, { norm: word, halfLife }) => {
    if (word === undefined)
      throw badInput('bad-input', 'the channel advocacy needs `norm`: pressure over which norm?', {
        hint: 'Name a norm, such as torture; `names` lists those that are known.',
      })
    const norm = world.names.require('norm', word)
    const campaigns = await loadCampaigns(world)
    return {
      parameters: { norm, half_life: halfLife },
      about: norm,
      on: (state, day) => {
        const stock = stockOn(campaigns.onStates.get(state) ?? [], norm, day, halfLife)
        const missing = reasonOf(stock, campaigns, norm)
        return missing === null ? stock : { ...stock, missing, value: null, min: null, max: null }
      },
      coverageOf: () => notCovered,
      assumptions: ['every recorded action of a campaign counts, whoever tells of it'],
    }
  },
}
