import { describe, expect, it } from 'vitest'
import { loadNames } from '../../src/names/load.ts'
import type { Names, SubjectKind } from '../../src/names/names.ts'
import { parseDay } from '../../src/time/day.ts'
import { append } from '../support/append.ts'
import { theWorkspaceOf } from '../support/a-workspace-of.ts'
import { catalogueNames } from './catalogue-names.ts'

/** A log begins with the catalogue, so that its names are those of the catalogue's events. */
const { workspace, ask } = theWorkspaceOf(async (there) => {
  await append(there, {
    stream: 'state-fra',
    type: 'IdentifierMapped',
    sources: [{ citation: 'A list of nicknames, for tests', kind: 'scholarly' }],
    data: { scheme: 'name', code: 'The "Hexagon", <é>', from: '1958-10-04', to: '1999' },
  })
  await there.catchUp()
})

const namesAt = async (ordinal: number): Promise<Names> => loadNames(workspace().readModel.sql, ordinal)
const named = async (): Promise<Names> => namesAt(Number.MAX_SAFE_INTEGER - 1)
const kinds: readonly SubjectKind[] = ['state', 'treaty', 'igo', 'norm']
const defined = catalogueNames()

describe('names that are read from rows', () => {
  it('are the subjects that the catalogue defines', async () => {
    for (const kind of kinds) {
      const ids = defined.subjects(kind).map(({ id }) => id)
      expect(ids.length).toBeGreaterThan(5)
      expect((await named()).subjects(kind).map(({ id }) => id)).toEqual(expect.arrayContaining(ids))
    }
    for (const { id, name } of defined.subjects('state')) expect((await named()).nameOf('state', id)).toBe(name)
  })

  it('call an organisation by its last name, and understand the one before', async () => {
    // The Conference on Security and Co-operation in Europe became the Organization of that name on 1 January 1995.
    expect((await named()).nameOf('igo', 'osce')).toBe('OSCE')
    expect((await named()).lookUp('igo', 'Conference on Security and Co-operation in Europe')).toBe('osce')
  })

  it('mean on each day whom the events of the catalogue say, by id, code and name', async () => {
    const names = await named()
    const days = ['1985-06-01', '2024-01-01'].map(parseDay)
    const words = kinds.flatMap((kind) =>
      defined.subjects(kind).flatMap(({ id, name }) => [id, id.toUpperCase(), name, name.toLowerCase()]),
    )
    for (const kind of kinds)
      for (const word of [...words, '255', '345', 'GMY', 'SUN', 'Burma', 'Zaire', 'IV-9', 'nobody'])
        for (const day of days) expect(names.lookUp(kind, word, { day })).toBe(defined.lookUp(kind, word, { day }))
  })

  it('suggest what those of the catalogue do where a word means nothing', async () => {
    const names = await named()
    for (const word of ['torturre', 'Frnce', 'icccpr', 'zzzzzzzzzzzz'])
      for (const kind of kinds) expect(names.hint([kind], word)).toBe(defined.hint([kind], word))
  })

  it('hold whatever characters a name has, for its days', async () => {
    const found = (await named()).meanings('state', 'name', 'The "Hexagon", <é>')
    expect(found).toEqual([
      {
        scheme: 'name',
        code: 'The "Hexagon", <é>',
        kind: 'state',
        subject: 'fra',
        from: parseDay('1958-10-04'),
        to: parseDay('1999-01-01'),
      },
    ])
  })

  it('are those that were known at the ordinal', async () => {
    const { ordinal } = await workspace().log.head()
    expect((await namesAt(ordinal)).holders('state', 'The "Hexagon", <é>')).toHaveLength(1)
    expect((await namesAt(ordinal - 1)).holders('state', 'The "Hexagon", <é>')).toEqual([])
    expect((await namesAt(0)).hint(['state'], 'fra')).toMatch(/^The log is empty\./)
  })

  it('are understood by a question', async () => {
    const answer = await ask('status', { state: 'The "Hexagon", <é>', subject: 'cat' })
    expect(answer).toMatchObject({ state: 'fra', subject: 'cat' })
  })
})
