import { z } from 'zod'
import { shareSteps, type ShareHistory, type ShareStep } from '../../diffusion/share-steps.ts'
import { ALWAYS, FOREVER, type Day } from '../../time/day.ts'
import { coalesce, type Days } from '../../time/timeline.ts'
import { committedIn, hasReached, mayHaveReached } from '../status/adoption-threshold.ts'
import type { Adoptions } from '../diffusion/adoptions.ts'

/** Among whom shares are counted. */
export const denominators = ['system', 'actors'] as const
export type Denominator = (typeof denominators)[number]

export const denominatorInput = z
  .enum(denominators)
  .default('system')
  .describe(
    'Among whom shares are counted: the members of the state system, whatever others did; or all actors, which are ' +
      'these and whoever else had adopted by the day (the Holy See, the European Union, states before they entered)',
  )

/** Of those that certainly had adopted, or of those that may have. */
export type Reading = 'certain' | 'possible'

type Adopted = Pick<Adoptions, 'system' | 'timelines' | 'spells' | 'threshold'>

const ends = ({ from, to }: Days): Days => ({ from, to })
const merged = (...lists: readonly (readonly Days[])[]): readonly Days[] =>
  coalesce(
    lists
      .flat()
      .map(ends)
      .toSorted((a, b) => a.from - b.from),
    () => true,
  )

/** When each actor may have stood at or above the threshold, for certain or not. */
const possibleSpells = ({ timelines, threshold }: Adopted, actor: string): readonly Days[] =>
  merged(
    (timelines.get(actor) ?? []).filter(({ value }) => {
      const committed = committedIn(value)
      return hasReached(committed, threshold) === true || mayHaveReached(committed, threshold)
    }),
  )

const historyOf = (adoptions: Adopted, denominator: Denominator, reading: Reading, actor: string): ShareHistory => {
  const adopted =
    reading === 'certain' ? (adoptions.spells.get(actor) ?? []).map(ends) : possibleSpells(adoptions, actor)
  const inSystem = (adoptions.system.get(actor) ?? []).map(ends)
  return { inSystem: denominator === 'system' ? inSystem : merged(inSystem, adopted), adopted }
}

/** The share day by day: of those that certainly had adopted, or of those that may have. */
export const stepsAmong = (
  adoptions: Adopted,
  denominator: Denominator,
  until: Day,
  reading: Reading = 'certain',
): readonly ShareStep[] =>
  shareSteps(
    [...adoptions.timelines.keys()].map((actor) => historyOf(adoptions, denominator, reading, actor)),
    until,
  )

/** The same of some states, all of them counted on every day. */
export const stepsOfThese = (
  adoptions: Adopted,
  actors: readonly string[],
  until: Day,
  reading: Reading,
): readonly ShareStep[] =>
  shareSteps(
    actors.map((actor) => ({
      ...historyOf(adoptions, 'system', reading, actor),
      inSystem: [{ from: ALWAYS, to: FOREVER }],
    })),
    until,
  )
