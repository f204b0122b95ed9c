import { z } from 'zod'
import { notFound } from '../../common/error.ts'
import { question } from '../question/question.ts'
import { clocksText } from '../question/snapshot.ts'
import { loadBeside, loadProposals } from './load-proposals.ts'
import { proposalRow } from './proposal-row.ts'
import { proposalLines } from './proposal-lines.ts'
import { shownProposals } from './shown-proposals.ts'

export const proposal = question({
  name: 'proposal',
  resource: 'proposals',
  asks: 'A proposal: what a rule read or a coder coded, beside what the log already says, and who decided it.',
  positional: ['proposal'],
  sources: { withoutRivals: 'a proposal is held against what every source says' },
  input: z.object({ proposal: z.string().min(1).describe('A proposal: its id, as `proposals` lists it') }),
  output: proposalRow,
  answer: async (world, { proposal: id }) => {
    const one = (await loadProposals(world)).find((each) => each.id === id.toLowerCase())
    const fact = one === undefined ? undefined : (await loadBeside(world, [one])).get(one)
    const [shown] = one === undefined || fact === undefined ? [] : await shownProposals(world, [{ one, fact }])
    if (shown !== undefined) return shown
    throw notFound('unknown-proposal', `the log holds no proposal "${id}".`, { where: 'proposal' })
  },
  text: (found) => [clocksText(found), ...proposalLines(found)].join('\n'),
})
