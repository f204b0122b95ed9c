import { describe, expect, it } from 'vitest'
import { written } from '../../src/exports/write-answer.ts'
import { readInput } from '../../src/queries/question/read-input.ts'
import { theBundledCase } from '../support/a-workspace-of.ts'
import { questionNamed } from '../support/ask.ts'

const opened = theBundledCase()

const panels = [
  ['panel memberships', 'states', { from: '1985', to: '1996', system: 'un' }],
  ['panel status', 'states', { subject: 'cat', from: '1985', to: '1996', system: 'un' }],
  ['panel dyads', 'years', { from: '1985', to: '1996', system: 'un', states: 'aut,deu,fra,usa' }],
] as const

describe.each(panels)('%s', (name, of, given) => {
  it.each(['csv', 'jsonl', 'json'] as const)('as %s begins before the second part of it is made', async (format) => {
    const done: number[] = []
    let parts = 0
    const progress = (words: string, count: number, all: number): void => {
      if (words !== `${of} done:`) return
      done.push(count)
      parts = all
    }
    const asked = questionNamed(name)
    const world = await opened.workspace().world({ asOf: '2020-01-01' })
    const { chunks } = await written(asked, { ...world, progress }, readInput(asked, given, String), format)
    const taken: string[] = []
    for await (const chunk of chunks) {
      taken.push(String(chunk))
      if (taken.join('').length > 700) break
    }
    expect(taken.join('')).toMatch(/afg|aut/)
    // Of the part that is being made it is said how many were done before.
    expect(done).toEqual([0])
    expect(parts).toBeGreaterThan(10)
  })
})
