import { z } from 'zod'
import { badInput } from '../../common/error.ts'
import { bearing, leftOutText, sameText } from '../channels/bearing.ts'
import { channelIds, formal } from '../channels/index.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { leftOutOut, worldWithout } from '../record/leave-out.ts'
import type { BriefExposure } from './exposure-answer.ts'
import { exposureOf, type Settled } from './find-exposure.ts'
import { movedText } from './sensitivity-text.ts'

const valueWithout = {
  channel: z.enum(channelIds),
  value: z.number().nullable().describe('The exposure without them; null where there is none then'),
  min: z.number().nullable(),
  max: z.number().nullable(),
  missing: z.string().nullable().describe('Why there is no value without them'),
  coverage: z.number(),
  degree: z.int(),
  change: z.number().nullable().describe('What the value without them is more than that of the whole; null: no value'),
}

export const exposureWithoutOut = z
  .object({
    leftOut: z.array(leftOutOut),
    same: z.boolean().describe('Whether no number here differs from that of the whole'),
    ...valueWithout,
    channels: z.array(z.object(valueWithout)).optional().describe('By each channel that was asked for'),
  })
  .describe(
    "The same measured in a world where those things are left out. Arithmetic, no causal claim: nobody's acts " +
      'change, only what is counted',
  )
export type ExposureWithout = z.infer<typeof exposureWithoutOut>

type Numbers = Pick<BriefExposure, 'channel' | 'value' | 'min' | 'max' | 'missing' | 'coverage' | 'degree'>

const beside = (whole: Numbers, { channel, value, min, max, missing, coverage, degree }: Numbers) => ({
  channel,
  value,
  min,
  max,
  missing,
  coverage,
  degree,
  change: whole.value === null || value === null ? null : value - whole.value,
})

const isSame = (whole: Numbers, other: Numbers): boolean =>
  (['value', 'min', 'max', 'missing', 'coverage', 'degree'] as const).every((name) => whole[name] === other[name])

/**
 * An exposure as it would be measured without some things. Throws `bad-input` where the state itself is among them, and
 * what `worldWithout` throws.
 */
export const exposureWithout = async (
  world: Snapshot,
  input: Settled,
  whole: BriefExposure,
  words: readonly string[],
): Promise<ExposureWithout> => {
  const { left, things } = await worldWithout(world, words)
  if (left.without?.states.has(whole.state) === true)
    throw badInput('bad-input', `without ${whole.state} there is nobody whose exposure is asked for.`, {
      where: 'without',
    })
  const { brief: found } = await exposureOf(left, input)
  const channels = (whole.channels ?? []).flatMap((one) => {
    const other = found.channels?.find(({ channel }) => channel === one.channel)
    return other === undefined ? [] : [{ one, other }]
  })
  return {
    leftOut: [
      ...(await bearing(world, things, {
        channels: input.channel ?? [formal],
        countsStates: false,
        namesIgos: input.igos !== undefined,
      })),
    ],
    same: isSame(whole, found) && channels.every(({ one, other }) => isSame(one, other)),
    ...beside(whole, found),
    ...(whole.channels !== undefined && { channels: channels.map(({ one, other }) => beside(one, other)) }),
  }
}

const valueText = (whole: Numbers, { value, missing, change, coverage, degree }: ExposureWithout | Channel): string => {
  const moved =
    whole.value === null
      ? `no value -> ${value === null ? 'no value' : value.toFixed(4)}`
      : movedText(whole.value, { without: value, change })
  return `${moved}${missing === null ? '' : `: ${missing}`} · coverage ${coverage.toFixed(3)} · degree ${degree}`
}
type Channel = NonNullable<ExposureWithout['channels']>[number]

/** The whole beside what it would be, and the difference; or that there is none. */
export const exposureWithoutText = (
  whole: BriefExposure & { readonly without?: ExposureWithout | undefined },
): readonly string[] => {
  const { without } = whole
  if (without === undefined) return []
  const [, ...others] = without.channels ?? []
  const numbers = [
    `  ${without.channels === undefined ? '' : `by ${without.channel}: `}${valueText(whole, without)}`,
    ...others.map((one) => {
      const of = whole.channels?.find(({ channel }) => channel === one.channel) ?? whole
      return `  by ${one.channel}: ${valueText(of, one)}`
    }),
  ]
  return [...leftOutText(without.leftOut), ...(without.same ? sameText(without.leftOut) : numbers)].map(
    (line) => `  ${line}`,
  )
}
