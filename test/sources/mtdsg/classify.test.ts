import { describe, expect, it } from 'vitest'
import { classOf } from '../../../src/sources/mtdsg/classify.ts'
import { objectedIn } from '../../../src/sources/mtdsg/objections.ts'
import { provisionsIn } from '../../../src/sources/mtdsg/provisions.ts'
import { statementSegmentsOf } from '../../../src/sources/mtdsg/segments.ts'
import { madeOf } from '../../../src/sources/mtdsg/when-made.ts'

/** Texts made up for the test, in the words that depositaries print. */
const segment = (text: string, ...titles: readonly string[]) => ({ titles, dated: undefined, text, notes: [] })
const read = (text: string, ...titles: readonly string[]) => classOf(segment(text, ...titles), '4-9', false)

describe('what a text says of itself', () => {
  it.each([
    [
      'The State does not consider itself bound by article 30, paragraph 1.',
      [],
      { is: 'reservation', provisions: ['30'] },
    ],
    ['The State shall apply article 3 with care.', ['Reservation:'], { is: 'reservation', provisions: ['3'] }],
    [
      'The State does not consider itself bound by article IX. It holds that article VI binds its courts.',
      [],
      { is: 'reservation', provisions: ['IX'] },
    ],
    ['Only as far as its law permits.', ['Reservation to article 9:'], { is: 'reservation', provisions: ['9'] }],
    [
      'It makes a reservation with respect to article? thereof.',
      ['Reservation:'],
      { is: 'declaration', kind: 'unclassified' },
    ],
    [
      'The State understands that article 1 covers no lawful sanctions.',
      ['Declaration:'],
      { kind: 'interpretative', provisions: ['1'] },
    ],
    ['Anything.', ['Understanding:'], { kind: 'interpretative' }],
    ['Anything.', ['Declaration and reservation:'], { kind: 'unclassified' }],
    ['It does not consider itself bound by article 5.', ['Declaration:'], { kind: 'unclassified', provisions: ['5'] }],
    ['This accession shall in no way imply recognition of Israel.', ['Declaration:'], { kind: 'political' }],
    ['The Convention shall not apply to Greenland.', ['Declaration:'], { kind: 'territorial' }],
    [
      'The State recognizes the competence of the Committee under articles 21 and 22.',
      ['Declaration:'],
      { kind: 'optionalClause', provisions: ['21', '22'] },
    ],
    [
      'The State does not recognize the competence of the Committee under article 20.',
      ['Declaration:'],
      { kind: 'unclassified' },
    ],
    ['The State welcomes the Convention.', ['Declaration:'], { kind: 'unclassified', provisions: [] }],
  ])('%s %j', (text, titles, expected) => {
    expect(read(text, ...titles)).toMatchObject(expected)
  })
})

describe('the articles that a text names', () => {
  it.each([
    ['article 20, paragraphs 1 and 2, and article 22 (1)', ['20', '22']],
    ['articles V, VII and IX', ['V', 'VII', 'IX']],
    ['article 36 of the Statute of the Court', []],
    ['article 5 of the Constitution and article 6 of the Convention', ['6']],
    ['the articles of faith', []],
  ])('%s', (text, articles) => expect(provisionsIn(text)).toEqual(articles))
})

describe('parts of what a participant said', () => {
  const paragraph = (text: string, kind: 'title' | 'text' | 'right' = 'text') => ({ kind, text, notes: [] })
  it('are set apart by headings and dates at the margin; at which act holds until another one is named', () => {
    const found = statementSegmentsOf([
      paragraph('Upon signature:', 'title'),
      paragraph('Declaration:'),
      paragraph('One.'),
      paragraph('Reservation:', 'title'),
      paragraph('Two.'),
      paragraph('Upon ratification:', 'title'),
      paragraph('Three.'),
      paragraph('9 April 1992', 'right'),
      paragraph('Four.'),
    ])
    expect(found.map(({ titles, dated, text }) => [titles, dated, text])).toEqual([
      [['Upon signature:', 'Declaration:'], undefined, 'One.'],
      [['Upon signature:', 'Reservation:'], undefined, 'Two.'],
      [['Upon ratification:'], undefined, 'Three.'],
      [[], '1992-04-09', 'Four.'],
    ])
  })
  const own = { signature: '1985-02-04', consent: '1988-10-21' }
  it.each([
    [[], undefined, { at: 'consent', on: '1988-10-21' }],
    [['Upon signature:'], undefined, { at: 'signature', on: '1985-02-04' }],
    [
      ['Reservation made upon signature and confirmed upon ratification:'],
      undefined,
      { at: 'consent', on: '1988-10-21' },
    ],
    [[], '1992-04-09', { at: 'late', on: '1992-04-09' }],
    [[], '1988-10-21', { at: 'consent', on: '1988-10-21' }],
  ])('were made as they say: %j %s', (titles, dated, expected) =>
    expect(madeOf({ ...segment('', ...titles), dated }, own)).toEqual(expected),
  )
})

describe('objections', () => {
  const known = new Set(['El Salvador', 'Malaysia', 'Singapore', 'Tunisia', 'Burundi'])
  const objected = (text: string, ...titles: readonly string[]) => objectedIn(titles, text, (name) => known.has(name))
  it.each([
    [
      'It shall not preclude the entry into force of the Convention.',
      ['With regard to the reservation made by El Salvador upon accession:'],
      { to: ['El Salvador'], precludes: false },
    ],
    [
      'It objects.',
      ['With regard to the reservations made by Malaysia and Singapore upon accession:'],
      { to: ['Malaysia', 'Singapore'], precludes: false },
    ],
    [
      'The Government of Sweden has examined the declaration made by the Republic of Tunisia upon accession.',
      [],
      { to: ['Tunisia'], precludes: false },
    ],
    [
      'It does not regard as valid the reservation made by Burundi, ' +
        'and does not consider itself bound by the Convention towards it. It is not in force between the two.',
      [],
      { to: ['Burundi'], precludes: true },
    ],
    ['It objects to all reservations that are incompatible with the Convention.', [], undefined],
    ['It objects.', ['With regard to the reservation made by Atlantis upon accession:'], undefined],
  ])('%s %j', (text, titles, expected) => expect(objected(text, ...titles)).toEqual(expected))
})
