import { describe, expect, it } from 'vitest'
import { writingItself } from '../../src/common/json-entry.ts'
import type { Explanation } from '../../src/exposure/explanation.ts'
import { jsonChunks } from '../../src/exports/json.ts'
import type { CompanyOn } from '../../src/queries/network/company-on.ts'
import { termsOf } from '../../src/queries/exposure/exposure-terms.ts'

const json = (answer: unknown): string => [...jsonChunks(answer)].join('')
/** The JSON of the language itself, which knows of no entry that writes its own. */
const plainly = (answer: unknown): string => `${JSON.stringify(answer, null, 2)}\n`

describe('entries that write themselves', () => {
  it('are written by it, in the place of the entry', () => {
    const list = Array.from({ length: 12 }, (_, index) => writingItself({ index }, () => `"its own ${index}"`))
    expect(json({ list })).toBe(plainly({ list: list.map((_, index) => `its own ${index}`) }))
  })
  it('leave a copy, which may have other fields, to be written as it is', () => {
    const list = Array.from({ length: 12 }, (_, index) => ({ ...writingItself({ index }, () => '"old"'), more: true }))
    expect(json({ list })).toBe(plainly({ list }))
  })
})

describe('terms of organisations as JSON', () => {
  const partners = ['bra', 'with "quotes"', 'über', 'line\nbreak', 'unheard']
  const organisations = Array.from({ length: 12 }, (_, index) => (index === 3 ? 'a\\b\n"c"' : `igo-${index}`))
  const events: Readonly<Record<string, readonly string[]>> = {
    bra: ['one', 'two'],
    'with "quotes"': ['three "3"'],
    über: [],
  }
  const on = {
    scoreOf: (state: string) => (state in events ? { decidedBy: events[state] } : undefined),
    membershipEvents: (igo: string) => (state: string) =>
      ({ bra: ['seat'], 'line\nbreak': [`first of ${igo}`, 'second\n'] })[state] ?? [],
  } as unknown as CompanyOn
  const explanation = {
    by: 'organisation',
    state: 'bra',
    terms: organisations.map((organisation, index) => ({
      organisation,
      weight: index / 7,
      value: -index,
      contribution: 1e-9 * index,
      // The last organisation has nobody; of the others two partners have the same score, and not the same weight.
      partners: partners.slice(0, index === 11 ? 0 : 5).map((partner, place) => ({
        partner,
        weight: [0.1, 1 / 3, Number.NaN, -0, 1e21][place],
        value: place % 2,
        contribution: [0, 5e-324, Number.POSITIVE_INFINITY, 2 ** 53, -0.5][place],
      })),
    })),
  } as unknown as Explanation
  it.each(['igo', 'contiguity'] as const)('say what JSON.stringify says, by %s', (channel) => {
    const answer = { before: null, terms: termsOf(explanation, on, channel), after: 1 }
    expect(JSON.parse(json(answer))).toEqual(JSON.parse(plainly(answer)))
    expect(json(answer)).toContain('"decidedBy":[]')
    expect(json(answer)).toContain('"partners": []')
  })
  it('have a line for each partner, and else the lines of JSON.stringify', () => {
    const answer = { terms: termsOf(explanation, on, 'igo') }
    const onLines = (text: string): string =>
      text.replaceAll(/\n {8}\{\n[^}]*\}/g, (partner) => `\n        ${JSON.stringify(JSON.parse(partner))}`)
    expect(json(answer)).toBe(onLines(plainly(answer)))
  })
})
