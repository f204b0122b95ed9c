import { readFileSync } from 'node:fs'
import { packagePath } from '../../../src/package/package-path.ts'
import type { TableFile } from './reader.ts'

/** The one fenced block of docs/export.md in a language that has all the words. */
export const shownWith = (language: string, ...words: readonly string[]): string => {
  const page = readFileSync(packagePath('docs/export.md'), 'utf8')
  const [block, ...others] = [...page.matchAll(/^```(\w+)\n(.*?)^```$/gms)]
    .filter(([, of, text = '']) => of === language && words.every((word) => text.includes(word)))
    .map(([, , text = '']) => text)
  if (block !== undefined && others.length === 0) return block
  throw new Error(`docs/export.md has not one block of ${language} with ${words.join(', ')}`)
}

/** The format that a paragraph reads; undefined where it reads none. */
const readIn = (paragraph: string): string | undefined => /["']data\.(\w+)["']/.exec(paragraph)?.[1]

/**
 * What the page shows of how a format is read by the types of a data package: the block of the language that has the
 * word, without the paragraphs that read other formats.
 */
export const shown = (language: string, format: TableFile, word = ''): string => {
  const block = shownWith(language, 'datapackage.json', word)
  const paragraphs = block.split(/\n\n+/).filter((one) => (readIn(one) ?? format) === format)
  if (!paragraphs.some((one) => readIn(one) === format)) throw new Error(`no paragraph of ${language} reads ${format}`)
  return paragraphs.join('\n\n')
}
