import { describe, expect, it } from 'vitest'
import { NormtrailError } from '../../src/common/error.ts'
import { appendLines } from '../../src/ingest/index.ts'
import { retractEvent } from '../../src/ingest/append/correct.ts'
import type { Workspace } from '../../src/workspace/workspace.ts'
import { ask, freshWorkspaces, ordinalOf, streamOf } from './a-workspace.ts'

const fresh = freshWorkspaces()
const id = '0d6e7a3e-1a4b-4a7e-8b52-3f1f5f0a9c11'
const signed = {
  stream: 'treaty-cat',
  type: 'TreatySigned',
  occurred: '1988-04-18',
  sources: [{ citation: 'The register of a ministry, for tests', kind: 'press' }],
  data: { actor: 'usa' },
}

const append = (workspace: Workspace, ...lines: readonly (object | string)[]) =>
  appendLines(
    workspace,
    lines.map((line, index) => ({
      where: `acts.jsonl, line ${index + 1}`,
      text: typeof line === 'string' ? line : JSON.stringify(line),
    })),
    { recordedBy: 'a user' },
  )

/** The error that lines are refused with, in the words of a terminal. Nothing of them is in the log. */
const refusal = async (workspace: Workspace, ...lines: readonly (object | string)[]): Promise<string> => {
  const ordinal = await ordinalOf(workspace)
  const thrown = await append(workspace, ...lines).catch((cause: unknown) => cause)
  expect(await ordinalOf(workspace)).toBe(ordinal)
  expect(thrown).toBeInstanceOf(NormtrailError)
  return (thrown as NormtrailError).report
}

const withPart = (part: string): string => JSON.stringify(signed).replace('"actor":"usa"', `"actor":"usa"${part}`)

describe('a line that would lose something', () => {
  it.each<[what: string, line: string, words: readonly string[]]>([
    [
      'a key twice',
      withPart('').replace(/\}$/, ',"data":{"actor":"fra"}}'),
      ['bad-json', 'data: the key stands twice'],
    ],
    ['__proto__', withPart(',"__proto__":{"x":1}'), ['data.__proto__:', 'no name of a field']],
    ['constructor', withPart(',"constructor":"x"'), ['data.constructor: is no field that belongs here', 'actor, kind']],
    ['toString', withPart(',"toString":"x"'), ['data.toString: is no field that belongs here']],
    ['hasOwnProperty', withPart(',"hasOwnProperty":["x"]'), ['data.hasOwnProperty: is no field']],
    [
      'a type that JavaScript knows',
      withPart('').replace('TreatySigned', 'constructor'),
      ['"constructor" is no event type'],
    ],
    [
      'a stream that JavaScript knows',
      withPart('').replace('treaty-cat', 'constructor-cat'),
      ['"constructor-cat"', 'treaty-…'],
    ],
    ['half a character', withPart(',"kind":"\\ud800"'), ['data.kind: the text holds half a character']],
    ['NUL', withPart(',"kind":"a\\u0000"'), ['data.kind: the text holds NUL']],
    ['a number too large', withPart(',"kind":1e400'), ['data.kind: the number 1e400 is too large']],
    ['nesting without end', withPart(`,"x":${'['.repeat(99_999)}${']'.repeat(99_999)}`), ['nested deeper than 64']],
    ['a list of events', `[${withPart('')}]`, ['got a list. Expected one JSON object a line', 'on a line of its own']],
    ['lines that end with CR', `${withPart('')}\r${withPart('')}`, ['bad-json', 'CR alone']],
    ['null', 'null', ['got null. Expected one JSON object']],
  ])('is refused by name: %s', async (_, line, words) => {
    const report = await refusal(await fresh(), line)
    for (const word of words) expect(report).toContain(word)
    expect(report).toContain('acts.jsonl, line 1')
  })
  it('is refused as a whole where the lines are one value, as an editor prints it', async () => {
    for (const value of [signed, [signed, signed]])
      expect(await refusal(await fresh(), ...JSON.stringify(value, null, 2).split('\n'))).toMatch(
        /^bad-json: acts.jsonl, line 1: the lines are one JSON value together.*\n.*jq/,
      )
  })
  it('is read after a byte order mark, with what no other reader breaks lines at', async () => {
    const workspace = await fresh()
    const citation = 'Pasted\u2028from a\u2029PDF\u0085'
    await append(workspace, `\uFEFF${JSON.stringify({ ...signed, sources: [{ citation, kind: 'press' }] })}`)
    expect((await streamOf(workspace, 'treaty-cat')).at(-1)?.sources).toEqual([{ citation, kind: 'press' }])
  })
})

