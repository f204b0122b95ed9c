import { register } from 'node:module'

// Given with `--import`: says on stderr which modules a process loads, one a line.
register(
  `data:text/javascript,${encodeURIComponent(`
    import { writeSync } from 'node:fs'
    export const load = (url, context, next) => {
      writeSync(2, 'loaded ' + url + '\\n')
      return next(url, context)
    }
  `)}`,
)
