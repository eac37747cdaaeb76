import { useEffect, useState } from 'react'

const PATIENCE = 2000

/** True once a stream has been away for longer than a blink. */
export function useLost(status: 'idle' | 'connecting' | 'pending' | 'error'): boolean {
  const connected = status === 'pending' || status === 'idle'
  const [lost, setLost] = useState(false)

  useEffect(() => {
    if (connected) return setLost(false)
    const timer = setTimeout(() => setLost(true), PATIENCE)
    return () => clearTimeout(timer)
  }, [connected])

  return lost
}
