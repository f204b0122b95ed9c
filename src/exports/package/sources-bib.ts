import { bibtexText } from '../bibtex.ts'
import type { UsedSource } from '../../queries/holdings/cited-in.ts'
import { printable } from '../../text/printable.ts'
import { licenceWords } from '../terms.ts'

const passedOn = {
  yes: 'may be passed on',
  no: 'may not be passed on',
  unknown: 'no word on passing on',
} as const

/** The year of a text in EDTF; undefined where it has none. */
export const yearIn = (text: string | undefined): string | undefined => /\d{4}/.exec(text ?? '')?.[0]

const entryOf = (source: UsedSource): string => {
  const { id, citation, version, url, published, retrieved } = source
  const year = yearIn(published)
  const said = (text: string): string => bibtexText(printable(text))
  const fields = {
    title: `{${said(citation)}}`,
    ...(year !== undefined && { year }),
    ...(version !== undefined && { version: said(version) }),
    // An address is set as it is: what LaTeX would act on stands in it encoded.
    ...(url !== undefined && { howpublished: String.raw`\url{${printable(url).replaceAll(/[\s{}\\%]/g, encodeURI)}}` }),
    note: said(
      `Licence: ${licenceWords(source)}; ${passedOn[source.redistributable]}` +
        (retrieved === undefined ? '' : `; read ${retrieved}`),
    ),
  }
  const lines = Object.entries(fields).map(([name, value]) => `  ${name} = {${value}},\n`)
  return `@misc{${id.replaceAll(/[^A-Za-z0-9.:-]/g, '-')},\n${lines.join('')}}\n`
}

/** Every source of a package, with its licence, as BibTeX. */
export const sourcesBib = (sources: readonly UsedSource[]): string => sources.map(entryOf).join('\n')
