import { isBound } from '../../../projections/compose/norm/norm-statuses.ts'
import { at } from '../../time/timeline.ts'
import { loadAdoptions, type Adoptions } from '../diffusion/adoptions.ts'
import { question } from '../question/question.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { stepsAmong } from '../spread/share-among.ts'
import { checkTipping, criticalStates, parametersOf, tippingOf } from '../spread/tipping-point.ts'
import { withSystem } from '../subjects/default-system.ts'
import { absentOf, peersShare } from './absent.ts'
import {
  contestationAnswer,
  contestationInput,
  type Contestation,
  type ContestationInput,
} from './contestation-answer.ts'
import { contestationTable } from './contestation-columns.ts'
import { contestationText } from './contestation-text.ts'
import { contestedReservationsOf, objectionsKnownOf } from './contested-reservations.ts'
import { contestedOf } from './contested-years.ts'
import { decouplingOf } from './decoupling.ts'
import { legitimacyOf } from './legitimacy.ts'
import { loadNormInstruments } from './norm-instruments.ts'
import { consent, objectorsOf } from './objectors.ts'
import { loadSaidAgainst } from './said-against.ts'
import { shallowOf } from './shallow.ts'

const notMeasured = [
  'localization: no event says that a declaration or a reservation invokes local law or custom, or that a regional ' +
    'instrument changes what the norm says',
  'reservations that invoke a constitution or a religious law: their texts are not classified; one that names no ' +
    'article is sweeping',
]

/** States of which it is open whether they are bound. */
const maybeBoundIn = ({ subject, timelines }: Adoptions, world: Snapshot, only: string | undefined): number =>
  [...timelines.keys()].filter((state) => {
    const { norm } = at(subject.historyOf(state).timeline, world.asOf)?.value ?? {}
    const isOpen = norm !== undefined && norm.committed.some(isBound) && !norm.committed.every(isBound)
    return isOpen && (only === undefined || state === only)
  }).length

const answerOf = async (world: Snapshot, asked: ContestationInput): Promise<Contestation> => {
  checkTipping(asked)
  const input = await withSystem(world, asked)
  const norm = world.names.require('norm', input.norm, { day: world.asOf })
  const only = input.state === undefined ? undefined : world.names.require('state', input.state, { day: world.asOf })
  const adoptions = await loadAdoptions(world, { ...input, subject: norm, only: 'norm' })
  const critical = criticalStates(world, input)
  const steps = stepsAmong(adoptions, input.denominator, world.asOf)
  const { tipping, tippingEarliest } = tippingOf(world, adoptions, input, critical, steps)
  const [said, instruments] = [await loadSaidAgainst(world, norm), await loadNormInstruments(world, norm)]
  const { stallYears: _, ...parameters } = parametersOf(input, adoptions, critical, 0)
  return {
    norm,
    title: adoptions.subject.name,
    state: only ?? null,
    threshold: input.threshold,
    system: input.system,
    part: input.part ?? null,
    parameters: {
      ...parameters,
      consent,
      rejecting: 'objecting, and contesting the validity',
      score: input.score ?? null,
      decayYears: input.decayYears,
      years: input.years,
      peersShare,
    },
    tipping,
    tippingEarliest,
    objectors: [...objectorsOf(world, adoptions, said, { tipping, tippingEarliest }, only)],
    contested: contestedOf(said, world.asOf),
    legitimacy: await legitimacyOf(world, adoptions, said),
    shallow: [...shallowOf(world, adoptions, instruments, only)],
    maybeBound: maybeBoundIn(adoptions, world, only),
    contestedReservations: [...contestedReservationsOf(world, instruments, only)],
    objectionsKnown: objectionsKnownOf(world, instruments),
    decoupling: await decouplingOf(world, adoptions, { ...input, only }),
    absent: [...(await absentOf(world, adoptions, instruments, { years: input.years, only }))],
    notMeasured,
  }
}

export const contestation = question({
  name: 'contestation',
  asks:
    'Who speaks against a norm: persistent and subsequent objectors, judged at its tipping date; what that leaves of ' +
    'its legitimacy; shallow commitments, practice that lags behind, and who stayed away.',
  takesLong: true,
  positional: ['norm'],
  sources: 'asked',
  input: contestationInput,
  output: contestationAnswer,
  settle: withSystem,
  answer: answerOf,
  text: contestationText,
  table: contestationTable,
})
