import { existsSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { notFound } from '../../../dist/src/common/error.js'
import { textColumn } from '../../../dist/src/queries/question/columns.js'
import { question } from '../../../dist/src/queries/question/question.js'

/** Questions as a thread that answers loads them: what they do for long, they do without letting anything else in. */

const named = z.string().describe('A file')
const output = z.object({ words: z.string() })
const text = ({ words }) => words
const sources = { withoutRivals: 'it is answered from what was given' }
const shared = { positional: ['file'], sources, input: z.object({ file: named }), output, text }

/** Holds its thread until the file is there. */
const holds = question({
  ...shared,
  name: 'holds',
  asks: 'Whether a file is there at last.',
  takesLong: true,
  answer: async (world, { file }) => {
    writeFileSync(`${file}.begun`, '')
    while (!existsSync(file)) world.goOn()
    return { words: 'it is there' }
  },
})

/** The same, and says in the file when it is stopped. */
const tells = question({
  ...shared,
  name: 'tells',
  asks: 'When nobody waits any more.',
  takesLong: true,
  answer: async (world, { file }) => {
    writeFileSync(`${file}.begun`, '')
    try {
      for (;;) world.goOn()
    } catch (thrown) {
      writeFileSync(file, thrown.code)
      throw thrown
    }
  },
})

/** Never ends, and never asks whether it should. */
const deaf = question({
  ...shared,
  name: 'deaf',
  asks: 'Nothing.',
  takesLong: true,
  answer: async (_world, { file }) => {
    writeFileSync(`${file}.begun`, '')
    for (;;);
  },
})

const point = question({
  ...shared,
  name: 'point',
  asks: 'What it was given.',
  answer: async (_world, { file }) => {
    if (file === 'nowhere')
      throw notFound('unknown-actor', '"nowhere" is no file.', { where: 'file', hint: 'Closest: none.' })
    if (file === 'crash') throw new Error('a fault')
    if (file === 'exit') process.exit(7)
    return { words: file }
  },
})

/** As many rows as asked for, made as they are read; the last one fails where it is to. */
const table = question({
  name: 'table',
  asks: 'Rows.',
  positional: [],
  sources,
  takesLong: true,
  input: z.object({
    rows: z.string().regex(/^\d+$/).transform(Number).describe('How many'),
    fails: z.string().optional().describe('Whether it fails in the end'),
  }),
  output: z.object({ rows: z.array(z.array(z.string())) }),
  answer: async (_world, { rows, fails }) => ({
    rows: (function* () {
      for (let i = 0; i < rows; i += 1) yield [`row ${i}, "quoted"`]
      if (fails !== undefined) throw new Error('a fault in the last row')
    })(),
  }),
  text: () => 'rows',
  table: { columns: [textColumn('a', 'A text')], rows: ({ rows }) => rows },
})

let exposures = 0

/** In the place of the one that is rehearsed: counts how often it was asked for. */
const exposure = question({
  name: 'exposure',
  asks: 'Nothing.',
  positional: [],
  sources,
  input: z.object({}).loose(),
  output,
  text,
  answer: async (world) => {
    world.goOn()
    exposures += 1
    return { words: 'nothing' }
  },
})

const exposuresAsked = question({
  name: 'exposures-asked',
  asks: 'How often this thread was asked for an exposure.',
  positional: [],
  sources,
  input: z.object({}),
  output,
  text,
  answer: async () => ({ words: String(exposures) }),
})

export const questions = [holds, tells, deaf, point, table, exposure, exposuresAsked]

export const questionsFor = async () => questions
