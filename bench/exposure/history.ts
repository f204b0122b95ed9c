import { company, narrowedTo, type Company } from '../../src/exposure/company.ts'
import { formulas } from '../../src/exposure/formulas/index.ts'
import { readingOf } from '../../src/exposure/reading.ts'
import { loadChannel } from '../../src/queries/channels/channel-companies.ts'
import { formal } from '../../src/queries/channels/index.ts'
import { panelExposure } from '../../src/queries/panels/panel-exposure.ts'
import { withSystem } from '../../src/queries/subjects/default-system.ts'
import { lastDayOfYear } from '../../src/time/day.ts'
import { openWorkspace } from '../../src/workspace/workspace.ts'
import { sumRows } from '../bare/csr.ts'
import { median } from '../median.ts'
import { milliseconds } from './processor-time.ts'

/** What the history of a log costs, in milliseconds of processor time; medians over the rounds. */
export interface History {
  readonly years: number
  readonly stateYears: number
  /** Memberships on the last days of all years. */
  readonly memberships: number
  /** One gather-and-add pass over the memberships of every year. */
  readonly bare: number
  /** MM and DC of every state in every year, from loaded memberships that are not yet seated by day. */
  readonly fromLoaded: number
  /** The same, once it is known who sat where on each day. */
  readonly fromSeats: number
  /** MM of the best connected state on the last day, once it is known who sat where. */
  readonly oneValue: number
}

const rounds = 7
/** So often is a single value computed in a round. */
const values = 200

const inYears = { from: 1816, to: 2014 }

/** The companies of all years, none of which has been used. */
const seatedAnew = (companies: readonly Company[]): readonly Company[] => companies.map((one) => company(one))

const bothFormulas = (companies: readonly Company[]): void => {
  for (const one of companies) for (const formula of [formulas.mm, formulas.dc]) formula.compute(one)
}

const barePass = (companies: readonly Company[]): void => {
  for (const { alter, organisations, scores } of companies)
    sumRows(alter, scores, new Float64Array(organisations.length))
}

/** MM of the state with the most memberships in the last year, as a question about one state asks for it. */
const askOne = (companies: readonly Company[]): (() => void) => {
  const last = companies.at(-1)!
  const { start } = last.focal
  const counts = last.states.map((_, i) => start[i + 1]! - start[i]!)
  const i = counts.indexOf(Math.max(...counts))
  return () => {
    const own = narrowedTo(last, i)
    readingOf(own, formulas.mm.compute(own), i)
  }
}

/** Measures a log in a folder: its formal organisations, and a score of `rater:indicator`. */
export const measureHistory = async (folder: string, score: string): Promise<History> => {
  const workspace = await openWorkspace(folder)
  try {
    const world = await workspace.world({})
    const asked = panelExposure.input.parse({ ...inYears, score, lag: 0 })
    const input = await withSystem(world, asked)
    const days = Array.from({ length: inYears.to - inYears.from + 1 }, (_, k) => lastDayOfYear(inYears.from + k))
    const times = { bare: [], fromLoaded: [], fromSeats: [], oneValue: [] } as Record<string, number[]>
    let companies: readonly Company[] = []
    for (let round = 0; round < rounds; round++) {
      const loaded = await loadChannel(world, input, formal, { years: inYears })
      const seated = () => days.map((day) => loaded.on(day, day).company)
      times['fromLoaded']!.push(milliseconds(() => bothFormulas((companies = seated()))))
      const anew = seatedAnew(companies)
      times['fromSeats']!.push(milliseconds(() => bothFormulas(anew)))
      times['bare']!.push(milliseconds(() => barePass(companies)))
      const ask = askOne(anew)
      times['oneValue']!.push(
        milliseconds(() => {
          for (let n = 0; n < values; n++) ask()
        }) / values,
      )
    }
    const of = (name: string): number => median(times[name]!)
    return {
      years: days.length,
      stateYears: companies.reduce((sum, { focal }) => sum + statesIn(focal.start), 0),
      memberships: companies.reduce((sum, { focal }) => sum + focal.items.length, 0),
      bare: of('bare'),
      fromLoaded: of('fromLoaded'),
      fromSeats: of('fromSeats'),
      oneValue: of('oneValue'),
    }
  } finally {
    await workspace.close()
  }
}

/** How many rows hold anything. */
const statesIn = (start: Uint32Array): number =>
  start.reduce((count, from, i) => count + (from > (start[i - 1] ?? 0) ? 1 : 0), 0)
