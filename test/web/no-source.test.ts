import { expect, it } from 'vitest'
import { usualSources } from '../../web/src/words/names.ts'
import { noSource } from '../../web/src/words/no-source.ts'

it.each([
  [undefined, 'No source in this log'],
  [usualSources, 'No source in this log'],
  ['depositary,organisation', 'None of the chosen sources'],
  ['mtdsg-cat', 'None of the chosen sources'],
])('who does not tell, where %s is believed', (sources, words) => expect(noSource(sources)).toBe(words))
