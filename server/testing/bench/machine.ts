import { cpus, loadavg, totalmem } from 'node:os'

/** The head of every report: figures without a machine say nothing. */
export function machine(): string {
  const [cpu] = cpus()
  const gigabytes = (totalmem() / 2 ** 30).toFixed(0)
  return (
    `Machine   ${cpu?.model.trim()}, ${cpus().length} cores, ${gigabytes} GB · load ${loadavg()[0]?.toFixed(1)}` +
    ` · Node ${process.version}`
  )
}
