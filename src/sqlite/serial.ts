/** Works one after the other on one connection: a transaction has it to itself. */
export const inTurn = () => {
  let last: Promise<unknown> = Promise.resolve()
  return {
    take: <T>(work: () => Promise<T>): Promise<T> => {
      const mine = last.then(work)
      last = mine.catch(() => undefined)
      return mine
    },
    /** When all that was begun is over. */
    ended: async (): Promise<void> => void (await last),
  }
}
