import { z } from 'zod'
import { sum } from '../../exposure/sum.ts'
import { parseDay } from '../../time/day.ts'
import { bearing, leftOutText, sameText } from '../channels/bearing.ts'
import { formal, type ChannelId } from '../channels/index.ts'
import { nullableDay } from '../question/output-fields.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { leftOutOut, worldWithout } from '../record/leave-out.ts'
import type { BriefAdopter, NeverAdopted } from './adopters.ts'
import type { CurveYear } from './spread-curve.ts'
import { tippingOut, type Tipping } from './tipping-point.ts'

const movedOut = z.object({
  whole: z.number().nullable(),
  without: z.number().nullable(),
  change: z.number().nullable().describe('What the second is more than the first; null where either is none'),
})
type Moved = z.infer<typeof movedOut>
const exposureOut = z
  .record(z.string(), movedOut)
  .describe('By channel, the exposure of the year before in the whole, and without')

const adopterOut = z.object({
  state: z.string(),
  name: z.string(),
  spell: z.int(),
  date: nullableDay.describe('Of the whole; null for one that is an adoption only without'),
  dateWithout: nullableDay.describe('Null for one that is no adoption without'),
  threshold: movedOut.describe('Its exposure by the first channel'),
  exposure: exposureOut,
  same: z.boolean().describe('Whether date and exposures are those of the whole'),
})
export type AdopterBeside = z.infer<typeof adopterOut>

const countOut = z.object({ count: z.int(), share: z.number().nullable() })
const curveYear = z.object({
  year: z.int(),
  system: z.int(),
  signed: countOut,
  consented: countOut,
  inForce: countOut,
})

export const spreadWithoutOut = z
  .object({
    leftOut: z.array(leftOutOut),
    same: z.boolean().describe('Whether no number here differs from that of the whole'),
    tipping: tippingOut,
    tipsLaterBy: z
      .int()
      .nullable()
      .describe(
        'Days from the tipping date of the whole to that without, negative where it is earlier; null: not both',
      ),
    exposure: z
      .record(
        z.string(),
        movedOut.extend({ adoptions: z.int().describe('How many have an exposure in both: of these it is the mean') }),
      )
      .describe('By channel, the mean exposure of the adoptions listed'),
    adopters: z
      .array(adopterOut)
      .describe('Those of the whole in its order, then those that are adoptions only without'),
    neverAdopted: z
      .array(z.object({ state: z.string(), name: z.string(), exposure: exposureOut }))
      .describe('Members that never adopted in both'),
    curve: z.array(curveYear).describe('The curve without, in the years of the whole'),
  })
  .describe(
    "The same measured in a world where those things are left out. Arithmetic, no causal claim: nobody's acts " +
      'change, only what is counted',
  )
export type SpreadWithout = z.infer<typeof spreadWithoutOut>

/** What of a spread stands beside itself without. */
interface Measured {
  readonly channels: readonly string[]
  readonly adopters: readonly BriefAdopter[]
  readonly neverAdopted: readonly NeverAdopted[]
  readonly tipping: Tipping
  readonly curve: readonly CurveYear[]
}

const moved = (whole: number | null, without: number | null): Moved => ({
  whole,
  without,
  change: whole === null || without === null ? null : without - whole,
})
const isUnmoved = ({ whole, without }: Moved): boolean => whole === without

type Exposed = Pick<BriefAdopter, 'exposure'> | undefined
const exposures = (channels: readonly string[], whole: Exposed, without: Exposed) =>
  Object.fromEntries(
    channels.map((channel) => [channel, moved(whole?.exposure[channel] ?? null, without?.exposure[channel] ?? null)]),
  )

export const adoptionKey = ({ state, spell }: Pick<BriefAdopter, 'state' | 'spell'>): string => `${state} ${spell}`

const adoptersBeside = (whole: Measured, without: Measured): readonly AdopterBeside[] => {
  const beside = (one: BriefAdopter | undefined, other: BriefAdopter | undefined): AdopterBeside[] => {
    const either = one ?? other
    if (either === undefined) return []
    const exposure = exposures(whole.channels, one, other)
    const [date, dateWithout] = [one?.date ?? null, other?.date ?? null]
    return [
      {
        state: either.state,
        name: either.name,
        spell: either.spell,
        date,
        dateWithout,
        threshold: moved(one?.threshold ?? null, other?.threshold ?? null),
        exposure,
        same: date === dateWithout && Object.values(exposure).every(isUnmoved),
      },
    ]
  }
  const others = new Map(without.adopters.map((one) => [adoptionKey(one), one]))
  const known = new Set(whole.adopters.map(adoptionKey))
  return [
    ...whole.adopters.flatMap((one) => beside(one, others.get(adoptionKey(one)))),
    ...without.adopters.filter((one) => !known.has(adoptionKey(one))).flatMap((one) => beside(undefined, one)),
  ]
}

const meansOf = (channels: readonly string[], adopters: readonly AdopterBeside[]): SpreadWithout['exposure'] => {
  const meanOf = (channel: string): SpreadWithout['exposure'][string] => {
    const pairs = adopters.flatMap(({ exposure: { [channel]: of } }) =>
      of === undefined || of.whole === null || of.without === null ? [] : [{ whole: of.whole, without: of.without }],
    )
    const mean = (values: readonly number[]): number | null =>
      values.length === 0 ? null : sum(values) / values.length
    return {
      ...moved(mean(pairs.map(({ whole }) => whole)), mean(pairs.map(({ without }) => without))),
      adoptions: pairs.length,
    }
  }
  return Object.fromEntries(channels.map((channel) => [channel, meanOf(channel)]))
}

