import type { Response } from 'express'

/** Work on the headers of an answer when all are there, and none has been sent: whatever a route has set by then. */
export const beforeHead = (response: Response, work: () => void): void => {
  const writeHead = response.writeHead.bind(response) as (...given: readonly unknown[]) => Response
  response.writeHead = ((...given: readonly unknown[]) => {
    work()
    return writeHead(...given)
  }) as typeof response.writeHead
}
