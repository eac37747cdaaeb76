'use client'

import { NewButton } from './drawer-form'
import { May } from './may'
import { useOpenRow } from './open-row'
import { openProduct } from './product-questions'

export function NewProduct() {
  const row = useOpenRow('product', openProduct)
  return (
    <May do="inventory:write">
      <NewButton open={() => row.show('new')}>New product</NewButton>
    </May>
  )
}
