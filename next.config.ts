import type { NextConfig } from 'next'

/** Who asks `/orders` for data and not for the page: the seed's literal paths answer such clients too. */
const jsonClients = [
  {
    has: [{ type: 'header' as const, key: 'accept', value: '.*application/json.*' }],
    missing: [{ type: 'header' as const, key: 'accept', value: '.*text/html.*' }],
  },
  { has: [{ type: 'header' as const, key: 'content-type', value: 'application/json.*' }] },
]

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
