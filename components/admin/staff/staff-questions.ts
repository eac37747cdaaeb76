/** What is open beside the list: somebody by their id, or the form for somebody new. */
export const openMember = (value: string) => (/^[\w-]{1,64}$/.test(value) ? value : undefined)
