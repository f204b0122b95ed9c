import { hash } from 'node:crypto'
import { canonicalJson } from '../../events/json.ts'
import { asRowDamage } from '../../readmodel/damaged.ts'
import type { Question } from './question.ts'
import { clocksOf, type Snapshot } from './snapshot.ts'
import { sources, version } from '../../package/version.ts'

/** An answer that names itself. */
export interface Released {
  readonly answer: object & { readonly releaseId: string }
  readonly releaseId: string
}

/**
 * Names an answer: SHA-256 (its first 32 hexadecimal digits) over what determines it, which is the prefix of the log
 * that was known, the program (its version and the digest of its sources), the question, its settled parameters and
 * both clocks. The same id means the same bytes, on every engine.
 */
export const releaseIdOf = (world: Snapshot, question: Pick<Question, 'name'>, input: object): string => {
  const { asOf, asKnownAt } = clocksOf(world)
  const parameters = JSON.parse(JSON.stringify(input)) as object
  const program = { version, sources }
  const decisive = { program, log: world.prefix, question: question.name, parameters, asOf, asKnownAt }
  return hash('sha256', canonicalJson(decisive), 'hex').slice(0, 32)
}

/** The world that a question is asked of: the one that was opened, or another moment of it that what is asked says. */
export const placed = async (
  { place }: Pick<Question, 'place'>,
  world: Snapshot,
  input: Parameters<Question['answer']>[1],
): Promise<Snapshot> => (place === undefined ? world : place(world, input))

/** What was asked, with all that was meant: releases are named by it. */
export const settled = async (
  { settle }: Pick<Question, 'settle'>,
  world: Snapshot,
  input: Parameters<Question['answer']>[1],
): Promise<Parameters<Question['answer']>[1]> => (settle === undefined ? input : settle(world, input))

/**
 * Asks a question: the answer, with its release id. Every face asks through here, but for tables that are read page by
 * page: these have no answer to put it in. Throws `read-model-damaged` where a row cannot be read.
 */
export const ask = async (
  question: Question,
  opened: Snapshot,
  input: Parameters<Question['answer']>[1],
  answer: Question['answer'] = question.answer,
): Promise<Released> => {
  try {
    const world = await placed(question, opened, input)
    const meant = await settled(question, world, input)
    const releaseId = releaseIdOf(world, question, meant)
    return { answer: { ...(await answer(world, meant)), releaseId }, releaseId }
  } catch (thrown) {
    throw asRowDamage(thrown)
  }
}
