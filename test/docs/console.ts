/** A command of a page, with what stands below it. */
export interface Shown {
  readonly line: number
  readonly args: readonly string[]
  readonly stdin: string
  readonly expected: string
}

/** The words of a shell command: quotes as a shell reads them, without anything that a shell would replace. */
export const wordsOf = (command: string): readonly string[] =>
  [...command.matchAll(/(?:'[^']*'|"[^"]*"|[^\s'"])+/g)].map(([word]) =>
    word.replaceAll(/'([^']*)'|"([^"]*)"/g, (_, single?: string, double?: string) => single ?? double ?? ''),
  )

/** The commands of all ```console blocks, in order. `export` is left out: the test says where the log is. */
export const commandsOf = (page: string): readonly Shown[] => {
  const found: { line: number; command: string; output: string[] }[] = []
  let inside = false
  for (const [index, text] of page.split('\n').entries()) {
    if (text.startsWith('```')) inside = text === '```console'
    else if (inside && text.startsWith('$ ')) found.push({ line: index + 1, command: text.slice(2), output: [] })
    else if (inside) found.at(-1)?.output.push(text)
  }
  return found
    .filter(({ command }) => !command.startsWith('export '))
    .map(({ line, command, output }) => {
      const [, said = '', words = command] = /^echo '([^']*)' \| (.*)$/.exec(command) ?? []
      const [program, ...args] = wordsOf(words)
      if (program !== 'normtrail') throw new Error(`line ${line}: "${command}" is no command of normtrail`)
      return { line, args, stdin: said === '' ? '' : `${said}\n`, expected: output.join('\n') }
    })
}

/** What a shown output stands for: `…` is anything within a line, a line of it any number of lines. */
export const patternOf = (expected: string): RegExp =>
  new RegExp(
    `^${expected
      .split('\n')
      .map((line) =>
        line === '…'
          ? '(?:.*\\n)*'
          : `${line
              .split('…')
              .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
              .join('.*')}\\n`,
      )
      .join('')}(?:\\n)?$`,
  )
