import { z } from 'zod'
import type { PressureTerm } from '../../../projections/compose/campaign/pressure.ts'
import { writingItself } from '../../common/json-entry.ts'
import type { Explanation } from '../../exposure/explanation.ts'
import { formatDay } from '../../time/day.ts'
import type { EventId } from '../../time/event-id.ts'
import { eventIds } from '../question/output-fields.ts'
import { channelOf, type ChannelId } from '../channels/index.ts'
import type { CompanyOn, EventsOfState } from '../network/company-on.ts'
import type { UncertainMembership } from '../network/seats-on-day.ts'
import { organisationTexts } from './organisation-text.ts'

const partnerTerm = z.object({
  partner: z.string(),
  weight: z.number(),
  value: z.number(),
  contribution: z.number(),
  organisations: z.array(z.string()).optional().describe('The organisations shared with the partner'),
  decidedBy: eventIds.describe("The partner's score and memberships"),
})
const organisationTerm = z.object({
  igo: z.string(),
  weight: z.number(),
  value: z.number().describe('Mean of the other members'),
  contribution: z.number(),
  decidedBy: eventIds.describe("The state's own membership"),
  partners: z.array(partnerTerm),
})

export const uncertainOut = z.array(
  z.object({
    actor: z.string(),
    igo: z.string().nullable().describe('The organisation; null where it is the adoption that is uncertain'),
    may: z
      .array(z.string())
      .describe(
        'All that it may be: kinds of membership, out or, where such members are left out, suspended; adopted or not',
      ),
    decidedBy: eventIds,
  }),
)

const groupTerm = organisationTerm
  .omit({ igo: true })
  .extend({ group: z.string().describe('Of a channel that is not of organisations: the group, or the tie of two') })

/** Of a channel that is a stock: what a campaign did, as it is felt on the day. */
const actionTerm = z.object({
  campaign: z.string().describe('Of a channel that is a stock: the campaign, or the appeals, that acted'),
  date: z.string().describe('The day of the action; of an uncertain date its last possible day'),
  kind: z.string().describe('What was done'),
  organisations: z.int().describe('How many organisations had joined by then; 1 at least'),
  weight: z.number().describe('ln(1 + organisations), less what time has worn off'),
  value: z.number().describe('The strength of the kind of action'),
  contribution: z.number(),
  decidedBy: eventIds,
})
type ActionTerm = z.output<typeof actionTerm>

export const termsOut = z.array(z.union([organisationTerm, groupTerm, partnerTerm, actionTerm]))
type Terms = z.output<typeof termsOut>

const named = { name: z.string().describe('What it is called on the day on which it is read') }
const namedPartner = partnerTerm.extend(named)
const namedPartners = { ...named, partners: z.array(namedPartner) }

/** The same with what each is called. */
export const namedTermsOut = z.array(
  z.union([
    organisationTerm.extend(namedPartners),
    groupTerm.extend(namedPartners),
    namedPartner,
    actionTerm.extend(named),
  ]),
)
export type NamedTerms = z.output<typeof namedTermsOut>

/** What those are called of whom terms tell. */
export interface NamesOfTerms {
  /** An organisation, a group or a tie of the channel; of a stock a campaign. */
  readonly group: (id: string) => string
  readonly state: (id: string) => string
}

/** Terms, and the partners in them, with their names. */
export const withNames = (terms: Terms, names: NamesOfTerms): NamedTerms => {
  const namedPartnerOf = ({ partner, ...rest }: z.output<typeof partnerTerm>) => ({
    partner,
    name: names.state(partner),
    ...rest,
  })
  return terms.map((term) => {
    if ('partner' in term) return namedPartnerOf(term)
    if ('campaign' in term) {
      const { campaign, ...rest } = term
      return { campaign, name: names.group(campaign), ...rest }
    }
    const partners = term.partners.map(namedPartnerOf)
    if ('igo' in term) {
      const { igo, ...rest } = term
      return { igo, name: names.group(igo), ...rest, partners }
    }
    const { group, ...rest } = term
    return { group, name: names.group(group), ...rest, partners }
  })
}

/** A term as a text and a table show it: without the partners and events behind it. */
export type TermInBrief = { readonly name?: string } & (
  | Pick<z.output<typeof organisationTerm>, 'igo' | Averaged>
  | Pick<z.output<typeof groupTerm>, 'group' | Averaged>
  | Pick<z.output<typeof partnerTerm>, 'partner' | Averaged>
  | ActionTerm
)
type Averaged = 'weight' | 'value' | 'contribution'

