const browsers: [RegExp, string][] = [
  [/Edg/, 'Edge'],
  [/OPR/, 'Opera'],
  [/SamsungBrowser/, 'Samsung Internet'],
  [/Firefox|FxiOS/, 'Firefox'],
  [/Chrome|CriOS/, 'Chrome'],
  [/Safari/, 'Safari'],
]

const systems: [RegExp, string][] = [
  [/Windows/, 'Windows'],
  [/Android/, 'Android'],
  [/iPhone/, 'an iPhone'],
  [/iPad/, 'an iPad'],
  [/Mac OS X/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
]

/** "Firefox on Linux": what somebody signed in with, as far as it says so itself. */
export function deviceOf(userAgent: string | null): string {
  if (!userAgent) return 'Something that does not say what it is'
  const named = (among: [RegExp, string][]) => among.find(([pattern]) => pattern.test(userAgent))?.[1]
  const [browser, system] = [named(browsers), named(systems)]
  // Programs begin with their name: curl/8.5.0.
  if (!browser) return userAgent.split(/[/ (]/)[0] || 'Something unknown'
  return system ? `${browser} on ${system}` : browser
}

/** An IPv6 address without its zeros, others as they are. */
export function addressOf(address: string): string {
  const inBrackets = `http://[${address}]`
  return URL.canParse(inBrackets) ? new URL(inBrackets).hostname.slice(1, -1) : address
}