const curveIn = ({ curve }: Measured): SpreadWithout['curve'] => {
  const brief = ({ count, share }: z.infer<typeof countOut>) => ({ count, share })
  return curve.map(({ year, system, signed, consented, inForce }) => ({
    year,
    system,
    signed: brief(signed),
    consented: brief(consented),
    inForce: brief(inForce),
  }))
}

const sameJson = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** The whole beside the same without. */
const besideEachOther = (whole: Measured, without: Measured): Omit<SpreadWithout, 'leftOut'> => {
  const adopters = [...adoptersBeside(whole, without)]
  const others = new Map(without.neverAdopted.map((one) => [one.state, one]))
  const neverAdopted = whole.neverAdopted.flatMap((one) => {
    const other = others.get(one.state)
    const { state, name } = one
    return other === undefined ? [] : [{ state, name, exposure: exposures(whole.channels, one, other) }]
  })
  const isEvery =
    whole.neverAdopted.length === without.neverAdopted.length && neverAdopted.length === without.neverAdopted.length
  const [date, dateWithout] = [whole.tipping?.date, without.tipping?.date]
  const curve = curveIn(without)
  return {
    same:
      isEvery &&
      adopters.every(({ same }) => same) &&
      neverAdopted.every(({ exposure }) => Object.values(exposure).every(isUnmoved)) &&
      sameJson(whole.tipping, without.tipping) &&
      sameJson(curveIn(whole), curve),
    tipping: without.tipping,
    tipsLaterBy: date === undefined || dateWithout === undefined ? null : parseDay(dateWithout) - parseDay(date),
    exposure: meansOf(whole.channels, adopters),
    adopters,
    neverAdopted,
    curve,
  }
}

/**
 * A spread as it would be measured without some things, beside the whole. `ask` gives a spread in another world. Throws
 * what `worldWithout` throws.
 */
export const spreadWithout = async (
  world: Snapshot,
  input: { readonly channel?: readonly ChannelId[] | undefined; readonly without: readonly string[] },
  whole: Measured,
  ask: (left: Snapshot) => Promise<Measured>,
): Promise<SpreadWithout> => {
  const { left, things } = await worldWithout(world, input.without)
  const channels = input.channel ?? [formal]
  const leftOut = await bearing(world, things, { channels, countsStates: true, namesIgos: false })
  return { leftOut: [...leftOut], ...besideEachOther(whole, await ask(left)) }
}

const decimals = (value: number | null): string => (value === null ? '-' : value.toFixed(4)).padStart(6)
const signed = (value: number | null): string =>
  value === null ? '-'.padStart(7) : `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(4)}`
const movedText = ({ whole, without, change }: Moved): string =>
  `${decimals(whole)} -> ${decimals(without)} (${signed(change)})`

const laterText = (days: number): string => {
  const count = `${Math.abs(days)} ${Math.abs(days) === 1 ? 'day' : 'days'}`
  return days < 0 ? ` (${count} earlier)` : ` (${count} later)`
}

const tippingMoves = (whole: Measured, { tipping, tipsLaterBy }: SpreadWithout): string => {
  const said = ({ date, adopters, system }: NonNullable<Measured['tipping']>): string =>
    `${date}, ${adopters} of ${system}`
  const [one, other] = [whole.tipping, tipping].map((of) => (of === null ? 'not reached' : said(of)))
  const moves = tipsLaterBy === null || tipsLaterBy === 0 ? '' : laterText(tipsLaterBy)
  return one === other ? `  tipping: ${one} in both` : `  tipping: ${one} -> ${other}${moves}`
}

const consentsMove = ({ curve }: Measured, without: SpreadWithout): readonly string[] => {
  const [last, other] = [curve.at(-1), without.curve.at(-1)]
  if (last === undefined || other === undefined) return []
  const said = ({ consented, system }: SpreadWithout['curve'][number]): string => `${consented.count} of ${system}`
  const moves = said(last) === said(other) ? `${said(last)} in both` : `${said(last)} -> ${said(other)}`
  return [`  consented in ${last.year}: ${moves}`]
}

const adopterText = (one: AdopterBeside): string => {
  const dates = one.date === one.dateWithout ? '' : ` (${one.date ?? 'no adoption'} -> ${one.dateWithout ?? 'none'})`
  const values = Object.values(one.exposure).map(movedText).join('  ')
  return `    ${one.state.padEnd(6)} ${values}  ${one.name}${dates}`
}

/** The whole beside what it would be, as a terminal shows it: those alone whose numbers differ. */
export const spreadWithoutText = (
  whole: Measured & { readonly without?: SpreadWithout | undefined },
): readonly string[] => {
  const { without } = whole
  if (without === undefined) return []
  if (without.same) return [...leftOutText(without.leftOut), ...sameText(without.leftOut)]
  const differing = without.adopters.filter(({ same }) => !same)
  const rest = without.adopters.length - differing.length
  return [
    ...leftOutText(without.leftOut),
    tippingMoves(whole, without),
    ...consentsMove(whole, without),
    ...Object.entries(without.exposure).map(
      ([channel, of]) => `  mean exposure by ${channel} of ${of.adoptions} adoptions: ${movedText(of)}`,
    ),
    `  exposed the year before by ${whole.channels.join(', ')}, with -> without; ` +
      `${rest} adoptions are the same in both`,
    ...differing.map(adopterText),
  ]
}
