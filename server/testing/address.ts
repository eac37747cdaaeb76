/** Where the orders of tests and tools go. */
export const address = {
  name: 'A. Customer',
  street: '14 Example Street',
  city: 'Amsterdam',
  postalCode: '1012 AB',
  country: 'NL',
}
