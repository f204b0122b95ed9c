import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { mersenne } from 'pure-rand/generator/mersenne'
import type { PermutationInput } from '../../src/diffusion/permutation-plan.ts'
import { permutation } from '../../src/diffusion/permutation.ts'
import { addDays, ALWAYS, firstDayOfYear, FOREVER, yearOf, type Day } from '../../src/time/day.ts'
import { median } from '../median.ts'
import { numberOption } from '../options.ts'
import { say } from '../report.ts'

/** So many states, of which some adopt over so many years. */
const size = { states: 190, adopters: 170, years: 36 }

/** An invented spread: everybody at risk all the time, and as many shared organisations as may be. */
const invented = (): PermutationInput => {
  const generator = mersenne(1)
  const from = firstDayOfYear(1985)
  const weights = Array.from({ length: size.states }, () =>
    Float64Array.from({ length: size.states }, () => uniformInt(generator, 0, 60)),
  )
  return {
    states: Array.from({ length: size.states }, (_, i) => ({
      adopted: i < size.adopters ? addDays(from, uniformInt(generator, 0, size.years * 365)) : undefined,
      atRisk: [{ from: ALWAYS, to: FOREVER }],
    })),
    weightsOf: (i) => weights[i],
    isKnown: () => true,
  }
}

/** One history as one would write it: a list of who is left for each day, and every partner for each exposure. */
const plainHistory = ({ states, weightsOf }: PermutationInput, chance: (below: number) => number): number => {
  const days = states.flatMap(({ adopted }) => adopted ?? []).toSorted((a, b) => a - b)
  const adopted = new Map<number, Day>()
  for (const day of days) {
    const left = [...states.keys()].filter((i) => !adopted.has(i))
    adopted.set(left[chance(left.length)]!, day)
  }
  let sum = 0
  for (const [i, day] of adopted) {
    const year = yearOf(day) - 1
    let [reached, whole] = [0, 0]
    const weights = weightsOf(i, year)!
    for (const j of states.keys()) {
      if (j === i) continue
      whole += weights[j]!
      const on = adopted.get(j)
      if (on !== undefined && yearOf(on) <= year) reached += weights[j]!
    }
    sum += reached / whole
  }
  return sum / adopted.size
}

const perSecond = (count: number, work: () => void): number => {
  const start = performance.now()
  work()
  return (1000 * count) / (performance.now() - start)
}

/**
 * How many histories a second are drawn, beside a plain loop over maps: `npm run bench -- permutation [--draws 5000]`.
 */
export const drawnHistories = async (): Promise<void> => {
  const draws = numberOption('draws', 5000)
  const input = invented()
  const generator = mersenne(1)
  const few = Math.max(1, Math.round(draws / 50))
  const rounds = Array.from({ length: 5 }, () => {
    const drawing = permutation(input, 1)
    return {
      ours: perSecond(draws, () => drawing.run(draws)),
      plain: perSecond(few, () => {
        for (let r = 0; r < few; r++) plainHistory(input, (below) => uniformInt(generator, 0, below - 1))
      }),
    }
  })
  const [ours, plain] = [median(rounds.map((round) => round.ours)), median(rounds.map((round) => round.plain))]
  const ratio = median(rounds.map((round) => round.ours / round.plain))
  say(`drawn histories, ${size.adopters} adopters of ${size.states}: ${Math.round(ours).toLocaleString('en')}/s`)
  say(`the same in a plain loop: ${Math.round(plain).toLocaleString('en')}/s; ratio ${ratio.toFixed(1)}`)
}
