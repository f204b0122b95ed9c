import { expect, it } from 'vitest'
import { shortTitle } from '../../web/src/words/short-title.ts'

const mtdsg = 'Multilateral Treaties Deposited with the Secretary-General'

it.each([
  [
    `United Nations, ${mtdsg}, chapter IV.9, Convention against Torture and Other Cruel, Inhuman or Degrading ` +
      'Treatment or Punishment, New York, 10 December 1984: participants table and notes',
    'United Nations Treaty Collection, MTDSG, chapter IV.9',
  ],
  [
    `United Nations Treaty Collection, ${mtdsg}, status as at 2026-02-03`,
    'United Nations Treaty Collection, MTDSG, status as at 2026-02-03',
  ],
  [
    `United Nations Treaty Collection, ${mtdsg}: chapters and numbers`,
    'United Nations Treaty Collection, MTDSG, chapters and numbers',
  ],
  ['United Nations, Member States: dates of admission', 'United Nations, Member States: dates of admission'],
  ['United Nations, Statistics Division, M49', 'United Nations, Statistics Division, M49'],
])('a source cited as %j is called so that it is no other', (citation, title) =>
  expect(shortTitle(citation)).toBe(title),
)
