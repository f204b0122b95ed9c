import type { Terminal } from './terminal.ts'

/** Whose name stands beside what is recorded: the flag, else the user of the shell. */
export const writerOf = (flag: string | undefined, { env }: Terminal): string =>
  flag ?? (env['USER'] || env['USERNAME'] || 'unknown')
