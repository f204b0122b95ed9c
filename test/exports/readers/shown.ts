import { readFileSync } from 'node:fs'
import { packagePath } from '../../../src/package/package-path.ts'
import type { TableFile } from './reader.ts'

/** The fenced blocks of docs/export.md in a language that read tables by the types of a data package. */
const blocksIn = (language: string): readonly string[] =>
  [...readFileSync(packagePath('docs/export.md'), 'utf8').matchAll(/^```(\w+)\n(.*?)^```$/gms)]
    .filter(([, of, block = '']) => of === language && block.includes('datapackage.json'))
    .map(([, , block = '']) => block)

/** The format that a paragraph reads; undefined where it reads none. */
const readIn = (paragraph: string): string | undefined => /["']data\.(\w+)["']/.exec(paragraph)?.[1]

/**
 * What the page shows of how a format is read: the one block of the language that has the word, without the paragraphs
 * that read other formats.
 */
export const shown = (language: string, format: TableFile, word = ''): string => {
  const [block, ...others] = blocksIn(language).filter((one) => one.includes(word))
  if (block === undefined || others.length > 0) throw new Error(`docs/export.md has not one block of ${language}`)
  const paragraphs = block.split(/\n\n+/).filter((one) => (readIn(one) ?? format) === format)
  if (!paragraphs.some((one) => readIn(one) === format)) throw new Error(`no paragraph of ${language} reads ${format}`)
  return paragraphs.join('\n\n')
}
