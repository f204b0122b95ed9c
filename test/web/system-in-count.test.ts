import { expect, it } from 'vitest'
import { systemInCount, usualSources } from '../../web/src/words/names.ts'

it.each([
  ['all kinds, as usual', 'un', usualSources, 'members of the United Nations'],
  [
    'all kinds, in another order',
    'un',
    'press,dataset,scholarly,organisation,depositary',
    'members of the United Nations',
  ],
  ['one kind', 'un', 'depositary', 'members of the United Nations that the chosen sources tell of'],
  ['one table', 'un', 'mtdsg-cat', 'members of the United Nations that the chosen sources tell of'],
  // A list of states is not put aside by whom one believes: it counts the same states.
  ['one table, by a list', 'cow', 'mtdsg-cat', 'states (Correlates of War)'],
  ['one table, by another list', 'gw', 'mtdsg-cat', 'states (Gleditsch and Ward)'],
  ['no system', null, usualSources, 'actors on record'],
])('whom an answer counts that believes %s', (_, system, sources, words) => {
  expect(systemInCount({ system, sources })).toBe(words)
})
