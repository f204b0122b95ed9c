import { request } from 'node:http'

/** What the run makes once for all files, asked of the process that makes it: see `shared-by-a-run.ts`. */
export const sharedByTheRun = (name: 'postgres' | 'published' | 'browser' | 'pages' | 'children'): Promise<string> =>
  new Promise((resolve, reject) => {
    const asked = request(`${process.env['NORMTRAIL_TEST_SHARED']}/${name}`, (response) => {
      const pieces: Buffer[] = []
      response.on('data', (piece: Buffer) => pieces.push(piece))
      response.on('end', () => {
        const told = Buffer.concat(pieces).toString('utf8')
        if (response.statusCode === 200) resolve(told)
        else reject(new Error(told))
      })
    })
    asked.on('error', reject)
    asked.end()
  })