describe('a score that is said to be two things', () => {
  const score = {
    stream: 'practice-hathaway-torture-fra',
    type: 'PracticeScoreRecorded',
    occurred: '1985',
    sources: signed.sources,
    data: { actor: 'fra', rater: 'hathaway', indicator: 'torture', year: 1985, value: 2 },
  }
  it.each<[what: string, line: object, words: string]>([
    ['another rater', { ...score, stream: 'practice-ciri-torture-fra' }, '"practice-hathaway-torture-"'],
    ['another indicator', { ...score, stream: 'practice-hathaway-kill-fra' }, '"practice-hathaway-torture-"'],
    ['another state', { ...score, stream: 'practice-hathaway-torture-jpn' }, 'should end in "-fra"'],
    ['another year', { ...score, occurred: '1986' }, 'the score describes 1985'],
    ['more than its year', { ...score, occurred: '1985/1986' }, 'the score describes 1985'],
  ])('is refused: %s', async (_, line, words) => expect(await refusal(await fresh(), line)).toContain(words))
  it('is taken on any day of its year', async () =>
    expect((await append(await fresh(), { ...score, occurred: '1985-06-30' })).appended).toBe(1))
})

describe('an id in upper case', () => {
  it('is the same id: for what is appended, known, retracted and asked', async () => {
    const workspace = await fresh()
    expect((await append(workspace, { id: id.toUpperCase(), ...signed })).ids).toEqual([id])
    expect((await append(workspace, { id, ...signed })).known).toBe(1)
    expect((await append(workspace, { id: id.toUpperCase(), ...signed })).known).toBe(1)
    expect(await ask(workspace, 'events', { id: id.toUpperCase() })).toMatchObject({ items: [{ id }] })
    const { occurred: _, ...rest } = signed
    const data = { target: id.toUpperCase(), reason: 'a misprint', replacement: { occurred: '1988-04-19' } }
    await append(workspace, { ...rest, type: 'EventCorrected', data })
    expect(await ask(workspace, 'status', { state: 'usa', subject: 'cat' }, { asOf: '1988-04-18' })).toMatchObject({
      status: 'NONE',
    })
    await retractEvent(
      workspace,
      { target: id.toUpperCase(), reason: 'never happened', source: 'The register', sourceKind: 'press' },
      { recordedBy: 'a user', dryRun: false },
    )
    expect((await streamOf(workspace, 'treaty-cat')).at(-1)?.data).toMatchObject({ target: id })
  })
})

describe('the same id', () => {
  it.each<[field: string, more: object, words: string]>([
    ['confidence', { confidence: 'disputed' }, 'confidence is "certain" there, "disputed" here'],
    ['note', { note: 'very doubtful' }, 'note is nothing there, "very doubtful" here'],
    ['fact', { fact: 'signature/1' }, 'fact is nothing there, "signature/1" here'],
    [
      'sources',
      { sources: [{ citation: 'The depositary', kind: 'depositary' }] },
      'sources is [{"citation":"The register',
    ],
    ['occurred', { occurred: '1988-04-19' }, 'occurred is "1988-04-18" there, "1988-04-19" here'],
    ['effective', { effective: '1989' }, 'effective is nothing there, "1989" here'],
    ['type', { type: 'TreatyRatified' }, 'type is "TreatySigned" there, "TreatyRatified" here'],
    ['data', { data: { actor: 'fra' } }, 'data.actor is "usa" there, "fra" here'],
    ['a field of data', { data: { actor: 'usa', kind: 'simple' } }, 'data.kind is nothing there, "simple" here'],
  ])('with another %s is refused with both values', async (_, more, words) => {
    const workspace = await fresh()
    await append(workspace, { id, ...signed })
    const report = await refusal(workspace, { id, ...signed, ...more })
    expect(report).toContain(`duplicate-event: acts.jsonl, line 1: event ${id} is in the log already`)
    expect(report).toContain(words)
  })
  it('in another stream is refused with that, also where nothing is to be recorded', async () => {
    const workspace = await fresh()
    await append(workspace, { id, ...signed })
    await workspace.catchUp()
    const line = { where: 'a.jsonl, line 1', text: JSON.stringify({ id, ...signed, stream: 'treaty-iccpr' }) }
    for (const dryRun of [true, false])
      await expect(appendLines(workspace, [line], { recordedBy: 'a user', dryRun })).rejects.toMatchObject({
        code: 'duplicate-event',
        where: 'a.jsonl, line 1',
        message: `event ${id} is in the log already, in treaty-cat, not in treaty-iccpr.`,
      })
  })
  it('with the same is known, however it is written', async () => {
    const workspace = await fresh()
    await append(workspace, { id, ...signed })
    const otherwise = { ...signed, data: { actor: 'United States' }, confidence: 'certain', schemaVersion: 1, id }
    expect(await append(workspace, otherwise)).toMatchObject({ known: 1, appended: 0 })
  })
})

