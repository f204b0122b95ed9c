import type { Command } from 'commander'
import { runProjector, type ProjectorState } from '../../readmodel/projector-loop.ts'
import type { Places } from '../../workspace/settings.ts'
import { withQuietWorkspace, type CliContext } from '../context/cli-context.ts'
import { untilStopped } from '../context/until-stopped.ts'

/** What a state looks like in a service's log; undefined for what comes too often to be worth a line. */
const lineOf = (state: ProjectorState): string | undefined => {
  switch (state.kind) {
    case 'standby':
      return 'standing by: another projector leads, or this one is about to'
    case 'following':
      return `following: the read model stands at event ${state.ordinal}`
    case 'unavailable':
      return `unavailable: ${state.error.report}`
    case 'catching-up':
      return undefined
  }
}

/** `projector`: keeps the read model at the head of the log; several may run, one leads. */
export const projectorCommand = (program: Command, house: CliContext): void => {
  const command = program
    .command('projector')
    .description(
      'Keeps the read model at the head of the log until it is stopped. ' +
        'Several may run: one leads, the others stand by.',
    )
    .action(async () => {
      await withQuietWorkspace(house, command.optsWithGlobals<Places>(), async ({ readModel, log }) => {
        const stop = new AbortController()
        const stopped = untilStopped().then(() => stop.abort())
        await runProjector(readModel, log, {
          signal: stop.signal,
          onState: (state) => {
            const line = lineOf(state)
            if (line !== undefined) house.terminal.stdout.write(`${line}\n`)
          },
        })
        await stopped
      })
    })
}
