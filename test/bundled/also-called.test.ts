import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asker } from '../support/ask.ts'
import { loadBundledCase, type BundledCase } from './bundled-case.ts'

interface Named {
  readonly id: string
  readonly name: string
  readonly also: readonly string[]
  readonly shortTitle?: string | null
}
type Kind = 'states' | 'treaties' | 'norms' | 'organisations'

let bundled: BundledCase
let found: Readonly<Record<Kind, readonly Named[]>>
beforeAll(async () => {
  bundled = await loadBundledCase()
  found = await asker(() => bundled.workspace)('names')
})
afterAll(() => bundled.remove())

const one = (kind: Kind, id: string): Named => {
  const named = found[kind].find((each) => each.id === id)
  if (named === undefined) throw new Error(`No ${id} among ${kind}.`)
  return named
}

describe('names, with whatever else a thing is or was called', () => {
  it.each<[Kind, string, string[]]>([
    // As the United Nations called the state before 2 June 2022, and the codes of ISO 3166-1 and of the COW project.
    ['states', 'tur', ['Turkey', 'TUR']],
    ['states', 'rus', ['USSR', 'Soviet Union', 'RUS']],
    ['states', 'mmr', ['Burma', 'MMR', 'MYA']],
    ['states', 'che', ['CHE', 'SWZ']],
    // The numbers of the depositary: Multilateral Treaties Deposited with the Secretary-General.
    ['treaties', 'cat', ['CAT', 'Convention against Torture', 'IV-9']],
    ['treaties', 'rome', ['Rome Statute', 'XVIII-10']],
    ['treaties', 'untc-27-8-a', ['XXVII-8-a']],
    ['treaties', 'istanbul', ['Istanbul Convention', 'CETS 210']],
    ['organisations', 'asean', ['Association of Southeast Asian Nations']],
    ['norms', 'death-penalty', ['capital punishment']],
  ])('%s: %s', (kind, id, expected) => expect(one(kind, id).also).toEqual(expect.arrayContaining(expected)))

  it('each once, without the name it goes by and its id; codes of digits and of two letters are left to tables', () => {
    for (const kind of ['states', 'treaties', 'norms', 'organisations'] as const)
      for (const { id, name, also } of found[kind]) {
        expect(also).toEqual([...new Set(also)].toSorted())
        expect(also).not.toContain(name)
        expect(also).not.toContain(id)
        expect(also.filter((code) => /^\d+$/.test(code))).toEqual([])
      }
    expect(one('states', 'tur').also).not.toContain('TR')
  })
  it('and what a treaty is spoken of as', () => {
    expect(one('treaties', 'istanbul').shortTitle).toBe('Istanbul Convention')
    expect(one('treaties', 'cat').shortTitle).toBe('Convention against Torture')
    expect(one('treaties', 'untc-4-7').shortTitle).toBe('Apartheid Convention')
  })
})
