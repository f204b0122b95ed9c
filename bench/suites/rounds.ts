import type { Measured } from '../phase.ts'
import { line, rate } from '../report.ts'

/** One way to do the work, measured; `round` numbers the repetitions. */
export type Way = (round: number) => Promise<Measured>

export interface BareWay {
  readonly title: string
  /** What a ratio is called: `0.80 of <named>`. */
  readonly named: string
  readonly run: Way
}

/**
 * Measures normtrail after the bare ways, round by round, and prints the round whose ratio to the first of them is the
 * median.
 */
export const compare = async (
  rounds: number,
  title: string,
  own: Way,
  ...bare: readonly [BareWay, ...BareWay[]]
): Promise<void> => {
  const done: { readonly own: Measured; readonly bare: readonly Measured[] }[] = []
  for (let round = 0; round < rounds; round += 1) {
    const others: Measured[] = []
    for (const way of bare) others.push(await way.run(round))
    done.push({ own: await own(round), bare: others })
  }
  const ratioOf = (round: (typeof done)[number]): number => rate(round.own) / rate(round.bare[0] as Measured)
  const median = done.toSorted((a, b) => ratioOf(a) - ratioOf(b))[Math.floor((done.length - 1) / 2)]
  if (median === undefined) return
  const yardsticks = bare.map(({ named }, index) => ({ named, measured: median.bare[index] as Measured }))
  for (const [index, { measured }] of yardsticks.entries()) line(`  ${bare[index]?.title}`, measured)
  line(`  ${title}`, median.own, ...yardsticks)
}