describe('two lines', () => {
  it.each<[what: string, second: object, words: string]>([
    ['that are alike', signed, 'line 2: the line says the same as acts.jsonl, line 1.'],
    [
      'that say the same',
      { ...signed, data: { actor: 'United States' } },
      'line 2: the line says the same as acts.jsonl, line 1.',
    ],
  ])('%s are refused, and it is said which repeats which', async (_, second, words) => {
    expect(await refusal(await fresh(), signed, second)).toContain(`repeated-event: acts.jsonl, ${words}`)
  })
  it('with one id, of which each says something else, are refused with what that is', async () => {
    expect(await refusal(await fresh(), { id, ...signed }, { id, ...signed, note: 'seen' })).toContain(
      `the line has the id of acts.jsonl, line 1 (${id}), and says otherwise: note is nothing there, "seen" here`,
    )
  })
  it('are two where a note tells them apart', async () => {
    expect((await append(await fresh(), signed, { ...signed, note: 'a second signature' })).appended).toBe(2)
  })
})

describe('what is wrong with lines', () => {
  it('is told all at once, by line and field, with what came, what was expected, and what is nearest', async () => {
    const report = await refusal(
      await fresh(),
      { ...signed, type: 'TreatySignd', data: { aktor: 'usa' } },
      { ...signed, occured: '1988', occurred: undefined },
      {
        ...signed,
        sources: [
          { citation: 'A', kind: 'scholar' },
          { citation: '', kind: 'press' },
        ],
        data: { aktor: 'usa', kind: 'simpel' },
      },
      signed,
      { ...signed, data: { actor: 'Swazilnd' }, occurred: 1988 },
      '{"stream":',
    )
    for (const words of [
      'line 1: "TreatySignd" is no event type',
      'Closest: TreatySigned',
      'line 1: data.aktor: is no field that belongs here. Closest: actor. Expected actor, kind. ' +
        '(Read as TreatySigned.)',
      'line 2: occured: is no field that belongs here. Closest: occurred',
      'line 2: occurred: is missing',
      'line 3: sources[0].kind: got "scholar", expected one of depositary, organisation, scholarly, dataset, press',
      'Closest: scholarly',
      'line 3: sources[1].citation: got "", expected text whose length is 1 or more (What a reader can look up',
      'line 3: data.actor: is missing. Expected text (An actor',
      'line 3: data.aktor: is no field that belongs here. Closest: actor',
      'line 3: data.kind: got "simpel", expected one of simple, adReferendum. Closest: simple',
      'line 5: occurred: got 1988, expected text',
      'line 5: data.actor: "Swazilnd" is nothing that normtrail knows',
      'line 6: ',
    ])
      expect(report).toContain(words)
    expect(report).not.toContain('line 4')
    expect(report).toMatch(/faults in 5 lines. Nothing was appended.$/)
  })
  it('is told up to a number, with how many there are', async () => {
    const report = await refusal(await fresh(), ...Array.from({ length: 50 }, () => ({ ...signed, data: {} })))
    expect(report.split('\n')).toHaveLength(21)
    expect(report).toMatch(/50 faults in 50 lines, of which the first 20 are named. Nothing was appended.$/)
  })
  it('in what a correction puts in place is told too', async () => {
    const data = { target: id, reason: 'r', replacement: { occured: '1988', sources: [{ citation: 'A', kind: 'p' }] } }
    const report = await refusal(await fresh(), { ...signed, occurred: undefined, type: 'EventCorrected', data })
    expect(report).toContain('data.replacement.occured: is no field that belongs here. Closest: occurred')
    expect(report).toContain('data.replacement.sources[0].kind: got "p", expected one of')
  })
})
