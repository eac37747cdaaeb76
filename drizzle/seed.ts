import { CreateProduct, createProduct, priceList } from '@/server/modules/inventory'

/** Twelve products to buy, the last one first in the shop: newest first. */
const products = [
  [
    'CLOTH-TIDE-LIN',
    'Tide linen cloth',
    'Table',
    24,
    0,
    'tide-cloth',
    'Washed linen in the grey-green of low water. Softer every time it is washed.',
  ],
  [
    'PEN-STEM-BRASS',
    'Stem pen and rest',
    'Desk',
    42,
    40,
    'stem-pen',
    'A brass pen that is thin where you hold it, and a rest that keeps it from rolling away.',
  ],
  [
    'BOWL-STACK-3',
    'Stack bowls, set of three',
    'Table',
    48,
    19,
    'stack-bowls',
    'Three stoneware bowls, each of which sits inside the next with room for a spoon.',
  ],
  [
    'MIRROR-MOON-24',
    'Moon mirror',
    'Home',
    58,
    12,
    'moon-mirror',
    'A round mirror of 24 cm on a brass edge. Hangs from one nail, or leans.',
  ],
  [
    'TRAY-LEDGE-OAK',
    'Ledge tray',
    'Desk',
    38,
    17,
    'ledge-tray',
    'Oiled oak with one raised edge, for the things that are always on the table anyway.',
  ],
  [
    'CARAFE-RIDGE-08',
    'Ridge carafe',
    'Table',
    34,
    31,
    'ridge-carafe',
    'Pressed glass for 0.8 litres. The ridges are for wet hands.',
  ],
  [
    'CANDLE-DUSK-1',
    'Dusk candle',
    'Home',
    22,
    64,
    'dusk-candle',
    'Beeswax and a little cedar. Burns for forty hours and drips on its own plate.',
  ],
  [
    'VASE-ARC-CLAY',
    'Arc vase',
    'Home',
    36,
    22,
    'arc-vase',
    'Red clay, bent like the one branch that it is made for.',
  ],
  [
    'CLOCK-HOUR-20',
    'Hour clock',
    'Home',
    64,
    8,
    'hour-clock',
    'Two hands, twelve marks, no ticking. It tells the time and leaves it at that.',
  ],
  [
    'NOTE-FIELD-A5',
    'Field notebook',
    'Desk',
    14,
    212,
    'field-notebook',
    'A5, 160 dotted pages that lie flat, and a cover that takes a knock.',
  ],
  [
    'MUG-LOW-CLAY',
    'Low mug',
    'Table',
    18,
    86,
    'low-mug',
    'A wide mug of red clay, glazed inside and along the rim. Holds a quarter of a litre.',
  ],
  [
    'LAMP-PEBBLE-01',
    'Pebble lamp',
    'Desk',
    89,
    24,
    'pebble-lamp',
    'A low light for the end of the day. The dome is spun steel, the foot one heavy pebble of cast stone, so it stays where you put it.',
  ],
] as const

/** Puts the twelve into the catalogue, unless they are there already. */
export async function seed() {
  const known = await priceList(products.map(([sku]) => sku))
  for (const [sku, name, category, price, stockQuantity, picture, description] of products) {
    if (known.has(sku)) continue
    const product = {
      sku,
      name,
      category,
      price,
      stockQuantity,
      description,
      picture: `/products/${picture}.svg`,
    }
    await createProduct(CreateProduct.parse({ ...product, currency: 'EUR' }))
  }
}
