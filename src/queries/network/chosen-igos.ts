import type { Day } from '../../time/day.ts'
import { loadIsCounted } from '../memberships/formality.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { loadAttribute } from '../relations/load-attributes.ts'
import { loadIgoClass, type ClassesBy, type HoldsOfIgo } from './igo-classes.ts'
import type { IgoCondition, IgoConditions } from './igo-conditions.ts'

/** Which organisations exposures are made of. */
export interface ChosenIgos {
  /** Whether one counts on a day; undefined where that is unknown: then it does not. */
  readonly on: HoldsOfIgo
  /** Whether one counts on no day, whatever else is known of it. */
  readonly never: (igo: string) => boolean
}

/** A condition as it is known: whether it holds, and where it does not follow from the day, whether it ever may. */
interface Known {
  readonly holds: HoldsOfIgo
  readonly mayHold: (igo: string) => boolean
}

/**
 * An attribute of organisations: its number on a day; undefined where nothing is known, or what is known is no number.
 */
export const loadNumbersOfIgos = async (
  world: Snapshot,
  attribute: string,
): Promise<{ readonly on: (igo: string, day: Day) => number | undefined; readonly has: (igo: string) => boolean }> => {
  const told = await loadAttribute(world, attribute, 'igo')
  const known = new Set(told.entities)
  return {
    on: (igo, day) => {
      const value = told.on(igo, day)?.value
      return typeof value === 'number' ? value : undefined
    },
    has: (igo) => known.has(igo),
  }
}

const among = (world: Snapshot, words: readonly string[], isNegated: boolean): Known => {
  const named = new Set(words.map((word) => world.names.require('igo', word)))
  const mayHold = (igo: string): boolean => named.has(igo) !== isNegated
  return { holds: () => mayHold, mayHold }
}

const loadCondition = async (
  world: Snapshot,
  condition: Exclude<IgoCondition, { readonly kind: 'organisation' }>,
  by: () => Promise<ClassesBy>,
): Promise<Known> => {
  const is = (holds: boolean | undefined) => (holds === undefined ? undefined : holds !== condition.isNegated)
  if (condition.kind === 'class') {
    const ofClass = await loadIgoClass(world, condition.of, await by())
    return {
      holds: (day) => {
        const isOf = ofClass(day)
        return (igo) => is(isOf(igo))
      },
      mayHold: () => true,
    }
  }
  const numbers = await loadNumbersOfIgos(world, condition.attribute)
  return {
    holds: (day) => (igo) => {
      const value = numbers.on(igo, day)
      return is(value === undefined ? undefined : condition.holds(value))
    },
    mayHold: numbers.has,
  }
}

const isOrganisation = (one: IgoCondition): one is Extract<IgoCondition, { readonly kind: 'organisation' }> =>
  one.kind === 'organisation'

/**
 * All conditions hold of an organisation that counts. Of those that are named without a ! it is one. Whether a
 * condition holds may be unknown on a day: it then does not count, unless another condition says anyway that it does
 * not.
 */
export const loadChosenIgos = async (
  world: Snapshot,
  { all }: IgoConditions,
  by: () => Promise<ClassesBy>,
): Promise<ChosenIgos> => {
  const named = all.filter(isOrganisation)
  const wordsOf = (isNegated: boolean) => named.filter((one) => one.isNegated === isNegated).map(({ word }) => word)
  const conditions: Known[] = []
  if (wordsOf(false).length > 0) conditions.push(among(world, wordsOf(false), false))
  if (wordsOf(true).length > 0) conditions.push(among(world, wordsOf(true), true))
  for (const one of all) if (!isOrganisation(one)) conditions.push(await loadCondition(world, one, by))
  return {
    on: (day) => {
      const tests = conditions.map(({ holds }) => holds(day))
      return (igo) => {
        const found = new Set(tests.map((test) => test(igo)))
        if (found.has(false)) return false
        return found.has(undefined) ? undefined : true
      }
    },
    never: (igo) => conditions.some(({ mayHold }) => !mayHold(igo)),
  }
}

/** A world in which informal bodies that are named count, too, unless it says itself which organisations do. */
export const withNamedBodies = async (world: Snapshot, { all }: IgoConditions): Promise<Snapshot> => {
  if (world.formality !== undefined) return world
  const isCounted = await loadIsCounted(world)
  const named = all.filter(isOrganisation).filter(({ isNegated }) => !isNegated)
  return named.every(({ word }) => isCounted(world.names.require('igo', word))) ? world : { ...world, formality: 'all' }
}
