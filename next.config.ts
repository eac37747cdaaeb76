import type { NextConfig } from 'next'

/** Who asks `/orders` for data and not for the page: the seed's literal paths answer such clients too. */
const jsonClients = [
  {
    has: [{ type: 'header' as const, key: 'accept', value: '.*application/json.*' }],
    missing: [{ type: 'header' as const, key: 'accept', value: '.*text/html.*' }],
  },
  { has: [{ type: 'header' as const, key: 'content-type', value: 'application/json.*' }] },
]

/** On every answer. What a page may do stands in `proxy.ts`, for it takes a nonce. */
const always = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'permissions-policy':
    'camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), bluetooth=(), browsing-topics=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}

/** What is data or a picture is no page, whatever somebody makes a browser believe. */
const noPage = { 'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox" }

/** Browsers heed it only if it came by https, so nobody is harmed by who only claims that. */
const overHttps = { 'strict-transport-security': 'max-age=63072000; includeSubDomains' }

const asList = (headers: Record<string, string>) =>
  Object.entries(headers).map(([key, value]) => ({ key, value }))

const config: NextConfig = {
  typedRoutes: true,
  poweredByHeader: false,
  agentRules: false,
  // For `forbidden()`: a page of the desk that the visitor may not see is a 403.
  experimental: { authInterrupts: true },
  // Native code, WebAssembly and sockets: loaded by Node, not bundled.
  serverExternalPackages: [
    '@electric-sql/pglite',
    'pg',
    '@neondatabase/serverless',
    'ws',
    'fs-native-extensions',
    'prom-client',
    '@opentelemetry/api',
    '@opentelemetry/exporter-trace-otlp-http',
    '@opentelemetry/resources',
    '@opentelemetry/sdk-trace-base',
  ],
  headers: async () => [
    { source: '/:path*', headers: asList(always) },
    ...['/api/:path*', '/metrics', '/products/:file*.svg', '/icon.svg'].map((source) => ({
      source,
      headers: asList(noPage),
    })),
    {
      source: '/:path*',
      has: [{ type: 'header', key: 'x-forwarded-proto', value: 'https' }],
      headers: asList(overHttps),
    },
  ],
  rewrites: async () => ({
    beforeFiles: jsonClients.map((client) => ({
      ...client,
      source: '/orders/:path*',
      destination: '/api/orders/:path*',
    })),
    afterFiles: [],
    fallback: [],
  }),
}

export default config
