import { z } from 'zod'
import { evenness } from '../../diffusion/evenness.ts'
import { formatDay, type Day } from '../../time/day.ts'
import { at } from '../../time/timeline.ts'
import type { Adoptions } from '../diffusion/adoptions.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { coverageOfMembers, countedDay } from '../spread/spread-curve.ts'
import { loadClassification } from '../subjects/classifications.ts'
import { ifRecorded } from '../subjects/if-recorded.ts'
import { againstValidityOn, consentOn } from './objectors.ts'
import type { SaidAgainst } from './said-against.ts'

const onDay = {
  day: z.string(),
  system: z.int().describe('Members of the state system on the day'),
  consented: z.int().describe('Of these, how many certainly stand at their consent or above'),
  contested: z.int().describe('Of these that consented, how many certainly speak against the validity all the same'),
  legitimate: z.int().describe('With consent for certain, and not recorded to contest the validity'),
  uncertain: z.int().describe('Further ones of which it is open'),
  share: z
    .number()
    .nullable()
    .describe(
      'Legitimate over system, as far as statements are recorded: see shareIs. Null where nothing that anybody said ' +
        'against the norm is recorded by then: whether those that consented contest it is unknown',
    ),
  shareIs: z
    .enum(['at-most', 'unknown'])
    .describe(
      'at-most: nobody claims to hold all that states say against norms, and each statement that is not recorded ' +
        'would lower share and atMost alike; unknown: there is no share',
    ),
  atMost: z
    .number()
    .nullable()
    .describe('Legitimate and uncertain over system: what nobody recorded against the norm would only lower it'),
  covered: z.int().describe('Members whose acts a source holds through the day'),
  carried: z.int().describe('Further ones whose acts a source held to an earlier day'),
  breadth: z
    .number()
    .nullable()
    .describe(
      'How evenly the legitimate are spread over the M49 regions that have members, 0 to 1 (entropy over its ' +
        'greatest); null where there are none, or the log knows no regions',
    ),
  breadthOfSystem: z.number().nullable().describe('The same of all members: what breadth would be if all were'),
  unplaced: z.int().describe('Legitimate ones of which nobody says in which region they are'),
}
const yearOut = z.object({ year: z.int(), ...onDay })

export const legitimacyOut = z
  .object({
    ...onDay,
    reason: z.enum(['no-contestation-recorded', 'no-members']).nullable().describe('Why there is no share'),
    years: z.array(yearOut).describe('The same on 31 December of each year, and on the day asked about'),
  })
  .describe('The share of the state system that consented and is not recorded to contest the validity of the norm')
export type Legitimacy = z.infer<typeof legitimacyOut>
type OnDay = z.infer<typeof yearOut>

const noneSaid: SaidAgainst = { standing: [], statements: [] }

/** Whether a member is one that legitimises the norm: it consented, and does not speak against its validity. */
const standingOf = (
  adoptions: Adoptions,
  said: ReadonlyMap<string, SaidAgainst>,
  state: string,
  day: Day,
): { readonly consents: boolean | undefined; readonly contests: 'yes' | 'maybe' | 'no' } => {
  const { is, since } = consentOn(adoptions, state, day)
  return { consents: is, contests: againstValidityOn(said.get(state) ?? noneSaid, day, since) }
}

type RegionsOn = (day: Day) => ((state: string) => string | undefined) | undefined

const loadRegions = async (world: Snapshot): Promise<RegionsOn> => {
  const classification = await ifRecorded(() => loadClassification(world, 'm49-region'))
  if (classification === undefined) return () => undefined
  return (day) => {
    const regions = new Map([...classification.on(day).values()].flat().map((one) => [one.actor, one.class]))
    return (state) => regions.get(state)
  }
}

/** How evenly some of the members are spread over the regions that members are in. */
const breadthOf = (
  some: readonly string[],
  members: readonly string[],
  regionOf: ((state: string) => string | undefined) | undefined,
): number | null => {
  if (regionOf === undefined) return null
  const regions = [...new Set(members.map(regionOf).filter((region) => region !== undefined))]
  return evenness(regions.map((region) => some.filter((state) => regionOf(state) === region).length)) ?? null
}

const legitimacyOn = (
  adoptions: Adoptions,
  said: ReadonlyMap<string, SaidAgainst>,
  regionsOn: RegionsOn,
  coverage: ReturnType<typeof coverageOfMembers>,
  day: Day,
): Omit<OnDay, 'year'> => {
  const members = [...adoptions.system].flatMap(([state, spans]) => (at(spans, day) === undefined ? [] : [state]))
  const found = members.map((state) => ({ state, ...standingOf(adoptions, said, state, day) }))
  const consented = found.filter(({ consents }) => consents === true)
  const legitimate = consented.filter(({ contests }) => contests === 'no').map(({ state }) => state)
  const open = found.filter(
    ({ consents, contests }) => consents !== false && contests !== 'yes' && !(consents === true && contests === 'no'),
  ).length
  const [of, regionOf] = [members.length, regionsOn(day)]
  const known = members.map((state) => coverage.get(state)?.(day).state)
  const isSaid = [...said.values()].some(({ statements }) => statements.some(({ when }) => when.lo <= day))
  return {
    day: formatDay(day),
    system: of,
    consented: consented.length,
    contested: consented.filter(({ contests }) => contests === 'yes').length,
    legitimate: legitimate.length,
    uncertain: open,
    share: of === 0 || !isSaid ? null : legitimate.length / of,
    shareIs: of === 0 || !isSaid ? 'unknown' : 'at-most',
    atMost: of === 0 ? null : (legitimate.length + open) / of,
    covered: known.filter((state) => state === 'covered').length,
    carried: known.filter((state) => state === 'carried').length,
    breadth: breadthOf(legitimate, members, regionOf),
    breadthOfSystem: breadthOf(members, members, regionOf),
    unplaced: regionOf === undefined ? 0 : legitimate.filter((state) => regionOf(state) === undefined).length,
  }
}

const reasonOf = ({ system, share }: Omit<OnDay, 'year'>): Legitimacy['reason'] => {
  if (share !== null) return null
  return system === 0 ? 'no-members' : 'no-contestation-recorded'
}

/**
 * The legitimacy of a norm on the day asked about and year by year: the share of the state system with consent and
 * without standing contestation of its validity, and how evenly these states are spread over the regions of the world.
 * Contestation of the application does not count against it, nor what a state said before it consented. Our own
 * operationalisation.
 */
export const legitimacyOf = async (
  world: Snapshot,
  adoptions: Adoptions,
  said: ReadonlyMap<string, SaidAgainst>,
): Promise<Legitimacy> => {
  const [regionsOn, coverage] = [await loadRegions(world), coverageOfMembers(adoptions)]
  const on = (day: Day) => legitimacyOn(adoptions, said, regionsOn, coverage, day)
  const { first, last } = adoptions.years
  const years = Array.from({ length: last - first + 1 }, (_, i) => first + i)
  const now = on(world.asOf)
  return { ...now, reason: reasonOf(now), years: years.map((year) => ({ year, ...on(countedDay(year, world.asOf)) })) }
}
