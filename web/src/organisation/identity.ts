import type { Answer } from '../ask/v1.ts'
import { el, type Child } from '../elements/element.ts'
import { linkTo } from '../address/navigate.ts'
import { fromWhenWords } from '../words/when.ts'

const schemes: Readonly<Record<string, string>> = {
  'cow-igo': 'Correlates of War code',
  cow: 'Correlates of War code',
  'cow-igo-number': 'Correlates of War number',
  mia: 'MIA code',
}
const fieldWords: Readonly<Record<string, string>> = {
  political: 'political cooperation',
  social: 'social cooperation',
  economic: 'economic cooperation',
}

/** What an organisation is for, its codes and its life, in one line. */
export const identityLine = (found: Answer<'/v1/organisation/{igo}'>): HTMLElement => {
  const { codes, fields, formality, founded, ended, successor } = found
  const forWhat = (fields ?? []).map((field) => fieldWords[field] ?? field)
  const said: readonly Child[] = [
    formality === 'informal' ? 'Informal body, founded by no treaty' : 'Founded by treaty',
    forWhat.length > 0 && `for ${forWhat.join(' and ')}`,
    founded !== null && fromWhenWords('since', founded),
    ended !== null && fromWhenWords('until', ended),
    ...Object.entries(codes).map(([scheme, code]) => `${schemes[scheme] ?? scheme.replaceAll('-', ' ')} ${code}`),
  ]
  const words = said.filter((one) => one !== false).join(' · ')
  return el(
    'p',
    { class: 'subtitle' },
    words,
    successor !== null && ' · ',
    successor !== null && el('a', linkTo({ organisation: successor }), 'the organisation that took its place'),
  )
}
