const uuids = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}([0-9a-f]{12})/g
const shortIds = /^([0-9a-f]{4})(?:…|\.{2,3}|-| )?([0-9a-f]{4})$/

/**
 * The patterns that must all fit: every word anywhere, one of less than three letters at the beginning of a word, for
 * the index knows no shorter pieces. Ids are known whole and as people see them, 7F3A…C21E or 7F3A-C21E.
 */
export function searchPatterns(text: string): string[] {
  const asked = text.trim().toLowerCase()
  const short = shortIds.exec(asked)
  const words = short ? [`${short[1]}${short[2]}`] : asked.replace(uuids, '$1').split(/\s+/)
  return words.filter(Boolean).map((word) => {
    const literal = word.replace(/[\\%_]/g, '\\$&')
    return word.length < 3 ? `% ${literal}%` : `%${literal}%`
  })
}
