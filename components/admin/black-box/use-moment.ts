import { useEffect, useState } from 'react'

/**
 * The event that is looked at, by its number in the story; the last one, also of those still to come, until somebody
 * chooses another. The address keeps what was chosen.
 */
export function useMoment(count: number, first?: number) {
  const [chosen, setChosen] = useState(first)
  const [playing, setPlaying] = useState(false)
  const moment = Math.min(chosen ?? count, count)

  function go(to: number) {
    const next = to >= count ? undefined : Math.max(1, to)
    setChosen(next)
    keepInAddress(next)
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: `go` is made anew each time, and does the same
  useEffect(() => {
    if (!playing) return
    if (moment >= count) return setPlaying(false)
    const timer = setTimeout(() => go(moment + 1), STEP_MS)
    return () => clearTimeout(timer)
  }, [playing, moment, count])

  return {
    moment,
    playing,
    go: (to: number) => {
      setPlaying(false)
      go(to)
    },
    /** From the beginning, when it stands at the end. */
    play: () => {
      if (!playing && moment >= count) go(1)
      setPlaying(!playing)
    },
  }
}

const STEP_MS = 800

function keepInAddress(moment?: number) {
  const url = new URL(window.location.href)
  if (moment) url.searchParams.set('at', String(moment))
  else url.searchParams.delete('at')
  window.history.replaceState(null, '', url)
}
