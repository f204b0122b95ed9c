import { describe, expect, it } from 'vitest'
import { absenceOn, absenceSentence, tooEarlySentence } from '../../web/src/words/not-there.ts'
import { sentenceOf } from '../../web/src/words/sentence.ts'

const plain = (text: string | undefined): string | undefined => text?.replaceAll('\u00a0', ' ')

/** As the Correlates of War have Lithuania: to 15 June 1940, and from 6 September 1991 on. */
const stays = [
  { from: '1918-02-16', to: '1940-06-16', began: '1918-02-16', ended: '1940-06-15' },
  { from: '1991-09-06', to: null, began: '1991-09-06', ended: null },
]

describe('a state on a day on which no system had it', () => {
  it.each([
    ['1918-02-15', { left: null, enters: '1918-02-16' }],
    ['1940-06-15', undefined],
    ['1940-06-16', { left: '1940-06-15', enters: '1991-09-06' }],
    ['1991-09-06', undefined],
  ])('%s', (day, absence) =>
    expect(absenceOn(stays, day, ['cow'])).toEqual(absence && { ...absence, systems: ['cow'], isOutside: true }),
  )
  it('is nothing that is known of one that never was in any', () =>
    expect(absenceOn([], '1990-01-01', ['cow'])).toBeUndefined())
  it('is said with when it left and entered it', () => {
    const said = (left: string | null, enters: string | null, system = 'cow') =>
      plain(absenceSentence('Croatia', '1985-01-01', { left, enters, systems: [system], isOutside: true }))
    expect(said(null, '1992-01-15')).toBe(
      'On 1 January 1985, Croatia was not in the state system; it entered it on 15 January 1992.',
    )
    expect(said('1940-06-15', '1991-09-06')).toContain(
      'its last day in it was 15 June 1940; it entered it again on 6 September 1991.',
    )
    expect(said('1970', null, 'un')).toBe(
      'On 1 January 1985, Croatia was no member of the United Nations; its last day as one was in 1970.',
    )
  })
  it('is said in the place of a status that says that nothing was done', () => {
    const told = { status: 'NONE', since: null, spell: 0, possible: ['NONE'], reason: null }
    const absence = { left: null, enters: '1992-01-15', systems: ['cow'], isOutside: true }
    const of = (more: object) => plain(sentenceOf({ ...told, ...more }, 'Croatia', 'the treaty', '1985-01-01'))
    expect(of({ absence })).toMatch(/^On 1 January 1985, Croatia was not in the state system/)
    expect(of({ absence, status: 'IN_FORCE' })).toBe('On 1 January 1985, Croatia was bound by the treaty.')
    expect(of({ adoption: { adopted: '1985-01-02', isNorm: false } })).toMatch(/^The treaty did not exist yet/)
    expect(of({ adoption: { adopted: '1985-01-01', isNorm: false } })).toMatch(/^On 1 January 1985, Croatia had taken/)
  })
})

describe('a norm before the first treaty that carries it', () => {
  it('is not said not to exist', () =>
    expect(
      plain(tooEarlySentence('the prohibition of torture', '1950-01-01', { adopted: '1950-11-04', isNorm: true })),
    ).toBe(
      'No treaty that carries the prohibition of torture was there yet on 1 January 1950: the first was concluded on ' +
        '4 November 1950.',
    ))
})
