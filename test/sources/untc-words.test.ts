import { describe, expect, it } from 'vitest'
import { decisions } from '../../src/sources/untc/legend-decisions.ts'
import { labelsOf, readLegend } from '../../src/sources/untc/untc-legend.ts'

const typeOf = (header: string, letter = '', treaty = '4-9') => {
  const meaning = readLegend(header, letter, treaty)?.meaning
  if (meaning === undefined || meaning === 'undecided') return meaning
  return 'type' in meaning ? meaning.type : `no act: ${meaning.noAct}`
}

describe('the legend of a column', () => {
  it('is split at labels, not at every comma', () => {
    const header =
      'Accession(a), Participation in the Convention by virtue of ratification, ' +
      'accession or succession to the Protocol, Signature ad referendum (s)'
    expect(labelsOf(header)).toEqual([
      { words: 'Accession', letter: 'a' },
      {
        words: 'Participation in the Convention by virtue of ratification, accession or succession to the Protocol',
        letter: '',
      },
      { words: 'Signature ad referendum', letter: 's' },
    ])
  })

  it('tells succession to a signature, which is no consent, from succession', () => {
    expect(typeOf('Signature, Succession to signature(d)', 'd')).toBe('TreatySignatureSucceeded')
    expect(typeOf('Signature, Succession to signature(d)')).toBe('TreatySigned')
    expect(typeOf('Accession(a), Succession(d)', 'd')).toBe('TreatySucceeded')
  })

  it('tells a definitive signature (s) from a signature ad referendum (s)', () => {
    expect(typeOf('Ratification, Definitive signature(s)', 's')).toBe('TreatySignedDefinitively')
    expect(readLegend('Signature, Signature ad referendum (s)', 's', '14-7')?.meaning).toEqual({
      type: 'TreatySigned',
      data: { kind: 'adReferendum' },
    })
    expect(typeOf('Signature, Signature ad referendum (s)')).toBe('TreatySigned')
  })

  it('reads a cell without a letter under the only label that there is', () => {
    expect(readLegend('Signature ad referendum (s)', '', '14-7-a')?.meaning).toEqual({
      type: 'TreatySigned',
      data: { kind: 'adReferendum' },
    })
  })

  it.each([
    ['Confirmation of signature ad referendum(C)', 'C', 'TreatySignatureConfirmed'],
    ['Definitive signature(s), Confirmation of signature', '', 'TreatySignatureConfirmed'],
    ['Succession(d), Consent to be bound(P)', 'P', 'TreatyConsentExpressed'],
    ['Simplified procedure(p), Accession(a)', 'p', 'TreatyConsentExpressed'],
    ['Formal confirmation(c), Accession(a), Ratification', 'c', 'TreatyFormallyConfirmed'],
    ['Ratification of the Convention as amended, Accession to the Convention as amended(a)', '', 'TreatyRatified'],
    ['Definitive acceptance', '', 'TreatyAccepted'],
    ['Provisional acceptance/accession', '', 'TreatyProvisionallyApplied'],
    ['Undertaking of provisional application in accordance with article 31', '', 'TreatyProvisionallyApplied'],
    ['Application', '', 'TreatyConsentExpressed'],
    ['Ratification, Acceptance(A), Participation(P)', 'P', 'TreatyConsentExpressed'],
  ])('reads "%s" (%s) as %s', (header, letter, type) => expect(typeOf(header, letter)).toBe(type))

  it('does not guess between several labels without a letter: consent, in one of these forms', () => {
    const header = 'Definitive signature of the Protocol, Acceptance of the Protocol, Succession to the Protocol'
    expect(readLegend(header, '', '7-2')).toEqual({
      meaning: { type: 'TreatyConsentExpressed' },
      label: 'Definitive signature of the Protocol / Acceptance of the Protocol / Succession to the Protocol',
    })
  })

  it('finds no act in a notice of non-provisional application, nor in one that the treaty may enter into force', () => {
    expect(typeOf('Notification of non-provisional application under article 7 (1) (b)')).toMatch(/^no act/)
    expect(typeOf('Notification under article 25')).toMatch(/^no act/)
  })

  // Agreement relating to the implementation of Part XI of UNCLOS, arts 4(1) and 5: consent to the Convention counts
  // for the Agreement.
  it.each(['P', 'p'])(
    'takes %s under the Part XI Agreement for consent that the Law of the Sea Convention implies; ' +
      'elsewhere it does not',
    (letter) => {
      const header = 'Simplified procedure(p), Definitive signature(s), Accession(a), Consent to be bound(P)'
      expect(readLegend(header, letter, '21-6-a')?.meaning).toEqual({
        type: 'TreatyConsentImplied',
        data: { through: 'unclos' },
      })
      expect(typeOf(header, letter, '26-2-a')).toBe('TreatyConsentExpressed')
    },
  )

  it('takes participation by virtue of the Protocol of 11 April 1980 for consent that the protocol implies', () => {
    const header =
      'Accession(a), Succession(d), Participation by virtue of accession to the Protocol of 11 April 1980(P)'
    expect(readLegend(header, 'P', '10-7-b')?.meaning).toEqual({
      type: 'TreatyConsentImplied',
      data: { through: 'untc-10-7-a' },
    })
  })

  it('finds nothing for a letter that the header does not explain', () =>
    expect(typeOf('Ratification, Accession(a)', 'A')).toBeUndefined())

  it('does not guess at a label that nobody has decided on, nor at one that begins like another', () => {
    expect(typeOf('A column that nobody knows')).toBe('undecided')
    expect(typeOf('Acceptance of an amendment')).toBe('undecided')
    expect(typeOf('Definitive signature of the Protocol, A column that nobody knows')).toBe('undecided')
  })

  it('decides on each label once', () => {
    const keys = decisions.map(({ words, letter, within = '' }) => `${words} (${letter}) ${within}`)
    expect(new Set(keys).size).toBe(keys.length)
  })
})
