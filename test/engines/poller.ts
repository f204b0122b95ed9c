/** What is looked at in an answer. */
export interface Polled {
  readonly ordinal: number
  readonly signatories: { readonly count: number }
}

/**
 * An answer, and what it must not fall behind: the highest that the same process had answered, and what had been
 * written, when it was asked.
 */
interface Poll extends Polled {
  readonly floor: number
  readonly written: number
}

/**
 * Makes pollers. Each asks one process again and again, one question after the other; several may ask the same process.
 */
export const pollersThatKnow = (written: () => number) => {
  const highest = new Map<string, number>()
  return (who: string, ask: () => Promise<Polled>) => {
    const answers: Poll[] = []
    const waiting = new Set<() => void>()
    const over = new AbortController()
    const polling = (async () => {
      while (!over.signal.aborted) {
        const before = { floor: highest.get(who) ?? 0, written: written() }
        const { ordinal, signatories } = await ask()
        answers.push({ ordinal, signatories: { count: signatories.count }, ...before })
        highest.set(who, Math.max(highest.get(who) ?? 0, ordinal))
        for (const wake of waiting) wake()
        waiting.clear()
      }
    })()
    polling.catch(() => undefined)
    return {
      /** Waits for an answer to a question that is asked from now on. */
      another: async (): Promise<void> => {
        const wanted = answers.length + 2
        while (answers.length < wanted)
          await Promise.race([new Promise<void>((resolve) => waiting.add(resolve)), polling])
      },
      stop: async () => {
        over.abort()
        await polling
        return { who, answers: answers as readonly Poll[] }
      },
    }
  }
}
