'use client'

import { Plus } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { May } from './may'
import { useOpenRow } from './open-row'
import { openProduct } from './product-questions'

export function NewProduct() {
  const row = useOpenRow('product', openProduct)
  return (
    <May do="inventory:write">
      <Button variant="primary" onClick={() => row.show('new')} className="max-md:h-10">
        <Plus aria-hidden className="size-3.5" strokeWidth={2} />
        New product
      </Button>
    </May>
  )
}
