/** Does the work for one after the other, and answers what came of each. */
export async function inTurn<T, R>(those: T[], work: (one: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  for (const each of those) results.push(await work(each))
  return results
}
