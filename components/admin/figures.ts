const grouped = new Intl.NumberFormat('en-GB')

/** 48,211 */
export const figure = (value: number) => grouped.format(value)
