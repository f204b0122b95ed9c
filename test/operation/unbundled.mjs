import { start } from '../../dist/src/cli/start.js'

await start(process.argv.slice(2))