/** What a term is called by: its organisation, group, partner or action. */
export const termName = (term: TermInBrief): string => {
  if ('igo' in term) return term.igo
  if ('campaign' in term) return `${term.campaign}, ${term.kind} of ${term.date}`
  return 'group' in term ? term.group : term.partner
}

/** What stands for the organisation of a term: of other channels its group. */
const nameIn = (channel: ChannelId, organisation: string): { igo: string } | { group: string } =>
  'formality' in channelOf(channel) ? { igo: organisation } : { group: organisation }

export const termsInBrief = (explanation: Explanation, channel: ChannelId): readonly TermInBrief[] =>
  explanation.by === 'partner'
    ? explanation.terms.map(({ partner, weight, value, contribution }) => ({ partner, weight, value, contribution }))
    : explanation.terms.map(({ organisation, weight, value, contribution }) => ({
        ...nameIn(channel, organisation),
        weight,
        value,
        contribution,
      }))

/**
 * The terms of a value, each with the events that decided it. The partners in organisations are some thousands: they
 * are made whenever they are read, and not held; as JSON they are written with no object each.
 */
export const termsOf = (explanation: Explanation, on: CompanyOn, channel: ChannelId): Terms => {
  const decided = (seats: EventsOfState, partner: string): EventId[] => {
    const [score, seat] = [on.scoreOf(partner)?.decidedBy, seats(partner)]
    return score === undefined ? [...seat] : score.concat(seat)
  }
  if (explanation.by === 'partner')
    return explanation.terms.map(({ partner, organisations, weight, value, contribution }) => ({
      partner,
      weight,
      value,
      contribution,
      organisations: [...organisations],
      decidedBy: [
        ...(on.scoreOf(partner)?.decidedBy ?? []),
        ...organisations.flatMap((igo) => on.membershipEvents(igo)(partner)),
      ],
    }))
  const textOf = organisationTexts(on)
  return explanation.terms.map((term) => {
    const seats = on.membershipEvents(term.organisation)
    const head = {
      ...nameIn(channel, term.organisation),
      weight: term.weight,
      value: term.value,
      contribution: term.contribution,
      decidedBy: [...seats(explanation.state)],
    }
    const whole = {
      ...head,
      get partners() {
        return term.partners.map(({ partner, weight, value, contribution }) => ({
          partner,
          weight,
          value,
          contribution,
          decidedBy: decided(seats, partner),
        }))
      },
    }
    return writingItself(whole, () => textOf(head, term))
  })
}

/** What campaigns did, as terms of the stock that is left of it. */
export const termsOfStock = (terms: readonly PressureTerm[]): ActionTerm[] =>
  terms.map(({ campaign, day, kind, organisations, breadth, left, strength, contribution, decidedBy }) => ({
    campaign,
    date: formatDay(day),
    kind,
    organisations,
    weight: breadth * left,
    value: strength,
    contribution,
    decidedBy: [...decidedBy],
  }))

/** What is uncertain; the events behind it are looked up where they are read. */
export type Uncertain = Omit<UncertainMembership, 'igo'> & { readonly igo: string | null }

/**
 * What is uncertain about a state's company: its own memberships, and those of others and their adoptions where it may
 * belong.
 */
export const uncertainFor = (on: CompanyOn, state: string, i: number): readonly Uncertain[] => {
  if (on.doubts === undefined) return []
  const { states, organisations } = on.company
  const mayBelong = new Set<string>()
  const met = new Uint8Array(states.length)
  for (const { focal, alter } of [on.doubts, ...(on.doubts.past ?? [])])
    for (const o of focal.items.subarray(focal.start[i], focal.start[i + 1])) {
      mayBelong.add(organisations[o]!)
      for (let s = alter.start[o]!; s < alter.start[o + 1]!; s++) met[alter.items[s]!] = 1
    }
  const memberships = on.uncertain
    .filter(({ igo }) => mayBelong.has(igo))
    .toSorted((a, b) => (`${a.actor} ${a.igo}` < `${b.actor} ${b.igo}` ? -1 : 1))
  const adoptions = states.flatMap((actor, j): readonly Uncertain[] => {
    const score = met[j] === 1 && actor !== state ? on.scoreOf(actor) : undefined
    if (score?.between === undefined) return []
    return [{ actor, igo: null, may: ['adopted', 'not adopted'], decidedBy: score.decidedBy }]
  })
  return [...memberships, ...adoptions]
}

/** The same as an answer gives it, with its events. */
export const tellUncertain = ({ actor, igo, may, decidedBy }: Uncertain) => ({
  actor,
  igo,
  may: [...may],
  decidedBy: [...decidedBy],
})
