import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { packagePath } from '../../src/package/package-path.ts'
import { legalStatusWords, normStatusWords } from '../../src/queries/status/status-words.ts'

/** The rows of the two tables of `docs/ask.md`, under the heading that other pages point to. */
const section = /^## What a status says$(.*?)^## /ms.exec(readFileSync(packagePath('docs/ask.md'), 'utf8'))?.[1] ?? ''
const rows = [...section.matchAll(/^\| `([A-Z_]+)` \| (.+) \|$/gm)].map(([, status, says]) => [status, says])

describe('the page of questions', () => {
  it('says of every status what it says, in the words of codebooks', () => {
    const told = [legalStatusWords, normStatusWords].flatMap((words) => Object.entries(words))
    expect(rows).toEqual(told.filter(([status]) => status !== 'UNKNOWN'))
  })
})
