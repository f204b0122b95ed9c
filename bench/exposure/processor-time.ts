/** Time of the processor that some work takes, in milliseconds, not of the wall: other programs may run, too. */
export const milliseconds = (work: () => void): number => {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
