import { useEffect, useState } from 'react'

/** Copies a text. That it did is said for a moment; that the browser forbids it stays said. */
export function useCopy() {
  const [result, setResult] = useState<'copied' | 'refused'>()

  useEffect(() => {
    if (result !== 'copied') return
    const timer = setTimeout(() => setResult(undefined), 2000)
    return () => clearTimeout(timer)
  }, [result])

  async function copy(text: string) {
    try {
      await navigator.clipboard.writeText(text)
      setResult('copied')
    } catch {
      setResult('refused')
    }
  }
  return { result, copy }
}
