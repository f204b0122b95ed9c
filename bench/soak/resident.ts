import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** Resident memory of a process in MB; undefined where it is gone. */
export const residentMegabytes = (pid: number): number | undefined => {
  const kilobytes = fromProc(pid) ?? fromPs(pid)
  return kilobytes === undefined ? undefined : kilobytes / 1024
}

const fromProc = (pid: number): number | undefined => {
  try {
    const found = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
    return found === null ? undefined : Number(found[1])
  } catch {
    return undefined
  }
}

const fromPs = (pid: number): number | undefined => {
  try {
    return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) || undefined
  } catch {
    return undefined
  }
}
