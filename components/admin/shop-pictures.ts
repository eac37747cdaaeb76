/** The drawings in `public/products` but the stand-in for none; a test holds the two against each other. */
export const shopPictures = [
  'arc-vase',
  'dusk-candle',
  'field-notebook',
  'hour-clock',
  'ledge-tray',
  'low-mug',
  'moon-mirror',
  'pebble-lamp',
  'ridge-carafe',
  'stack-bowls',
  'stem-pen',
  'tide-cloth',
].map((name) => `/products/${name}.svg`)
