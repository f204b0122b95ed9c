/**
 * The great powers of the Correlates of War, by state and years, and who sits in the Security Council for good. Its
 * permanent members are five; in the name of China sat the Republic of China, from 8 December 1949 on from Taiwan,
 * until the General Assembly restored the seat to the People's Republic.
 */
import type { CitedSource } from '../../src/events/source.ts'
import type { ClassEntry } from './entry.ts'

const powers: readonly (readonly [actor: string, from: string, through?: string])[] = [
  ['usa', '1898'],
  ['gbr', '1816'],
  ['fra', '1816', '1940'],
  ['fra', '1945'],
  ['deu', '1816', '1918'],
  ['deu', '1925', '1945'],
  ['deu', '1991'],
  ['cow300', '1816', '1918'],
  ['ita', '1860', '1943'],
  ['rus', '1816', '1917'],
  ['rus', '1922'],
  ['chn', '1950'],
  ['jpn', '1895', '1945'],
  ['jpn', '1991'],
]

const resolution2758: CitedSource = {
  citation:
    'United Nations, General Assembly resolution 2758 (XXVI), Restoration of the lawful rights of the People’s ' +
    'Republic of China in the United Nations, 25 October 1971',
  kind: 'organisation',
  published: '1971-10-25',
}

const founding = { from: '1945-10-24', source: { ref: 'un-charter', locator: 'art. 23(1)' } } as const
const seats: readonly Pick<ClassEntry, 'actor' | 'from' | 'through' | 'source'>[] = [
  { actor: 'fra', ...founding },
  { actor: 'gbr', ...founding },
  { actor: 'rus', ...founding },
  { actor: 'usa', ...founding },
  { actor: 'chn', ...founding, through: '1949-12-07' },
  { actor: 'twn', from: '1949-12-08', through: '1971-10-24', source: resolution2758 },
  { actor: 'chn', from: '1971-10-25', source: resolution2758 },
]

export const greatPowers: readonly ClassEntry[] = [
  ...powers.map(([actor, from, through]): ClassEntry => ({
    classification: 'major-power',
    class: 'major',
    label: 'Major power',
    actor,
    from,
    ...(through !== undefined && { through }),
    source: { ref: 'cow-majors-2016' },
  })),
  ...seats.map((seat): ClassEntry => ({
    classification: 'unsc-permanent',
    class: 'permanent',
    label: 'Permanent member of the Security Council',
    ...seat,
  })),
]
