import { z } from 'zod'
import { policyOf, policyText } from './source-policy.ts'
import { clocksOf, clocksText, type Snapshot } from './snapshot.ts'

/**
 * What a question makes of sources that tell rival things. `asked`: it takes `sources`, and its answer says whom it
 * believes. `parameter`: the same of an answer that lists its parameters, which say so. Else why rival sources cannot
 * change its answer: faces refuse a list of sources with that.
 */
export type Rivals = 'asked' | 'parameter' | { readonly withoutRivals: string }

const clocksOut = {
  asOf: z.string().describe('The day asked about'),
  asKnownAt: z.string().nullable().describe('The moment of knowledge asked for; null means all that is known'),
  ordinal: z.int().describe('The last event known then'),
}
const policyOut = {
  sources: z
    .string()
    .describe('Whom the answer believes where sources tell rival things: these in this order, and nobody else'),
}

/** The fields that an answer echoes: both clocks, the last event known then and, where it was asked, the policy. */
export type EchoOut<S extends Rivals> = S extends 'asked' ? typeof policyOut & typeof clocksOut : typeof clocksOut
export type Echo<S extends Rivals> = z.output<z.ZodObject<EchoOut<S>>>

export const echoOut = (sources: Rivals) => (sources === 'asked' ? { ...policyOut, ...clocksOut } : clocksOut)

const policyIn = (world: Snapshot) => ({ sources: policyOf(world).join(',') })

/** An answer with what it echoes of the world that gave it. What it has already of another question keeps its place. */
export const echoing = (sources: Rivals, world: Snapshot, answer: object) => ({
  ...answer,
  ...(sources === 'asked' && policyIn(world)),
  ...(sources === 'parameter' && { parameters: { ...parametersOf(answer), ...policyIn(world) } }),
  ...clocksOf(world),
})

const parametersOf = (answer: { readonly parameters?: object }) => answer.parameters

/** The echo in the first line of a text: `as of 2020-06-01, up to event 7995 · by dataset,depositary`. */
export const echoText = (answer: Echo<'asked'>): string => `${clocksText(answer)}${policyText(answer)}`
