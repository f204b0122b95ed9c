import type { Company } from '../../exposure/company.ts'
import { ownCompany, withoutOne, type LeftOut, type OwnCompany } from '../../exposure/without-one.ts'
import { partnerChannelOf } from '../channels/index.ts'
import type { CompanyOn } from '../network/company-on.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { mayBeAloneIn, type ExposureInput } from './exposure-by-channel.ts'
import { exposuresIn, optionsOn } from './exposure-value.ts'
import { byChange, movedFrom, type Explained, type Sensitivity } from './sensitivity-answer.ts'
import { withoutTypes } from './without-types.ts'

/** Whom a state meets in its organisations, in any year that its value is made of. */
const partnersIn = (company: Company, i: number): readonly number[] => {
  const met = new Set<number>()
  for (const { alter } of [company, ...(company.past ?? [])]) for (const j of alter.items) if (j !== i) met.add(j)
  return [...met].sort((x, y) => x - y)
}

/** Gives the value without something: as the same question says it where that is left out. */
const loadWithout = async (
  world: Snapshot,
  input: ExposureInput,
  { state, formula, read }: Explained,
  own: OwnCompany,
) => {
  const { on, companies } = read
  const optionsFor = await optionsOn(world, input, input.system, [formula])
  const whom = { mayBeAlone: mayBeAloneIn(companies, on) }
  return (i: number, one: LeftOut): number | null => {
    world.goOn?.()
    const left: CompanyOn = { ...on, ...withoutOne(own, i, one), doubts: undefined, withPast: () => left }
    return exposuresIn(left, formula, optionsFor(left), input, whom)(state).value
  }
}

/**
 * How a value moves without one organisation, one partner, or all organisations of a class. A tie is of one partner:
 * without it is without that partner.
 */
export const sensitivityOf = async (
  world: Snapshot,
  input: ExposureInput,
  explained: Explained,
): Promise<Sensitivity | null> => {
  const { state, value, id, read, leftOut } = explained
  const { on, companies } = read
  const i = on.indexOf(state)
  if (i === undefined) return null
  const channel = partnerChannelOf(id)
  const own = ownCompany(on.company, i, on.weights)
  const { company } = own
  const without = await loadWithout(world, input, explained, own)
  const nameOf = await companies.loadNames(on.day)
  const counting = 'group' in channel && channel.group === 'tie' ? [] : company.organisations
  const organisations = counting.flatMap((organisation, o) =>
    leftOut.includes(organisation)
      ? []
      : [{ organisation, name: nameOf(organisation), ...movedFrom(value, without(i, { organisation: o })) }],
  )
  const partners = partnersIn(company, i).flatMap((j) => {
    const partner = company.states[j]!
    const change = movedFrom(value, without(i, { partner: j }))
    // Who is not rated moves it only where a missing score counts as one.
    if (company.rated[j] === 0 && change.change === 0) return []
    return [{ partner, name: world.names.nameOn('state', partner, world.asOf), ...change }]
  })
  return {
    organisations: byChange(organisations),
    partners: byChange(partners),
    types: 'formality' in channel ? byChange(await withoutTypes(world, input, explained)) : [],
  }
}
