// Holds the allow list of .oxlintrc.json to what still needs it: the overrides that name single files.
// A file that no longer breaks the rule that it is listed for must leave the list, so the list can only shrink.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const config = JSON.parse(readFileSync('.oxlintrc.json', 'utf8'))
const namesSingleFiles = ({ files }) => files.every((file) => !file.includes('*'))
const allowances = config.overrides
  .filter(namesSingleFiles)
  .flatMap(({ files, rules }) => files.flatMap((file) => Object.keys(rules).map((rule) => ({ file, rule }))))

const findingsWithout = (files) => {
  const folder = mkdtempSync(join(tmpdir(), 'lint-'))
  const path = join(folder, 'oxlintrc.json')
  const { $schema: _, ...rest } = config
  writeFileSync(
    path,
    JSON.stringify({ ...rest, overrides: config.overrides.filter((entry) => !namesSingleFiles(entry)) }),
  )
  try {
    return execFileSync('npx', ['oxlint', '-c', path, '-f', 'unix', ...files], { encoding: 'utf8', stdio: 'pipe' })
  } catch ({ stdout }) {
    return stdout // findings end it with a status of 1
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const findings = allowances.length === 0 ? '' : findingsWithout([...new Set(allowances.map(({ file }) => file))])
const breaks = ({ file, rule }) =>
  findings.split('\n').some((line) => line.startsWith(`${file}:`) && line.endsWith(`(${rule})]`))
const idle = allowances.filter((allowance) => !breaks(allowance))
for (const { file, rule } of idle)
  process.stderr.write(`${file} no longer breaks ${rule}: take it from the list in .oxlintrc.json\n`)
if (idle.length > 0) process.exit(1)
