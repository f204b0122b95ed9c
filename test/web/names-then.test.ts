import { beforeAll, describe, expect, it } from 'vitest'
import { actorInSentence } from '../../web/src/words/names.ts'
import { namedOn, nameOn, tellRenamings } from '../../web/src/words/names-then.ts'

/** As the notes to the list of Member States date it: Eswatini from 19 April 2018. */
beforeAll(() =>
  tellRenamings([
    {
      state: 'swz',
      names: [
        { name: 'Swaziland', from: null, to: '2018-04-18' },
        { name: 'Eswatini', from: '2018-04-19', to: null },
      ],
    },
  ]),
)

describe('what the page calls a state on a day', () => {
  it.each([
    ['2018-04-18', 'Swaziland', 'Swaziland (today Eswatini)'],
    ['2018-04-19', 'Eswatini', 'Eswatini'],
  ])('on %s: %s', (day, then, beside) => {
    expect(nameOn('swz', day)).toBe(then)
    expect(namedOn('swz', day)).toBe(beside)
  })
  it('is what an answer calls it where nobody says that it took another name', () => {
    expect(nameOn('fra', '1900-01-01', 'France')).toBe('France')
    expect(namedOn('fra', 0, 'France')).toBe('France')
  })
  it.each([
    ['The former Yugoslav Republic of Macedonia', 'the former Yugoslav Republic of Macedonia'],
    ['Soviet Union', 'the Soviet Union'],
    ['Ottoman Empire', 'the Ottoman Empire'],
    ['Swaziland', 'Swaziland'],
  ])('has its article in a sentence: %s', (name, said) => expect(actorInSentence(name)).toBe(said))
})
