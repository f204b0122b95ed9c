import { z } from 'zod'
import { nearer } from '../../../projections/compose/coverage/coverage.ts'
import { badInput } from '../../common/error.ts'
import { formatDay, yearOf } from '../../time/day.ts'
import { loadOrganisationNames } from '../memberships/load-memberships.ts'
import { coverageOf } from '../question/coverage-fields.ts'
import { stateInput } from '../question/inputs.ts'
import { question } from '../question/question.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { livesOf } from '../record/actor-lives.ts'
import type { Capability } from './capabilities.ts'
import type { PairClasses } from './classes.ts'
import { dyadOut, findingIn } from './dyad-output.ts'
import { dyadText } from './dyad-text.ts'
import { sharedInputs } from './full-members.ts'
import { loadPairs, type Pairs } from './pairs.ts'
import { sharedOn, structuredOf } from './shared-counts.ts'
import { sharedOrganisations } from './shared-organisations.ts'
import { tiedSince } from './since.ts'
import type { TiesOfPairs } from './ties.ts'

const stateOf = (world: Snapshot, state: string) => {
  const { names, asOf } = world
  const cow = names.codeOf('state', state, 'cow', asOf)
  return {
    state,
    name: world.names.nameOn('state', state, world.asOf),
    cow: cow === undefined ? null : Number(cow),
    iso3: names.codeOf('state', state, 'iso3', asOf) ?? null,
  }
}

const sharedIgosOf = async (world: Snapshot, pairs: Pairs, a: string, b: string) => {
  const { members, structures } = pairs
  const counts = sharedOn(members, structures, world.asOf)(a, b)
  const coverage = coverageOf(nearer(members.coverage(a, world.asOf), members.coverage(b, world.asOf)))
  const isKnown = coverage.state === 'covered'
  const reason = isKnown ? null : ('not-covered' as const)
  const nameOf = await loadOrganisationNames(world)
  return {
    count: isKnown ? counts.count : null,
    min: counts.min,
    max: isKnown ? counts.max : null,
    untold: counts.untold,
    reason,
    coverage,
    structured: {
      count: isKnown && structures.isRecorded ? structuredOf(counts) : null,
      unknown: counts.structureUnknown,
      reason: structures.isRecorded ? reason : ('not-recorded' as const),
    },
    organisations: sharedOrganisations(pairs, world.asOf, a, b).map(({ igo, certainty, structure, decidedBy }) => ({
      igo,
      name: nameOf(igo),
      certainty,
      structure: structure.is,
      pooling: structure.pooling ?? null,
      delegation: structure.delegation ?? null,
      decidedBy: [...decidedBy],
      structureDecidedBy: [...structure.decidedBy],
    })),
  }
}

const tiesOf = ({ asOf }: Snapshot, pairs: TiesOfPairs, a: string, b: string) => {
  const { finding, ties } = pairs.on(asOf)(a, b)
  const begun = pairs.begunBy(asOf, a, b)
  return {
    ...findingIn(finding),
    ties: ties.map((tie) => ({
      type: tie.type ?? null,
      since: tiedSince(tie, begun),
      certainty: tie.certainty,
      assumed: tie.isAssumed,
      series: tie.series,
      decidedBy: [...tie.decidedBy],
    })),
  }
}

const classesOf = ({ finding, shared }: PairClasses) => ({
  ...findingIn(finding),
  shared: shared.map(({ isAssumed, decidedBy, ...one }) => ({ ...one, assumed: isAssumed, decidedBy: [...decidedBy] })),
})

const capabilityOf = ({ value, isAssumed, decidedBy }: Capability) => ({
  value: value ?? null,
  assumed: isAssumed,
  decidedBy: [...decidedBy],
})

/** Throws `bad-input` of a state that had ended by the day, or had not begun, as far as any list of states tells. */
const refuseUnlessThere = async (world: Snapshot, state: string, where: string): Promise<void> => {
  const { extinctFrom, born } = (await livesOf(world)).get(state) ?? {}
  const day = formatDay(world.asOf)
  if (extinctFrom !== undefined && world.asOf >= extinctFrom)
    throw badInput('bad-input', `${state} had ended by ${day}: it ended on ${formatDay(extinctFrom)}.`, { where })
  if (born !== undefined && world.asOf < born.from)
    throw badInput('bad-input', `${state} had not begun on ${day}: it began on ${formatDay(born.from)}.`, { where })
}

export const dyad = question({
  name: 'dyad',
  asks:
    'What two states have in common on a date: organisations, structured ones among them, borders, ' +
    'alliances, official ' +
    'languages, sub-region, former metropole, capabilities.',
  positional: ['a', 'b'],
  sources: 'asked',
  input: z.object({
    a: stateInput,
    b: stateInput.describe('The other state: id, code or name'),
    ...sharedInputs,
  }),
  output: dyadOut,
  answer: async (asked, input) => {
    const world = { ...asked, formality: input.formality }
    const [a, b] = [input.a, input.b].map((word) => world.names.require('state', word, { day: world.asOf }))
    if (a === undefined || b === undefined || a === b)
      throw badInput('bad-input', `"${input.b}" is the same state as "${input.a}". Expected two.`, { where: 'b' })
    await refuseUnlessThere(world, a, 'a')
    await refuseUnlessThere(world, b, 'b')
    const year = yearOf(world.asOf)
    const pairs = await loadPairs(world, input, { from: year, to: year })
    const metropole = pairs.metropoles(world.asOf)(a, b)
    const { reason, ratio, reach, by, ...capabilities } = pairs.capabilities(world.asOf)(a, b)
    return {
      a: stateOf(world, a),
      b: stateOf(world, b),
      sharedIgos: await sharedIgosOf(world, pairs, a, b),
      contiguity: tiesOf(world, pairs.contiguity, a, b),
      alliances: tiesOf(world, pairs.alliances, a, b),
      languages: classesOf(pairs.languages(world.asOf)(a, b)),
      region: classesOf(pairs.regions(world.asOf)(a, b)),
      metropole: {
        ...findingIn(metropole.finding),
        shared: metropole.shared.map(({ state, certainty, decidedBy }) => ({
          state,
          name: world.names.nameOn('state', state, world.asOf),
          certainty,
          decidedBy: [...decidedBy],
        })),
      },
      capabilities: {
        a: capabilityOf(capabilities.a),
        b: capabilityOf(capabilities.b),
        ratio: ratio ?? null,
        reason: reason ?? null,
        reach,
        by: [...by],
      },
    }
  },
  text: dyadText,
})
