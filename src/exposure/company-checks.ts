import { badInput } from '../common/error.ts'
import type { Rows } from './sparse-rows.ts'

/** Checks of arguments. Each complaint names the argument, what came, and what was expected. */

export const checkLength = (name: string, values: ArrayLike<unknown>, count: number, per: string): void => {
  if (values.length === count) return
  throw badInput('bad-argument', `${name} has ${values.length} entries; expected ${count}, one for each ${per}.`)
}

export const checkDistinct = (name: string, ids: readonly string[]): void => {
  const seen = new Set<string>()
  for (const id of ids) {
    if (seen.has(id)) throw badInput('bad-argument', `${name} holds "${id}" twice; expected each id once.`)
    seen.add(id)
  }
}

export const checkState = (state: number, count: number): void => {
  if (Number.isInteger(state) && state >= 0 && state < count) return
  throw badInput('bad-argument', `state is ${state}; expected its index, from 0 to ${count - 1}.`)
}

export const checkRows = (name: string, rows: Rows, rowCount: number, itemCount: number): void => {
  const { start, items } = rows
  if (start.length !== rowCount + 1) {
    throw badInput(
      'bad-argument',
      `${name}.start has ${start.length} entries; expected ${rowCount + 1}, one more than there are rows.`,
    )
  }
  if (start[0] !== 0 || start[rowCount] !== items.length) {
    const expected = `expected 0 to ${items.length}, the length of ${name}.items`
    throw badInput('bad-argument', `${name}.start runs from ${start[0]} to ${start[rowCount]}; ${expected}.`)
  }
  for (let r = 0; r < rowCount; r++) {
    if (start[r]! > start[r + 1]!)
      throw badInput('bad-argument', `${name}.start falls after row ${r}; expected it never to fall.`)
    checkRow(name, items, start[r]!, start[r + 1]!, itemCount)
  }
}

export const checkScores = (scores: ArrayLike<number>, rated: ArrayLike<number>, states: readonly string[]): void => {
  for (let i = 0; i < states.length; i++) {
    if (rated[i] !== 0 && rated[i] !== 1)
      throw badInput('bad-argument', `rated[${i}] (${states[i]}) is ${rated[i]}; expected 0 or 1.`)
    if (rated[i] && !Number.isFinite(scores[i])) {
      throw badInput(
        'bad-argument',
        `scores[${i}] (${states[i]}) is ${scores[i]}, yet rated; expected a finite number, or rated 0.`,
      )
    }
  }
}

const checkRow = (name: string, items: Uint32Array, from: number, to: number, itemCount: number): void => {
  for (let k = from; k < to; k++) {
    if (items[k]! >= itemCount)
      throw badInput('bad-argument', `${name}.items[${k}] is ${items[k]}; expected less than ${itemCount}.`)
    if (k > from && items[k]! <= items[k - 1]!) {
      const came = `${name}.items[${k}] is ${items[k]} after ${items[k - 1]}`
      throw badInput('bad-argument', `${came}; expected each row ascending, without repeats.`)
    }
  }
}
