import { describe, expect, it } from 'vitest'
import { recognise } from '../../src/sources/index.ts'
import { untcDeclarations } from '../../src/sources/untc/untc-declarations.ts'
import { inShort, read } from './table-in-memory.ts'

describe('the texts of declarations of 2015', () => {
  it('are undated: each holds from the consent on, under a name of its own, and is not classified', async () => {
    expect(
      await read(untcDeclarations, [{ treaty: '4-9', participant: 'Chad', text: ' "It declares that …" ' }]),
    ).toEqual([
      {
        rows: [1, 1],
        stream: ['treaty', { scheme: 'untc', code: '4-9' }],
        type: 'DeclarationMade',
        fact: 'declaration/untc-2015',
        references: { actor: { scheme: 'name', code: 'Chad', on: '2015-03-14' } },
        data: { declaration: 'untc-2015', kind: 'unclassified', at: 'consent', text: '"It declares that …"' },
        locator: '4-9, Chad',
      },
    ])
  })

  it('are empty here and there, which says nothing', async () => {
    const rows = [
      { treaty: '1-4', participant: 'Djibouti', text: ' ' },
      { treaty: '', participant: 'Chad', text: 'x' },
      { treaty: '4-9', participant: '', text: 'x' },
    ]
    expect(inShort(await read(untcDeclarations, rows))).toEqual(['skipped no-value', 'bad treaty', 'bad participant'])
  })

  it('are recognised by their columns', () =>
    expect(recognise(['treaty', 'participant', 'text'])).toBe(untcDeclarations))
})
