import { request, type Answer, type Request } from './request.ts'

/** How much one asks of a server: times in milliseconds. */
export interface Manners {
  /** Between the end of one request and the beginning of the next. */
  readonly pause: number
  /**
   * How often a request is made in all, where the server is not well. The waits between double: twice the pause, four
   * times, …
   */
  readonly tries: number
  /** A server that asks for a longer wait than this has said that today is no day for it. */
  readonly longestWait: number
  readonly wait: (milliseconds: number) => Promise<void>
}

export type Told = Answer | { readonly is: 'not-now'; readonly why: string }

/** Asks one server: one request at a time, with a pause between, and once more, later, where it is not well. */
export const politely = ({ pause, tries, longestWait, wait }: Manners): ((asked: Request) => Promise<Told>) => {
  let isFirst = true
  const once = async (asked: Request): Promise<Answer> => {
    if (!isFirst) await wait(pause)
    isFirst = false
    return request(asked)
  }
  const upTo = async (asked: Request, made: number): Promise<Told> => {
    const answer = await once(asked)
    if (answer.is !== 'ill') return answer
    const { after, why } = answer
    if (after !== undefined && after > longestWait)
      return { is: 'not-now', why: `${why}; the server asks to wait for ${Math.ceil(after / 1000)} s` }
    if (made === tries) return answer
    await wait(Math.max(after ?? 0, pause * 2 ** made) - pause)
    return upTo(asked, made + 1)
  }
  return (asked) => upTo(asked, 1)
}
