import { withoutOne, type LeftOut } from '../../exposure/without-one.ts'
import { partnerChannelOf } from '../channels/index.ts'
import type { CompanyOn } from '../network/company-on.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { mayBeAloneIn, type ExposureInput } from './exposure-by-channel.ts'
import { exposuresIn, optionsOn } from './exposure-value.ts'
import { byChange, movedFrom, type Explained, type Sensitivity } from './sensitivity-answer.ts'
import { withoutTypes } from './without-types.ts'

/** The organisations that a state sits in, and whom it meets there, in any year that its value is made of. */
const ownAndMet = ({ company }: CompanyOn, i: number) => {
  const organisations = new Set<number>()
  const partners = new Set<number>()
  for (const { focal, alter } of [company, ...(company.past ?? [])])
    for (const o of focal.items.subarray(focal.start[i], focal.start[i + 1])) {
      organisations.add(o)
      for (const j of alter.items.subarray(alter.start[o], alter.start[o + 1])) if (j !== i) partners.add(j)
    }
  return { organisations: [...organisations], partners: [...partners].sort((a, b) => a - b) }
}

/** Gives the value without something: as the same question says it where that is left out. */
const loadWithout = async (world: Snapshot, input: ExposureInput, { state, formula, read }: Explained, i: number) => {
  const { on, companies } = read
  const optionsFor = await optionsOn(world, input, input.system, [formula])
  const whom = { mayBeAlone: mayBeAloneIn(companies, on) }
  return (one: LeftOut): number | null => {
    world.goOn?.()
    const { company, weights } = withoutOne(on.company, i, on.weights, one)
    const left: CompanyOn = { ...on, company, weights, doubts: undefined, withPast: () => left }
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
  const { company, day } = read.on
  const i = read.on.indexOf(state)
  if (i === undefined) return null
  const channel = partnerChannelOf(id)
  const without = await loadWithout(world, input, explained, i)
  const nameOf = await read.companies.loadNames(day)
  const met = ownAndMet(read.on, i)
  const counting = 'group' in channel && channel.group === 'tie' ? [] : met.organisations
  const organisations = counting
    .filter((o) => !leftOut.includes(company.organisations[o]!))
    .map((o) => {
      const organisation = company.organisations[o]!
      return { organisation, name: nameOf(organisation), ...movedFrom(value, without({ organisation: o })) }
    })
  const partners = met.partners.flatMap((j) => {
    const partner = company.states[j]!
    const change = movedFrom(value, without({ partner: j }))
    // Who is not rated moves it only where a missing score counts as one.
    if (company.rated[j] === 0 && change.change === 0) return []
    return [{ partner, name: world.names.nameOf('state', partner), ...change }]
  })
  return {
    organisations: byChange(organisations),
    partners: byChange(partners),
    types: 'formality' in channel ? byChange(await withoutTypes(world, input, explained)) : [],
  }
}
