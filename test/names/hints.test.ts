import { describe, expect, it } from 'vitest'
import type { SubjectKind } from '../../src/names/names.ts'
import { catalogueNames } from './catalogue-names.ts'

const names = catalogueNames()

const hintFor = (kinds: readonly SubjectKind[], word: string): string => names.hint(kinds, word)

describe('what was probably meant', () => {
  // Each word is an id or a name of the catalogue with one letter doubled, left out or changed.
  it.each([
    [['treaty', 'norm'], 'torturre', '(torture)'],
    [['treaty', 'norm'], 'tortur', '(torture)'],
    [['treaty', 'norm'], 'ottowa', '(ottawa)'],
    [['treaty', 'norm'], 'Kyotto', '(kyoto)'],
    [['norm'], 'tortue', '(torture)'],
    [['treaty'], 'icccpr', '(iccpr)'],
    [['state'], 'Frnce', 'France (fra)'],
    [['state'], 'Swazilnd', '(swz)'],
    [['igo'], 'Council of Eurpe', '(coe)'],
  ] as const)('is looked for among %j, by id and by name: %s', (kinds, word, expected) => {
    expect(hintFor(kinds, word)).toMatch(/^Closest: /)
    expect(hintFor(kinds, word)).toContain(expected)
  })
  it.each([
    ['igo', 'cat', /^It is a treaty \(Convention against Torture.*\), where an organisation was expected\.$/],
    ['state', 'cat', /^It is a treaty .*, where an actor was expected\.$/],
    ['treaty', 'fra', /^It is an actor \(France\), where a treaty was expected\.$/],
    ['norm', 'nato', /^It is an organisation \(.*\), where a norm was expected\.$/],
    ['treaty', 'torture', /^It is a norm .*, where a treaty was expected\.$/],
    ['igo', 'France', /^It is an actor \(France\), where an organisation was expected\.$/],
  ] as const)('is said where it is of another kind: %s %s', (kind, word, expected) => {
    expect(hintFor([kind], word)).toMatch(expected)
  })
  it('is looked for among other kinds where nothing of the kind is spelt so', () => {
    expect(hintFor(['state'], 'torturre')).toMatch(
      /^No known actor is spelt like it\. Closest is a norm, .*\(torture\)\.$/,
    )
    expect(hintFor(['igo', 'treaty'], 'zzzzzzzzzzzz')).toBe('No known organisation or treaty is spelt like it.')
  })
  it('says of several kinds what the word is none of', () => {
    expect(names.unknown(['treaty', 'norm'], 'torturre')).toMatchObject({
      code: 'unknown-subject',
      message: '"torturre" is neither a treaty nor a norm that normtrail knows.',
    })
    expect(names.unknown(['igo'], 'nobody')).toMatchObject({
      code: 'unknown-organisation',
      message: '"nobody" is no organisation that normtrail knows.',
    })
  })
})
