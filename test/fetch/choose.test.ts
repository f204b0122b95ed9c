import { describe, expect, it } from 'vitest'
import { choose, readChapters, readList } from '../../src/fetch/choose.ts'
import { readInstrument, type Instrument } from '../../src/fetch/instrument.ts'

const instruments = (...texts: readonly string[]): readonly Instrument[] =>
  texts.flatMap((text) => readInstrument(text) ?? [])
const register = instruments('XXVI-2', 'IV-9', 'IV-4', 'XVIII-10')

const chosen = async (named: readonly string[], chapters: string | undefined): Promise<readonly string[]> => {
  const found = await choose({
    named: instruments(...named),
    chapters: chapters === undefined ? [] : readChapters(chapters),
    list: () => Promise.resolve(register),
  })
  return found.map(({ number }) => number)
}

async function* lines(...texts: readonly string[]): AsyncGenerator<string> {
  yield* texts
}

describe('which instruments are fetched', () => {
  it('all of the list, where nothing is named', async () =>
    expect(await chosen([], undefined)).toEqual(['IV-4', 'IV-9', 'XVIII-10', 'XXVI-2']))
  it('those of chapters', async () => expect(await chosen([], '4,XXVI')).toEqual(['IV-4', 'IV-9', 'XXVI-2']))
  it('those that are named, whatever the list holds', async () =>
    expect(await chosen(['IV-15', 'IV-15'], undefined)).toEqual(['IV-15']))
  it('those that are named, and chapters', async () =>
    expect(await chosen(['IV-15'], 'XXVI')).toEqual(['IV-15', 'XXVI-2']))
  it('never none', async () => {
    await expect(chosen([], 'VII')).rejects.toMatchObject({ code: 'nothing-to-fetch' })
    await expect(choose({ named: [], chapters: [], list: () => Promise.resolve([]) })).rejects.toMatchObject({
      code: 'nothing-to-fetch',
      message: 'no instrument is known by a number of the depositary.',
    })
  })
  it('no chapter that there is not', () =>
    expect(() => readChapters('IV,torture')).toThrow('"torture" is no chapter of the register.'))
})

describe('a list', () => {
  it('holds one number a line', async () =>
    expect(await readList(lines('# ours', 'IV-9', '', '  26-2-a '), 'list.txt')).toEqual(
      instruments('IV-9', 'XXVI-2-a'),
    ))
  it('is refused by its line', async () =>
    await expect(readList(lines('IV-9', 'CAT'), 'list.txt')).rejects.toMatchObject({
      code: 'bad-list',
      where: 'list.txt, line 2',
    }))
})
