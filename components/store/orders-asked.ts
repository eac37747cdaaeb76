// The page asks on the server and the list asks in the browser: both take the question from here, so that it is the same.

export const mineAsked = { limit: 10 }

export const nextPage = {
  getNextPageParam: ({ nextCursor }: { nextCursor?: string }) => nextCursor,
}
